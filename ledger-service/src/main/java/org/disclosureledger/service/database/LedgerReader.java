package org.disclosureledger.service.database;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queries on behalf of people: read only, under the {@code ledger_reader} role, and PostgreSQL's
 * row-level security shows the rows of one ledger, whatever the query forgets to say.
 */
public class LedgerReader {
  /** When the question that this thread answers began, by {@link System#nanoTime}. */
  private static final ScopedValue<Long> BEGUN = ScopedValue.newInstance();

  /** Questions that have two connections: so few that nobody waits for the second for long. */
  private static final int MOST_BESIDE = 2;

  /** A snapshot's name is a part of a statement, for it can be no parameter. */
  private static final Pattern SNAPSHOT = Pattern.compile("[0-9A-F]+(-[0-9A-F]+)+");

  private final Semaphore beside = new Semaphore(MOST_BESIDE);
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;
  private final Duration patience;

  /**
   * @param patience how long all statements of one question may take
   */
  LedgerReader(JdbcClient client, TransactionTemplate transaction, Duration patience) {
    this.client = client;
    this.transaction = transaction;
    this.patience = patience;
    this.snapshot =
        new TransactionTemplate(
            Objects.requireNonNull(transaction.getTransactionManager()), transaction);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * What is read within is one question, from whatever ledgers: each of its statements gets what
   * the ones before it left of the time. Within another question it is a part of that.
   */
  public static <T> T question(Supplier<? extends T> asked) {
    return BEGUN.isBound()
        ? asked.get()
        : ScopedValue.where(BEGUN, System.nanoTime()).<T, RuntimeException>call(asked::get);
  }

  /** Runs the query in one read-only transaction that sees the given ledger alone. */
  public <T extends @Nullable Object> T in(UUID ledgerId, Function<JdbcClient, T> query) {
    return in(BEGUN.isBound() ? timed(transaction) : transaction, ledgerId, query);
  }

  /**
   * The same for several statements that all see the ledger at one moment; a question if they are
   * within none.
   *
   * @throws org.springframework.dao.QueryTimeoutException when one is cut off
   * @throws TransactionTimedOutException when no time is left for the next one
   */
  public <T extends @Nullable Object> T inSnapshot(UUID ledgerId, Function<JdbcClient, T> query) {
    return in(timed(snapshot), ledgerId, query);
  }

  /**
   * The same with a second transaction that sees the same moment, in a thread of its own. Where too
   * many have one already there is none, and what is read beside is read behind.
   */
  public <T extends @Nullable Object> T inSharedSnapshot(
      UUID ledgerId, BiFunction<JdbcClient, Beside, T> query) {
    return question(() ->
        in(
            timed(snapshot),
            ledgerId,
            db -> {
              if (!beside.tryAcquire()) {
                return query.apply(db, Beside.one(db));
              }
              // Closed, that is waited for, while the snapshot stands.
              try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
                return query.apply(db, exported(db, ledgerId, thread));
              } finally {
                beside.release();
              }
            }));
  }

  private Beside exported(JdbcClient db, UUID ledgerId, ExecutorService thread) {
    String name = db.sql("SELECT pg_export_snapshot()").query(String.class).single();
    if (!SNAPSHOT.matcher(name).matches()) {
      throw new IllegalStateException("PostgreSQL names a snapshot strangely");
    }
    long begun = BEGUN.get();
    return new Beside() {
      @Override
      public <R> Supplier<R> read(Function<JdbcClient, R> query) {
        Callable<R> imported = () -> in(timed(snapshot), Optional.of(name), ledgerId, query);
        Future<R> reading =
            thread.submit(() -> ScopedValue.where(BEGUN, begun).<R, Exception>call(imported::call));
        return () -> waitedFor(reading);
      }
    };
  }

  private static <T> T waitedFor(Future<T> reading) {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      switch (Objects.requireNonNull(e.getCause())) {
        case RuntimeException thrown -> throw thrown;
        case Error thrown -> throw thrown;
        default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while figures were read", e);
    }
  }

  /** Spring gives each statement what is left of its transaction's time, in whole seconds. */
  private TransactionTemplate timed(TransactionTemplate kind) {
    Duration left =
        BEGUN.isBound() ? patience.minusNanos(System.nanoTime() - BEGUN.get()) : patience;
    if (!left.isPositive()) {
      throw new TransactionTimedOutException("no time is left of " + patience);
    }
    TransactionTemplate timed =
        new TransactionTemplate(Objects.requireNonNull(kind.getTransactionManager()), kind);
    timed.setTimeout(Math.toIntExact(left.plusMillis(999).toSeconds()));
    return timed;
  }

  private <T extends @Nullable Object> T in(
      TransactionTemplate transaction, UUID ledgerId, Function<JdbcClient, T> query) {
    return in(transaction, Optional.empty(), ledgerId, query);
  }

  private <T extends @Nullable Object> T in(
      TransactionTemplate transaction,
      Optional<String> imported,
      UUID ledgerId,
      Function<JdbcClient, T> query) {
    return transaction.<T>execute(status -> {
      // Before anything is read: with that a transaction has a snapshot of its own.
      imported.ifPresent(name -> client.sql("SET TRANSACTION SNAPSHOT '" + name + "'").update());
      client
          .sql("SELECT set_config('ledger.id', :id, true)")
          .param("id", Objects.requireNonNull(ledgerId).toString())
          .query(String.class)
          .single();
      return query.apply(client);
    });
  }
}
