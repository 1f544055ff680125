package org.disclosureledger.service.storm;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.format.KeyId;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;

/**
 * A third replica's transaction, slow to commit: it has locked the deployment's head, taken a
 * position and written an entry of a ledger of its own there.
 */
final class LateCommit implements AutoCloseable {
  private static final Origin ORIGIN = new Origin("ledger.example/late");

  private final Connection connection;
  private final long position;

  private LateCommit(Connection connection, long position) {
    this.connection = connection;
    this.position = position;
  }

  /** Everything but the commit. */
  static LateCommit begin(LedgerDatabase database) throws SQLException {
    Connection connection = database.connect();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
            connection.prepareStatement("SELECT next_position FROM deployment_head FOR UPDATE");
        PreparedStatement advance =
            connection.prepareStatement(
                "UPDATE deployment_head SET next_position = next_position + 1")) {
      long position;
      try (ResultSet row = lock.executeQuery()) {
        row.next();
        position = row.getLong(1);
      }
      insert(connection, position);
      advance.executeUpdate();
      return new LateCommit(connection, position);
    }
  }

  private static void insert(Connection connection, long position) throws SQLException {
    UUID ledger = UUID.randomUUID();
    try (PreparedStatement row =
        connection.prepareStatement(
            "INSERT INTO ledger (id, name, origin, sample) VALUES (?, 'late', ?, false)")) {
      row.setObject(1, ledger);
      row.setString(2, ORIGIN.value());
      row.executeUpdate();
    }
    Entry entry = entry();
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            INSERT INTO entry (position, ledger_id, leaf_index, stream_id, sequence, event_id,
                               type, recorded_at, bytes, leaf_hash)
            VALUES (?, ?, 0, ?, 0, ?, ?, ?, ?, ?)\
            """)) {
      row.setLong(1, position);
      row.setObject(2, ledger);
      row.setString(3, entry.payload().subject().value());
      row.setObject(4, entry.payload().id());
      row.setString(5, entry.payload().type());
      row.setTimestamp(6, Timestamp.from(entry.payload().recordedTime()));
      row.setBytes(7, entry.bytes());
      row.setBytes(8, entry.leafHash().toBytes());
      row.executeUpdate();
    }
  }

  /** Of the right form; nobody asks who signed an entry of a type that nobody knows. */
  private static Entry entry() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    EntryPayload payload =
        new EntryPayload(
            new UUID(now.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE | 1),
            ORIGIN,
            "org.disclosureledger.storm.late.v1",
            new StreamId("storm"),
            now,
            now,
            0,
            LeafHash.ZERO,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            null,
            "https://disclosureledger.example/events/storm.late.v1",
            "{}".getBytes(StandardCharsets.UTF_8));
    byte[] input = EntryCodec.signingInput(new KeyId("A".repeat(43)), payload);
    return EntryCodec.parse(EntryCodec.assemble(input, new byte[64]));
  }

  long position() {
    return position;
  }

  void commit() throws SQLException {
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
