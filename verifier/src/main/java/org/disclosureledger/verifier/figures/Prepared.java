package org.disclosureledger.verifier.figures;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.verifier.conduct.EventData;

/** What waits for its second person, as its entry and its lists say it. */
final class Prepared {
  /** Such as {@code delivery}. */
  final String act;

  final EventData data;
  private final long lists;
  private long next = 1;
  private final List<EventData> listed = new ArrayList<>(0);

  Prepared(String act, EventData data) {
    this.act = act;
    this.data = data;
    this.lists = data.number("lists", 0);
  }

  /** Takes a list if it is the next of those announced. */
  void list(String code, EventData list) {
    boolean own =
        switch (code) {
          case "scope.listed" -> act.equals("acceptance") || act.equals("emergency");
          case "delivery.listed" -> act.equals("delivery");
          default -> act.equals("correction");
        };
    if (own && next <= lists && list.number("list") == next) {
      next++;
      listed.add(list);
    }
  }

  /** Its items, and then those of each list. */
  List<List<EventData>> items() {
    List<List<EventData>> all = new ArrayList<>();
    if (data.has("items")) {
      all.add(data.objects("items"));
    }
    listed.forEach(list -> all.add(list.objects("items")));
    return all;
  }
}
