package org.disclosureledger.format.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.format.note.SampleNote.LOG_LINE;
import static org.disclosureledger.format.note.SampleNote.ORIGIN;
import static org.disclosureledger.format.note.SampleNote.TREE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.Mutations;
import org.disclosureledger.format.Rejections;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.merkle.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReceiptTest {
  private static final byte[] NOTE = SampleNote.note(LOG_LINE).toBytes();
  private static final Receipt RECEIPT =
      new Receipt(entry(5), InclusionProof.build(5, 7, TREE), NOTE);
  private static final String TEXT = new String(RECEIPT.toBytes(), StandardCharsets.UTF_8);

  private static byte[] entry(int index) {
    return ("leaf " + index).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everyLeafsReceiptReadsBackAndProves() {
    for (int index = 0; index < 7; index++) {
      Receipt receipt = new Receipt(entry(index), InclusionProof.build(index, 7, TREE), NOTE);
      Receipt read = Receipt.parse(receipt.toBytes());
      assertThat(read).isEqualTo(receipt);
      assertThat(read.proves()).isTrue();
      assertThat(read.checkpoint().origin()).isEqualTo(ORIGIN);
      assertThat(read.note().toBytes()).isEqualTo(NOTE);
      Receipt lying = new Receipt(entry(index + 1), receipt.proof(), NOTE);
      assertThat(lying.proves()).isFalse();
    }
  }

  @Test
  void aTreeOfOneLeafNeedsNoPath() {
    TreeHead head = new TreeHead(1, TreeHead.rootOf(1, TREE));
    byte[] note = new SignedNote(new Checkpoint(ORIGIN, head).text(), List.of(LOG_LINE)).toBytes();
    Receipt receipt = new Receipt(entry(0), InclusionProof.build(0, 1, TREE), note);
    assertThat(Receipt.parse(receipt.toBytes()).proves()).isTrue();
  }

  static Stream<Arguments> rejections() {
    String extra = "extra bGVhZiA1\n";
    String hash = RECEIPT.proof().path().getFirst().toBase64() + "\n";
    int first = "c2sp.org/tlog-proof@v1\n".length();
    int index = first + extra.length();
    int path = index + "index 5\n".length();
    int note = path + 3 * hash.length() + 1;
    return Stream.of(
        Arguments.of("", "receipt-structure", 0),
        Arguments.of(TEXT.replace("@v1", "@v2"), "receipt-structure", 0),
        Arguments.of(TEXT.replace("@v1\n", "@v1\r\n"), "receipt-structure", 0),
        Arguments.of(TEXT.replace(extra, ""), "receipt-structure", first),
        Arguments.of(TEXT.replace("extra ", "Extra "), "receipt-structure", first),
        Arguments.of(TEXT.replace("bGVhZiA1", ""), "entry-length", first),
        Arguments.of(TEXT.replace("bGVhZiA1", "bGVhZiA1 "), "base64", index - 1 + 0),
        Arguments.of(TEXT.replace("index 5\n", ""), "receipt-structure", index),
        Arguments.of(TEXT.replace("index 5", "index 05"), "receipt-index", index),
        Arguments.of(TEXT.replace("index 5", "index -1"), "receipt-index", index),
        Arguments.of(TEXT.replace("index 5", "index 7"), "receipt-index", index),
        Arguments.of(TEXT.replace("index 5", "index 5 "), "receipt-index", index),
        Arguments.of(TEXT.replace("index 5", "index 6"), "receipt-path-length", path),
        Arguments.of(TEXT.replace(hash, ""), "receipt-path-length", path),
        Arguments.of(TEXT.replace(hash, hash + hash), "receipt-path-length", path),
        Arguments.of(TEXT.replace(hash, "AAAA\n"), "receipt-structure", path),
        Arguments.of(TEXT.replace(hash, hash.replace("=", "")), "base64", path + 43),
        Arguments.of(TEXT.substring(0, note - 1), "receipt-structure", note - 1),
        Arguments.of(TEXT.replace("\n7\n", "\n07\n"), "checkpoint-size", note + 25),
        Arguments.of(TEXT.replace("\n\nledger", "\n\n\nledger"), "checkpoint-lines", note),
        Arguments.of(
            TEXT + "x", "note-structure", TEXT.getBytes(StandardCharsets.UTF_8).length + 1));
  }

  @ParameterizedTest
  @MethodSource("rejections")
  void isRejected(String text, String rule, long offset) {
    Rejections.assertRejected(text.getBytes(StandardCharsets.UTF_8), Receipt::parse, rule, offset);
  }

  @Test
  void anyDamageEitherBreaksARuleOrShowsInTheBytesAndNeverProvesAnotherEntry() {
    long seed = new Random().nextLong();
    System.out.println("ReceiptTest seed " + seed);
    Random random = new Random(seed);
    byte[] original = RECEIPT.toBytes();
    for (int round = 0; round < 50_000; round++) {
      byte[] damaged = Mutations.mutate(original, random);
      try {
        Receipt receipt = Receipt.parse(damaged);
        assertThat(receipt.toBytes()).as("seed %d round %d", seed, round).isEqualTo(damaged);
        boolean sameHead = Arrays.equals(receipt.note().text(), RECEIPT.note().text());
        boolean samePlace =
            Arrays.equals(receipt.entry(), RECEIPT.entry())
                && receipt.proof().equals(RECEIPT.proof());
        if (sameHead) {
          assertThat(receipt.proves()).isEqualTo(samePlace);
        }
      } catch (FormatException e) {
        assertThat(e.offset()).isBetween(-1L, (long) damaged.length);
      }
    }
  }
}
