package org.disclosureledger.service.erasure;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.jspecify.annotations.Nullable;

/**
 * An erasure on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:access/<request id>}
 * @param expectedSequence of the request's stream, as the caller has seen it
 */
public record ErasureMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    ErasePersonalData command,
    CommandContext context,
    ErasureFacts facts,
    @Nullable Long expectedSequence) {

  public static ErasureMessage of(
      ErasePersonalData command,
      CommandContext context,
      ErasureFacts facts,
      @Nullable Long expectedSequence) {
    return new ErasureMessage(
        StreamAggregate.identifier(context, command), command, context, facts, expectedSequence);
  }

  @Override
  public String toString() {
    return "ErasePersonalData[" + aggregateIdentifier + "]";
  }
}
