package org.disclosureledger.service.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.disclosureledger.service.sealing.TraceKeeper;
import org.disclosureledger.service.sealing.TracedEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what the publisher of some process will need; it takes it away again. */
final class PublishedTraces implements TraceKeeper {
  private static final Logger log = LoggerFactory.getLogger(PublishedTraces.class);

  @Override
  public void keep(Connection connection, List<TracedEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Savepoint before = connection.setSavepoint();
    try {
      insert(connection, entries);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      // The traces are given up, and not the commands.
      connection.rollback(before);
      log.warn("traces of {} entries are not kept: SQL state {}", entries.size(), e.getSQLState());
    }
  }

  private static void insert(Connection connection, List<TracedEntry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO entry_trace (ledger_id, leaf_index, parent)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::text[])\
            """)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", entries.stream().map(TracedEntry::ledger).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf(
              "bigint", entries.stream().map(TracedEntry::leafIndex).toArray()));
      insert.setArray(
          3, connection.createArrayOf("text", entries.stream().map(TracedEntry::parent).toArray()));
      insert.executeUpdate();
    }
  }
}
