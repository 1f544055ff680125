package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {
  @TempDir private Path directory;
  private Verification verification;

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  @Test
  void anUntouchedLedgerHasNoFindingsAtAnySizeAroundATile() throws Exception {
    for (int size : new int[] {1, 2, 12, 255, 256, 257, 300, 512, 513}) {
      VerificationReport report =
          verification.of(TestLedger.of(size).checkpointAt(size).checkpointAt((size + 1) / 2));
      assertThat(report.findings()).as("size %d", size).isEmpty();
      assertThat(report.exitCode()).as("size %d", size).isZero();
      assertThat(report.verdict())
          .isEqualTo(
              "internally consistent, not anchored: ledger.example/test, size %d, root %s"
                  .formatted(size, TestLedger.of(size).head().root().toBase64()));
    }
  }

  @Test
  void anEmptyFolderIsNotCheckedAndExits2() throws Exception {
    Files.createDirectories(verification.export());
    VerificationReport report = verification.ofExport();
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.grade(Grade.HEAD).evidence()).isEqualTo("no file named checkpoint");
  }

  @Test
  void anyOneMissingTileLeavesGradesUncheckedAndExits2() throws Exception {
    Map<String, byte[]> files = TestLedger.of(300).files();
    for (String path : files.keySet()) {
      if (path.startsWith("checkpoints/")) {
        continue;
      }
      Map<String, byte[]> without = new TreeMap<>(files);
      without.remove(path);
      VerificationReport report = verification.of(without);
      assertThat(report.exitCode()).as(path).isEqualTo(2);
      assertThat(report.findings()).as(path).isEmpty();
      if (!path.equals("checkpoint")) {
        assertThat(report.grade(Grade.TREE))
            .as(path)
            .isEqualTo(GradeResult.notChecked(Grade.TREE, path + " is missing"));
      }
    }
  }

  @Test
  void aPartialTileMayBeReadFromItsFullSuccessor() throws Exception {
    TestLedger longer = TestLedger.of(512);
    Map<String, byte[]> files = TestLedger.of(300).files();
    files.remove("tile/0/001.p/44");
    files.remove("tile/entries/001.p/44");
    longer.tiles().forEach(files::putIfAbsent);
    assertThat(verification.of(files).exitCode()).isZero();
  }

  @Test
  void withoutAPolicyTheHeadIsNotChecked() throws Exception {
    TestLedger.of(12).export(verification.export());
    VerificationReport report = verification.of(new DirectorySource(verification.export()), null);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.missing()).containsExactly(Grade.HEAD);
  }

  @Test
  void everyGradeIsInTheReportInOrder() throws Exception {
    assertThat(verification.of(TestLedger.of(1)).grades())
        .extracting(GradeResult::grade)
        .containsExactly(Grade.values());
  }
}
