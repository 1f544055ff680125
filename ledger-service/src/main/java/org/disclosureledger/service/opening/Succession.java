package org.disclosureledger.service.opening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which ledger goes on where another ended, and whether it may (FORMAT §2a). Entry 0 says it for
 * ever, so everything that can be refused is refused before anything is written.
 */
@Component
class Succession {
  /** In place of the id of a ledger that is not registered yet. */
  private static final UUID NEW = new UUID(0, 0);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final JdbcClient database;
  private final RestoredHead restored;
  private final KeyRing keys;
  private final HeadGuard guard;

  Succession(JdbcClient database, LedgerTree tree, KeyRing keys, HeadGuard guard) {
    this.database = database;
    this.restored = new RestoredHead(tree);
    this.keys = keys;
    this.guard = guard;
  }

  /** The ledger that this one is registered to follow on; empty for a first one. */
  Optional<String> predecessorOf(String name) {
    return database
        .sql(
            """
            SELECT l.name FROM ledger_head h JOIN ledger l ON l.id = h.ledger_id
            WHERE h.successor = :name\
            """)
        .param("name", name)
        .query(String.class)
        .optional();
  }

  /** Whether the ledger has ended. */
  boolean hasEnded(LedgerDescription ledger) {
    return head(ledger, "").successor() != null;
  }

  /** What entry 0 of a successor says or is to say; empty for a first ledger. */
  Optional<PredecessorStatement> statement(LedgerDescription ledger) {
    return database
        .sql(
            """
            SELECT predecessor::text, predecessor_mac FROM ledger
            WHERE id = :id AND predecessor IS NOT NULL\
            """)
        .param("id", ledger.id())
        .query((row, n) -> statement(ledger, row.getString(1), row.getBytes(2)))
        .optional();
  }

  private PredecessorStatement statement(
      LedgerDescription ledger, String json, byte @Nullable [] mac) {
    PredecessorStatement read = MAPPER.readValue(json, PredecessorStatement.class);
    if (mac == null || !MessageDigest.isEqual(mac, mac(ledger.origin(), read))) {
      throw new StartRefused(
          "what ledger %s is to say of the ledger before it was changed in the database"
              .formatted(ledger.name()));
    }
    return read;
  }

  /** Between the registration and entry 0 it stands where others may write. */
  byte[] mac(Origin origin, PredecessorStatement statement) {
    return new LookupHmac(keys.lookupKey())
        .of(
            "ledger-predecessor",
            origin.value().getBytes(StandardCharsets.UTF_8),
            json(statement).getBytes(StandardCharsets.UTF_8));
  }

  static String json(PredecessorStatement statement) {
    return MAPPER.writeValueAsString(statement);
  }

  /**
   * Ends the predecessor outside the database, once nothing speaks against it, and looks at its
   * published heads then: whoever still appends to it keeps none behind these.
   *
   * @param name of the ledger that follows, which is not registered
   * @throws StartRefused when it may not follow on that ledger; nothing was written then, unless
   *     another was quicker, or a place does not answer any more
   */
  SignedNote endOutside(PredecessorSettings wanted, String name, Origin origin, boolean sample) {
    LedgerDescription old = predecessor(wanted, name, origin, sample);
    Head head = head(old, "");
    requireNoOther(old, head.successor(), name);
    VerifierKey key = checkpointKey(wanted, old, head);
    requireOtherKeys(old, key, origin);
    requireUnpublished(new LedgerDescription(NEW, name, origin, sample), key);
    HeadGuard.Stopped stopped =
        looked(old, () -> guard.stopped(old, key))
            .orElseThrow(() ->
                new StartRefused(
                    "ledger %s goes on from its last published head, so it has no successor"
                        .formatted(old.name())));
    lastPublished(old, stopped, name);
    restored.of(old, head.size(), key);
    HeadGuard.Stopped ended = looked(old, () -> guard.end(old, key, name));
    return lastPublished(old, ended, name);
  }

