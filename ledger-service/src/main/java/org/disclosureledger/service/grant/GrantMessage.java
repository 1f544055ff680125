package org.disclosureledger.service.grant;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.grant.command.GrantCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command about grants on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:access/<request id>}
 * @param expectedSequence of the request's stream, as the caller has seen it
 */
public record GrantMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    GrantCommand command,
    CommandContext context,
    GrantFacts facts,
    @Nullable Long expectedSequence) {

  public static GrantMessage of(
      GrantCommand command,
      CommandContext context,
      GrantFacts facts,
      @Nullable Long expectedSequence) {
    return new GrantMessage(
        StreamAggregate.identifier(context, command), command, context, facts, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
