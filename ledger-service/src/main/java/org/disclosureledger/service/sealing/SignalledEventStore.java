package org.disclosureledger.service.sealing;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Readers of its streams look as soon as any process has committed, and now and then all the same.
 */
final class SignalledEventStore extends EmbeddedEventStore {
  private static final long FETCH_DELAY_MILLIS = 1_000;

  private SignalledEventStore(Builder builder) {
    super(builder);
  }

  static SignalledEventStore over(EventStorageEngine engine) {
    return new SignalledEventStore(
        EmbeddedEventStore.builder().storageEngine(engine).fetchDelay(FETCH_DELAY_MILLIS));
  }

  /** What Axon does after a commit of its own process. */
  void wake() {
    afterCommit(List.of());
  }
}
