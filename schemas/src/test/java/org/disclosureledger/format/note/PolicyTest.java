package org.disclosureledger.format.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.disclosureledger.format.note.SampleNote.CHECKPOINT;
import static org.disclosureledger.format.note.SampleNote.LOG_KEY;
import static org.disclosureledger.format.note.SampleNote.LOG_LINE;
import static org.disclosureledger.format.note.SampleNote.LOG_ML_DSA_KEY;
import static org.disclosureledger.format.note.SampleNote.LOG_ML_DSA_LINE;
import static org.disclosureledger.format.note.SampleNote.ORIGIN;
import static org.disclosureledger.format.note.SampleNote.TIME;
import static org.disclosureledger.format.note.SampleNote.W1_KEY;
import static org.disclosureledger.format.note.SampleNote.W1_LINE;
import static org.disclosureledger.format.note.SampleNote.W2_KEY;
import static org.disclosureledger.format.note.SampleNote.W2_LINE;
import static org.disclosureledger.format.note.SampleNote.W3_KEY;
import static org.disclosureledger.format.note.SampleNote.W3_LINE;
import static org.disclosureledger.format.note.SampleNote.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.Rejections;
import org.disclosureledger.format.vectors.SampleKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
  private static String keys(String policy) {
    return policy
        .replace("{log}", LOG_KEY.toVkey())
        .replace("{mldsa}", LOG_ML_DSA_KEY.toVkey())
        .replace("{w1}", W1_KEY.toVkey())
        .replace("{w2}", W2_KEY.toVkey())
        .replace("{w3}", W3_KEY.toVkey())
        .replace(
            "{other}",
            SampleKey.ed25519("another log").vkey("example.com/other", (byte) 1).toVkey());
  }

  private static Policy policy(String text) {
    return Policy.parse(keys(text));
  }

  private static PolicyVerdict verdict(String policy, NoteSignature... lines) {
    return policy(policy).evaluate(note(lines), ORIGIN, SampleKey::verify);
  }

  private static FormatRule refusal(PolicyVerdict verdict) {
    PolicyVerdict.Refusal refusal = verdict.refusal();
    assertThat(refusal).isNotNull();
    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.anchored()).isFalse();
    return refusal == null ? FormatRule.ORIGIN : refusal.rule();
  }

  @Test
  void allThatTheFormatAllowsIsRead() {
    Policy policy =
        policy(
            """
            # a comment
            \t # another, Ví dụ

            log\t{log}  https://ledger.example.com/ent-01\s
            log {other}
            witness nhân-chứng-1 {w1}
            witness w2 {w2} https://w2.example.com
            witness w3 {w3}
            group pair all nhân-chứng-1 w2
            group two 2 pair w3
            quorum two\
            """);
    assertThat(policy.logs()).hasSize(2);
    assertThat(policy.logs().getFirst().url()).isEqualTo("https://ledger.example.com/ent-01");
    assertThat(policy.logs().get(1).url()).isNull();
    assertThat(policy.witnesses()).hasSize(3);
    assertThat(policy.groups().get("two"))
        .isEqualTo(new Policy.GroupLine("two", 2, List.of("pair", "w3")));
    assertThat(policy.quorum()).isEqualTo("two");
  }

  static Stream<Arguments> rejections() {
    return Rejections.of(
        """
        log {log}«0D0A»quorum none                    policy-character      -1
        log {log}«0A»quorum none«00»                  policy-character      -1
        log {log}«0A»#«7F»«0A»quorum none             policy-character      -1
        logs {log}«0A»quorum none                     policy-word           0
        Log {log}«0A»quorum none                      policy-word           0
        log«0A»quorum none                            policy-line           0
        log {log} url more«0A»quorum none             policy-line           0
        witness {w1}«0A»log {log}«0A»quorum none      policy-line           0
        group g all«0A»log {log}«0A»quorum none       policy-line           0
        quorum«0A»log {log}                           policy-line           0
        quorum none none«0A»log {log}                 policy-line           0
        log «FF»{log}«0A»quorum none                  vkey-shape            4
        log {w1}«0A»quorum none                       policy-key-type       4
        witness w {log}«0A»log {log}«0A»quorum none   policy-key-type       10
        log {log}«0A»log {log}«0A»quorum none         policy-duplicate-key  -1
        witness a {w1}«0A»witness b {w1}«0A»log {log}«0A»quorum none  policy-duplicate-key  -1
        log {mldsa}«0A»witness a {mldsa}«0A»quorum none  policy-duplicate-key  -1
        witness none {w1}«0A»log {log}«0A»quorum none  policy-name          8
        witness a {w1}«0A»witness a {w2}«0A»log {log}«0A»quorum none  policy-name  -1
        witness a {w1}«0A»group a any a«0A»log {log}«0A»quorum a  policy-name  -1
        group g any a«0A»witness a {w1}«0A»log {log}«0A»quorum g  policy-member  12
        group g any g«0A»log {log}«0A»quorum g        policy-member         12
        group g any none«0A»log {log}«0A»quorum none  policy-member         12
        witness a {w1}«0A»group g any a a«0A»log {log}«0A»quorum g  policy-member  -1
        witness a {w1}«0A»group g any a«0A»group h any a«0A»log {log}«0A»quorum g  policy-member  -1
        witness a {w1}«0A»group g 2 a«0A»log {log}«0A»quorum g  policy-threshold  -1
        witness a {w1}«0A»group g 0 a«0A»log {log}«0A»quorum g  policy-threshold  -1
        witness a {w1}«0A»group g 01 a«0A»log {log}«0A»quorum g  policy-threshold  -1
        witness a {w1}«0A»group g some a«0A»log {log}«0A»quorum g  policy-threshold  -1
        witness a {w1}«0A»group g 9999999999 a«0A»log {log}«0A»quorum g  policy-threshold  -1
        log {log}                                     policy-quorum         -1
        log {log}«0A»quorum none«0A»quorum none       policy-quorum         -1
        quorum a«0A»witness a {w1}«0A»log {log}       policy-quorum         7
        witness a {w1}«0A»quorum a                    policy-no-log         -1
        """);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String policy, String rule, long offset) {
    byte[] bytes = Rejections.bytes(keys(policy));
    try {
      Policy.parse(bytes);
    } catch (FormatException e) {
      assertThat(e.rule()).isEqualTo(rule);
      assertThat(e.offset()).isBetween(Math.max(0, offset), (long) bytes.length);
      if (offset >= 0) {
        assertThat(e.offset()).isEqualTo(offset);
      }
      return;
    }
    throw new AssertionError("accepted: " + policy);
  }

  @Test
  void aNoteSignedByTheLogIsAcceptedThoughNotAnchored() {
    PolicyVerdict verdict = verdict("log {log}\nquorum none\n", LOG_LINE);
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.anchored()).isFalse();
    assertThat(verdict.checkpoint()).isEqualTo(CHECKPOINT);
    assertThat(verdict.logKeys()).containsExactly(LOG_KEY);
  }

  @Test
  void linesOfUnknownKeysAreIgnored() {
    NoteSignature unknown = new NoteSignature(W1_LINE.name(), W2_LINE.id(), new byte[] {1});
    assertThat(verdict("log {log}\nquorum none", unknown, LOG_LINE, W2_LINE).accepted()).isTrue();
  }

  @Test
  void aNoteThatNoLogSignedIsRefused() {
    assertThat(refusal(verdict("log {log}\nquorum none", W1_LINE)))
        .isEqualTo(FormatRule.CHECKPOINT_UNSIGNED);
    assertThat(refusal(verdict("log {other}\nquorum none", LOG_LINE)))
        .isEqualTo(FormatRule.CHECKPOINT_UNSIGNED);
  }

  @Test
  void anotherLedgersCheckpointIsRefused() {
    PolicyVerdict verdict =
        policy("log {log}\nquorum none")
            .evaluate(note(LOG_LINE), new Origin("ledger.example.vn/ent-02"), SampleKey::verify);
    assertThat(refusal(verdict)).isEqualTo(FormatRule.CHECKPOINT_ORIGIN);
  }

  @Test
  void oneInvalidLineOfAKnownKeyRefusesTheNoteEvenBesideAValidOne() {
    byte[] broken = LOG_LINE.signature();
    broken[10] ^= 1;
    NoteSignature line = new NoteSignature(LOG_LINE.name(), LOG_LINE.id(), broken);
    assertThat(refusal(verdict("log {log}\nquorum none", LOG_LINE, line)))
        .isEqualTo(FormatRule.NOTE_SIGNATURE_INVALID);
    NoteSignature shortened = new NoteSignature(W1_LINE.name(), W1_LINE.id(), new byte[71]);
    assertThat(refusal(verdict("log {log}\nwitness a {w1}\nquorum none", LOG_LINE, shortened)))
        .isEqualTo(FormatRule.NOTE_SIGNATURE_SIZE);
  }

  @Test
  void aCosignatureIsBoundToItsTime() {
    byte[] later = W1_LINE.signature();
    later[7] ^= 1;
    NoteSignature line = new NoteSignature(W1_LINE.name(), W1_LINE.id(), later);
    assertThat(refusal(verdict("log {log}\nwitness a {w1}\nquorum a", LOG_LINE, line)))
        .isEqualTo(FormatRule.NOTE_SIGNATURE_INVALID);
    byte[] negative = W1_LINE.signature();
    negative[0] = (byte) 0x80;
    NoteSignature before = new NoteSignature(W1_LINE.name(), W1_LINE.id(), negative);
    assertThat(refusal(verdict("log {log}\nwitness a {w1}\nquorum a", LOG_LINE, before)))
        .isEqualTo(FormatRule.NOTE_SIGNATURE_SIZE);
  }

  @Test
  void aQuorumCountsEachWitnessOnce() {
    String two =
        "log {log}\nwitness a {w1}\nwitness b {w2}\nwitness c {w3}\ngroup g 2 a b c\nquorum g";
    assertThat(refusal(verdict(two, LOG_LINE, W1_LINE, W1_LINE)))
        .isEqualTo(FormatRule.CHECKPOINT_QUORUM);
    PolicyVerdict met = verdict(two, LOG_LINE, W1_LINE, W3_LINE, W1_LINE);
    assertThat(met.accepted()).isTrue();
    assertThat(met.anchored()).isTrue();
    assertThat(met.witnesses())
        .containsExactly(
            new PolicyVerdict.Witnessed("a", W1_KEY, TIME),
            new PolicyVerdict.Witnessed("c", W3_KEY, TIME + 2));
  }

  @Test
  void everySubsetOfAQuorumOfGroupsIsJudgedAsDefined() {
    String nested =
        "log {log}\nwitness a {w1}\nwitness b {w2}\nwitness c {w3}\n"
            + "group ab any a b\ngroup all all ab c\nquorum all";
    NoteSignature[] lines = {W1_LINE, W2_LINE, W3_LINE};
    for (int subset = 0; subset < 8; subset++) {
      SignedNote note = note(LOG_LINE);
      for (int i = 0; i < 3; i++) {
        note = (subset >> i & 1) == 1 ? note.with(lines[i]) : note;
      }
      boolean met = (subset & 3) != 0 && (subset & 4) != 0;
      PolicyVerdict verdict = policy(nested).evaluate(note, ORIGIN, SampleKey::verify);
      assertThat(verdict.accepted()).as("subset %d", subset).isEqualTo(met);
    }
  }

  @Test
  void theLedgersSecondKeyMayBeDemandedButAnchorsNothing() {
    String both = "log {log}\nwitness own {mldsa}\ngroup g all own\nquorum g";
    assertThat(refusal(verdict(both, LOG_LINE))).isEqualTo(FormatRule.CHECKPOINT_QUORUM);
    PolicyVerdict verdict = verdict(both, LOG_LINE, LOG_ML_DSA_LINE);
    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.anchored()).isFalse();
    String outside = "log {log}\nwitness own {mldsa}\nwitness a {w1}\ngroup g any own a\nquorum g";
    assertThat(verdict(outside, LOG_LINE, LOG_ML_DSA_LINE).anchored()).isFalse();
    assertThat(verdict(outside, LOG_LINE, W1_LINE).anchored()).isTrue();
  }

  @Test
  void theMlDsaMessageIsLaidOutAsTheStandardSays() {
    byte[] message = Cosignature.message(W3_KEY, W3_LINE, CHECKPOINT, CHECKPOINT.text());
    int name = W3_KEY.name().length();
    int origin = ORIGIN.value().length();
    assertThat(message).hasSize(12 + 1 + name + 8 + 1 + origin + 8 + 8 + 32);
    assertThat(message).startsWith("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
    assertThat(message[12]).isEqualTo((byte) name);
    assertThat(ByteBuffer.wrap(message, 13 + name, 8).getLong()).isEqualTo(TIME + 2);
    assertThat(message[21 + name]).isEqualTo((byte) origin);
    assertThat(ByteBuffer.wrap(message, 22 + name + origin, 16).getLong()).isZero();
    assertThat(ByteBuffer.wrap(message, 30 + name + origin, 8).getLong()).isEqualTo(7);
    assertThat(message).endsWith(CHECKPOINT.head().root().toBytes());
  }

  @Test
  void theNameOfAnMlDsa44KeyFitsItsLengthByte() {
    for (byte type : new byte[] {VerifierKey.ED25519, VerifierKey.ML_DSA_44}) {
      byte[] bytes = new byte[type == VerifierKey.ML_DSA_44 ? 1312 : 32];
      VerifierKey fits = new VerifierKey("a".repeat(255), type, bytes);
      assertThat(Policy.parse("log " + fits.toVkey() + "\nquorum none\n").logs()).hasSize(1);
      String longer = new VerifierKey("a".repeat(256), type, bytes).toVkey();
      String policy = "log " + longer + "\nquorum none\n";
      if (type == VerifierKey.ED25519) {
        assertThat(Policy.parse(policy).logs()).hasSize(1);
      } else {
        assertThatThrownBy(() -> Policy.parse(policy))
            .isInstanceOfSatisfying(
                FormatException.class, e -> assertThat(e.rule()).isEqualTo("vkey-shape"));
      }
    }
  }
}
