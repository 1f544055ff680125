package org.disclosureledger.service.request;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.request.command.RequestCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its aggregate, with all that deciding needs.
 *
 * @param aggregateIdentifier {@code <ledger>:request/<uuid>}
 * @param expectedSequence the stream's last sequence the caller has seen; absent to ask for none
 */
public record DataRequestMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    RequestCommand command,
    CommandContext context,
    Circumstances circumstances,
    @Nullable Long expectedSequence) {

  public static DataRequestMessage of(
      RequestCommand command,
      CommandContext context,
      Circumstances circumstances,
      @Nullable Long expectedSequence) {
    String identifier = StreamAggregate.identifier(context, command);
    return new DataRequestMessage(identifier, command, context, circumstances, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
