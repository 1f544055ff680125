package org.disclosureledger.service.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a PostgreSQL of somebody else's must be before a ledger is trusted to it. */
final class ServerCheck {
  private static final int OLDEST = 150_000; // server_version_num of PostgreSQL 15.0

  private ServerCheck() {}

  /**
   * @throws StartRefused when it is too old, does not keep what it commits, or cannot be asked
   */
  static void require(DatabaseConnections connections) {
    DatabaseConnections.Login owner = connections.owner();
    try (Connection connection =
            DriverManager.getConnection(connections.url(), owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      require(
          connections.url(),
          Integer.parseInt(show(statement, "server_version_num")),
          show(statement, "fsync"),
          show(statement, "full_page_writes"));
    } catch (SQLException e) {
      String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new StartRefused(
          "the database at "
              + connections.url()
              + " cannot be reached: "
              + message.lines().findFirst().orElse(message),
          e);
    }
  }

  static void require(String url, int version, String fsync, String fullPageWrites) {
    if (version < OLDEST) {
      throw new StartRefused(
          "the database at " + url + " is older than PostgreSQL 15: " + version / 10_000);
    }
    if (!fsync.equals("on")) {
      throw new StartRefused(
          "the database at " + url + " runs with fsync=off and would lose acknowledged entries");
    }
    if (!fullPageWrites.equals("on")) {
      throw new StartRefused(
          "the database at " + url + " runs with full_page_writes=off and may tear pages");
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
