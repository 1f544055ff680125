package org.disclosureledger.service.report;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.report.command.ReportCommand;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to its aggregate.
 *
 * @param aggregateIdentifier {@code <ledger>:<stream>}
 * @param previous the report of the period before, where there is one
 * @param expectedSequence the stream's last sequence the caller has seen; absent to ask for none
 */
public record ReportMessage(
    @TargetAggregateIdentifier String aggregateIdentifier,
    ReportCommand command,
    CommandContext context,
    @Nullable PreviousReport previous,
    @Nullable Long expectedSequence) {

  public static ReportMessage of(
      ReportCommand command,
      CommandContext context,
      @Nullable PreviousReport previous,
      @Nullable Long expectedSequence) {
    return new ReportMessage(
        StreamAggregate.identifier(context, command), command, context, previous, expectedSequence);
  }

  @Override
  public String toString() {
    return command.getClass().getSimpleName() + "[" + aggregateIdentifier + "]";
  }
}
