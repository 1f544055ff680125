package org.disclosureledger.service.sealing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger as Axon's event store (SPI of Axon 4.13). An aggregate identifier is {@code
 * <ledger>:<subject>}; the tracking token is the deployment's gap-free position. {@link
 * #appendEvents} is the commit point of a command and runs once in its unit of work.
 */
class LedgerEventStorageEngine implements EventStorageEngine {
  private static final String AGGREGATE_TYPE = "ledger-stream";
  private static final int READ_AHEAD = 500;

  private final EntryStore store;
  private final LedgerSealing sealing;
  private final JdbcClient database;

  LedgerEventStorageEngine(EntryStore store, LedgerSealing sealing, JdbcClient database) {
    this.store = store;
    this.sealing = sealing;
    this.database = database;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
    if (!(unit.getMessage().getMetaData().get(AppendSlot.KEY) instanceof AppendSlot slot)) {
      throw new IllegalStateException("events are appended by commands with an append slot only");
    }
    if (slot.isFilled()) {
      throw new IllegalStateException("a unit of work appends once");
    }
    List<UnsealedEvent> unsealed = new ArrayList<>(events.size());
    String identifier = null;
    for (EventMessage<?> event : events) {
      if (!(event instanceof DomainEventMessage<?> domain)) {
        throw new IllegalStateException("an event without sequence number has no stream");
      }
      if (identifier != null && !identifier.equals(domain.getAggregateIdentifier())) {
        throw new IllegalStateException("a unit of work appends to one stream");
      }
      identifier = domain.getAggregateIdentifier();
      unsealed.add(
          new UnsealedEvent(
              EventHeader.from(event.getMetaData()),
              event.getPayload(),
              (RecordedWithin) event.getMetaData().get(StreamAggregate.RECORDED_WITHIN)));
    }
    StreamLink head = (StreamLink) unit.resources().get(headKey(String.valueOf(identifier)));
    AppendResult result =
        sealing.append(slot.ledger(), unsealed, head, slot.idempotency(), slot.conditions());
    if (result.replayed()) {
      throw new AlreadyAppended(result);
    }
    slot.fill(result);
  }

  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    int colon = aggregateIdentifier.indexOf(':');
    List<StoredEvent> events =
        store.stream(
            aggregateIdentifier.substring(0, colon),
            new StreamId(aggregateIdentifier.substring(colon + 1)));
    if (!events.isEmpty() && CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get()
          .root()
          .resources()
          .put(headKey(aggregateIdentifier), StreamLink.of(events.getLast().entry()));
    }
    return DomainEventStream.of(
        events.stream()
            .filter(e -> e.header().sequence() >= firstSequenceNumber)
            .map(e -> message(aggregateIdentifier, e)));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken trackingToken, boolean mayBlock) {
    long after = trackingToken == null ? -1 : trackingToken.position().orElse(-1);
    return store.after(after, READ_AHEAD).stream().map(LedgerEventStorageEngine::tracked);
  }

  private static TrackedEventMessage<?> tracked(StoredEvent event) {
    String identifier = event.header().ledger() + ":" + event.header().subject().value();
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(event.header().position()), message(identifier, event));
  }

  private static DomainEventMessage<?> message(String identifier, StoredEvent event) {
    EventHeader header = event.header();
    Object payload = event.payload() == null ? new UnknownEvent(header.type()) : event.payload();
    return new GenericDomainEventMessage<>(
        AGGREGATE_TYPE,
        identifier,
        header.sequence(),
        payload,
        header.toMetaData(),
        header.id().toString(),
        header.recordedTime());
  }

  /** Stands for an event of a type that this version does not know. */
  record UnknownEvent(String type) {}

  private static String headKey(String aggregateIdentifier) {
    return "ledger.stream-head:" + aggregateIdentifier;
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    throw new UnsupportedOperationException("a stream's state is its entries alone");
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return Optional.empty();
  }

  @Override
  public @Nullable TrackingToken createTailToken() {
    return null;
  }

  @Override
  public @Nullable TrackingToken createHeadToken() {
    long head = store.headPosition();
    return head < 0 ? null : new GlobalSequenceTrackingToken(head);
  }

  @Override
  public @Nullable TrackingToken createTokenAt(Instant dateTime) {
    long before =
        database
            .sql(
                """
                SELECT coalesce((SELECT min(position) FROM entry WHERE recorded_at >= :at),
                                (SELECT next_position FROM deployment_head)) - 1\
                """)
            .param("at", Timestamp.from(dateTime))
            .query(Long.class)
            .single();
    return before < 0 ? null : new GlobalSequenceTrackingToken(before);
  }
}
