package org.disclosureledger.verifier.conduct;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The retention rules that the ledger adopted last: how long personal data is kept. */
final class Retention {
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
      @Nullable Set<CaseType> caseTypes) {

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

    boolean inForceOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean fits(Set<CaseType> said) {
      return caseTypes == null || caseTypes.containsAll(said);
    }
  }

  private @Nullable UUID latest;
  private List<Row> rows = List.of();
  private boolean known = true;

  void adopted(UUID id, EventData data) {
    rows = data.objects("rows").stream().map(Row::of).toList();
    latest = id;
    known = true;
  }

  /** The latest rules could not be read. */
  void lost() {
    known = false;
  }

  boolean isKnown() {
    return known;
  }

  /** Null before the first. */
  @Nullable UUID latest() {
    return latest;
  }

  /** Null where the rules adopted last are others, or have no such row. */
  @Nullable Row row(UUID policy, String id) {
    return policy.equals(latest)
        ? rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(null)
        : null;
  }
}
