package org.disclosureledger.service.database;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Queries on behalf of people: read only, under the {@code ledger_reader} role, and PostgreSQL's
 * row-level security shows the rows of one ledger, whatever the query forgets to say.
 */
public class LedgerReader {
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  LedgerReader(JdbcClient client, TransactionTemplate transaction) {
    this.client = client;
    this.transaction = transaction;
    this.snapshot =
        new TransactionTemplate(
            Objects.requireNonNull(transaction.getTransactionManager()), transaction);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** Runs the query in one read-only transaction that sees the given ledger alone. */
  public <T extends @Nullable Object> T in(UUID ledgerId, Function<JdbcClient, T> query) {
    return in(transaction, ledgerId, query);
  }

  /** The same for several statements that all see the ledger at one moment. */
  public <T extends @Nullable Object> T inSnapshot(UUID ledgerId, Function<JdbcClient, T> query) {
    return in(snapshot, ledgerId, query);
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
