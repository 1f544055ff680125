package org.disclosureledger.service.reconciliation;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.reconciliation.event.ReconciliationEvent;
import org.disclosureledger.service.reconciliation.event.ReconciliationEvents;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;

/**
 * Axon's shell around {@link Reconciliation}: it keeps the state and hands events on, and decides
 * nothing.
 */
public class ReconciliationAggregate extends StreamAggregate<ReconciliationEvent> {
  private ReconciliationState state = ReconciliationState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public ReconciliationAggregate() {
    super(new ReconciliationEvents());
  }

  /** Whether a stream may begin is the domain's to say, so Axon creates one for any command. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ReconciliationMessage message) {
    expect(message.expectedSequence(), ReconciliationRule.STALE_VERSION);
    append(
        Reconciliation.decide(state, message.command(), message.context()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(ReconciliationEvent event, MetaData metaData) {
    sourced(metaData);
    state =
        switch (event) {
          case ReconciliationRecorded unused -> ReconciliationState.RECORDED;
        };
  }
}
