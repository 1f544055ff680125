package org.disclosureledger.service.opening;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerTree;

/** What a database has of a ledger that ended, by its own entries. */
final class RestoredHead {
  /** How many checkpoints of a damaged database are looked at. */
  private static final int MOST_NOTES = 1_000;

  private final LedgerTree tree;

  RestoredHead(LedgerTree tree) {
    this.tree = tree;
  }

  /**
   * The largest head that its key signed and its entries have: a row alone, of a database that may
   * be damaged, is no word to be signed for ever. What was never signed was never acknowledged, and
   * no checkpoint shows it to anybody.
   */
  SuccessorOpened.Restored of(LedgerDescription old, long size, VerifierKey key) {
    SignedNote note = signed(old, size, key).orElse(null);
    TreeHead signed =
        note == null ? TreeFrontier.empty().head() : Checkpoint.parse(note.text()).head();
    return new SuccessorOpened.Restored(
        signed.size(),
        signed.root().toBase64(),
        note == null ? null : new String(note.toBytes(), StandardCharsets.UTF_8),
        size > signed.size() ? size - signed.size() : null);
  }

  private Optional<SignedNote> signed(LedgerDescription old, long size, VerifierKey key) {
    long upTo = size;
    for (int looked = 0; looked < MOST_NOTES; looked++) {
      LedgerTree.StoredNote stored = tree.checkpoint(old.id(), upTo).orElse(null);
      if (stored == null) {
        return Optional.empty();
      }
      Optional<SignedNote> note = note(old, stored, key);
      if (note.isPresent()) {
        return note;
      }
      upTo = stored.size() - 1;
    }
    throw new StartRefused(
        "none of the last %,d checkpoints of ledger %s in this database is of its entries"
            .formatted(MOST_NOTES, old.name()));
  }

  private Optional<SignedNote> note(
      LedgerDescription old, LedgerTree.StoredNote stored, VerifierKey key) {
    try {
      SignedNote note = SignedNote.parse(stored.note());
      Checkpoint checkpoint = Checkpoint.parse(note.text());
      boolean holds =
          checkpoint.origin().equals(old.origin())
              && checkpoint.head().size() == stored.size()
              && CheckpointSigner.signatureOf(note, key).isPresent()
              && tree.at(old.name(), stored.size()).filter(checkpoint.head()::equals).isPresent();
      return holds ? Optional.of(note) : Optional.empty();
    } catch (FormatException e) {
      return Optional.empty();
    }
  }
}
