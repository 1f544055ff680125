package org.disclosureledger.service.report;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportEvents;

/**
 * Axon's shell around {@link Report}: it keeps the state and hands events on, and decides nothing.
 */
public class ReportAggregate extends StreamAggregate<ReportEvent> {
  private ReportState state = ReportState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public ReportAggregate() {
    super(new ReportEvents());
  }

  /** Whether a stream may begin is the domain's to say, so Axon creates one for any command. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReportMessage message) {
    expect(message.expectedSequence(), ReportRule.STALE_VERSION);
    append(
        Report.decide(state, message.command(), message.context(), message.previous()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(ReportEvent event, MetaData metaData) {
    state = state.evolve(event, sourced(metaData));
  }
}
