package org.disclosureledger.service.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the reader of people's queries for a test's own database. */
public final class LedgerReaders {
  private LedgerReaders() {}

  public static LedgerReader of(DataSource reader) {
    return of(reader, Duration.ofSeconds(60));
  }

  /**
   * @param patience how long all statements of one question may take
   */
  public static LedgerReader of(DataSource reader, Duration patience) {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(reader));
    transaction.setReadOnly(true);
    return new LedgerReader(JdbcClient.create(reader), transaction, patience);
  }
}
