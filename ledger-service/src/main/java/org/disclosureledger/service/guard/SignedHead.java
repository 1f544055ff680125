package org.disclosureledger.service.guard;

import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.service.keys.CheckpointSigner;
import org.disclosureledger.service.sealing.LedgerDescription;

/**
 * A head and the note that says it.
 *
 * @param note with the one signature that was looked at
 */
record SignedHead(TreeHead head, SignedNote note) {
  /**
   * What a note of this ledger says that the key signed; empty if it is another's.
   *
   * @throws FormatException if it is no note
   */
  static Optional<SignedHead> of(LedgerDescription ledger, byte[] bytes, VerifierKey key) {
    SignedNote note = SignedNote.parse(bytes);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    return checkpoint.origin().equals(ledger.origin())
        ? CheckpointSigner.signatureOf(note, key)
            .map(line ->
                new SignedHead(checkpoint.head(), new SignedNote(note.text(), List.of(line))))
        : Optional.empty();
  }

  /** Where what is no note says nothing. */
  static Optional<SignedHead> readable(LedgerDescription ledger, byte[] bytes, VerifierKey key) {
    try {
      return of(ledger, bytes, key);
    } catch (FormatException e) {
      return Optional.empty();
    }
  }
}
