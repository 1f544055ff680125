package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.figures.Slice;

/** The rows that one entry of a report states. */
final class StatedRows {
  private StatedRows() {}

  /**
   * @throws Unreadable when a slice is none
   */
  static List<Row> of(EventData data) {
    List<Row> rows = new ArrayList<>();
    for (EventData row : data.objects("rows")) {
      Map<String, Long> figures = new LinkedHashMap<>();
      EventData stated = row.object("figures");
      stated
          .node()
          .properties()
          .forEach(member -> figures.put(member.getKey(), stated.number(member.getKey())));
      rows.add(new Row(slice(row.text("slice")), row.text("key"), figures));
    }
    return rows;
  }

  private static Slice slice(String text) {
    try {
      return Slice.valueOf(text);
    } catch (IllegalArgumentException e) {
      throw new Unreadable(text + " is no slice");
    }
  }
}
