package org.disclosureledger.service.publication;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The right to publish, of one process at a time: an advisory lock that ends with its connection,
 * so that another process takes over as soon as this one is gone. Should two ever publish at once,
 * records come twice and nothing else happens.
 */
final class PublicationLease implements AutoCloseable {
  // "ledger publication", abbreviated: no other lock of the service has this key.
  private static final long KEY = 0x6c65646765722d70L;
  private static final int CHECK_SECONDS = 5;

  private final Connection connection;

  private PublicationLease(Connection connection) {
    this.connection = connection;
  }

  /** Empty while another process holds it. */
  static Optional<PublicationLease> tryTake(DataSource unpooled) throws SQLException {
    Connection connection = unpooled.getConnection();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
      if (row.next() && row.getBoolean(1)) {
        return Optional.of(new PublicationLease(connection));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  /** Whether the connection, and the lock with it, still stands. */
  boolean isHeld() throws SQLException {
    return connection.isValid(CHECK_SECONDS);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
