package org.disclosureledger.service.keys;

import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
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
    byte[] text = note.text();
    return note.signatures().stream()
        .filter(line ->
            line.name().equals(verifierKey.name()) && Arrays.equals(line.id(), verifierKey.id()))
        .anyMatch(line -> {
          Ed25519Signer verifier = new Ed25519Signer();
          verifier.init(false, key.generatePublicKey());
          verifier.update(text, 0, text.length);
          return verifier.verifySignature(line.signature());
        });
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
