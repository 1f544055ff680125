package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.state.StateStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries dropped, duplicated, swapped, the tail cut: by a forger with more and more power. */
class ForgeryTest {
  @TempDir private Path directory;
  private Verification verification;

  /** What a forger does to the list of entries, and the first leaf that is then another. */
  private record Forgery(String name, Edit edit, long place) {}

  private interface Edit {
    void of(List<byte[]> entries);
  }

  private static final List<Forgery> FORGERIES =
      List.of(
          new Forgery("dropped", entries -> entries.remove(4), 4),
          new Forgery("duplicated", entries -> entries.add(5, entries.get(4)), 5),
          new Forgery("swapped", entries -> Collections.swap(entries, 4, 9), 4));

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  private VerificationReport found(String name, Map<String, byte[]> files) throws Exception {
    VerificationReport report = verification.of(files);
    assertThat(report.exitCode()).as(name).isOne();
    return report;
  }

  private static TestLedger forged(Forgery forgery, boolean keepSize) {
    TestLedger ledger = TestLedger.of(12);
    forgery.edit().of(ledger.entries());
    while (keepSize && ledger.size() < 12) {
      ledger.note();
    }
    while (keepSize && ledger.size() > 12) {
      ledger.entries().removeLast();
    }
    return ledger;
  }

  @Test
  void inTheBundleAloneTheLeafIsNamedByItsTile() throws Exception {
    for (Forgery forgery : FORGERIES) {
      Map<String, byte[]> files = TestLedger.of(12).files();
      forged(forgery, true)
          .tiles()
          .forEach((path, bytes) -> {
            if (path.startsWith("tile/entries")) {
              files.put(path, bytes);
            }
          });
      VerificationReport report = found(forgery.name(), files);
      Finding first =
          report.findings().stream()
              .filter(f -> f.rule().equals("tile-hash"))
              .findFirst()
              .orElseThrow();
      assertThat(first.leaf()).as(forgery.name()).isEqualTo(forgery.place());
      assertThat(report.findings()).extracting(Finding::rule).contains("tree-root");
    }
  }

  @Test
  void withTheTilesRecomputedTheRootAndTheStreamsTell() throws Exception {
    for (Forgery forgery : FORGERIES) {
      Map<String, byte[]> files = TestLedger.of(12).checkpointAt(4).files();
      files.putAll(forged(forgery, true).tiles());
      VerificationReport report = found(forgery.name(), files);
      assertThat(report.findings()).extracting(Finding::rule).contains("tree-root");
      assertThat(report.findings())
          .filteredOn(finding -> finding.rule().equals("tree-root"))
          .singleElement()
          .extracting(Finding::message, STRING)
          .endsWith("by the earlier checkpoints it departs in leaves 4 to 11");
      assertThat(report.findings())
          .as(forgery.name())
          .anyMatch(
              finding -> finding.grade() == Grade.STREAMS && finding.leaf() >= forgery.place());
    }
  }

  @Test
  void resignedByTheLogItselfTheStreamsStillTell() throws Exception {
    for (Forgery forgery : FORGERIES) {
      VerificationReport report = found(forgery.name(), forged(forgery, false).files());
      assertThat(report.grade(Grade.TREE).status()).isEqualTo(GradeResult.Status.PASS);
      assertThat(report.grade(Grade.HEAD).status()).isEqualTo(GradeResult.Status.PASS);
      assertThat(report.grade(Grade.STREAMS).status()).isEqualTo(GradeResult.Status.FAIL);
    }
  }

  @Test
  void aTruncatedTailIsNotSeenWithoutAnEarlierHead() throws Exception {
    assertThat(verification.of(TestLedger.of(11)).exitCode()).isZero();
  }

  @Test
  void aTruncatedTailIsARollbackUnderState() throws Exception {
    verification.withState();
    assertThat(verification.of(TestLedger.of(12)).grade(Grade.CONTINUITY).evidence())
        .isEqualTo("first sight");
    VerificationReport report = found("truncated", TestLedger.of(10).files());
    Finding finding = report.findings().getFirst();
    assertThat(finding.rule()).isEqualTo("rollback");
    assertThat(finding.expected()).isEqualTo("size 12 or more");
    assertThat(finding.found()).isEqualTo("size 10");
    assertThat(verification.of(TestLedger.of(12)).exitCode()).as("state stays").isZero();
  }

  @Test
  void growthIsConsistentAndMovesTheStateOn() throws Exception {
    verification.withState();
    for (int size : new int[] {1, 2, 12, 12, 255, 256, 300}) {
      assertThat(verification.of(TestLedger.of(size)).exitCode()).isZero();
      StateStore store = new StateStore(directory.resolve("state"));
      assertThat(store.load(new Origin(TestLedger.ORIGIN)).map(held -> held.head().size()))
          .isEqualTo(Optional.of((long) size));
    }
  }

  @Test
  void aForkInWhichAllElseIsSoundIsFoundWithItsFirstLeaf() throws Exception {
    verification.withState();
    assertThat(verification.of(TestLedger.of(12)).exitCode()).isZero();
    for (int size : new int[] {12, 20}) {
      TestLedger fork = TestLedger.of(7);
      fork.append("request/r2", draft -> draft.data("{\"note\":2}"));
      while (fork.size() < size) {
        fork.note();
      }
      VerificationReport report = found("fork", fork.files());
      assertThat(report.findings()).extracting(Finding::rule).containsExactly("fork");
      assertThat(report.findings().getFirst().message())
          .endsWith("the first leaf that changed is 7");
    }
    assertThat(verification.of(TestLedger.of(13)).exitCode()).as("state stays").isZero();
  }

  @Test
  void theStateDoesNotMoveOnAnUnverifiedHead() throws Exception {
    verification.withState();
    Map<String, byte[]> files = TestLedger.of(12).files();
    SignedNote head = TestLedger.of(12).note(12, TestLedger.ENTRY);
    files.put("checkpoint", head.toBytes());
    found("unsigned", files);
    assertThat(directory.resolve("state/ledger.example+test.checkpoint")).doesNotExist();
    assertThat(verification.of(TestLedger.of(12)).exitCode()).isZero();
    assertThat(directory.resolve("state/ledger.example+test.checkpoint")).exists();
    try (var left = Files.list(directory.resolve("state"))) {
      assertThat(left.filter(file -> file.toString().endsWith(".new"))).isEmpty();
    }
  }

  @Test
  void randomBytesInAnyFileAreAFindingAndNoCrash() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    System.out.println("ForgeryTest seed " + seed);
    Map<String, byte[]> sound = TestLedger.of(12).checkpointAt(5).files();
    for (String path : sound.keySet()) {
      for (int length : new int[] {0, 1, 2, 3, 100, 5_000}) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        Map<String, byte[]> files = new TreeMap<>(sound);
        files.put(path, noise);
        VerificationReport report = found(path + " of " + length + ", seed " + seed, files);
        assertThat(report.findings()).anyMatch(finding -> finding.file().equals(path));
      }
    }
  }
}
