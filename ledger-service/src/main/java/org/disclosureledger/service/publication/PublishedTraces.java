package org.disclosureledger.service.publication;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.disclosureledger.service.sealing.TraceKeeper;
import org.disclosureledger.service.sealing.TracedEntry;

/** Keeps what the publisher of some process will need; it takes it away again. */
final class PublishedTraces implements TraceKeeper {
  @Override
  public void keep(Connection connection, List<TracedEntry> entries) throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
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
