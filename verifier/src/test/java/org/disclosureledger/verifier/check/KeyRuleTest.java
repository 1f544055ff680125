package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.ledger.TestLedger.AUTHORITY;
import static org.disclosureledger.verifier.ledger.TestLedger.ORIGIN;
import static org.disclosureledger.verifier.ledger.TestLedger.RETIRED;

import java.nio.file.Path;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What key events may name and which key may sign them, like the rules of {@link RuleTest}. */
class KeyRuleTest {
  private static final TestKey OTHER = TestKey.named("another key");

  @TempDir private Path directory;
  private Verification verification;

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  private void finds(TestLedger ledger, long leaf, Rule rule) throws Exception {
    VerificationReport report = verification.of(ledger);
    assertThat(report.findings()).extracting(Finding::rule).containsExactly(rule.id());
    assertThat(report.findings()).extracting(Finding::leaf).containsExactly(leaf);
    assertThat(report.exitCode()).isOne();
  }

  private static TestLedger enrolling(VerifierKey key) {
    return TestLedger.of(3).enrol("checkpoint", "\"vkey\":\"" + key.toVkey() + "\"");
  }

  @Test
  void aCheckpointKeyIsNamedAsTheOrigin() throws Exception {
    finds(enrolling(OTHER.vkey("other.example/test")), 3, Rule.KEY_MALFORMED);
    assertThat(verification.of(enrolling(OTHER.vkey(ORIGIN))).exitCode()).isZero();
  }

  @Test
  void aCheckpointKeyIsOfATypeThatALedgerSignsWith() throws Exception {
    VerifierKey witness = new VerifierKey(ORIGIN, (byte) 4, OTHER.publicKey());
    finds(enrolling(witness), 3, Rule.KEY_MALFORMED);
    VerifierKey mlDsa = new VerifierKey(ORIGIN, VerifierKey.ML_DSA_44, new byte[1312]);
    assertThat(verification.of(enrolling(mlDsa)).exitCode()).isZero();
  }

  @Test
  void anAuthorityKeyIsRetiredByItsSuccessorOnly() throws Exception {
    TestLedger ledger = TestLedger.of(3).enrol("authority", "\"key\":" + OTHER.jwk().toJson());
    String retirement =
        "{\"role\":\"authority\",\"kid\":\"%s\",\"reason\":\"rotation\"}"
            .formatted(AUTHORITY.jwk().kid());
    ledger.append("keys", draft -> draft.type(RETIRED).signer(OTHER).data(retirement));
    assertThat(verification.of(ledger).exitCode()).isZero();
    TestLedger alone = TestLedger.of(3);
    alone.append("keys", draft -> draft.type(RETIRED).signer(AUTHORITY).data(retirement));
    finds(alone, 3, Rule.KEY_NOT_VALID);
  }
}
