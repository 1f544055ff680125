package org.disclosureledger.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the reader of people's queries for a test's own database. */
public final class LedgerReaders {
  private LedgerReaders() {}

  public static LedgerReader of(DataSource reader) {
    return of(reader, Duration.ofSeconds(60));
  }

  /** Of no database: within a question no time is left, outside of one there is no connection. */
  public static LedgerReader spent() {
    return of(
        new AbstractDataSource() {
          @Override
          public Connection getConnection() throws SQLException {
            throw new SQLException("outside of any question");
          }

          @Override
          public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
          }
        },
        Duration.ZERO);
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
