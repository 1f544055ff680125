package org.disclosureledger.service.projection;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * What an Axon processor hands its events to; the processor's batch is the transaction. The rows'
 * own position decides, not the token: an event seen before is skipped, and if the token ran ahead
 * of the rows (a schema restored or dropped), what lies between is read from the ledger first.
 */
final class ProjectionFeed implements EventMessageHandler {
  private static final int CATCH_UP_BATCH = 500;

  private final ProjectionTables tables;
  private final EntryStore store;

  ProjectionFeed(ProjectionTables tables, EntryStore store) {
    this.tables = tables;
    this.store = store;
  }

  @Override
  public @Nullable Object handle(EventMessage<?> message) {
    EventHeader header = EventHeader.from(message.getMetaData());
    tables.lockShared();
    tables.use(tables.serving());
    Optional<Long> before = tables.advance(header.position());
    if (before.isPresent()) {
      catchUp(before.get(), header.position());
      tables.apply(header, message.getPayload());
    }
    return null;
  }

  private void catchUp(long from, long to) {
    long reached = from;
    while (reached + 1 < to) {
      List<StoredEvent> events = store.after(reached, CATCH_UP_BATCH);
      if (events.isEmpty()) {
        throw new IllegalStateException("no event after position " + reached + ", yet " + to);
      }
      for (StoredEvent event : events) {
        reached = event.header().position();
        if (reached >= to) {
          return;
        }
        tables.apply(event.header(), event.payload());
      }
    }
  }

  @Override
  public Class<?> getTargetType() {
    return ProjectionFeed.class;
  }
}
