package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.disclosureledger.format.merkle.InclusionProof;
import org.disclosureledger.format.note.Receipt;
import org.disclosureledger.verifier.check.ReceiptVerifier.ReceiptFile;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult.Status;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptVerifierTest {
  private static final TestKey SECOND = TestKey.named("second entry key");

  @TempDir private Path directory;
  private ReceiptVerifier verifier;

  @BeforeEach
  void start() throws Exception {
    Path policy = TestLedger.writePolicy(directory.resolve("policy.txt"));
    verifier = new ReceiptVerifier(TrustPolicy.load(policy, null), null);
  }

  private VerificationReport verify(byte[] receipt, Receipt... enrolments) throws Exception {
    List<ReceiptFile> files =
        Arrays.stream(enrolments).map(r -> new ReceiptFile("enrolment", r.toBytes())).toList();
    return verifier.verify(
        new ReceiptFile("receipt", receipt), files, Set.of(Grade.TREE, Grade.HEAD));
  }

  private static TestLedger ledger() {
    TestLedger ledger = TestLedger.of(3);
    ledger.enrol("entry", "\"key\":" + SECOND.jwk().toJson());
    ledger.append("request/a", draft -> draft.signer(SECOND));
    return ledger.note();
  }

  @Test
  void everyReceiptOfALedgerProvesItsLeafUnderThePolicyAlone() throws Exception {
    TestLedger ledger = ledger();
    for (int leaf = 0; leaf < ledger.size(); leaf++) {
      VerificationReport report = verify(ledger.receipt(leaf).toBytes());
      assertThat(report.exitCode()).isZero();
      assertThat(report.grade(Grade.TREE).evidence())
          .isEqualTo("leaf %d of 6 by its inclusion proof", leaf);
      assertThat(report.grade(Grade.ENTRIES).status())
          .isEqualTo(leaf == 0 ? Status.PASS : Status.NOT_CHECKED);
    }
  }

  @Test
  void theSignatureIsCheckedWithTheReceiptsOfTheEnrollingEntries() throws Exception {
    TestLedger ledger = ledger();
    Receipt opened = ledger.receipt(0);
    Receipt enrolled = ledger.receipt(3);
    assertThat(verify(ledger.receipt(1).toBytes(), opened).grade(Grade.ENTRIES).evidence())
        .isEqualTo("signed by a key of leaf 0; its retirement not checked");
    byte[] bySecond = ledger.receipt(4).toBytes();
    assertThat(verify(bySecond, enrolled, opened).grade(Grade.ENTRIES).status())
        .isEqualTo(Status.PASS);
    assertThat(verify(bySecond, opened).grade(Grade.ENTRIES).status())
        .isEqualTo(Status.NOT_CHECKED);
    assertThat(verify(bySecond, enrolled).grade(Grade.ENTRIES).status())
        .isEqualTo(Status.NOT_CHECKED);
  }

  @Test
  void aReceiptGivenTwiceCountsOnceAndTwoEntriesAtOneLeafAreAFork() throws Exception {
    TestLedger ledger = ledger();
    Receipt opened = ledger.receipt(0);
    Receipt enrolled = ledger.receipt(3);
    byte[] bySecond = ledger.receipt(4).toBytes();
    VerificationReport twice = verify(bySecond, opened, enrolled, enrolled, opened);
    assertThat(twice.findings()).isEmpty();
    assertThat(twice.grade(Grade.ENTRIES).status()).isEqualTo(Status.PASS);
    assertThat(twice.verdict()).startsWith("leaf 4 is in the accepted head, not anchored: ");
    TestLedger fork = TestLedger.of(3);
    fork.enrol("entry", "\"key\":" + TestKey.named("third entry key").jwk().toJson());
    assertThat(verify(bySecond, opened, enrolled, fork.receipt(3)).findings())
        .extracting(Finding::rule)
        .containsExactly("fork");
  }

  @Test
  void aForgedSignatureIsFoundThoughTheLogTookIt() throws Exception {
    TestLedger ledger = ledger();
    byte[] entry = ledger.entries().get(1);
    entry[entry.length - 40] = (byte) (entry[entry.length - 40] == 'A' ? 'B' : 'A');
    byte[] receipt = ledger.receipt(1).toBytes();
    assertThat(verify(receipt).exitCode()).isZero();
    assertThat(verify(receipt, ledger.receipt(0)).findings())
        .extracting(Finding::rule)
        .containsExactly("entry-signature");
  }

  @Test
  void noByteOfAReceiptCanBeChangedUnseen() throws Exception {
    byte[] receipt = ledger().receipt(2).toBytes();
    for (int at = 0; at < receipt.length; at++) {
      byte[] changed = receipt.clone();
      changed[at] ^= (byte) (1 << (at % 8));
      VerificationReport report = verify(changed);
      assertThat(report.exitCode()).as("byte %d", at).isOne();
      assertThat(report.findings()).extracting(Finding::file).containsOnly("receipt");
    }
  }

  @Test
  void aReceiptOfAnotherLeafProvesNothing() throws Exception {
    TestLedger ledger = ledger();
    Receipt sound = ledger.receipt(2);
    InclusionProof moved = new InclusionProof(3, sound.proof().size(), sound.proof().path());
    Receipt forged = new Receipt(sound.entry(), moved, sound.checkpointNote());
    assertThat(verify(forged.toBytes()).findings())
        .extracting(Finding::rule)
        .containsExactly("inclusion-proof");
  }

  @Test
  void anEntryOfAnotherLedgerIsRefused() throws Exception {
    TestLedger ledger = ledger();
    ledger.append("request/z", draft -> draft.source = "other.example/test");
    assertThat(verify(ledger.receipt(6).toBytes()).findings())
        .extracting(Finding::rule)
        .containsExactly("stream-source");
  }

  @Test
  void whatIsNoReceiptIsAFindingInOneLine() throws Exception {
    VerificationReport report = verify("hello\n".getBytes(StandardCharsets.UTF_8));
    assertThat(report.exitCode()).isOne();
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("receipt-structure");
    assertThat(verify(new byte[1_100_001]).exitCode()).isOne();
  }
}
