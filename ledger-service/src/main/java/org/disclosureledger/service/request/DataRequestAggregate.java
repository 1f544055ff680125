package org.disclosureledger.service.request;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;

/**
 * Axon's shell around {@link DataRequest}: it keeps the state and hands events on, and decides
 * nothing.
 */
public class DataRequestAggregate extends StreamAggregate<RequestEvent> {
  private RequestState state = RequestState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public DataRequestAggregate() {
    super(new RequestEvents());
  }

  /**
   * Whether a request may begin is the domain's to say, so Axon is told to create one for any
   * command; a refused command leaves nothing behind.
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DataRequestMessage message) {
    expect(message.expectedSequence(), RequestRule.STALE_VERSION);
    append(
        DataRequest.decide(state, message.command(), message.context(), message.circumstances()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(RequestEvent event, MetaData metaData) {
    state = state.evolve(event, sourced(metaData));
  }
}
