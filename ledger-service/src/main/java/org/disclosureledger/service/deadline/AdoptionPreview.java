package org.disclosureledger.service.deadline;

import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;

/** What would hold after an adoption, of which nothing happens: pure. */
public final class AdoptionPreview {
  private AdoptionPreview() {}

  /**
   * @param inForce the policy before, and the calendar
   * @throws org.disclosureledger.service.envelope.CommandRefused as the adoption itself would
   */
  public static PolicyInForce of(
      AdoptPolicy command, PolicyInForce inForce, CommandContext context) {
    PolicyInForce next =
        PolicyInForce.of(context.newId(), Adoption.decide(command, inForce, context));
    WorkingCalendar calendar = inForce.calendar();
    return calendar == null ? next : next.with(calendar);
  }

  /**
   * @param inForce the policy, and the calendar before
   * @throws org.disclosureledger.service.envelope.CommandRefused as the adoption itself would
   */
  public static PolicyInForce of(
      ImportCalendar command, PolicyInForce inForce, CommandContext context) {
    return inForce.with(
        new WorkingCalendar(context.newId(), Adoption.decide(command, inForce, context)));
  }
}
