package org.disclosureledger.format.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Policy;
import org.disclosureledger.format.note.PolicyVerdict;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {
  /** Inputs over a megabyte, and the transports' own; tests make them in memory, or on a broker. */
  static final Set<String> WITHOUT_VECTOR =
      Set.of(
          "note-length",
          "receipt-length",
          "file-too-large",
          "content-encoding",
          "topic-record",
          "topic-entry-differs",
          "topic-order",
          "topic-entry-missing",
          "topic-entry-uncovered",
          "topic-checkpoint-differs",
          "topic-checkpoint-order");

  private static final Map<String, byte[]> PUBLISHED = published();

  private static Map<String, byte[]> published() {
    try {
      return VectorGenerator.published(Path.of("vectors"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<VectorFolder> invalid() {
    return VectorFolder.of(PUBLISHED, "invalid");
  }

  static List<VectorFolder> valid() {
    return VectorFolder.of(PUBLISHED, "valid");
  }

  @Test
  void thePublishedFilesAreExactlyWhatTheGeneratorMakes() {
    Map<String, byte[]> made = Vectors.all().files();
    assertThat(PUBLISHED.keySet()).isEqualTo(made.keySet());
    made.forEach((path, bytes) -> assertThat(PUBLISHED.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void theyStaySmall() {
    long bytes = PUBLISHED.values().stream().mapToLong(file -> file.length).sum();
    assertThat(bytes).isLessThan(1_000_000);
  }

  @Test
  void everyRuleOfFormHasItsInvalidVector() {
    Set<String> wanted = new TreeSet<>();
    Stream.of(FormatRule.values()).map(FormatRule::id).forEach(wanted::add);
    wanted.removeAll(WITHOUT_VECTOR);
    assertThat(invalid()).extracting(VectorFolder::name).containsAll(wanted);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidVectorBreaksItsRule(VectorFolder folder) {
    String rule = folder.expect("rule");
    assertThat(folder.rule()).isEqualTo(rule);
    switch (folder.expect("kind")) {
      case "note-judged" -> {
        PolicyVerdict.Refusal refusal = judge(folder, folder.file("note.txt")).refusal();
        assertThat(refusal).isNotNull();
        assertThat(refusal == null ? "" : refusal.rule().id()).isEqualTo(rule);
      }
      case "receipt-judged" -> {
        Receipt receipt = Receipt.parse(folder.file("receipt.tlog-proof"));
        assertThat(judge(folder, receipt.checkpointNote()).accepted()).isTrue();
        assertThat(receipt.proves()).isFalse();
      }
      case "export" -> export(folder, rule);
      default -> {
        FormatException e = catchThrowableOfType(FormatException.class, () -> parse(folder));
        assertThat(e).as("accepted").isNotNull();
        assertThat(e.rule() + " at " + e.offset())
            .isEqualTo(rule + " at " + folder.number("offset"));
      }
    }
  }

  /** This module finds the breach, or nothing: then it shows only to a reader of the ledger. */
  private static void export(VectorFolder folder, String rule) {
    Set<String> known = new TreeSet<>(Set.of("tree-root"));
    Stream.of(FormatRule.values()).map(FormatRule::id).forEach(known::add);
    assertThat(ExportReading.broken(folder))
        .isEqualTo(known.contains(rule) ? Set.of(rule) : Set.of());
  }

  @ParameterizedTest
  @MethodSource("valid")
  void aValidVectorIsAccepted(VectorFolder folder) {
    switch (folder.expect("kind")) {
      case "entry" -> {
        Entry entry = EntryCodec.parse(folder.file("entry.jws"));
        assertThat(entry.leafHash().toBase64Url()).isEqualTo(folder.expect("leafHash"));
        assertThat(entry.keyId()).isEqualTo(SampleLedger.ENTRY.jwk().kid());
        assertThat(
                SampleKey.verify(
                    VerifierKey.ED25519,
                    SampleLedger.ENTRY.publicKey(),
                    entry.signingInput(),
                    entry.signature()))
            .isTrue();
      }
      case "note-judged" -> {
        PolicyVerdict verdict = judge(folder, folder.file("note.txt"));
        assertThat(verdict.accepted()).isTrue();
        assertThat(verdict.anchored()).isTrue();
      }
      case "export" -> assertThat(ExportReading.broken(folder)).isEmpty();
      case "inclusion", "consistency" ->
          assertThat(folder.text("proofs.jsonl").lines()).isNotEmpty();
      default -> parse(folder);
    }
  }

  @Test
  void theDisclosuresOpenTheSlotsOfTheirEntry() {
    VectorFolder folder =
        valid().stream()
            .filter(f -> f.name().equals("entry-commitments"))
            .findFirst()
            .orElseThrow();
    Entry entry = EntryCodec.parse(folder.file("entry.jws"));
    String line = folder.text("disclosures.jsonl");
    String list = line.substring(line.indexOf('[') + 1, line.indexOf(']'));
    List<String> digests =
        Stream.of(list.split(","))
            .map(quoted -> Disclosure.parse(quoted.replace("\"", "")).digest())
            .toList();
    assertThat(entry.slots()).extracting(slot -> slot.digest()).isEqualTo(digests);
  }

  private static PolicyVerdict judge(VectorFolder folder, byte[] note) {
    return Policy.parse(folder.file("policy.txt"))
        .evaluate(SignedNote.parse(note), new Origin(folder.expect("origin")), SampleKey::verify);
  }

  private static void parse(VectorFolder folder) {
    switch (folder.expect("kind")) {
      case "entry" -> EntryCodec.parse(folder.file("entry.jws"));
      case "disclosure" -> {
        Disclosure disclosure = Disclosure.parse(folder.text("disclosure.txt"));
        assertThat(disclosure.digest()).isEqualTo(folder.expect("digest"));
      }
      case "disclosures" -> {
        List<DisclosureLine> lines = DisclosureLine.parse(folder.file("disclosures.jsonl"), 0);
        assertThat(lines)
            .extracting(DisclosureLine::index)
            .containsExactly((long) folder.number("index"));
      }
      case "jwk" -> {
        PublicJwk key = PublicJwk.parse(folder.file("jwk.json"));
        assertThat(key.kid().value()).isEqualTo(folder.expect("kid"));
      }
      case "vkey" -> {
        VerifierKey key = VerifierKey.parse(folder.text("vkey.txt"));
        assertThat(key.name()).isEqualTo(folder.expect("name"));
      }
      case "note" -> SignedNote.parse(folder.file("note.txt"));
      case "checkpoint" -> {
        Checkpoint checkpoint = Checkpoint.parse(folder.file("checkpoint.txt"));
        assertThat(checkpoint.head().size()).isEqualTo(folder.number("size"));
      }
      case "policy" -> {
        Policy policy = Policy.parse(folder.file("policy.txt"));
        assertThat(policy.quorum()).isEqualTo(folder.expect("quorum"));
      }
      case "receipt" -> {
        Receipt receipt = Receipt.parse(folder.file("receipt.tlog-proof"));
        assertThat(receipt.proves()).isTrue();
        assertThat(receipt.proof().index()).isEqualTo(folder.number("index"));
      }
      case "tile-path" -> {
        TileCoordinate tile = TileCoordinate.parse(folder.text("path.txt"));
        assertThat(tile.index()).isEqualTo(folder.number("index"));
      }
      case "bundle" -> EntryBundle.decode(folder.file("bundle.bin"), folder.number("width"));
      case "tree-hash" -> TreeHash.parseBase64(folder.text("hash.txt"));
      case "frontier" -> TreeFrontier.parse(folder.number("size"), folder.file("frontier.bin"));
      default -> throw new AssertionError("unknown kind in " + folder);
    }
  }
}
