package org.disclosureledger.verifier.conduct;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** The retention rules that the ledger adopted last: how long personal data is kept. */
final class Retention extends Adopted<Retention.Row> {
  private static final long MOST_DAYS = 36_500;

  /**
   * @param from first day in force, Asia/Ho_Chi_Minh
   * @param to last day in force, null while it has no end
   * @param days of 24 hours since the closing was recorded
   * @param caseTypes null for any
   */
  record Row(
      String id,
      LocalDate from,
      @Nullable LocalDate to,
      long days,
      @Nullable Set<CaseType> caseTypes)
      implements Adopted.Row {

    static Row of(EventData data) {
      long days = data.number("keepDays");
      if (days < 0 || days > MOST_DAYS) {
        throw new Unreadable("days to keep are too many or less than none");
      }
      return new Row(
          data.text("id"),
          data.date("effectiveFrom"),
          data.optionalDate("effectiveTo"),
          days,
          data.has("caseTypes") ? caseTypes(data) : null);
    }

    private static Set<CaseType> caseTypes(EventData data) {
      Set<CaseType> types = EnumSet.noneOf(CaseType.class);
      data.texts("caseTypes").forEach(code -> types.add(EventData.parse(code, CaseType.class)));
      return types;
    }

    boolean fits(Set<CaseType> said) {
      return caseTypes == null || caseTypes.containsAll(said);
    }

    boolean overlaps(Row other) {
      return !endsBefore(other)
          && !other.endsBefore(this)
          && (caseTypes == null
              || other.caseTypes == null
              || !Collections.disjoint(caseTypes, other.caseTypes));
    }

    private boolean endsBefore(Row other) {
      return to != null && to.isBefore(other.from);
    }
  }

  @Override
  Row read(EventData row) {
    return Row.of(row);
  }

  /** Null where the rules adopted last are others, or have no such row. */
  @Nullable Row row(UUID policy, String id) {
    return policy.equals(latest()) ? row(id) : null;
  }

  /** Who erases names the row: of two that apply they would take the shorter. */
  void noneOverlap(Event event, Context context) {
    List<Row> all = rows();
    for (int i = 0; i < all.size(); i++) {
      for (Row later : all.subList(i + 1, all.size())) {
        if (all.get(i).overlaps(later)) {
          String expected = "one row for a type of case and a day";
          String found = all.get(i).id() + " and " + later.id();
          context.breach(event, Rule.RETENTION_OVERLAP, expected, found);
          return;
        }
      }
    }
  }
}
