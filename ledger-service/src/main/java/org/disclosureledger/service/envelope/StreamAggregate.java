package org.disclosureledger.service.envelope;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * What Axon's shells around a stream's decisions share: identifier, sequence and header. Ids and
 * times come from the command's context; Axon's own are not used.
 *
 * @param <E> the stream's events
 */
public abstract class StreamAggregate<E> {
  /** Metadata key of an unsealed event's {@link RecordedWithin}; what is stored has none. */
  public static final String RECORDED_WITHIN = "ledger.recorded-within";

  private final Map<Class<?>, String> types;

  @AggregateIdentifier private @Nullable String aggregateIdentifier;

  private long lastSequence = -1;

  protected StreamAggregate(EventCatalogue catalogue) {
    types =
        catalogue.bindings().stream()
            .collect(Collectors.toMap(EventBinding::payload, EventBinding::type));
  }

  /** {@code <ledger>:<stream>}, since Axon's storage interface knows no ledger. */
  public static String identifier(CommandContext context, LedgerCommand command) {
    return context.ledger() + ":" + command.stream();
  }

  /**
   * Holds a caller to the version it has seen. A stream without events has none: that it does not
   * exist is the domain's to say.
   *
   * @throws CommandRefused with {@code stale}
   */
  protected final void expect(@Nullable Long expectedSequence, RefusalRule stale) {
    if (expectedSequence != null && lastSequence >= 0 && expectedSequence != lastSequence) {
      throw new CommandRefused(stale, "the last sequence is " + lastSequence);
    }
  }

  protected final void append(
      List<ProposedEvent<E>> events, LedgerCommand command, CommandContext context) {
    aggregateIdentifier = identifier(context, command);
    for (ProposedEvent<E> event : events) {
      MetaData header = header(event, command.stream(), context);
      AggregateLifecycle.apply(
          event.event(),
          event.recordedWithin() == null
              ? header
              : header.and(RECORDED_WITHIN, event.recordedWithin()));
    }
  }

  private MetaData header(ProposedEvent<E> proposed, StreamId stream, CommandContext context) {
    String type = types.get(proposed.event().getClass());
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
            proposed.actor(context),
            proposed.role(context),
            context.correlationId(),
            lastSequence + 1,
            EventHeader.UNSEALED,
            EventHeader.UNSEALED)
        .toMetaData();
  }

  /** The header of an event just applied or re-sourced; to be called for each, in order. */
  protected final EventHeader sourced(MetaData metaData) {
    EventHeader header = EventHeader.from(metaData);
    aggregateIdentifier = header.ledger() + ":" + header.subject();
    lastSequence = header.sequence();
    return header;
  }
}
