package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/** The policy that the ledger adopted last. */
final class Policies extends Adopted<Policies.Row> {
  /** What is due. */
  enum Purpose {
    ANSWER,
    CONFIRM_IN_WRITING
  }

  private enum Clock {
    STATUTORY,
    SERVICE
  }

  /** What a due time depends on. */
  record Asked(Purpose purpose, boolean emergency, Instant receivedAt) {}

  /**
   * @param emergency null for emergencies and others
   * @param hours null where the row counts by the calendar
   * @param workingDays null where it counts hours
   */
  record Row(
      String id,
      LocalDate from,
      @Nullable LocalDate to,
      Set<Item.Kind> kinds,
      @Nullable Boolean emergency,
      Purpose purpose,
      @Nullable Long hours,
      @Nullable Long workingDays)
      implements Adopted.Row {

    static Row of(EventData data) {
      Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
      data.texts("itemKinds").forEach(kind -> kinds.add(EventData.parse(kind, Item.Kind.class)));
      boolean byCalendar = data.code("clock", Clock.class) == Clock.SERVICE || !data.has("hours");
      return new Row(
          data.text("id"),
          data.date("effectiveFrom"),
          data.optionalDate("effectiveTo"),
          kinds,
          data.has("emergency") ? data.flag("emergency") : null,
          data.code("purpose", Purpose.class),
          byCalendar ? null : hours(data),
          data.has("workingDays") ? data.number("workingDays") : null);
    }

    /** As few as the schema allows, so that no due time lies beyond all time. */
    private static long hours(EventData data) {
      long hours = data.number("hours");
      if (hours < 1 || hours > MOST_HOURS) {
        throw new Unreadable("hours are too many or none");
      }
      return hours;
    }

    boolean appliesTo(Asked asked, Item.Kind kind) {
      LocalDate day = LocalDate.ofInstant(asked.receivedAt(), LedgerZone.ID);
      return purpose == asked.purpose()
          && kinds.contains(kind)
          && (emergency == null || emergency == asked.emergency())
          && inForceOn(day);
    }
  }

  /**
   * The earliest due time that any row gives.
   *
   * @param due null where no row gives one by hours alone
   * @param calendar whether a row that applies counts by the calendar, so that this is no more than
   *     a bound
   */
  record Earliest(@Nullable Instant due, boolean calendar) {
    boolean none() {
      return due == null && !calendar;
    }
  }

  private static final long MOST_HOURS = 8_760;

  @Override
  Row read(EventData row) {
    return Row.of(row);
  }

  Earliest earliest(Asked asked, Set<Item.Kind> kinds) {
    Instant due = null;
    boolean calendar = false;
    for (Row row : rows()) {
      if (kinds.stream().anyMatch(kind -> row.appliesTo(asked, kind))) {
        Long hours = row.hours();
        calendar |= hours == null;
        Instant given = hours == null ? null : asked.receivedAt().plus(Duration.ofHours(hours));
        due = due == null || (given != null && given.isBefore(due)) ? given : due;
      }
    }
    return new Earliest(due, calendar);
  }
}
