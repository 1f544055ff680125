package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.ledger.MemoizedEd25519;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** One ledger that follows on another (FORMAT §2a): nine entries were published, five are there. */
abstract class PredecessorBase {
  static final String OLD = "ledger.example/old";
  static final String UNLISTED = "; leaf 0 alone vouches for its key, the policy does not list it";
  static final TestKey STRANGER = TestKey.named("a stranger");

  @TempDir Path directory;
  final LedgerVerifier verifier = new LedgerVerifier(new MemoizedEd25519());
  TrustPolicy trust;
  @Nullable StateStore state;
  int states;

  /** What leaf 0 says, as it should be until a test changes it. */
  static final class Claim {
    String origin = OLD;
    String key = old(1).log().vkey(OLD).toVkey();
    SignedNote published = note(old(9), 9);
    TreeHead restored = old(5).head();
    @Nullable SignedNote restoredNote = note(old(5), 5);
    long unsigned;

    String json() {
      SignedNote note = restoredNote;
      return "{\"origin\":\"%s\",\"checkpointKey\":\"%s\",\"published\":%s,\"restored\":{"
              .formatted(origin, key, text(published))
          + "\"size\":%d,\"root\":\"%s\"%s%s},\"reason\":\"restored-backup\","
              .formatted(
                  restored.size(),
                  restored.root().toBase64(),
                  note == null ? "" : ",\"note\":" + text(note),
                  unsigned == 0 ? "" : ",\"unsigned\":" + unsigned)
          + "\"reasonText\":{\"_sd\":[\"%s\"]}}".formatted("A".repeat(43));
    }

    static String text(SignedNote note) {
      return "\"" + note.toString().replace("\n", "\\n") + "\"";
    }
  }

  @BeforeEach
  void start() throws Exception {
    trust = TrustPolicy.load(TestLedger.writePolicy(directory.resolve("policy.txt")), null);
  }

  static TestLedger old(int size) {
    return old(size, size);
  }

  /** From a size on another history of the same length, under the same keys. */
  static TestLedger old(int size, int other) {
    TestLedger ledger = TestLedger.another("old");
    while (ledger.size() < size) {
      if (ledger.size() < other) {
        ledger.note();
      } else {
        ledger.append("request/other", draft -> {});
      }
    }
    return ledger;
  }

  static SignedNote note(TestLedger ledger, int size) {
    return ledger.note(size, ledger.log());
  }

  LedgerSource source(String name, Map<String, byte[]> files) throws Exception {
    TestLedger.write(directory.resolve(name), files);
    return new DirectorySource(directory.resolve(name));
  }

  VerificationReport verify(Claim claim, @Nullable TestLedger before) throws Exception {
    return verify(
        TestLedger.following(claim.json()).note(),
        before == null ? null : source("old", before.files()));
  }

  VerificationReport verify(TestLedger ledger, @Nullable LedgerSource before) throws Exception {
    return verifier.verify(
        source("new", ledger.files()),
        new LedgerVerifier.Options(trust, state, Verification.REQUIRED, before),
        Progress.NONE);
  }

  static void finds(VerificationReport report, Rule... rules) {
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(rules).map(Rule::id).toList());
    assertThat(report.findings()).extracting(Finding::grade).containsOnly(Grade.PREDECESSOR);
    assertThat(report.grade(Grade.PREDECESSOR).status()).isEqualTo(GradeResult.Status.FAIL);
    assertThat(report.exitCode()).isOne();
  }

  static void told(VerificationReport report, GradeResult.Status status, String evidence) {
    assertThat(report.findings()).isEmpty();
    assertThat(report.grade(Grade.PREDECESSOR))
        .isEqualTo(new GradeResult(Grade.PREDECESSOR, status, evidence));
  }
}
