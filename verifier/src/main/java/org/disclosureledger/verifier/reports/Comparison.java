package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.verifier.conduct.Breaches;
import org.disclosureledger.verifier.conduct.Place;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.figures.Slice;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** The rows of one statement, as they come, held against those that are due. */
final class Comparison {
  private static final String ABSENT = "absent";
  private static final String NO_FURTHER = "no further row";

  private final Statement statement;

  /** One more than are stated, where there are as many. */
  private final List<Row> due;

  /** Whether rows of provinces are due too; else any may be stated. */
  private final boolean provinces;

  private final Breaches breaches;
  private int next;
  private boolean over;

  /**
   * What a statement is held against.
   *
   * @param provinces false where nobody can tell in which province an agency is: those rows are
   *     left
   */
  record Due(List<Row> rows, boolean provinces) {}

  Comparison(Statement statement, Due due, Breaches breaches) {
    this.statement = statement;
    this.due = due.rows();
    this.provinces = due.provinces();
    this.breaches = breaches;
  }

  /** The next entry's. */
  void rows(Place place, List<Row> stated) {
    for (Row row : stated) {
      if (!provinces && row.slice() == Slice.PROVINCE) {
        continue;
      }
      Row expected = next < due.size() ? due.get(next) : null;
      next++;
      if (over) {
        return;
      }
      if (expected == null || !expected.name().equals(row.name())) {
        misplaced(place, expected, row.name());
      } else {
        compare(expected, place, row.figures());
      }
    }
  }

  /** None follows. */
  void end() {
    if (!over && next < due.size()) {
      next++;
      misplaced(statement.place, due.get(next - 1), NO_FURTHER);
    }
  }

  /** What comes behind a row too many or too few stands in no place that is its own. */
  private void misplaced(Place place, @Nullable Row expected, String found) {
    over = true;
    breaches.add(
        place,
        Rule.REPORT_ROWS,
        "row %d: %s".formatted(next, expected == null ? NO_FURTHER : expected.name()),
        found);
  }

  private void compare(Row due, Place place, Map<String, Long> found) {
    Set<String> names = new HashSet<>(due.figures().keySet());
    due.figures().forEach((name, value) -> figure(due, place, name, value, found.get(name)));
    found.forEach((name, value) -> {
      if (names.add(name)) {
        figure(due, place, name, null, value);
      }
    });
    List<String> common = new ArrayList<>(due.figures().keySet());
    common.retainAll(found.keySet());
    List<String> order = new ArrayList<>(found.keySet());
    order.retainAll(due.figures().keySet());
    if (!order.equals(common)) {
      breaches.add(place, Rule.REPORT_ROWS, due.name() + ": members in order", order.toString());
    }
  }

  private void figure(
      Row row, Place place, String name, @Nullable Long expected, @Nullable Long found) {
    if (expected == null || !expected.equals(found)) {
      breaches.add(
          place,
          Rule.REPORT_FIGURE,
          "%s: %s %s".formatted(row.name(), name, expected == null ? ABSENT : expected),
          found == null ? ABSENT : found.toString());
    }
  }
}
