package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {
  @TempDir Path directory;

  @Test
  void anUntouchedLedgerHasNoFindings() throws Exception {
    for (int size : new int[] {1, 2, 12, 255, 256, 257, 300}) {
      Path export =
          TestLedger.of(size)
              .checkpointAt(size)
              .checkpointAt(1)
              .export(directory.resolve("e" + size));
      Path policy = TestLedger.writePolicy(directory.resolve("policy"));
      VerificationReport report =
          new LedgerVerifier()
              .verify(
                  new DirectorySource(export),
                  new LedgerVerifier.Options(
                      TrustPolicy.load(policy, null),
                      null,
                      Set.of(Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD)),
                  Progress.NONE);
      System.out.println(TextReport.of(report));
      assertThat(report.exitCode()).isZero();
    }
  }
}
