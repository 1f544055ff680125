package org.disclosureledger.service.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The wiring of processors, over Axon's own event store and real PostgreSQL. */
class AxonProjectionTest {

  /** Counts events into one row, and fails once at the event it is told to. */
  private static final class Counting implements Projector {
    private final CountDownLatch committed;
    private final long last;
    private final long failsOnceAt;
    private boolean failed;

    Counting(CountDownLatch committed, long last, long failsOnceAt) {
      this.committed = committed;
      this.last = last;
      this.failsOnceAt = failsOnceAt;
    }

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public void apply(EventHeader header, @Nullable Object payload, JdbcClient db) {
      db.sql("INSERT INTO seen (position) VALUES (:position)")
          .param("position", header.position())
          .update();
      if (header.position() == failsOnceAt && !failed) {
        failed = true;
        throw new IllegalStateException("once");
      }
      if (header.position() == last) {
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCommit() {
                committed.countDown();
              }
            });
      }
    }
  }

  @Test
  void aProcessorAppliesEveryEventOnceEvenThoughOneFailedAtFirst() throws Exception {
    long seed = new Random().nextLong();
    System.out.println("axon projection: seed " + seed);
    List<StoredEvent> events =
        new SyntheticHistory(seed, Instant.parse("2026-07-01T00:00:00Z")).run("north", 60).events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    // The rows before are made at the start, these come through the processor.
    int fed = events.size() - 10;
    CountDownLatch committed = new CountDownLatch(1);
    try (ProjectionDatabase database =
        new ProjectionDatabase(List.of(SyntheticHistory.ledger("north")))) {
      MemoryEntryStore before = new MemoryEntryStore(events.subList(0, fed));
      ProjectionRebuild rebuild =
          database.rebuild(before, new Counting(committed, events.size() - 1L, fed + 3));
      Configurer configurer = DefaultConfigurer.defaultConfiguration();
      configurer.configureEventStore(c ->
          EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build());
      configurer.registerComponent(TokenStore.class, c -> new InMemoryTokenStore());
      configurer.registerComponent(
          TransactionManager.class, c -> new SpringTransactionManager(database.transactions()));
      new AxonProjectionConfiguration()
          .projectionProcessors(rebuild, store)
          .configureModule(configurer);
      Configuration configuration = configurer.start();
      try {
        events.forEach(
            event -> configuration.eventStore().publish(ProjectionDatabase.message(event)));
        assertThat(committed.await(60, TimeUnit.SECONDS)).isTrue();
      } finally {
        configuration.shutdown();
      }
      assertThat(
              database
                  .client()
                  .sql("SELECT position FROM counting.seen ORDER BY position")
                  .query((row, n) -> row.getLong(1))
                  .list())
          .containsExactlyElementsOf(
              events.stream().map(event -> event.header().position()).toList());
    }
  }
}
