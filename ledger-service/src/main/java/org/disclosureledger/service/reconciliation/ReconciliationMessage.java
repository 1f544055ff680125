package org.disclosureledger.service.reconciliation;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.reconciliation.command.ReconciliationCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:<stream>}
 * @param expectedSequence the stream's last sequence the caller has seen; absent to ask for none
 */
public record ReconciliationMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    ReconciliationCommand command,
    CommandContext context,
    @Nullable Long expectedSequence) {

  public static ReconciliationMessage of(
      ReconciliationCommand command, CommandContext context, @Nullable Long expectedSequence) {
    return new ReconciliationMessage(
        StreamAggregate.identifier(context, command), command, context, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
