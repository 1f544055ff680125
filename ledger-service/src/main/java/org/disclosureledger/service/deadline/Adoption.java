package org.disclosureledger.service.deadline;

import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;

/** Decides whether a policy or a calendar may be adopted: pure. */
final class Adoption {
  private static final int YEARS_KEPT = 5;

  private Adoption() {}

  /**
   * @param inForce the policy before, and the calendar
   * @throws CommandRefused with a {@link DeadlineRule}; nothing happened then
   */
  static PolicyAdopted decide(AdoptPolicy command, PolicyInForce inForce, CommandContext context) {
    requireAdministrator(context);
    WorkingCalendar calendar = inForce.calendar();
    PolicyInForce next = PolicyInForce.of(context.newId(), command.policy());
    if (calendar != null) {
      requireReach(next.with(calendar), context.now());
      return command.policy();
    }
    next.rows().stream()
        .filter(PolicyRow::countsWorkingTime)
        .findFirst()
        .ifPresent(row -> {
          throw new CommandRefused(DeadlineRule.CALENDAR_MISSING, "row " + row.id());
        });
    return command.policy();
  }

  /**
   * @param inForce the policy, and the calendar before
   * @throws CommandRefused with a {@link DeadlineRule}; nothing happened then
   */
  static CalendarImported decide(
      ImportCalendar command, PolicyInForce inForce, CommandContext context) {
    requireAdministrator(context);
    LocalDate today = LocalDate.ofInstant(context.now(), LedgerZone.ID);
    CalendarImported calendar = command.calendar();
    if (calendar.to().isBefore(today)) {
      throw new CommandRefused(DeadlineRule.CALENDAR_OVER, "it ends on " + calendar.to());
    }
    WorkingCalendar before = inForce.calendar();
    LocalDate latest = before == null ? today : latestBegin(before.from(), today);
    if (calendar.from().isAfter(latest)) {
      throw new CommandRefused(
          DeadlineRule.CALENDAR_BEGINS_LATE,
          "it begins on %s, not by %s".formatted(calendar.from(), latest));
    }
    requireReach(inForce.with(new WorkingCalendar(context.newId(), calendar)), context.now());
    return calendar;
  }

  /**
   * What one calendar counts the next can count again; but as a calendar ends after ten years, it
   * may leave behind what lies five years back.
   */
  private static LocalDate latestBegin(LocalDate before, LocalDate today) {
    LocalDate left = today.minusYears(YEARS_KEPT);
    return before.isBefore(left) ? left : before.isAfter(today) ? today : before;
  }

  /** Else nobody could record the requests to which such a row applies. */
  private static void requireReach(PolicyInForce next, Instant now) {
    next.firstUncounted(now)
        .ifPresent(row -> {
          throw new CommandRefused(
              DeadlineRule.CALENDAR_TOO_SHORT, "row %s, of what comes now".formatted(row.id()));
        });
  }

  private static void requireAdministrator(CommandContext context) {
    if (context.role() != ActorRole.ADMIN || context.actor().isSystem()) {
      throw new CommandRefused(DeadlineRule.ADOPTION_NOT_ALLOWED, context.role().code());
    }
  }
}
