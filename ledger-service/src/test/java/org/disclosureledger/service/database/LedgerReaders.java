package org.disclosureledger.service.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the reader of people's queries for a test's own database. */
public final class LedgerReaders {
  private LedgerReaders() {}

  public static LedgerReader of(DataSource reader) {
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(reader));
    transaction.setReadOnly(true);
    return new LedgerReader(JdbcClient.create(reader), transaction);
  }
}
