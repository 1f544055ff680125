package org.disclosureledger.service.disclosure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what the vault holds of a stream, in the caller's transaction: the data key first of all,
 * without which no copy of the rest can be opened. Afterwards the stream is known as erased.
 */
public final class StreamErasure {
  private static final String REQUEST = "request/";
  private static final String ACCESS = "access/";

  private StreamErasure() {}

  /**
   * @param at when, for people to read
   */
  public static void apply(Connection connection, UUID ledger, StreamId stream, Instant at)
      throws SQLException {
    remember(connection, ledger, stream, deleteKey(connection, ledger, stream), at);
    deleteDisclosures(connection, ledger, stream);
    delete(connection, "DELETE FROM lookup WHERE ledger_id = ? AND stream_id = ?", ledger, stream);
  }

  /**
   * The same of the stream that tells of an erasure, as far as it goes: who let whom look, and what
   * they said of it, is about the same people.
   */
  public static void applyBeside(Connection connection, UUID ledger, StreamId stream, Instant at)
      throws SQLException {
    UUID key = deleteKey(connection, ledger, stream);
    if (key != null) {
      remember(connection, ledger, stream, key, at);
      deleteDisclosures(connection, ledger, stream);
    }
  }

  /**
   * Both streams of a request, of which one key is known to be erased: a request without starred
   * values has none of its own, and was erased all the same with what is told of those who looked.
   *
   * @param either {@code request/<id>} or {@code access/<id>}
   */
  static void applyToBoth(Connection connection, UUID ledger, StreamId either, Instant at)
      throws SQLException {
    String id = either.value().substring(either.value().indexOf('/') + 1);
    apply(connection, ledger, new StreamId(REQUEST + id), at);
    applyBeside(connection, ledger, new StreamId(ACCESS + id), at);
  }

  /** Whether it is one of the two streams of a request. */
  static boolean isOfRequest(StreamId stream) {
    return stream.value().startsWith(REQUEST) || stream.value().startsWith(ACCESS);
  }

  private static @Nullable UUID deleteKey(Connection connection, UUID ledger, StreamId stream)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM data_key WHERE ledger_id = ? AND stream_id = ? RETURNING id")) {
      delete.setObject(1, ledger);
      delete.setString(2, stream.value());
      try (ResultSet row = delete.executeQuery()) {
        return row.next() ? row.getObject(1, UUID.class) : null;
      }
    }
  }

  private static void remember(
      Connection connection, UUID ledger, StreamId stream, @Nullable UUID key, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO erasure (ledger_id, stream_id, data_key_id, erased_at)
            VALUES (?, ?, ?, ?::timestamptz)
            -- Another process may have erased it again just now, after a restore.
            ON CONFLICT (ledger_id, stream_id) DO NOTHING\
            """)) {
      insert.setObject(1, ledger);
      insert.setString(2, stream.value());
      insert.setObject(3, key);
      insert.setString(4, at.toString());
      insert.executeUpdate();
    }
  }

  private static void deleteDisclosures(Connection connection, UUID ledger, StreamId stream)
      throws SQLException {
    delete(
        connection,
        """
        DELETE FROM disclosure d USING entry e
        WHERE e.ledger_id = ? AND e.stream_id = ?
          AND d.ledger_id = e.ledger_id AND d.leaf_index = e.leaf_index\
        """,
        ledger,
        stream);
  }

  private static void delete(Connection connection, String sql, UUID ledger, StreamId stream)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, ledger);
      delete.setString(2, stream.value());
      delete.executeUpdate();
    }
  }
}
