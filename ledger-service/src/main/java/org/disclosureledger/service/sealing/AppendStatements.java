package org.disclosureledger.service.sealing;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.disclosure.VaultedDisclosures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appender's SQL: every statement handles a whole batch by {@code unnest}. */
final class AppendStatements {
  private static final Logger log = LoggerFactory.getLogger(AppendStatements.class);
  private static final HexFormat HEX = HexFormat.of();

  private final Connection connection;

  AppendStatements(Connection connection) {
    this.connection = connection;
  }

  /** The heads, locked until the transaction ends, and the database's clock. */
  record Locked(long nextPosition, Instant databaseNow, List<LedgerState> ledgers) {}

  /** Deployment first, then ledgers in id order: every process locks in the same order. */
  Locked lockHeads(List<UUID> ledgerIds) throws SQLException {
    long nextPosition;
    Instant now;
    try (PreparedStatement lock =
            connection.prepareStatement(
                "SELECT next_position, clock_timestamp() FROM deployment_head FOR UPDATE");
        ResultSet row = lock.executeQuery()) {
      row.next();
      nextPosition = row.getLong(1);
      now = row.getObject(2, OffsetDateTime.class).toInstant();
    }
    List<LedgerState> states = new ArrayList<>();
    try (PreparedStatement lock =
        connection.prepareStatement(
            """
            SELECT ledger_id, size, frontier, max_recorded_at, entry_key, root, successor
            FROM ledger_head
            WHERE ledger_id = ANY (?) ORDER BY ledger_id FOR UPDATE\
            """)) {
      lock.setArray(1, array("uuid", ledgerIds, id -> id));
      try (ResultSet row = lock.executeQuery()) {
        while (row.next()) {
          readState(row).ifPresent(states::add);
        }
      }
    }
    return new Locked(nextPosition, now, states);
  }

  /** Nothing is built on a head that is not what was committed: its ledger takes no more. */
  private static Optional<LedgerState> readState(ResultSet row) throws SQLException {
    UUID ledger = row.getObject(1, UUID.class);
    OffsetDateTime newest = row.getObject(4, OffsetDateTime.class);
    try {
      TreeFrontier frontier = TreeFrontier.parse(row.getLong(2), row.getBytes(3));
      if (frontier.root().equals(TreeHash.of(row.getBytes(6)))) {
        return Optional.of(
            new LedgerState(
                ledger,
                frontier,
                newest == null ? null : newest.toInstant(),
                row.getString(5),
                row.getString(7)));
      }
      log.error("ALARM, the root of ledger {} is not its frontier's", ledger);
    } catch (FormatException e) {
      log.error("ALARM, the frontier of ledger {} is malformed: {}", ledger, e.rule());
    }
    return Optional.empty();
  }

