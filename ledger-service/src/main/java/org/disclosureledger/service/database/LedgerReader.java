package org.disclosureledger.service.database;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
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
    return transaction.<T>execute(status -> {
      client
          .sql("SELECT set_config('ledger.id', :id, true)")
          .param("id", Objects.requireNonNull(ledgerId).toString())
          .query(String.class)
          .single();
      return query.apply(client);
    });
  }
}
