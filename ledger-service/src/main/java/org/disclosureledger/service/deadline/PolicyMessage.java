package org.disclosureledger.service.deadline;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.jspecify.annotations.Nullable;

/**
 * A policy on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:policy}
 * @param inForce the policy before, and the working calendar
 * @param expectedSequence of that stream, as the caller has seen it
 */
public record PolicyMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    AdoptPolicy command,
    CommandContext context,
    PolicyInForce inForce,
    @Nullable Long expectedSequence) {

  public static PolicyMessage of(
      AdoptPolicy command,
      CommandContext context,
      PolicyInForce inForce,
      @Nullable Long expectedSequence) {
    return new PolicyMessage(
        StreamAggregate.identifier(context, command), command, context, inForce, expectedSequence);
  }

  @Override
  public String toString() {
    return "AdoptPolicy[" + aggregateIdentifier + "]";
  }
}
