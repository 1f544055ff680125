package org.disclosureledger.service.agency;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.envelope.StreamAggregate;

/**
 * Axon's shell around {@link Agency}: it keeps the state and hands events on, and decides nothing.
 */
public class AgencyAggregate extends StreamAggregate<AgencyEvent> {
  private AgencyState state = AgencyState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public AgencyAggregate() {
    super(new AgencyEvents());
  }

  /** Whether a stream may begin is the domain's to say, so Axon creates one for any command. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AgencyMessage message) {
    expect(message.expectedSequence(), AgencyRule.STALE_VERSION);
    append(
        Agency.decide(state, message.command(), message.context()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(AgencyEvent event, MetaData metaData) {
    state = state.evolve(event, sourced(metaData));
  }
}
