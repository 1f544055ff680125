package org.disclosureledger.service.deadline;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:calendar}
 * @param inForce the policy, and the working calendar before
 * @param expectedSequence of that stream, as the caller has seen it
 */
public record CalendarMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    ImportCalendar command,
    CommandContext context,
    PolicyInForce inForce,
    @Nullable Long expectedSequence) {

  public static CalendarMessage of(
      ImportCalendar command,
      CommandContext context,
      PolicyInForce inForce,
      @Nullable Long expectedSequence) {
    return new CalendarMessage(
        StreamAggregate.identifier(context, command), command, context, inForce, expectedSequence);
  }

  @Override
  public String toString() {
    return "ImportCalendar[" + aggregateIdentifier + "]";
  }
}
