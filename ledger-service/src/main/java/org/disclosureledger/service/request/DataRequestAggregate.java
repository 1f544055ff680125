package org.disclosureledger.service.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.jspecify.annotations.Nullable;

/**
 * Axon's shell around {@link DataRequest}: it keeps the state and hands events on, and decides
 * nothing. Ids and times come from the command's context; Axon's own are not used.
 */
public class DataRequestAggregate {
  private static final Map<Class<?>, String> TYPES =
      new RequestEvents()
          .bindings().stream().collect(Collectors.toMap(EventBinding::payload, EventBinding::type));

  @AggregateIdentifier private @Nullable String aggregateIdentifier;

  private RequestState state = RequestState.EMPTY;

  /** For Axon, which makes an empty aggregate before the first command or event. */
  public DataRequestAggregate() {}

  /**
   * Whether a request may begin is the domain's to say, so Axon is told to create one for any
   * command; a refused command leaves nothing behind.
   */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DataRequestMessage message) {
    Long expected = message.expectedSequence();
    Gate.require(
        expected == null || !state.exists() || expected == state.lastSequence(),
        RequestRule.STALE_VERSION,
        "the last sequence is " + state.lastSequence());
    List<ProposedEvent<RequestEvent>> events =
        DataRequest.decide(state, message.command(), message.context(), message.circumstances());
    aggregateIdentifier = message.aggregateIdentifier();
    StreamId stream = new StreamId("request/" + message.command().requestId());
    for (ProposedEvent<RequestEvent> event : events) {
      AggregateLifecycle.apply(event.event(), header(event, stream, message.context()));
    }
  }

  private MetaData header(
      ProposedEvent<RequestEvent> proposed, StreamId stream, CommandContext context) {
    String type = TYPES.get(proposed.event().getClass());
    if (type == null) {
      throw new IllegalStateException("no binding for " + proposed.event().getClass());
    }
    return new EventHeader(
            proposed.id(),
            context.ledger(),
            stream,
            type,
            proposed.time(),
            context.now(),
            context.actor(),
            context.role(),
            context.correlationId(),
            state.lastSequence() + 1,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED)
        .toMetaData();
  }

  @EventSourcingHandler
  void on(RequestEvent event, MetaData metaData) {
    EventHeader header = EventHeader.from(metaData);
    aggregateIdentifier = header.ledger() + ":" + header.subject().value();
    state = state.evolve(event, header);
  }
}
