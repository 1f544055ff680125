package org.disclosureledger.service.oversight;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:<stream>}
 * @param expectedSequence the stream's last sequence the caller has seen; absent to ask for none
 */
public record OversightMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    OversightCommand command,
    CommandContext context,
    @Nullable Long expectedSequence) {

  public static OversightMessage of(
      OversightCommand command, CommandContext context, @Nullable Long expectedSequence) {
    return new OversightMessage(
        StreamAggregate.identifier(context, command), command, context, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
