package org.disclosureledger.format.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Mutations;
import org.disclosureledger.format.Rejections;
import org.disclosureledger.format.vectors.SampleKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {
  /** The known answers of C2SP signed-note. */
  private static final String VKEY =
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private static final String NOTE =
      "This is an example message.\n\n— example.com/foo "
          + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  /** The example of C2SP tlog-cosignature: form only, its keys are not published. */
  private static final String COSIGNED =
      """
      example.com/behind-the-sofa
      20852163
      CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

      — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
      — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
      """;

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void thePublishedKeyVerifiesThePublishedNote() {
    VerifierKey key = VerifierKey.parse(VKEY);
    SignedNote note = SignedNote.parse(utf8(NOTE));
    NoteSignature line = note.signatures().getFirst();
    assertThat(key.toVkey()).isEqualTo(VKEY);
    assertThat(key.claims(line)).isTrue();
    assertThat(SampleKey.verify(key.type(), key.key(), note.text(), line.signature())).isTrue();
    assertThat(note.toBytes()).isEqualTo(utf8(NOTE));
  }

  @Test
  void thePublishedCosignedCheckpointReadsBack() {
    SignedNote note = SignedNote.parse(utf8(COSIGNED));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.head().size()).isEqualTo(20_852_163);
    assertThat(checkpoint.text()).isEqualTo(note.text());
    assertThat(note.toBytes()).isEqualTo(utf8(COSIGNED));
    VerifierKey witness =
        new VerifierKey("witness.example.com/w1", VerifierKey.COSIGNATURE_ED25519, new byte[32]);
    NoteSignature line = note.signatures().get(1);
    assertThat(Cosignature.time(witness, line)).isEqualTo(1_679_315_147);
    assertThat(
            new String(
                Cosignature.message(witness, line, checkpoint, note.text()),
                StandardCharsets.UTF_8))
        .isEqualTo(
            "cosignature/v1\ntime 1679315147\n" + new String(note.text(), StandardCharsets.UTF_8));
  }

  @Test
  void theTextMayHaveEmptyLinesAndEndsAtTheLastOne() {
    SignedNote note = SignedNote.parse(utf8("a\n\nb\n\n\n— k AAAAAAA=\n"));
    assertThat(note.text()).isEqualTo(utf8("a\n\nb\n\n"));
  }

  static Stream<Arguments> rejections() {
    return Rejections.of(
        """
        a                                        note-structure        1
        a«0A0A»— k AAAAAAA=                      note-structure        17
        a«0A»— k AAAAAAA=«0A»                    note-structure        17
        a«0A0A»                                  note-signature-count  3
        a«0A0A»— k AAAAAAA=«0A0A»                note-signature-count  19
        a«0A0A»- k AAAAAAA=«0A»                  note-signature-line   3
        a«0A0A»—k AAAAAAA=«0A»                   note-signature-line   3
        a«0A0A»— AAAAAAA=«0A»                    note-signature-line   3
        a«0A0A»— «20»AAAAAAA=«0A»                note-signature-line   3
        a«0A0A»— k «20»AAAAAAA=«0A»              note-signature-line   3
        a«0A0A»— k AAAAAAA= «0A»                 note-signature-line   3
        a«0A0A»— k AAAAAAA«0A»                   note-signature-line   3
        a«0A0A»— k AAAAAAB=«0A»                  note-signature-line   3
        a«0A0A»— k AAAA-AA=«0A»                  note-signature-line   3
        a«0A0A»— k AAAAAA==«0A»                  note-signature-line   3
        a«0A0A»— k AAAA«0A»                      note-signature-line   3
        a«0A0A»— k+l AAAAAAA=«0A»                note-signature-line   3
        a«0A0A»— k«C2A0»l AAAAAAA=«0A»           note-signature-line   3
        a«0A0A»— k«E28083»l AAAAAAA=«0A»         note-signature-line   3
        a«0A0A»— k«E38080»l AAAAAAA=«0A»         note-signature-line   3
        a«0A0A»— k AAAAAAA=«0A»x«0A»             note-signature-line   18
        a«0D0A0A»— k AAAAAAA=«0A»                note-text             1
        a«09»b«0A0A»— k AAAAAAA=«0A»             note-text             1
        a«00»«0A0A»— k AAAAAAA=«0A»              note-text             1
        a«FF»«0A0A»— k AAAAAAA=«0A»              note-text             1
        a«EDA080»«0A0A»— k AAAAAAA=«0A»          note-text             1
        a«0A0A»— k«C080» AAAAAAA=«0A»            note-text             8
        """);
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String note, String rule, long offset) {
    Rejections.assertRejected(Rejections.bytes(note), SignedNote::parse, rule, offset);
  }

  @Test
  void aHundredSignaturesAreAcceptedAndNotOneMore() {
    String line = "— k AAAAAAA=\n";
    assertThat(SignedNote.parse(utf8("a\n\n" + line.repeat(100))).signatures()).hasSize(100);
    Rejections.assertRejected(
        utf8("a\n\n" + line.repeat(101)),
        SignedNote::parse,
        "note-signature-count",
        3 + 100L * utf8(line).length);
    byte[] long1 = utf8("a".repeat(1_000_000 - 3 - utf8(line).length) + "\n\n" + line);
    Rejections.assertRejected(
        utf8("a" + new String(long1, StandardCharsets.UTF_8) + "\n"),
        SignedNote::parse,
        "note-length",
        -1);
  }

  static Stream<Arguments> vkeys() {
    return Stream.of(
        Arguments.of("", "vkey-shape", 0),
        Arguments.of("example.com/foo", "vkey-shape", 0),
        Arguments.of("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "vkey-shape", 0),
        Arguments.of(VKEY.replace("530d", "530D"), "vkey-id", 16),
        Arguments.of(VKEY.replace("530d903a", "530d903b"), "vkey-id", 16),
        Arguments.of(VKEY.replace("530d903a", "530d903"), "vkey-shape", 0),
        Arguments.of(VKEY.replace("foo", "fop"), "vkey-id", 16),
        Arguments.of(VKEY.replace("foo", "f o"), "vkey-shape", 0),
        Arguments.of(VKEY.replace("+Aek", "+Bek"), "vkey-type", 0),
        Arguments.of(VKEY.replace("+Aek", "+Cek"), "vkey-type", 0),
        Arguments.of(VKEY.replace("3U2k", "3U2"), "base64", 68),
        Arguments.of(VKEY + "=", "base64", 70),
        Arguments.of(VKEY.replace("3U2k", "3Q=="), "vkey-shape", 0),
        Arguments.of("example.com/foo+530d903a+", "vkey-shape", 25));
  }

  @ParameterizedTest
  @MethodSource("vkeys")
  void vkeysAreRejected(String vkey, String rule, long offset) {
    FormatException e = catchThrowableOfType(FormatException.class, () -> VerifierKey.parse(vkey));
    assertThat(e.rule()).isEqualTo(rule);
    assertThat(e.offset()).isLessThanOrEqualTo(offset);
  }

  static Stream<Arguments> checkpoints() {
    return Rejections.of(
        """
        «0A»7«0A»R«0A»                         origin            0
        o«0A»7«0A»R                            checkpoint-lines  0
        o«0A»7«0A»R«0A»x«0A»                   checkpoint-lines  0
        o«0A»7«0A»R«0A0A»                      checkpoint-lines  0
        o«0A»7«0A»                             checkpoint-lines  0
        O«0A»7«0A»R«0A»                        origin            0
        o«20»«0A»7«0A»R«0A»                    origin            0
        «FF»«0A»7«0A»R«0A»                     origin            0
        o«0A»07«0A»R«0A»                       checkpoint-size   2
        o«0A»+7«0A»R«0A»                       checkpoint-size   2
        o«0A»-7«0A»R«0A»                       checkpoint-size   2
        o«0A»«0A»R«0A»                         checkpoint-size   2
        o«0A»«20»7«0A»R«0A»                    checkpoint-size   2
        o«0A»9007199254740992«0A»R«0A»         checkpoint-size   2
        o«0A»99999999999999999999«0A»R«0A»     checkpoint-size   2
        o«0A»7«0A»AAAA«0A»                     checkpoint-root   4
        o«0A»7«0A»R«20»«0A»                    checkpoint-root   4
        o«0A»7«0A»R=«0A»                       checkpoint-root   4
        o«0A»7«0A»AR«0A»                       checkpoint-root   4
        o«0A»7«0A»«FF»«0A»                     checkpoint-root   4
        """);
  }

  @ParameterizedTest
  @MethodSource("checkpoints")
  void checkpointsAreRejected(String text, String rule, long offset) {
    String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    byte[] bytes = Rejections.bytes(text.replace("R", root));
    Rejections.assertRejected(bytes, Checkpoint::parse, rule, offset);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9_007_199_254_740_991L})
  void checkpointsReadBack(long size) {
    byte[] text = utf8("o\n" + size + "\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }

  @Test
  void anyDamageEitherBreaksARuleOrShowsInTheBytes() {
    long seed = new Random().nextLong();
    System.out.println("SignedNoteTest seed " + seed);
    Random random = new Random(seed);
    byte[] original = utf8(COSIGNED);
    SignedNote whole = SignedNote.parse(original);
    for (int round = 0; round < 50_000; round++) {
      byte[] damaged = Mutations.mutate(original, random);
      try {
        SignedNote note = SignedNote.parse(damaged);
        assertThat(note.toBytes()).as("seed %d round %d", seed, round).isEqualTo(damaged);
        assertThat(note.equals(whole)).isEqualTo(Arrays.equals(damaged, original));
      } catch (FormatException e) {
        assertThat(e.offset()).isBetween(-1L, (long) damaged.length);
      }
    }
  }
}
