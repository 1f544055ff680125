package org.disclosureledger.service.publication;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.disclosureledger.service.sealing.CommitSignal;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.trace.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes all ledgers, in one thread of one process of the deployment. What the brokers refuse or
 * do not answer is tried again; a ledger whose topics are in trouble does not hold up the others.
 */
final class Publisher implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Publisher.class);
  private static final Duration IDLE = Duration.ofSeconds(2);
  private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();
  private static final int BATCHES_IN_A_ROW = 20;

  private final DataSource unpooled;
  private final PublicationStore store;
  private final LedgerRecords records;
  private final LedgerTopics topics;
  private final LedgerDirectory ledgers;
  private final HeadGuard guard;
  private final CommitSignal signal;
  private final Supplier<Producer<String, byte[]>> producers;
  private final Traces traces;
  private final Thread thread;
  private final Set<UUID> ready = new HashSet<>();
  private final Map<UUID, Trouble> troubles = new HashMap<>();
  private volatile boolean closed;

  /** When a ledger is tried again, after how many failures. */
  private record Trouble(int failures, long again) {}

  Publisher(
      DataSource unpooled,
      PublicationStore store,
      LedgerRecords records,
      LedgerTopics topics,
      LedgerDirectory ledgers,
      HeadGuard guard,
      CommitSignal signal,
      Supplier<Producer<String, byte[]>> producers,
      Traces traces) {
    this.unpooled = unpooled;
    this.store = store;
    this.records = records;
    this.topics = topics;
    this.ledgers = ledgers;
    this.guard = guard;
    this.signal = signal;
    this.producers = producers;
    this.traces = traces;
    this.thread = Thread.ofPlatform().name("ledger-publisher").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    long seen = signal.seen();
    while (!closed) {
      try (Closing lease = lease()) {
        if (lease.held().isPresent()) {
          ready.clear();
          publishWhileHeld(lease.held().get());
        }
      } catch (SQLException | RuntimeException e) {
        log.warn("publication pauses: {}", e.getMessage());
      } catch (Error e) {
        // Not even this ends the thread: nobody would see that nothing is published any more.
        log.error("ALARM publication pauses", e);
      }
      seen = signal.await(seen, IDLE);
    }
  }

  private record Closing(Optional<PublicationLease> held) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      if (held.isPresent()) {
        held.get().close();
      }
    }
  }

  private Closing lease() throws SQLException {
    return new Closing(PublicationLease.tryTake(unpooled));
  }

  private void publishWhileHeld(PublicationLease lease) throws SQLException {
    while (!closed && lease.isHeld()) {
      // A producer that failed may have records of its own on the way: never go on with it.
      try (Producer<String, byte[]> producer = producers.get()) {
        publishUntilTrouble(lease, producer);
      }
    }
  }

  private void publishUntilTrouble(PublicationLease lease, Producer<String, byte[]> producer)
      throws SQLException {
    LedgerPublication publication = new LedgerPublication(store, records, producer, traces);
    long seen = signal.seen();
    while (!closed && lease.isHeld()) {
      boolean more = false;
      for (LedgerDescription ledger : ledgers.all()) {
        Trouble trouble = troubles.get(ledger.id());
        boolean waits = trouble != null && System.nanoTime() - trouble.again() < 0;
        // What a restored database or a copy holds is not told under this origin.
        if (waits || !guard.mayPublish(ledger)) {
          continue;
        }
        try {
          more |= publish(publication, ledger);
          troubles.remove(ledger.id());
        } catch (RuntimeException e) {
          trouble(ledger, trouble, e);
          if (e instanceof KafkaException) {
            producer.close(Duration.ZERO);
            return;
          }
        }
      }
      if (!more) {
        seen = signal.await(seen, IDLE);
      }
    }
  }

  private boolean publish(LedgerPublication publication, LedgerDescription ledger) {
    if (ready.add(ledger.id())) {
      try {
        topics.ensure(ledger);
      } catch (RuntimeException e) {
        ready.remove(ledger.id());
        throw e;
      }
    }
    boolean more = true;
    for (int i = 0; more && !closed && i < BATCHES_IN_A_ROW; i++) {
      more = publication.next(ledger);
    }
    return more;
  }

  private void trouble(LedgerDescription ledger, @Nullable Trouble before, RuntimeException e) {
    int failures = before == null ? 1 : before.failures() + 1;
    long pause = Math.min(LONGEST_PAUSE_NANOS, 500_000_000L << Math.min(failures - 1, 10));
    ready.remove(ledger.id());
    troubles.put(ledger.id(), new Trouble(failures, System.nanoTime() + pause));
    Throwable cause = e.getCause() == null ? e : e.getCause();
    log.warn(
        "ledger {} is not published further, failure {}: {}: {}",
        ledger.name(),
        failures,
        cause.getClass().getSimpleName(),
        cause.getMessage());
  }

  @Override
  public void close() {
    closed = true;
    signal.wake();
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