  /**
   * What entry 0 is to say, in the transaction that registers the ledger: the predecessor's head is
   * locked, and moves no more.
   *
   * @return empty where another replica has registered the same ledger meanwhile
   * @throws StartRefused when it has another successor since
   */
  Optional<PredecessorStatement> lock(
      PredecessorSettings wanted,
      String name,
      Origin origin,
      boolean sample,
      SignedNote published) {
    LedgerDescription old = predecessor(wanted, name, origin, sample);
    Head head = head(old, " FOR UPDATE");
    requireNoOther(old, head.successor(), name);
    VerifierKey key = checkpointKey(wanted, old, head);
    return head.successor() != null
        ? Optional.empty()
        : Optional.of(
            new PredecessorStatement(
                old.origin().value(),
                key.toVkey(),
                text(published),
                restored.of(old, head.size(), key),
                reason(wanted, name).code()));
  }

  private static PredecessorSettings.Reason reason(PredecessorSettings wanted, String name) {
    PredecessorSettings.Reason reason = wanted.reason();
    if (reason == null) {
      throw new StartRefused(
          "ledger %s follows on %s, and predecessor.reason does not say why"
              .formatted(name, wanted.name()));
    }
    if (wanted.reasonText().length() > PredecessorSettings.LONGEST_TEXT) {
      throw new StartRefused(
          "predecessor.reason-text of ledger %s has more than %,d characters"
              .formatted(name, PredecessorSettings.LONGEST_TEXT));
    }
    return reason;
  }

  private static void requireNoOther(
      LedgerDescription old, @Nullable String successor, String name) {
    if (successor != null && !successor.equals(name)) {
      throw new StartRefused("ledger " + old.name() + " has a successor already, " + successor);
    }
  }

  /** By the database; where it has nothing of the ledger, an auditor may know better. */
  private static VerifierKey checkpointKey(
      PredecessorSettings wanted, LedgerDescription old, Head head) {
    String set = wanted.checkpointKey();
    if (set == null || set.isBlank() || set.strip().equals(head.checkpointKey())) {
      return VerifierKey.parse(head.checkpointKey());
    }
    if (head.size() > 0) {
      throw new StartRefused(
          "predecessor.checkpoint-key is not the one that signed ledger %s, which is %s"
              .formatted(old.name(), head.checkpointKey()));
    }
    try {
      return VerifierKey.parse(set.strip());
    } catch (FormatException e) {
      throw new StartRefused("predecessor.checkpoint-key is no vkey: " + e.getMessage(), e);
    }
  }

  private LedgerDescription predecessor(
      PredecessorSettings wanted, String name, Origin origin, boolean sample) {
    String oldName = wanted.name();
    if (oldName == null || oldName.isBlank()) {
      throw new StartRefused("ledger " + name + " has a predecessor, and its name is not set");
    }
    LedgerDescription old =
        find(oldName)
            .orElseThrow(() ->
                new StartRefused(
                    ("ledger %s cannot follow on %s, which is not in this database; if it was, start"
                            + " once with %s in ledger.open, without a successor")
                        .formatted(name, oldName, oldName)));
    reason(wanted, name);
    if (oldName.equals(name) || old.origin().equals(origin)) {
      throw new StartRefused(
          "a successor of ledger " + oldName + " needs a name and an origin of its own");
    }
    if (old.sample() != sample) {
      throw new StartRefused(
          "of ledger %s and its predecessor %s one is a sample ledger".formatted(name, oldName));
    }
    return old;
  }

  /** Also one whose entry 0 is not in this database, which is no ledger to anybody else. */
  private Optional<LedgerDescription> find(String name) {
    return database
        .sql("SELECT id, name, origin, sample FROM ledger WHERE name = :name")
        .param("name", name)
        .query((row, n) -> description(row))
        .optional();
  }

  private static LedgerDescription description(ResultSet row) throws SQLException {
    return new LedgerDescription(
        row.getObject(1, UUID.class),
        row.getString(2),
        new Origin(row.getString(3)),
        row.getBoolean(4));
  }

