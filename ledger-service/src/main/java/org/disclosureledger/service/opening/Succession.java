package org.disclosureledger.service.opening;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerTree;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which ledger goes on where another ended, and whether it may (FORMAT §2a). Entry 0 says it for
 * ever, so everything that can be refused is refused before anything is written.
 */
@Component
class Succession {
  /** In place of the id of a ledger that is not registered yet. */
  private static final UUID NEW = new UUID(0, 0);

  private final JdbcClient database;
  private final LedgerDirectory ledgers;
  private final LedgerTree tree;
  private final KeyRing keys;
  private final HeadGuard guard;

  Succession(
      JdbcClient database,
      LedgerDirectory ledgers,
      LedgerTree tree,
      KeyRing keys,
      HeadGuard guard) {
    this.database = database;
    this.ledgers = ledgers;
    this.tree = tree;
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
    return head(ledger).successor() != null;
  }

  /**
   * What entry 0 is to say of the predecessor.
   *
   * @param name of the ledger that follows, registered or not
   * @throws StartRefused when it may not follow on that ledger
   */
  SuccessorOpened.Predecessor statement(
      PredecessorSettings wanted, String name, Origin origin, boolean sample) {
    LedgerDescription old = predecessor(wanted, name, origin, sample);
    PredecessorSettings.Reason reason = wanted.reason();
    if (reason == null) {
      throw new StartRefused(
          "ledger %s follows on %s, and predecessor.reason does not say why"
              .formatted(name, old.name()));
    }
    Head head = head(old);
    if (head.successor() != null && !head.successor().equals(name)) {
      throw new StartRefused(
          "ledger " + old.name() + " has a successor already, " + head.successor());
    }
    if (head.head().size() == 0) {
      throw new StartRefused(
          "ledger " + old.name() + " has no entry in this database, so nothing follows on it");
    }
    VerifierKey checkpointKey = VerifierKey.parse(head.checkpointKey());
    requireOtherKeys(old, checkpointKey, origin);
    requireUnpublished(new LedgerDescription(NEW, name, origin, sample), checkpointKey);
    return new SuccessorOpened.Predecessor(
        old.origin().value(),
        checkpointKey.toVkey(),
        text(lastPublished(old, checkpointKey)),
        restored(old, head.head()),
        reason.code(),
        Committed.of(wanted.reasonText().isBlank() ? null : wanted.reasonText().strip()));
  }

  private LedgerDescription predecessor(
      PredecessorSettings wanted, String name, Origin origin, boolean sample) {
    String oldName = wanted.name();
    if (oldName == null || oldName.isBlank()) {
      throw new StartRefused("ledger " + name + " has a predecessor, and its name is not set");
    }
    LedgerDescription old =
        ledgers
            .find(oldName)
            .orElseThrow(() ->
                new StartRefused(
                    "ledger %s cannot follow on %s, which is not in this database"
                        .formatted(name, oldName)));
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
    stopped(wanted, oldCheckpoint)
        .ifPresent(published -> {
          throw new StartRefused(
              "a ledger named %s was published before, so none is opened anew (%s)"
                  .formatted(wanted.name(), published.why()));
        });
  }

  private Optional<HeadGuard.Stopped> stopped(LedgerDescription ledger, VerifierKey checkpointKey) {
    try {
      return guard.stopped(ledger, checkpointKey);
    } catch (RuntimeException e) {
      throw new StartRefused(
          "the published heads of ledger %s cannot be looked at: %s"
              .formatted(ledger.name(), e.getMessage()),
          e);
    }
  }

  private SignedNote lastPublished(LedgerDescription old, VerifierKey checkpointKey) {
    HeadGuard.Stopped stopped =
        stopped(old, checkpointKey)
            .orElseThrow(() ->
                new StartRefused(
                    "ledger %s goes on from its last published head, so it has no successor"
                        .formatted(old.name())));
    stopped
        .successor()
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
                "no head is kept that ledger %s signed, so its last one is not known (%s)"
                    .formatted(old.name(), stopped.why())));
  }

  private SuccessorOpened.Restored restored(LedgerDescription old, TreeHead head) {
    String note =
        tree.checkpoint(old.id())
            .map(SignedNote::parse)
            .filter(signed -> Checkpoint.parse(signed.text()).head().equals(head))
            .map(Succession::text)
            .orElse(null);
    return new SuccessorOpened.Restored(head.size(), head.root().toBase64(), note);
  }

  private static String text(SignedNote note) {
    return new String(note.toBytes(), StandardCharsets.UTF_8);
  }

  /**
   * Ends the predecessor, in the transaction that registers its successor.
   *
   * @throws StartRefused when it has another successor since
   */
  void end(String predecessor, String successor) {
    int rows =
        database
            .sql(
                """
                UPDATE ledger_head h SET successor = :successor FROM ledger l
                WHERE l.id = h.ledger_id AND l.name = :name AND h.successor IS NULL\
                """)
            .param("successor", successor)
            .param("name", predecessor)
            .update();
    if (rows == 0) {
      throw new StartRefused("ledger " + predecessor + " has another successor since");
    }
  }

  /** Says it outside the database too: the one that was lost may come back. */
  void keepEnded(String predecessor, String successor) {
    guard.succeeded(ledgers.find(predecessor).orElseThrow(), successor);
  }

  private record Head(TreeHead head, String checkpointKey, @Nullable String successor) {}

  private Head head(LedgerDescription ledger) {
    return database
        .sql(
            """
            SELECT size, root, checkpoint_key, successor FROM ledger_head WHERE ledger_id = :id\
            """)
        .param("id", ledger.id())
        .query((row, n) ->
            new Head(
                new TreeHead(row.getLong(1), TreeHash.of(row.getBytes(2))),
                row.getString(3),
                row.getString(4)))
        .single();
  }
}
