package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.jspecify.annotations.Nullable;

/**
 * Signs committed heads, exactly as read back: what a crash or another replica left is signed as it
 * stands, and a head that was never committed is never signed.
 */
final class HeadSigner {
  private static final String COMMITTED =
      """
      SELECT l.id, l.origin, h.size, h.root, h.frontier, c.note, h.checkpoint_key, l.name, l.sample,
             h.successor
      FROM ledger l JOIN ledger_head h ON h.ledger_id = l.id
      LEFT JOIN checkpoint c ON c.ledger_id = l.id AND c.size = h.size
      WHERE h.size > 0\
      """;

  // As appends lock them: storing a note shares the lock of its head's row.
  private static final String IN_ORDER = " ORDER BY l.id";

  private final KeyRing keys;
  private final HeadGuard guard;

  HeadSigner(KeyRing keys, HeadGuard guard) {
    this.keys = keys;
    this.guard = guard;
  }

  HeadGuard guard() {
    return guard;
  }

  KeyRing keys() {
    return keys;
  }

  /**
   * Signs the heads of these ledgers unless a note for that size is stored.
   *
   * @return why, for each ledger whose head could not be signed; the others' notes are committed
   */
  Map<UUID, RuntimeException> signCommitted(Connection connection, Collection<UUID> ledgers)
      throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(COMMITTED + " AND l.id = ANY (?)" + IN_ORDER)) {
      read.setArray(1, connection.createArrayOf("uuid", ledgers.toArray()));
      return signUnsigned(connection, read);
    }
  }

  /**
   * The same for every ledger that has not ended, after a crash or an unknown commit outcome: what
   * one left unsigned when it ended stays so.
   */
  Map<UUID, RuntimeException> signAll(Connection connection) throws SQLException {
    try (PreparedStatement read =
        connection.prepareStatement(COMMITTED + " AND h.successor IS NULL" + IN_ORDER)) {
      return signUnsigned(connection, read);
    }
  }

  private record Head(
      LedgerDescription ledger,
      Checkpoint checkpoint,
      byte[] frontier,
      byte @Nullable [] note,
      String checkpointKey,
      @Nullable String successor) {}

  private Map<UUID, RuntimeException> signUnsigned(Connection connection, PreparedStatement read)
      throws SQLException {
    List<Head> heads = new ArrayList<>();
    try (ResultSet row = read.executeQuery()) {
      while (row.next()) {
        TreeHead head = new TreeHead(row.getLong(3), TreeHash.of(row.getBytes(4)));
        Origin origin = new Origin(row.getString(2));
        heads.add(
            new Head(
                new LedgerDescription(
                    row.getObject(1, UUID.class), row.getString(8), origin, row.getBoolean(9)),
                new Checkpoint(origin, head),
                row.getBytes(5),
                row.getBytes(6),
                row.getString(7),
                row.getString(10)));
      }
    }
    Map<UUID, RuntimeException> failures = new LinkedHashMap<>();
    boolean signed = false;
    for (Head head : heads) {
      try {
        requireRoot(head.checkpoint().head(), head.frontier());
        byte[] note = head.note();
        if (note == null && head.successor() != null) {
          throw AppendRefused.succeeded(head.successor());
        }
        if (note == null) {
          guard.requireContinued(head.ledger(), head.checkpoint().head());
          SignedNote made = sign(head);
          // Outside first: once it is stored here, whoever repeats a command is told that all is
          // well.
          guard.keep(head.ledger(), head.checkpoint().head(), made);
          store(connection, head, made);
          signed = true;
        } else {
          guard.keep(head.ledger(), head.checkpoint().head(), requireSame(head.checkpoint(), note));
        }
      } catch (RuntimeException e) {
        failures.put(head.ledger().id(), e);
      }
    }
    if (signed) {
      tellReaders(connection);
    }
    connection.commit();
    return failures;
  }

  private static void tellReaders(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CommitSignal.NOTIFY);
    }
  }

  private SignedNote sign(Head head) {
    LedgerKeys ring =
        keys.find(head.checkpoint().origin())
            .orElseThrow(() ->
                new IllegalStateException("no checkpoint key for " + head.checkpoint().origin()));
    if (!ring.checkpoint().verifierKey().toVkey().equals(head.checkpointKey())) {
      throw new IllegalStateException(
          "the key ring's checkpoint key is not the enrolled one of " + head.checkpoint().origin());
    }
    return ring.checkpoint().sign(head.checkpoint());
  }

  private static void store(Connection connection, Head head, SignedNote note) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO checkpoint (ledger_id, size, note) VALUES (?, ?, ?)
            ON CONFLICT (ledger_id, size) DO NOTHING\
            """)) {
      insert.setObject(1, head.ledger().id());
      insert.setLong(2, head.checkpoint().head().size());
      insert.setBytes(3, note.toBytes());
      insert.execute();
    }
  }

  /** A note stored for that size is success only if it says the same. */
  private static SignedNote requireSame(Checkpoint committed, byte[] note) {
    SignedNote stored = SignedNote.parse(note);
    if (!Checkpoint.parse(stored.text()).equals(committed)) {
      throw new LedgerCorrupted("head " + committed + " differs from its stored checkpoint");
    }
    return stored;
  }

  private static void requireRoot(TreeHead head, byte[] frontier) {
    if (!TreeFrontier.parse(head.size(), frontier).root().equals(head.root())) {
      throw new LedgerCorrupted(
          "the stored root of size " + head.size() + " is not its frontier's");
    }
  }
}
