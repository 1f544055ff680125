package org.disclosureledger.service.agency;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:<stream>}
 * @param expectedSequence the stream's last sequence the caller has seen; absent to ask for none
 */
public record AgencyMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    AgencyCommand command,
    CommandContext context,
    @Nullable Long expectedSequence) {

  public static AgencyMessage of(
      AgencyCommand command, CommandContext context, @Nullable Long expectedSequence) {
    return new AgencyMessage(
        StreamAggregate.identifier(context, command), command, context, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
