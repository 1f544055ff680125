package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of an export can be changed unseen, and the report names the file it is in. */
class FlippedByteTest {
  private static final TestKey LOG_2 = TestKey.named("second checkpoint key");

  @TempDir private Path directory;

  /** Two lines: where only one is looked for, the other must be guarded too. */
  private static byte[] bySecondToo(TestLedger ledger, long size) {
    NoteSignature line = ledger.note(size, LOG_2).signatures().getFirst();
    return ledger.note(size, TestLedger.LOG).with(line).toBytes();
  }

  @Test
  void everyByteOfATwelveEntryExportIsGuarded() throws Exception {
    TestKey second = TestKey.named("second entry key");
    TestLedger ledger = TestLedger.opened().checkpointAt(1).checkpointAt(7).checkpointAt(12);
    ledger.enrol("entry", "\"key\":" + second.jwk().toJson());
    ledger.enrol("checkpoint", "\"vkey\":\"" + LOG_2.vkey(TestLedger.ORIGIN).toVkey() + "\"");
    while (ledger.size() < 12) {
      ledger.note();
    }
    Map<String, byte[]> files = ledger.files();
    files.put("checkpoints/7", bySecondToo(ledger, 7));
    files.put("checkpoints/12", bySecondToo(ledger, 12));
    for (String path : files.keySet()) {
      flipAll(path, files, 1);
    }
  }

  @Test
  void bytesOfEveryFileOfAThreeHundredEntryExportAreGuarded() throws Exception {
    TestLedger ledger = TestLedger.of(300).checkpointAt(256).checkpointAt(300);
    Map<String, byte[]> files = ledger.files();
    assertThat(files).containsKeys("tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1");
    for (String path : files.keySet()) {
      // A prime step meets every place within a hash, a base64 quantum and a byte.
      flipAll(path, files, path.startsWith("tile/1/") ? 1 : 1_009);
    }
  }

  /** Flips one bit of every so many bytes; which bit goes round with the byte. */
  private void flipAll(String path, Map<String, byte[]> files, int step) throws Exception {
    Verification verification = new Verification(directory);
    assertThat(verification.of(files).exitCode()).isZero();
    byte[] bytes = Objects.requireNonNull(files.get(path));
    for (int at = 0; at < bytes.length; at += step) {
      int mask = 1 << (at % 8);
      bytes[at] ^= (byte) mask;
      Files.write(verification.export().resolve(path), bytes);
      bytes[at] ^= (byte) mask;
      found(verification, path, at, mask);
    }
    Files.write(verification.export().resolve(path), bytes);
  }

  private static void found(Verification verification, String path, int at, int mask)
      throws IOException {
    VerificationReport report = verification.ofExport();
    assertThat(report.exitCode()).as("%s byte %d mask %x", path, at, mask).isEqualTo(1);
    assertThat(report.findings())
        .as("%s byte %d mask %x", path, at, mask)
        .anyMatch(finding -> finding.file().equals(path));
  }
}
