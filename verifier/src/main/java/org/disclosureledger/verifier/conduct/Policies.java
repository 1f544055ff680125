package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
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

  /**
   * What a due time depends on.
   *
   * @param pauses none of a confirmation, nor at the recording
   */
  record Asked(Purpose purpose, boolean emergency, Instant receivedAt, List<Pause> pauses) {}

  /** The two clocks by one calendar; each is set when a row asks for it, and once for all rows. */
  static final class Clocks {
    private final Asked asked;
    private final WorkingDays calendar;
    private @Nullable DueCount statutory;
    private @Nullable DueCount service;

    Clocks(Asked asked, WorkingDays calendar) {
      this.asked = asked;
      this.calendar = calendar;
    }

    private DueCount statutory() {
      DueCount set = statutory == null ? calendar.from(asked.receivedAt(), List.of()) : statutory;
      statutory = set;
      return set;
    }

    private DueCount service() {
      DueCount set = service == null ? calendar.from(asked.receivedAt(), asked.pauses()) : service;
      service = set;
      return set;
    }
  }

  /**
   * @param emergency null for emergencies and others
   * @param service whether by the service clock, which stands still in pauses
   * @param hours null where it counts working days
   * @param workingDays null where it counts hours
   */
  record Row(
      String id,
      LocalDate from,
      @Nullable LocalDate to,
      Set<Item.Kind> kinds,
      @Nullable Boolean emergency,
      Purpose purpose,
      boolean service,
      @Nullable Long hours,
      @Nullable Long workingDays)
      implements Adopted.Row {

    static Row of(EventData data) {
      Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
      data.texts("itemKinds").forEach(kind -> kinds.add(EventData.parse(kind, Item.Kind.class)));
      return new Row(
          data.text("id"),
          data.date("effectiveFrom"),
          data.optionalDate("effectiveTo"),
          kinds,
          data.has("emergency") ? data.flag("emergency") : null,
          data.code("purpose", Purpose.class),
          data.code("clock", Clock.class) == Clock.SERVICE,
          data.has("hours") ? number(data, "hours", MOST_HOURS) : null,
          data.has("workingDays") ? number(data, "workingDays", MOST_DAYS) : null);
    }

    /** As few as the schema allows, so that no due time lies beyond all time. */
    private static long number(EventData data, String name, long most) {
      long number = data.number(name);
      if (number < 1 || number > most) {
        throw new Unreadable(name + " are too many or none");
      }
      return number;
    }

    boolean byCalendar() {
      return service || workingDays != null;
    }

    /** Null where the calendar does not reach. */
    @Nullable Instant due(Clocks clocks) {
      if (workingDays != null) {
        return (service ? clocks.service() : clocks.statutory()).endOfDay(workingDays);
      }
      if (hours == null) {
        throw new Unreadable("a row without hours and working days");
      }
      return service
          ? clocks.service().after(hours)
          : clocks.asked.receivedAt().plus(Duration.ofHours(hours));
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
   * @param due null where no row gives one that can be computed
   * @param calendar whether a row that applies counts by a calendar that is not known here, or does
   *     not reach as far as that row nor as this due time, so that this is no more than a bound
   */
  record Earliest(@Nullable Instant due, boolean calendar) {
    boolean none() {
      return due == null && !calendar;
    }
  }

  private static final long MOST_HOURS = 8_760;
  private static final long MOST_DAYS = 366;

  /** The same, whatever is adopted later. */
  Policies asTheyAre() {
    Policies same = new Policies();
    same.become(this);
    return same;
  }

  @Override
  Row read(EventData row) {
    return Row.of(row);
  }

  Earliest earliest(Asked asked, Set<Item.Kind> kinds, WorkingDays calendar) {
    Instant due = null;
    boolean unknown = false;
    boolean beyond = false;
    Clocks clocks = new Clocks(asked, calendar);
    for (Row row : rows()) {
      if (kinds.stream().anyMatch(kind -> row.appliesTo(asked, kind))) {
        boolean computed = !row.byCalendar() || calendar.isKnown();
        Instant given = computed ? row.due(clocks) : null;
        unknown |= !computed;
        beyond |= computed && given == null;
        due = due == null || (given != null && given.isBefore(due)) ? given : due;
      }
    }
    // What ends beyond a calendar that has the start is later than what ends within.
    beyond &= due == null || !calendar.covers(asked.receivedAt(), due);
    return new Earliest(due, unknown || beyond);
  }
}