  /** Two folders of keys copied from one another would sign two ledgers with one key. */
  private void requireOtherKeys(LedgerDescription old, VerifierKey oldCheckpoint, Origin origin) {
    LedgerKeys ring = keys.find(origin).orElse(null);
    if (ring == null) {
      return;
    }
    boolean same =
        Arrays.equals(ring.checkpoint().verifierKey().key(), oldCheckpoint.key())
            || keys.entryKey(old.origin(), ring.entry().keyId()).isPresent();
    if (same) {
      throw new StartRefused("a successor of ledger " + old.name() + " needs keys of its own");
    }
  }

  /** Its first entry would be refused, and the predecessor would have ended for nothing. */
  private void requireUnpublished(LedgerDescription wanted, VerifierKey oldCheckpoint) {
    looked(wanted, () -> guard.stopped(wanted, oldCheckpoint))
        .ifPresent(published -> {
          throw new StartRefused(
              "a ledger named %s was published before, so none is opened anew (%s)"
                  .formatted(wanted.name(), published.why()));
        });
  }

  private static <T> T looked(LedgerDescription ledger, Supplier<T> look) {
    try {
      return look.get();
    } catch (RuntimeException e) {
      throw new StartRefused(
          "the published heads of ledger %s cannot be looked at: %s"
              .formatted(ledger.name(), e.getMessage()),
          e);
    }
  }

  /** The mark of an opening that was interrupted names the ledger that is opened. */
  private static SignedNote lastPublished(
      LedgerDescription old, HeadGuard.Stopped stopped, String name) {
    stopped
        .successor()
        .filter(successor -> !successor.equals(name))
        .ifPresent(successor -> {
          throw new StartRefused(
              "ledger %s has a successor already, %s, whose entries are not in this database"
                  .formatted(old.name(), successor));
        });
    if (!stopped.unread().isEmpty()) {
      throw new StartRefused(
          "the last published head of ledger %s may stand in %s, which does not answer"
              .formatted(old.name(), String.join(", ", stopped.unread())));
    }
    return stopped
        .published()
        .orElseThrow(() ->
            new StartRefused(
                ("no head is kept that ledger %s signed, so its last one is not known (%s); if its"
                        + " keys are lost, predecessor.checkpoint-key names the one that signed")
                    .formatted(old.name(), stopped.why())));
  }

  /** A successor whose opening was interrupted before it was registered is no first ledger. */
  void requireNoMark(String name) {
    List<LedgerDescription> all =
        database
            .sql("SELECT id, name, origin, sample FROM ledger ORDER BY name")
            .query((row, n) -> description(row))
            .list();
    for (LedgerDescription old : all) {
      if (looked(old, () -> guard.successor(old)).filter(name::equals).isPresent()) {
        throw new StartRefused(
            "the opening of ledger %s as successor of %s was interrupted: set its predecessor again"
                .formatted(name, old.name()));
      }
    }
  }

  private static String text(SignedNote note) {
    return new String(note.toBytes(), StandardCharsets.UTF_8);
  }

  /** Ends the predecessor, in the transaction that has locked it and registered its successor. */
  void end(PredecessorSettings wanted, String successor) {
    database
        .sql(
            """
            UPDATE ledger_head h SET successor = :successor FROM ledger l
            WHERE l.id = h.ledger_id AND l.name = :name\
            """)
        .param("successor", successor)
        .param("name", wanted.name())
        .update();
  }

  /** Says it in this process's places too: it may have others than the one that opened it. */
  void keepEnded(String predecessor, String successor, PredecessorStatement said) {
    LedgerDescription old = find(predecessor).orElseThrow();
    guard.end(old, VerifierKey.parse(said.checkpointKey()), successor);
  }

  private record Head(long size, String checkpointKey, @Nullable String successor) {}

  private Head head(LedgerDescription ledger, String lock) {
    return database
        .sql("SELECT size, checkpoint_key, successor FROM ledger_head WHERE ledger_id = :id" + lock)
        .param("id", ledger.id())
        .query((row, n) -> new Head(row.getLong(1), row.getString(2), row.getString(3)))
        .single();
  }
}
