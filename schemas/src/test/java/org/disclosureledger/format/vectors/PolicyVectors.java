package org.disclosureledger.format.vectors;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;

/** Policies, and notes judged under them. */
final class PolicyVectors {
  private static final long TIME = 1_782_000_000;
  private static final SampleKey W1 = SampleKey.ed25519("witness 1");
  private static final SampleKey W2 = SampleKey.mlDsa44("witness 2");
  private static final String W1_NAME = "witness.example.com/w1";
  private static final String W2_NAME = "witness.example.com/w2";
  private static final String LOG = "log " + SampleLedger.vkey(SampleLedger.CHECKPOINT) + "\n";
  private static final String WITNESS =
      "witness w1 " + W1.vkey(W1_NAME, VerifierKey.COSIGNATURE_ED25519) + "\n";
  private static final String WITNESS_2 =
      "witness w2 " + W2.vkey(W2_NAME, VerifierKey.ML_DSA_44) + "\n";
  private static final SampleLedger LEDGER = SampleLedger.ofFour();
  private static final Checkpoint HEAD = new Checkpoint(SampleLedger.ORIGIN, LEDGER.head(4));
  private static final NoteSignature LOG_LINE =
      SampleLedger.CHECKPOINT.sign(SampleLedger.ORIGIN.value(), VerifierKey.ED25519, 0, HEAD);
  private static final NoteSignature W1_LINE =
      W1.sign(W1_NAME, VerifierKey.COSIGNATURE_ED25519, TIME, HEAD);
  private static final NoteSignature W2_LINE = W2.sign(W2_NAME, VerifierKey.ML_DSA_44, TIME, HEAD);

  private PolicyVectors() {}

  static void add(Vectors vectors) {
    valid(vectors);
    policies(vectors);
    judged(vectors);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void valid(Vectors vectors) {
    String nested =
        "# two of two, Ví dụ\n\t"
            + LOG.strip()
            + " https://ledger.example.com/ent-01\n"
            + WITNESS
            + WITNESS_2
            + "group both all w1 w2\nquorum both\n";
    vectors.valid(
        "policy", new Expected("policy").with("quorum", "both"), "policy.txt", utf8(nested));
    vectors.valid(
        "note-cosigned",
        judgement().with("accepted", "true").with("anchored", "true"),
        "note.txt",
        note(LOG_LINE, W1_LINE, W2_LINE));
    vectors.put("valid/note-cosigned/policy.txt", nested);
  }

  private static Expected judgement() {
    return new Expected("note-judged").with("origin", SampleLedger.ORIGIN.value());
  }

  private static byte[] note(NoteSignature... lines) {
    return new SignedNote(HEAD.text(), List.of(lines)).toBytes();
  }

  private static void policies(Vectors vectors) {
    policy(vectors, "policy-character", LOG + "quorum none\r\n", LOG.length() + 11L);
    policy(vectors, "policy-line", LOG + "quorum none none\n", LOG.length());
    policy(vectors, "policy-word", LOG + "threshold 1\nquorum none\n", LOG.length());
    String swapped = LOG + WITNESS.replace("witness w1", "log") + "quorum none\n";
    policy(vectors, "policy-key-type", swapped, LOG.length() + 4L);
    policy(vectors, "policy-duplicate-key", LOG + LOG + "quorum none\n", LOG.length() + 4L);
    String named = LOG + WITNESS + WITNESS_2.replace("w2 ", "w1 ") + "quorum w1\n";
    policy(vectors, "policy-name", named, LOG.length() + WITNESS.length() + 8L);
    policy(vectors, "policy-member", LOG + "group g any w9\nquorum g\n", LOG.length() + 12L);
    String three = LOG + WITNESS + "group g 2 w1\nquorum g\n";
    policy(vectors, "policy-threshold", three, LOG.length() + WITNESS.length() + 8L);
    policy(vectors, "policy-quorum", LOG, LOG.length());
    policy(vectors, "policy-no-log", "quorum none\n", 12);
  }

  private static void policy(Vectors vectors, String rule, String policy, long offset) {
    vectors.invalid(rule, "policy", "policy.txt", utf8(policy), offset);
  }

  private static void judged(Vectors vectors) {
    byte[] flipped = LOG_LINE.signature();
    flipped[0] ^= 1;
    NoteSignature broken = new NoteSignature(LOG_LINE.name(), LOG_LINE.id(), flipped);
    judged(vectors, "note-signature-invalid", LOG + "quorum none\n", note(LOG_LINE, broken));
    NoteSignature shorter =
        new NoteSignature(W1_LINE.name(), W1_LINE.id(), Arrays.copyOf(W1_LINE.signature(), 64));
    judged(vectors, "note-signature-size", LOG + WITNESS + "quorum w1\n", note(LOG_LINE, shorter));
  }

  private static void judged(Vectors vectors, String rule, String policy, byte[] note) {
    vectors.invalid(rule, judgement().with("rule", rule), "note.txt", note);
    vectors.put("invalid/" + rule + "/policy.txt", policy);
  }
}
