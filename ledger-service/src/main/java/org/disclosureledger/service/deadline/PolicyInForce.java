package org.disclosureledger.service.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/**
 * The policy a ledger adopted last, or {@link #NONE}.
 *
 * @param adopted id of the {@code policy.adopted} event; absent when none was adopted
 * @param calendar the working calendar imported last; absent when none was, or no row needs it
 */
public record PolicyInForce(
    @Nullable UUID adopted, List<PolicyRow> rows, @Nullable WorkingCalendar calendar) {
  /** From receipt. */
  static final int CONFIRM_WITHIN_HOURS = 24;

  public static final PolicyInForce NONE = new PolicyInForce(null, List.of(), null);

  public PolicyInForce {
    rows = List.copyOf(rows);
  }

  public static PolicyInForce of(UUID adopted, PolicyAdopted event) {
    return new PolicyInForce(adopted, event.rows(), null);
  }

  /** Counting working time by this calendar. */
  public PolicyInForce with(WorkingCalendar other) {
    return new PolicyInForce(adopted, rows, other);
  }

  /** Whether any row counts working time. */
  public boolean needsCalendar() {
    return rows.stream().anyMatch(PolicyRow::countsWorkingTime);
  }

  /** Whether any due time of an answer is by the clock that stands still in pauses. */
  public boolean stopsForQuestions() {
    return rows.stream()
        .anyMatch(
            row -> row.clock() == ClockKind.SERVICE && row.purpose() == DeadlinePurpose.ANSWER);
  }

  /**
   * The earliest due time that a row gives to any item; without one the agency's own deadline;
   * without that, basis NONE.
   *
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_MISSING} when a row that applies counts
   *     working time and no calendar was imported, {@link DeadlineRule#CALENDAR_TOO_SHORT} when it
   *     does not reach as far: an error, not a guess. Of a row whose end lies beyond the calendar's
   *     it is known that any due time within is earlier
   */
  public DueTime resolve(AnswerDue asked) {
    DueTime earliest = earliest(DeadlinePurpose.ANSWER, asked);
    if (earliest != null) {
      return earliest;
    }
    return asked.dueStated() == null ? DueTime.none() : DueTime.stated(asked.dueStated());
  }

  /**
   * When an oral emergency has to be confirmed in writing; where no row says, within {@link
   * #CONFIRM_WITHIN_HOURS}, so that no paper is forgotten for want of a policy.
   *
   * @throws CommandRefused as {@link #resolve} does
   */
  public DueTime confirmInWriting(AnswerDue asked) {
    DueTime earliest = earliest(DeadlinePurpose.CONFIRM_IN_WRITING, asked);
    return earliest == null
        ? DueTime.byDefault(asked.receivedAt(), CONFIRM_WITHIN_HOURS)
        : earliest;
  }

  private @Nullable DueTime earliest(DeadlinePurpose purpose, AnswerDue asked) {
    @Nullable DueTime earliest = null;
    @Nullable CommandRefused beyond = null;
    for (int i = 0; i < asked.items().size(); i++) {
      ItemKind kind = asked.items().get(i);
      for (PolicyRow row : rows) {
        if (row.appliesTo(purpose, kind, asked.emergency(), asked.receivedAt())) {
          try {
            DueTime due = due(row, i + 1, asked);
            earliest = earliest == null || before(due, earliest) ? due : earliest;
          } catch (CommandRefused refused) {
            beyond = beyond(refused);
          }
        }
      }
    }
    if (beyond != null && !endsBefore(earliest, asked.receivedAt())) {
      throw beyond;
    }
    return earliest;
  }

  private static CommandRefused beyond(CommandRefused refused) {
    if (refused.rule() != DeadlineRule.CALENDAR_TOO_SHORT) {
      throw refused;
    }
    return refused;
  }

  /** Whether it is due before the end of a calendar that has its start. */
  private boolean endsBefore(@Nullable DueTime earliest, Instant start) {
    return earliest != null
        && earliest.due() != null
        && calendar != null
        && calendar.covers(start, earliest.due());
  }

  /** A row that this calendar is too short for, of what comes at that instant. */
  Optional<PolicyRow> firstUncounted(Instant now) {
    return rows.stream().filter(row -> row.countsWorkingTime() && !isCounted(row, now)).findFirst();
  }

  private boolean isCounted(PolicyRow row, Instant now) {
    if (!row.isInForce(now)) {
      // Nothing comes under it now, but its day comes.
      return calendar != null && calendar.covers(now, now);
    }
    try {
      due(row, 1, new AnswerDue(now, false, List.of(), null));
      return true;
    } catch (CommandRefused refused) {
      return false;
    }
  }

  /** The row of this id. */
  public Optional<PolicyRow> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  private DueTime due(PolicyRow row, int item, AnswerDue asked) {
    Instant start = asked.receivedAt();
    Integer hours = row.hours();
    if (hours != null && !row.countsWorkingTime()) {
      Instant due = start.plus(Duration.ofHours(hours));
      return new DueTime(
          DeadlineBasis.POLICY, due, adopted, row.id(), item, hours, null, null, start);
    }
    if (calendar == null) {
      throw new CommandRefused(DeadlineRule.CALENDAR_MISSING, "policy row " + row.id());
    }
    List<Pause> pauses = row.clock() == ClockKind.SERVICE ? asked.pauses() : List.of();
    ServiceClock clock = new ServiceClock(calendar, start, pauses);
    Integer days = row.workingDays();
    Instant due = days == null ? clock.dueInHours(hours(row)) : clock.dueInDays(days);
    return new DueTime(
        DeadlineBasis.POLICY,
        due,
        adopted,
        row.id(),
        item,
        hours,
        days,
        calendar.imported(),
        start);
  }

  private static int hours(PolicyRow row) {
    return Objects.requireNonNull(row.hours(), "a row has hours or working days");
  }

  private static boolean before(DueTime one, DueTime other) {
    return one.due() != null && other.due() != null && one.due().isBefore(other.due());
  }
}
