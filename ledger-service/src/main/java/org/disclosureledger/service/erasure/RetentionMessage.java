package org.disclosureledger.service.erasure;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.erasure.command.AdoptRetention;
import org.jspecify.annotations.Nullable;

/**
 * Retention rules on their way to their aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:retention}
 * @param expectedSequence of that stream, as the caller has seen it
 */
public record RetentionMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    AdoptRetention command,
    CommandContext context,
    @Nullable Long expectedSequence) {

  public static RetentionMessage of(
      AdoptRetention command, CommandContext context, @Nullable Long expectedSequence) {
    return new RetentionMessage(
        StreamAggregate.identifier(context, command), command, context, expectedSequence);
  }

  @Override
  public String toString() {
    return "AdoptRetention[" + aggregateIdentifier + "]";
  }
}