  /** One query, after the locks: in READ COMMITTED it sees all that was committed before them. */
  void readHeadsAndAnswers(
      List<AppendRequest> requests,
      DigestCover.Held cover,
      Map<AppendBatch.StreamKey, StreamLink> heads,
      Map<AppendBatch.IdempotencyKey, AppendBatch.StoredAnswer> answers,
      Set<AppendBatch.StreamKey> erased)
      throws SQLException {
    Set<AppendBatch.StreamKey> streamSet = new LinkedHashSet<>();
    Set<AppendBatch.IdempotencyKey> keySet = new LinkedHashSet<>();
    for (AppendRequest request : requests) {
      request
          .entries()
          .forEach(e ->
              streamSet.add(
                  new AppendBatch.StreamKey(request.ledger().id(), e.payload().subject())));
      request
          .conditions()
          .heads()
          .keySet()
          .forEach(
              stream -> streamSet.add(new AppendBatch.StreamKey(request.ledger().id(), stream)));
      AppendBatch.IdempotencyKey key = AppendBatch.key(request);
      if (key != null) {
        keySet.add(key);
      }
    }
    List<AppendBatch.StreamKey> streams = List.copyOf(streamSet);
    List<AppendBatch.IdempotencyKey> keys = List.copyOf(keySet);
    List<AskedKey> asked = asked(keys, cover);
    try (PreparedStatement read =
        connection.prepareStatement(
            """
            SELECT true, u.i, e.sequence, e.leaf_hash, e.recorded_at,
                   (EXISTS (SELECT FROM erasure x
                            WHERE x.ledger_id = u.l AND x.stream_id = u.s))::integer, 0, 0,
                   NULL::text
              FROM unnest(?::uuid[], ?::text[]) WITH ORDINALITY u(l, s, i)
              CROSS JOIN LATERAL (
                SELECT sequence, leaf_hash, recorded_at FROM entry
                WHERE ledger_id = u.l AND stream_id = u.s ORDER BY sequence DESC LIMIT 1) e
            UNION ALL
            SELECT false, u.i, k.first_leaf_index, k.command_hmac, k.created_at, k.entry_count,
                   r.ordinal, r.year, k.cover_key
              FROM unnest(?::uuid[], ?::text[], ?::bytea[], ?::bigint[]) u(l, c, h, i)
              CROSS JOIN LATERAL (
                SELECT * FROM idempotency
                WHERE ledger_id = u.l AND client = u.c AND key_hmac = u.h LIMIT 1) k
              LEFT JOIN LATERAL (
                SELECT ordinal, year FROM register_number
                WHERE ledger_id = u.l AND leaf_index >= k.first_leaf_index
                  AND leaf_index < k.first_leaf_index + k.entry_count
                ORDER BY leaf_index LIMIT 1) r ON true\
            """)) {
      read.setArray(1, array("uuid", streams, AppendBatch.StreamKey::ledger));
      read.setArray(2, array("text", streams, s -> s.stream().value()));
      read.setArray(3, array("uuid", asked, a -> a.key().ledger()));
      read.setArray(4, array("text", asked, a -> a.key().client()));
      read.setArray(5, array("bytea", asked, AskedKey::stored));
      read.setArray(6, array("bigint", asked, AskedKey::ordinal));
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          int ordinal = row.getInt(2) - 1;
          if (row.getBoolean(1)) {
            if (row.getInt(6) == 1) {
              erased.add(streams.get(ordinal));
            }
            heads.put(
                streams.get(ordinal),
                new StreamLink(
                    row.getLong(3),
                    LeafHash.of(row.getBytes(4)),
                    row.getObject(5, OffsetDateTime.class).toInstant()));
          } else {
            answers.put(
                keys.get(ordinal),
                new AppendBatch.StoredAnswer(
                    AnswerStore.commandHmac(cover, row.getString(9), row.getBytes(4)),
                    row.getLong(3),
                    row.getInt(6),
                    number(row, 7)));
          }
        }
      }
    }
  }

  /** One way in which a key may be stored. */
  private record AskedKey(AppendBatch.IdempotencyKey key, byte[] stored, long ordinal) {}

  private static List<AskedKey> asked(
      List<AppendBatch.IdempotencyKey> keys, DigestCover.Held cover) {
    List<AskedKey> asked = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      for (byte[] stored : cover.every(HEX.parseHex(keys.get(i).keyHmacHex()))) {
        asked.add(new AskedKey(keys.get(i), stored, i + 1));
      }
    }
    return asked;
  }

  /** The number in this column and the next; columns without one are NULL. */
  static Optional<AssignedNumber> number(ResultSet row, int column) throws SQLException {
    int ordinal = row.getInt(column);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new AssignedNumber(ordinal, row.getInt(column + 1)));
  }

  void insertEntries(List<LedgerState.PlacedEntry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO entry (position, ledger_id, leaf_index, stream_id, sequence, event_id,
                               type, recorded_at, bytes, leaf_hash)
            SELECT * FROM unnest(?::bigint[], ?::uuid[], ?::bigint[], ?::text[], ?::bigint[],
                                 ?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[], ?::bytea[])\
            """)) {
      insert.setArray(1, array("bigint", entries, LedgerState.PlacedEntry::position));
      insert.setArray(2, array("uuid", entries, LedgerState.PlacedEntry::ledger));
      insert.setArray(3, array("bigint", entries, LedgerState.PlacedEntry::leafIndex));
      insert.setArray(4, array("text", entries, e -> e.entry().payload().subject().value()));
      insert.setArray(5, array("bigint", entries, e -> e.entry().payload().streamSequence()));
      insert.setArray(6, array("uuid", entries, e -> e.entry().payload().id()));
      insert.setArray(7, array("text", entries, e -> e.entry().payload().type()));
      insert.setArray(
          8, array("timestamptz", entries, e -> e.entry().payload().recordedTime().toString()));
      insert.setArray(9, array("bytea", entries, e -> e.entry().bytes()));
      insert.setArray(10, array("bytea", entries, e -> e.entry().leafHash().toBytes()));
      requireRows(insert, entries.size());
    }
  }

  private record Slot(UUID ledger, long leafIndex, int slot, UUID key, byte[] ciphertext) {}

  void insertDisclosures(List<AppendBatch.Accepted> accepted) throws SQLException {
    List<Slot> slots = new ArrayList<>();
    List<AppendBatch.Accepted> newKeys = new ArrayList<>();
    for (AppendBatch.Accepted done : accepted) {
      VaultedDisclosures vaulted = done.request().vaulted();
      if (vaulted == null) {
        continue;
      }
      if (vaulted.newKey() != null) {
        newKeys.add(done);
      }
      for (int i = 0; i < done.entries().size(); i++) {
        LedgerState.PlacedEntry entry = done.entries().get(i);
        List<byte[]> ciphertexts = vaulted.ciphertexts().get(i);
        for (int slot = 0; slot < ciphertexts.size(); slot++) {
          slots.add(
              new Slot(
                  entry.ledger(),
                  entry.leafIndex(),
                  slot,
                  vaulted.dataKeyId(),
                  ciphertexts.get(slot)));
        }
      }
    }
    insertKeys(newKeys);
    if (slots.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO disclosure (ledger_id, leaf_index, slot, data_key_id, ciphertext)
            SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::smallint[], ?::uuid[], ?::bytea[])\
            """)) {
      insert.setArray(1, array("uuid", slots, Slot::ledger));
      insert.setArray(2, array("bigint", slots, Slot::leafIndex));
      insert.setArray(3, array("smallint", slots, Slot::slot));
      insert.setArray(4, array("uuid", slots, Slot::key));
      insert.setArray(5, array("bytea", slots, Slot::ciphertext));
      requireRows(insert, slots.size());
    }
  }

  private void insertKeys(List<AppendBatch.Accepted> withKeys) throws SQLException {
    if (withKeys.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO data_key (id, ledger_id, stream_id, kek_id, wrapped)
            SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bytea[])\
            """)) {
      insert.setArray(1, array("uuid", withKeys, a -> vaulted(a).dataKeyId()));
      insert.setArray(2, array("uuid", withKeys, a -> a.request().ledger().id()));
      insert.setArray(3, array("text", withKeys, a -> firstStream(a.request()).value()));
      insert.setArray(4, array("text", withKeys, a -> newKey(a).kekId()));
      insert.setArray(5, array("bytea", withKeys, a -> newKey(a).wrapped()));
      requireRows(insert, withKeys.size());
    }
  }

  void insertAnswers(List<AppendBatch.Accepted> accepted, DigestCover.Held cover)
      throws SQLException {
    List<AppendBatch.Accepted> keyed =
        accepted.stream().filter(a -> a.request().idempotency() != null).toList();
    if (keyed.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO idempotency
                (cover_key, ledger_id, client, key_hmac, command_hmac, first_leaf_index,
                 entry_count)
            SELECT ?, u.* FROM unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::bigint[],
                                      ?::integer[]) u\
            """)) {
      insert.setString(1, cover.current());
      insert.setArray(2, array("uuid", keyed, a -> a.request().ledger().id()));
      insert.setArray(3, array("text", keyed, a -> idempotency(a).client()));
      insert.setArray(4, array("bytea", keyed, a -> cover.cover(idempotency(a).keyHmac())));
      insert.setArray(5, array("bytea", keyed, a -> cover.cover(idempotency(a).commandHmac())));
      insert.setArray(6, array("bigint", keyed, a -> a.entries().getFirst().leafIndex()));
      insert.setArray(7, array("integer", keyed, a -> a.entries().size()));
      requireRows(insert, keyed.size());
    }
  }

  void advanceLedger(LedgerState ledger) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE ledger_head
            SET size = ?, root = ?, frontier = ?, max_recorded_at = ?::timestamptz, entry_key = ?
            WHERE ledger_id = ? AND size = ?\
            """)) {
      update.setLong(1, ledger.frontier.size());
      update.setBytes(2, ledger.frontier.root().toBytes());
      update.setBytes(3, ledger.frontier.toBytes());
      Instant newest = ledger.newest();
      update.setString(4, newest == null ? null : newest.toString());
      update.setString(5, ledger.entryKey());
      update.setObject(6, ledger.id);
      update.setLong(7, ledger.sizeBefore);
      requireRows(update, 1);
    }
  }

  void advanceDeployment(long nextPosition) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE deployment_head SET next_position = ?")) {
      update.setLong(1, nextPosition);
      requireRows(update, 1);
    }
  }

  private static void requireRows(PreparedStatement statement, int expected) throws SQLException {
    int rows = statement.executeUpdate();
    if (rows != expected) {
      throw new IllegalStateException("expected " + expected + " rows, wrote " + rows);
    }
  }

  private <T> Array array(String type, List<T> from, Function<T, ? extends Object> column)
      throws SQLException {
    return SqlArrays.of(connection, type, from, column);
  }

  private static StreamId firstStream(AppendRequest request) {
    return request.entries().getFirst().payload().subject();
  }

  private static VaultedDisclosures vaulted(AppendBatch.Accepted accepted) {
    return present(accepted.request().vaulted());
  }

  private static VaultedDisclosures.WrappedKey newKey(AppendBatch.Accepted accepted) {
    return present(vaulted(accepted).newKey());
  }

  private static IdempotencyRecord idempotency(AppendBatch.Accepted accepted) {
    return present(accepted.request().idempotency());
  }

  private static <T> T present(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("filtered before");
    }
    return value;
  }
}
