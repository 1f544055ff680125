package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;

/** A ledger read back row by row and held to the format without the service's own code. */
final class StoredLedger {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Long, TreeHead> heads = new HashMap<>();

  private StoredLedger() {}

  /** Reads and checks: leaf indices, stream links, every checkpoint ever stored, the head row. */
  static StoredLedger check(Connection connection, String name) throws SQLException {
    UUID id = id(connection, name);
    StoredLedger ledger = new StoredLedger();
    ledger.readEntries(connection, id);
    ledger.checkCheckpoints(connection, id);
    ledger.checkHeadRow(connection, id);
    return ledger;
  }

  /** Positions of the whole deployment run without gap to the head's. */
  static void checkPositions(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                SELECT (SELECT next_position FROM deployment_head),
                       count(*), count(DISTINCT position), min(position), max(position)
                FROM entry\
                """);
        ResultSet row = query.executeQuery()) {
      assertThat(row.next()).isTrue();
      long next = row.getLong(1);
      assertThat(row.getLong(2)).as("entries of the deployment").isEqualTo(next);
      assertThat(row.getLong(3)).as("different positions").isEqualTo(next);
      assertThat(row.getLong(4)).as("first position").isZero();
      assertThat(row.getLong(5)).as("last position").isEqualTo(next - 1);
    }
  }

  /** In leaf order. */
  List<Entry> entries() {
    return entries;
  }

  private static UUID id(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT id FROM ledger WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).as("ledger %s", name).isTrue();
        return row.getObject(1, UUID.class);
      }
    }
  }

  private void readEntries(Connection connection, UUID id) throws SQLException {
    Map<StreamId, StreamLink> streams = new HashMap<>();
    TreeFrontier tree = TreeFrontier.empty();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT leaf_index, bytes FROM entry WHERE ledger_id = ? ORDER BY leaf_index")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          assertThat(row.getLong(1)).as("leaf index").isEqualTo(entries.size());
          Entry entry = EntryCodec.parse(row.getBytes(2));
          StreamId stream = entry.payload().subject();
          StreamLink.check(streams.get(stream), entry.payload());
          streams.put(stream, StreamLink.of(entry));
          tree.append(entry.leafHash());
          heads.put(tree.size(), tree.head());
          entries.add(entry);
        }
      }
    }
  }

  private void checkCheckpoints(Connection connection, UUID id) throws SQLException {
    long newest = 0;
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT size, note FROM checkpoint WHERE ledger_id = ? ORDER BY size")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          newest = row.getLong(1);
          Checkpoint signed = Checkpoint.parse(SignedNote.parse(row.getBytes(2)).text());
          assertThat(signed.head())
              .as("checkpoint of size %d", newest)
              .isEqualTo(heads.get(newest));
        }
      }
    }
    assertThat(newest).as("size of the newest checkpoint").isEqualTo(entries.size());
  }

  private void checkHeadRow(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT size, root, frontier FROM ledger_head WHERE ledger_id = ?")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        assertThat(row.next()).isTrue();
        TreeHead rebuilt = Objects.requireNonNull(heads.get((long) entries.size()));
        assertThat(row.getLong(1)).isEqualTo(rebuilt.size());
        assertThat(row.getBytes(2)).isEqualTo(rebuilt.root().toBytes());
        assertThat(TreeFrontier.parse(row.getLong(1), row.getBytes(3)).head()).isEqualTo(rebuilt);
      }
    }
  }
}
