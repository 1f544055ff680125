package org.disclosureledger.service.oversight;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.oversight.event.OversightEvents;

/**
 * Axon's shell around {@link Oversight}: it keeps the state and hands events on, and decides
 * nothing.
 */
public class OversightAggregate extends StreamAggregate<OversightEvent> {
  private OversightState state = OversightState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public OversightAggregate() {
    super(new OversightEvents());
  }

  /** Whether a stream may begin is the domain's to say, so Axon creates one for any command. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OversightMessage message) {
    expect(message.expectedSequence(), OversightRule.STALE_VERSION);
    append(
        Oversight.decide(state, message.command(), message.context()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(OversightEvent event, MetaData metaData) {
    state = state.evolve(event, sourced(metaData));
  }
}
