package org.disclosureledger.service.request;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.jspecify.annotations.Nullable;

/**
 * Axon's shell around {@link DataRequest}: it keeps the state and hands events on, and decides
 * nothing.
 */
public class DataRequestAggregate extends StreamAggregate<RequestEvent> {
  private RequestState state = RequestState.EMPTY;

  /** Why the stream takes no command any more: who knows nothing of it decides nothing. */
  private @Nullable StreamUnreadable unreadable;

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
    StreamUnreadable contradiction = unreadable;
    if (contradiction != null) {
      throw new CommandRefused(
          RequestRule.STREAM_UNREADABLE, String.valueOf(contradiction.getMessage()));
    }
    expect(message.expectedSequence(), RequestRule.STALE_VERSION);
    append(
        DataRequest.decide(state, message.command(), message.context(), message.circumstances()),
        message.command(),
        message.context());
  }

  @EventSourcingHandler
  void on(RequestEvent event, MetaData metaData) {
    EventHeader header = sourced(metaData);
    if (unreadable != null) {
      return;
    }
    try {
      state = state.evolve(event, header);
    } catch (StreamUnreadable contradiction) {
      if (header.leafIndex() == EventHeader.UNSEALED) {
        throw contradiction; // decided just now: a bug, and nothing of it is to be appended
      }
      unreadable = contradiction;
    }
  }
}
