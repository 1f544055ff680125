package org.disclosureledger.service.report;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.report.event.StatedRow;

/**
 * Cuts a report's rows into lists that each fit one entry. An entry has 65,535 bytes, of which
 * base64url takes a quarter and the members around the rows their share.
 */
final class FigureLists {
  /** Lists beside the first; the schema's bound. */
  static final int MAX_LISTS = 256;

  /** Rows of one list; the schema's bound. */
  private static final int MAX_ROWS = 256;

  private static final int ENTRY = 44_000;

  /** {@code {"slice":"REFUSAL_GROUND","key":"","figures":{}},} and some more. */
  private static final int ROW = 64;

  /** {@code "":,} around a member and its number. */
  private static final int MEMBER = 4;

  private FigureLists() {}

  /** At least one, which may be empty. */
  static List<List<StatedRow>> of(List<FigureRow> rows) {
    List<List<StatedRow>> lists = new ArrayList<>();
    List<StatedRow> current = new ArrayList<>();
    int room = ENTRY;
    for (FigureRow row : rows) {
      StatedRow stated = StatedRow.of(row);
      int bytes = bytes(stated);
      if (bytes > room || current.size() == MAX_ROWS) {
        lists.add(List.copyOf(current));
        current.clear();
        room = ENTRY;
      }
      current.add(stated);
      room -= bytes;
    }
    lists.add(List.copyOf(current));
    return lists;
  }

  private static int bytes(StatedRow row) {
    int bytes = ROW + row.key().length();
    for (var member : row.figures().entrySet()) {
      bytes += MEMBER + member.getKey().length() + Long.toString(member.getValue()).length();
    }
    return bytes;
  }
}
