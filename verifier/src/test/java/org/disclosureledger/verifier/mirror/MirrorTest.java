package org.disclosureledger.verifier.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disclosureledger.format.note.NoteSignature;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.state.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MirrorTest {
  private static final TestKey LOG_2 = TestKey.named("another log");

  @TempDir private Path directory;

  private Path copy() {
    return directory.resolve("copy");
  }

  private VerificationReport mirror(TestServer server) throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(TestLedger.writePolicy(directory.resolve("policy.txt")), null);
    try (HttpSource source = new HttpSource(server.url(), null)) {
      return new Mirror(
              source,
              copy(),
              trust,
              new StateStore(directory.resolve("state")),
              Set.of(Grade.TREE, Grade.HEAD))
          .run(Progress.NONE);
    }
  }

  private Map<String, byte[]> copied() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (Files.exists(copy())) {
      try (Stream<Path> all = Files.walk(copy())) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(copy().relativize(file).toString(), Files.readAllBytes(file));
        }
      }
    }
    // Our own description of the export, which no server serves and no verifier reads.
    byte[] description = files.remove("ledger.json");
    assertThat(description != null).isEqualTo(files.containsKey("checkpoint"));
    return files;
  }

  private void holdsExactly(Map<String, byte[]> files) throws Exception {
    Map<String, byte[]> copied = copied();
    assertThat(copied.keySet()).isEqualTo(files.keySet());
    files.forEach((path, bytes) -> assertThat(copied.get(path)).as(path).isEqualTo(bytes));
    assertThat(new Verification(directory).of(new DirectorySource(copy())).exitCode()).isZero();
  }

  @Test
  void aMirrorIsTheExport() throws Exception {
    for (int size : new int[] {1, 12, 256, 300, 600}) {
      TestLedger ledger = TestLedger.of(size);
      try (TestServer server = new TestServer(ledger.files())) {
        VerificationReport report = mirror(server);
        assertThat(report.exitCode()).as("size %d", size).isZero();
        assertThat(report.verdict())
            .startsWith(
                "mirrored, tree and head verified (run verify on the copy), not anchored: ");
        holdsExactly(ledger.files());
      }
      TestLedger.write(directory.resolve("state"), Map.of());
      TestLedger.write(copy(), Map.of());
    }
  }

  @Test
  void aSecondRunFetchesTheCheckpointAndNothingElse() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(600).checkpointAt(600).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      server.forget();
      assertThat(mirror(server).exitCode()).isZero();
      assertThat(server.requested()).containsExactly("checkpoint");
      holdsExactly(TestLedger.of(600).checkpointAt(600).files());
    }
  }

  @Test
  void aMirrorGrowsWithItsLedgerAndDropsOldPartialTiles() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(300).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      server.files().putAll(TestLedger.of(700).files());
      server.forget();
      VerificationReport report = mirror(server);
      assertThat(report.exitCode()).isZero();
      assertThat(report.grade(Grade.CONTINUITY).evidence()).contains("size 300");
      assertThat(server.requested()).doesNotContain("tile/entries/000", "tile/0/000");
      holdsExactly(TestLedger.of(700).checkpointAt(300).checkpointAt(700).files());
    }
  }

  @Test
  void anInterruptedRunHasNoCheckpointAndTheNextFetchesOnlyWhatIsMissing() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(600).checkpointAt(600).files())) {
      server.answer("tile/entries/001", exchange -> exchange.sendResponseHeaders(500, -1));
      assertThat(mirror(server).exitCode()).isEqualTo(2);
      assertThat(copied()).containsKey("tile/entries/000").doesNotContainKey("checkpoint");
      assertThat(copied()).doesNotContainKey("tile/entries/001");
      Files.write(copy().resolve(".part"), new byte[10]);
      server.plain("tile/entries/001");
      server.forget();
      assertThat(mirror(server).exitCode()).isZero();
      assertThat(server.requested())
          .containsExactly("checkpoint", "tile/entries/001", "tile/entries/002.p/88");
      holdsExactly(TestLedger.of(600).checkpointAt(600).files());
    }
  }

  @Test
  void noAlteredFileGetsItsName() throws Exception {
    Map<String, byte[]> files = TestLedger.of(300).files();
    for (String path : files.keySet()) {
      if (path.startsWith("checkpoints/")) {
        continue;
      }
      Map<String, byte[]> altered = new TreeMap<>(files);
      altered.computeIfPresent(
          path,
          (name, bytes) -> {
            byte[] other = bytes.clone();
            other[other.length / 2] ^= 1;
            return other;
          });
      try (TestServer server = new TestServer(altered)) {
        VerificationReport report = mirror(server);
        assertThat(report.exitCode()).as(path).isOne();
        assertThat(copied()).as(path).doesNotContainKeys(path, "checkpoint");
      }
      TestLedger.write(copy(), Map.of());
    }
  }

  @Test
  void truncatedExtendedAndOversizedFilesAreRefused() throws Exception {
    Map<String, byte[]> files = TestLedger.of(300).files();
    for (String path : List.of("tile/0/000", "tile/1/000.p/1", "tile/entries/001.p/44")) {
      int length = files.getOrDefault(path, new byte[0]).length;
      for (int other : new int[] {0, length - 1, length + 1, 20_000_000}) {
        Map<String, byte[]> altered = new TreeMap<>(files);
        altered.computeIfPresent(path, (name, bytes) -> Arrays.copyOf(bytes, other));
        try (TestServer server = new TestServer(altered)) {
          assertThat(mirror(server).exitCode()).as("%s to %d", path, other).isOne();
          assertThat(copied()).doesNotContainKeys(path, "checkpoint");
        }
        TestLedger.write(copy(), Map.of());
      }
    }
  }

  @Test
  void aRolledBackLedgerReplacesNothing() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(300).files());
        TestServer back = new TestServer(TestLedger.of(299).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      Map<String, byte[]> before = copied();
      VerificationReport report = mirror(back);
      assertThat(report.findings()).extracting(Finding::rule).containsExactly("rollback");
      assertThat(copied().keySet()).isEqualTo(before.keySet());
    }
  }

  @Test
  void aForkedLedgerReplacesNothing() throws Exception {
    TestLedger fork = TestLedger.of(250);
    fork.append("request/r1", draft -> draft.data("{\"note\":2}"));
    while (fork.size() < 900) {
      fork.note();
    }
    try (TestServer server = new TestServer(TestLedger.of(300).files());
        TestServer forked = new TestServer(fork.files())) {
      assertThat(mirror(server).exitCode()).isZero();
      Map<String, byte[]> before = copied();
      VerificationReport report = mirror(forked);
      assertThat(report.exitCode()).isOne();
      Map<String, byte[]> after = copied();
      assertThat(after.keySet()).isEqualTo(before.keySet());
      before.forEach((path, bytes) -> assertThat(after.get(path)).as(path).isEqualTo(bytes));
    }
  }

  private static TestLedger fork(int shared, int size) {
    TestLedger fork = TestLedger.of(shared);
    fork.append("request/r1", draft -> draft.data("{\"note\":2}"));
    while (fork.size() < size) {
      fork.note();
    }
    return fork;
  }

  @Test
  void afterAForkTheHonestLedgerIsMirroredAsIfNothingHadBeen() throws Exception {
    for (int[] sizes : new int[][] {{4, 6, 6}, {4, 6, 300}, {300, 700, 700}, {4, 600, 600}}) {
      try (TestServer honest = new TestServer(TestLedger.of(sizes[0]).files());
          TestServer forked = new TestServer(fork(3, sizes[1]).files());
          TestServer later = new TestServer(TestLedger.of(sizes[2]).files())) {
        assertThat(mirror(honest).exitCode()).isZero();
        assertThat(mirror(forked).findings()).extracting(Finding::rule).containsExactly("fork");
        assertThat(mirror(later).exitCode()).isZero();
        holdsExactly(TestLedger.of(sizes[2]).checkpointAt(sizes[0]).files());
      }
      TestLedger.write(directory.resolve("state"), Map.of());
      TestLedger.write(copy(), Map.of());
    }
  }

  @Test
  void aForkOfTheRememberedHeadLeavesAnEmptyDirectoryEmpty() throws Exception {
    try (TestServer honest = new TestServer(TestLedger.of(4).files());
        TestServer forked = new TestServer(fork(3, 6).files())) {
      assertThat(mirror(honest).exitCode()).isZero();
      TestLedger.write(copy(), Map.of());
      assertThat(mirror(forked).findings()).extracting(Finding::rule).containsExactly("fork");
      assertThat(copied()).isEmpty();
    }
  }

  @Test
  void whatIsUnderCheckpointsIsNeverWrittenAgain() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(12).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      byte[] other = "kept".getBytes(StandardCharsets.UTF_8);
      Files.write(copy().resolve("checkpoints/12"), other);
      assertThat(mirror(server).exitCode()).isZero();
      assertThat(copied().get("checkpoints/12")).isEqualTo(other);
    }
  }

  @Test
  void onlyVerifiedLinesOfTheLedgerAreKeptUnderCheckpoints() throws Exception {
    TestLedger ledger = TestLedger.of(12);
    NoteSignature stranger = ledger.note(12, TestKey.named("stranger")).signatures().getFirst();
    Map<String, byte[]> files = ledger.files();
    files.put("checkpoint", ledger.note(12, TestLedger.LOG).with(stranger).toBytes());
    try (TestServer server = new TestServer(files)) {
      assertThat(mirror(server).exitCode()).isZero();
      holdsExactly(files);
    }
  }

  @Test
  void aRunKilledBetweenItsLastWritesAccusesNobodyAndIsMended() throws Exception {
    TestLedger ledger = TestLedger.of(12).checkpointAt(4);
    try (TestServer early = new TestServer(TestLedger.of(4).files());
        TestServer server = new TestServer(ledger.files())) {
      assertThat(mirror(early).exitCode()).isZero();
      assertThat(mirror(server).exitCode()).isZero();
      Files.delete(copy().resolve("checkpoints/12"));
      Files.write(copy().resolve(".part"), new byte[3]);
      VerificationReport killed = new Verification(directory).of(new DirectorySource(copy()));
      assertThat(killed.findings()).isEmpty();
      assertThat(killed.exitCode()).isEqualTo(2);
      assertThat(mirror(server).exitCode()).isZero();
      holdsExactly(ledger.files());
    }
  }

  @Test
  void aServerThatCannotBeReachedIsToldInTheVerdict() throws Exception {
    TestServer server = new TestServer(Map.of());
    server.close();
    VerificationReport report = mirror(server);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.verdict()).contains("cannot be reached");
  }

  @Test
  void aDamagedCheckpointOfTheMirrorAccusesNobody() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(12).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      Files.write(copy().resolve("checkpoint"), TestLedger.of(13).note(13, LOG_2).toBytes());
      assertThatThrownBy(() -> mirror(server)).hasMessageContaining("own checkpoint");
    }
  }

  @Test
  void aDamagedFileOfTheMirrorIsReplacedByTheServers() throws Exception {
    try (TestServer server = new TestServer(TestLedger.of(600).files())) {
      assertThat(mirror(server).exitCode()).isZero();
      for (String path :
          List.of("tile/0/001", "tile/0/002.p/88", "tile/entries/001", "tile/1/000.p/2")) {
        byte[] sound = Files.readAllBytes(copy().resolve(path));
        byte[] bad = sound.clone();
        bad[40] ^= 1;
        Files.write(copy().resolve(path), bad);
        server.forget();
        assertThat(mirror(server).exitCode()).as(path).isZero();
        assertThat(Files.readAllBytes(copy().resolve(path))).as(path).isEqualTo(sound);
        assertThat(server.requested()).contains(path);
      }
    }
  }
}
