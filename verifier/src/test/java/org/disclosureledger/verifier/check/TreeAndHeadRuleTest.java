package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.ledger.TestLedger.AUTHORITY;
import static org.disclosureledger.verifier.ledger.TestLedger.LOG;
import static org.disclosureledger.verifier.ledger.TestLedger.OPENED;
import static org.disclosureledger.verifier.ledger.TestLedger.ORIGIN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of trees and heads broken once each, like those of {@link RuleTest}. */
class TreeAndHeadRuleTest {
  private static final TestKey OTHER = TestKey.named("another key");

  @TempDir private Path directory;
  private Verification verification;

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  private void findsInFiles(Map<String, byte[]> files, String file, Rule... rules)
      throws Exception {
    VerificationReport report = verification.of(files);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(rules).map(Rule::id).toList());
    assertThat(report.findings()).extracting(Finding::file).containsOnly(file);
    assertThat(report.exitCode()).isOne();
  }

  private static TestLedger three() {
    return TestLedger.of(3);
  }

  @Test
  void aTileHoldsTheHashesOfItsEntries() throws Exception {
    Map<String, byte[]> files = new TreeMap<>(three().files());
    byte[] tile = files.getOrDefault("tile/0/000.p/3", new byte[0]);
    tile[70] ^= 1;
    findsInFiles(files, "tile/0/000.p/3", Rule.TILE_HASH);
    assertThat(verification.ofExport().findings().getFirst().leaf()).isEqualTo(2);
  }

  @Test
  void aTileHasItsLength() throws Exception {
    for (int length : new int[] {0, 32, 95, 97, 128}) {
      Map<String, byte[]> files = three().files();
      files.computeIfPresent("tile/0/000.p/3", (path, tile) -> Arrays.copyOf(tile, length));
      findsInFiles(files, "tile/0/000.p/3", Rule.TILE_LENGTH);
    }
    Map<String, byte[]> files = three().files();
    files.computeIfPresent("tile/0/000.p/3", (path, tile) -> Arrays.copyOf(tile, 9_000));
    findsInFiles(files, "tile/0/000.p/3", Rule.FILE_TOO_LARGE);
  }

  @Test
  void theRootIsThatOfTheEntries() throws Exception {
    Map<String, byte[]> files = three().files();
    TreeHead false3 = new TreeHead(3, TestLedger.of(2).head().root());
    files.put("checkpoint", signed(new Checkpoint(new Origin(ORIGIN), false3), LOG));
    findsInFiles(files, "checkpoint", Rule.TREE_ROOT);
  }

  private static byte[] signed(Checkpoint checkpoint, TestKey key) {
    return TestLedger.sign(checkpoint, key).toBytes();
  }

  @Test
  void theLedgerNamesTheKeyThatSignsIt() throws Exception {
    TestLedger ledger = new TestLedger();
    ledger.append(
        "ledger",
        draft ->
            draft
                .type(OPENED)
                .signer(AUTHORITY)
                .data(
                    TestLedger.opening()
                        .replace(LOG.vkey(ORIGIN).toVkey(), OTHER.vkey(ORIGIN).toVkey())));
    ledger.checkpointAt(1, OTHER);
    findsInFiles(ledger.files(), "checkpoint", Rule.CHECKPOINT_KEY_UNKNOWN);
  }

  @Test
  void aRetiredCheckpointKeySignsUpToTheSizeThatRetiresIt() throws Exception {
    String vkey = "\"vkey\":\"" + LOG.vkey(ORIGIN).toVkey() + "\",\"reason\":\"rotation\"";
    TestLedger ledger = three().retire("checkpoint", vkey);
    assertThat(verification.of(ledger).exitCode()).isZero();
    Map<String, byte[]> late = ledger.note().files();
    late.remove("checkpoints/5");
    findsInFiles(late, "checkpoint", Rule.CHECKPOINT_KEY_WINDOW);
  }

  @Test
  void earlierCheckpointsMayBeSignedByEarlierKeys() throws Exception {
    TestKey earlier = OTHER;
    String vkey = "\"vkey\":\"" + earlier.vkey(ORIGIN).toVkey() + "\"";
    TestLedger ledger =
        three()
            .enrol("checkpoint", vkey)
            .note()
            .retire("checkpoint", vkey + ",\"reason\":\"rotation\"")
            .note()
            .checkpointAt(4, earlier)
            .checkpointAt(6, earlier);
    assertThat(verification.of(ledger).exitCode()).isZero();
    Map<String, byte[]> late = ledger.checkpointAt(7, earlier).files();
    findsInFiles(late, "checkpoints/7", Rule.CHECKPOINT_KEY_WINDOW);
    TestLedger early = three().enrol("checkpoint", vkey).checkpointAt(3, earlier);
    findsInFiles(early.files(), "checkpoints/3", Rule.CHECKPOINT_KEY_WINDOW);
  }

  @Test
  void aFileUnderCheckpointsIsNamedAsItsSize() throws Exception {
    Map<String, byte[]> files = three().checkpointAt(2).files();
    byte[] note = files.remove("checkpoints/2");
    files.put("checkpoints/1", note == null ? new byte[0] : note);
    findsInFiles(files, "checkpoints/1", Rule.CHECKPOINTS_NAME);
    files.remove("checkpoints/1");
    files.put("checkpoints/02", new byte[0]);
    findsInFiles(files, "checkpoints/02", Rule.CHECKPOINTS_NAME);
  }

  @Test
  void anEarlierCheckpointIsSignedByTheLedger() throws Exception {
    TestLedger ledger = three();
    ledger.checkpointAt(2, OTHER);
    findsInFiles(ledger.files(), "checkpoints/2", Rule.CHECKPOINTS_SIGNATURE);
    SignedNote sound = ledger.note(2, LOG);
    SignedNote wrong = ledger.note(1, LOG);
    Map<String, byte[]> files = ledger.files();
    files.put("checkpoints/2", new SignedNote(sound.text(), wrong.signatures()).toBytes());
    findsInFiles(files, "checkpoints/2", Rule.CHECKPOINTS_SIGNATURE);
  }

  @Test
  void anEarlierCheckpointsRootIsThatOfTheEntries() throws Exception {
    Map<String, byte[]> files = three().files();
    TreeHead false2 = new TreeHead(2, TestLedger.of(1).head().root());
    files.put("checkpoints/2", signed(new Checkpoint(new Origin(ORIGIN), false2), LOG));
    findsInFiles(files, "checkpoints/2", Rule.CHECKPOINTS_ROOT);
  }

  @Test
  void everyLineOfAnEarlierCheckpointIsByAKeyOfTheLedger() throws Exception {
    TestLedger ledger = three();
    NoteSignature foreign = ledger.note(2, OTHER).signatures().getFirst();
    Map<String, byte[]> files = ledger.files();
    files.put("checkpoints/2", ledger.note(2, LOG).with(foreign).toBytes());
    findsInFiles(files, "checkpoints/2", Rule.CHECKPOINTS_SIGNATURE);
  }

  @Test
  void aMissingOrUnreadableEarlierCheckpointLeavesTheHeadUnchecked() throws Exception {
    Map<String, byte[]> files = three().checkpointAt(2).files();
    files.remove("checkpoints/3");
    VerificationReport missing = verification.of(files);
    assertThat(missing.grade(Grade.HEAD))
        .isEqualTo(GradeResult.notChecked(Grade.HEAD, "checkpoints/3 is missing"));
    assertThat(missing.exitCode()).isEqualTo(2);
    TestLedger.write(verification.export(), three().files());
    Files.createDirectories(verification.export().resolve("checkpoints/2"));
    VerificationReport unreadable = verification.ofExport();
    assertThat(unreadable.grade(Grade.HEAD))
        .isEqualTo(GradeResult.notChecked(Grade.HEAD, "checkpoints/2 is no file"));
    assertThat(unreadable.exitCode()).isEqualTo(2);
  }

  @Test
  void aServerIsNotAskedForEarlierCheckpoints() throws Exception {
    Map<String, byte[]> files = three().files();
    files.remove("checkpoints/3");
    try (TestServer server = new TestServer(files);
        HttpSource source = new HttpSource(server.url(), null)) {
      assertThat(verification.of(source).exitCode()).isZero();
    }
  }

  @Test
  void noKeySignsTheEmptyTree() throws Exception {
    Checkpoint empty = new Checkpoint(new Origin(ORIGIN), new TreeHead(0, LeafHasher.empty()));
    Map<String, byte[]> files = new TreeMap<>(Map.of("checkpoint", signed(empty, LOG)));
    findsInFiles(files, "checkpoint", Rule.CHECKPOINT_KEY_WINDOW);
    Map<String, byte[]> earlier = three().files();
    earlier.put("checkpoints/0", signed(empty, LOG));
    findsInFiles(earlier, "checkpoints/0", Rule.CHECKPOINT_KEY_WINDOW);
  }

  @Test
  void noCheckpointIsLargerThanTheHead() throws Exception {
    Map<String, byte[]> files = three().files();
    files.put("checkpoints/4", TestLedger.of(4).note(4, LOG).toBytes());
    findsInFiles(files, "checkpoints/4", Rule.CHECKPOINTS_BEYOND_HEAD);
  }

  @Test
  void theRulesIdsAreDistinct() {
    List<String> ids = Arrays.stream(Rule.values()).map(Rule::id).toList();
    assertThat(ids).doesNotHaveDuplicates();
  }
}
