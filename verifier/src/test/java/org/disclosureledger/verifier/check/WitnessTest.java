package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.ledger.TestLedger.LOG;
import static org.disclosureledger.verifier.ledger.TestLedger.ORIGIN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.Cosignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult.Status;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final long TIME = 1_800_000_000L;
  private static final TestKey WITNESS = TestKey.named("witness.example");

  @TempDir private Path directory;
  private final AsymmetricCipherKeyPair mlDsa = mlDsaPair();

  private static AsymmetricCipherKeyPair mlDsaPair() {
    MLDSAKeyPairGenerator generator = new MLDSAKeyPairGenerator();
    generator.init(new MLDSAKeyGenerationParameters(new SecureRandom(), MLDSAParameters.ml_dsa_44));
    return generator.generateKeyPair();
  }

  private VerifierKey mlDsaKey(String name) {
    byte[] key = ((MLDSAPublicKeyParameters) mlDsa.getPublic()).getEncoded();
    return new VerifierKey(name, VerifierKey.ML_DSA_44, key);
  }

  private byte[] mlDsaSign(byte[] message) throws CryptoException {
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, mlDsa.getPrivate());
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  private VerificationReport verify(SignedNote note, String witnesses) throws Exception {
    String log = "log " + LOG.vkey(ORIGIN).toVkey() + "\n";
    return verify(TestLedger.of(12), note, log + witnesses);
  }

  private VerificationReport verify(TestLedger ledger, SignedNote note, String lines)
      throws Exception {
    Verification verification = new Verification(directory).withState();
    Map<String, byte[]> files = ledger.files();
    files.put("checkpoint", note.toBytes());
    TestLedger.write(verification.export(), files);
    Path policy = directory.resolve("witnessed.txt");
    Files.writeString(policy, lines);
    return verification.of(
        new DirectorySource(verification.export()), TrustPolicy.load(policy, null));
  }

  private static SignedNote signed() {
    return TestLedger.of(12).note(12, LOG);
  }

  private static SignedNote cosigned() {
    Checkpoint checkpoint = TestLedger.of(12).checkpoint(12);
    byte[] message = Cosignature.message(WITNESS.witness(), TIME, checkpoint, checkpoint.text());
    return signed().with(Cosignature.line(WITNESS.witness(), TIME, WITNESS.sign(message)));
  }

  private SignedNote mlDsaSigned(SignedNote note, VerifierKey key) throws Exception {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    byte[] message = Cosignature.message(key, TIME, checkpoint, checkpoint.text());
    return note.with(Cosignature.line(key, TIME, mlDsaSign(message)));
  }

  private static String one() {
    return "witness w " + WITNESS.witness().toVkey() + "\nquorum w\n";
  }

  @Test
  void aMetQuorumAnchorsTheLedger() throws Exception {
    VerificationReport report = verify(cosigned(), one());
    assertThat(report.exitCode()).isZero();
    assertThat(report.grade(Grade.WITNESSES).evidence()).isEqualTo("quorum w met by w");
    assertThat(report.verdict()).startsWith("consistent and anchored: ");
  }

  @Test
  void anUnmetQuorumFailsTheWitnessesAndNotTheHead() throws Exception {
    VerificationReport report = verify(signed(), one());
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("checkpoint-quorum");
    assertThat(report.grade(Grade.WITNESSES).status()).isEqualTo(Status.FAIL);
    assertThat(report.grade(Grade.HEAD).status()).isEqualTo(Status.PASS);
    assertThat(report.exitCode()).isOne();
  }

  @Test
  void aWitnessWithMlDsa44Counts() throws Exception {
    VerifierKey key = mlDsaKey("pq.example");
    String policy = "witness pq " + key.toVkey() + "\nquorum pq\n";
    assertThat(verify(mlDsaSigned(signed(), key), policy).verdict())
        .startsWith("consistent and anchored: ");
  }

  /** Of 13 entries, the last of which enrols the key. */
  private static TestLedger enrolling(VerifierKey key) {
    return TestLedger.of(12).enrol("checkpoint", "\"vkey\":\"" + key.toVkey() + "\"");
  }

  private static String own(VerifierKey key) {
    return "log %s\nwitness own %s\ngroup both all own\nquorum both\n"
        .formatted(LOG.vkey(ORIGIN).toVkey(), key.toVkey());
  }

  @Test
  void theLedgersOwnSecondSignatureIsNoOutsideAnchor() throws Exception {
    VerifierKey key = mlDsaKey(ORIGIN);
    TestLedger ledger = enrolling(key);
    SignedNote note = mlDsaSigned(ledger.note(13, LOG), key);
    VerificationReport report = verify(ledger, note, own(key));
    assertThat(report.findings()).isEmpty();
    assertThat(report.exitCode()).isZero();
    assertThat(report.verdict()).startsWith("internally consistent, not anchored: ");
  }

  @Test
  void theLedgersOwnSecondKeyIsEnrolledAndSignsWithinItsWindow() throws Exception {
    VerifierKey key = mlDsaKey(ORIGIN);
    TestLedger without = TestLedger.of(13);
    assertThat(verify(without, mlDsaSigned(without.note(13, LOG), key), own(key)).findings())
        .extracting(Finding::rule)
        .containsExactly("checkpoint-key-unknown");
    TestLedger retired =
        enrolling(key)
            .retire("checkpoint", "\"vkey\":\"" + key.toVkey() + "\",\"reason\":\"rotation\"")
            .note();
    assertThat(verify(retired, mlDsaSigned(retired.note(15, LOG), key), own(key)).findings())
        .extracting(Finding::rule)
        .containsExactly("checkpoint-key-window");
  }

  @Test
  void theLedgersEd25519LineIsOnEveryCheckpoint() throws Exception {
    VerifierKey key = mlDsaKey(ORIGIN);
    TestLedger ledger = enrolling(key);
    SignedNote note = mlDsaSigned(ledger.note(13, LOG), key);
    SignedNote alone = new SignedNote(note.text(), List.of(note.signatures().getLast()));
    VerificationReport report = verify(ledger, alone, "log " + key.toVkey() + "\nquorum none\n");
    assertThat(report.findings()).extracting(Finding::rule).containsExactly("checkpoint-unsigned");
    assertThat(report.exitCode()).isOne();
  }

  @Test
  void aHeadWithoutItsQuorumIsNotRemembered() throws Exception {
    assertThat(verify(signed(), one()).exitCode()).isOne();
    assertThat(directory.resolve("state/ledger.example+test.checkpoint")).doesNotExist();
    assertThat(verify(cosigned(), one()).exitCode()).isZero();
    assertThat(directory.resolve("state/ledger.example+test.checkpoint")).exists();
  }

  @Test
  void anAlteredMlDsa44SignatureRejectsTheCheckpoint() throws Exception {
    VerifierKey key = mlDsaKey("pq.example");
    Checkpoint checkpoint = TestLedger.of(12).checkpoint(12);
    byte[] signature = mlDsaSign(Cosignature.message(key, TIME, checkpoint, checkpoint.text()));
    signature[700] ^= 1;
    SignedNote note = signed().with(Cosignature.line(key, TIME, signature));
    String policy = "witness pq " + key.toVkey() + "\nquorum none\n";
    assertThat(verify(note, policy).findings())
        .extracting(Finding::rule)
        .containsExactly("note-signature-invalid");
  }
}
