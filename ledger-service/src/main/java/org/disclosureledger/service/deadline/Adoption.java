package org.disclosureledger.service.deadline;

import java.time.LocalDate;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;

/** Decides whether a policy or a calendar may be adopted: pure. */
final class Adoption {
  private Adoption() {}

  /**
   * @param calendarKnown whether the ledger has a working calendar
   * @throws CommandRefused with a {@link DeadlineRule}; nothing happened then
   */
  static PolicyAdopted decide(AdoptPolicy command, boolean calendarKnown, CommandContext context) {
    requireAdministrator(context);
    command.policy().rows().stream()
        .filter(row -> row.countsWorkingTime() && !calendarKnown)
        .findFirst()
        .ifPresent(row -> {
          // Else nobody could record a request to which it applies.
          throw new CommandRefused(DeadlineRule.CALENDAR_MISSING, "row " + row.id());
        });
    return command.policy();
  }

  /**
   * @throws CommandRefused with a {@link DeadlineRule}; nothing happened then
   */
  static CalendarImported decide(ImportCalendar command, CommandContext context) {
    requireAdministrator(context);
    LocalDate today = LocalDate.ofInstant(context.now(), LedgerZone.ID);
    CalendarImported calendar = command.calendar();
    if (calendar.to().isBefore(today)) {
      throw new CommandRefused(DeadlineRule.CALENDAR_OVER, "it ends on " + calendar.to());
    }
    return calendar;
  }

  private static void requireAdministrator(CommandContext context) {
    if (context.role() != ActorRole.ADMIN || context.actor().isSystem()) {
      throw new CommandRefused(DeadlineRule.ADOPTION_NOT_ALLOWED, context.role().code());
    }
  }
}
