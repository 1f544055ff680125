package org.disclosureledger.service.keys;

import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;

/** The key that signs a ledger's tree heads (FORMAT §4, type 01). */
public final class CheckpointSigner {
  private final Ed25519PrivateKeyParameters key;
  private final VerifierKey verifierKey;

  CheckpointSigner(Origin origin, Ed25519PrivateKeyParameters key) {
    this.key = key;
    this.verifierKey =
        new VerifierKey(origin.value(), VerifierKey.ED25519, key.generatePublicKey().getEncoded());
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** Whether the note has a line of this key that holds. */
  public boolean signed(SignedNote note) {
    return signatureOf(note, verifierKey).isPresent();
  }

  /** The line by which a key signed the note, which may be another ledger's key, or lost. */
  public static Optional<NoteSignature> signatureOf(SignedNote note, VerifierKey by) {
    byte[] text = note.text();
    return by.type() != VerifierKey.ED25519
        ? Optional.empty()
        : note.signatures().stream()
            .filter(by::claims)
            .filter(line -> {
              Ed25519Signer verifier = new Ed25519Signer();
              verifier.init(false, new Ed25519PublicKeyParameters(by.key(), 0));
              verifier.update(text, 0, text.length);
              return verifier.verifySignature(line.signature());
            })
            .findFirst();
  }

  /** Signs a head; Ed25519 is deterministic, so two replicas write the same note. */
  public SignedNote sign(Checkpoint checkpoint) {
    byte[] text = checkpoint.text();
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, key);
    signer.update(text, 0, text.length);
    NoteSignature signature =
        new NoteSignature(verifierKey.name(), verifierKey.id(), signer.generateSignature());
    return new SignedNote(text, List.of(signature));
  }
}
