package org.disclosureledger.format.note;

import java.util.List;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.SampleTree;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.vectors.SampleKey;

/** An invented ledger of seven leaves, its keys and two witnesses. */
final class SampleNote {
  static final Origin ORIGIN = new Origin("ledger.example.vn/ent-01");
  static final SampleTree TREE = new SampleTree(7);
  static final Checkpoint CHECKPOINT =
      new Checkpoint(ORIGIN, new TreeHead(7, TreeHead.rootOf(7, TREE)));
  static final long TIME = 1_782_000_000;

  static final SampleKey LOG = SampleKey.ed25519("note log");
  static final SampleKey LOG_ML_DSA = SampleKey.mlDsa44("note log");
  static final SampleKey W1 = SampleKey.ed25519("note witness 1");
  static final SampleKey W2 = SampleKey.ed25519("note witness 2");
  static final SampleKey W3 = SampleKey.mlDsa44("note witness 3");

  static final String W1_NAME = "witness.example.com/w1";
  static final String W2_NAME = "witness.example.com/w2";
  static final String W3_NAME = "witness.example.com/w3";

  static final VerifierKey LOG_KEY = LOG.vkey(ORIGIN.value(), VerifierKey.ED25519);
  static final VerifierKey LOG_ML_DSA_KEY = LOG_ML_DSA.vkey(ORIGIN.value(), VerifierKey.ML_DSA_44);
  static final VerifierKey W1_KEY = W1.vkey(W1_NAME, VerifierKey.COSIGNATURE_ED25519);
  static final VerifierKey W2_KEY = W2.vkey(W2_NAME, VerifierKey.COSIGNATURE_ED25519);
  static final VerifierKey W3_KEY = W3.vkey(W3_NAME, VerifierKey.ML_DSA_44);

  static final NoteSignature LOG_LINE =
      LOG.sign(ORIGIN.value(), VerifierKey.ED25519, 0, CHECKPOINT);
  static final NoteSignature LOG_ML_DSA_LINE =
      LOG_ML_DSA.sign(ORIGIN.value(), VerifierKey.ML_DSA_44, TIME, CHECKPOINT);
  static final NoteSignature W1_LINE =
      W1.sign(W1_NAME, VerifierKey.COSIGNATURE_ED25519, TIME, CHECKPOINT);
  static final NoteSignature W2_LINE =
      W2.sign(W2_NAME, VerifierKey.COSIGNATURE_ED25519, TIME + 1, CHECKPOINT);
  static final NoteSignature W3_LINE =
      W3.sign(W3_NAME, VerifierKey.ML_DSA_44, TIME + 2, CHECKPOINT);

  private SampleNote() {}

  static SignedNote note(NoteSignature... lines) {
    return new SignedNote(CHECKPOINT.text(), List.of(lines));
  }
}
