package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.ledger.TestLedger.LOG;
import static org.disclosureledger.verifier.ledger.TestLedger.ORIGIN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.ledger.MemoizedEd25519;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.JsonReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.state.StateStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One ledger that follows on another (FORMAT §2a): nine entries were published, five are there. */
class PredecessorTest {
  private static final String OLD = "ledger.example/old";
  private static final TestKey STRANGER = TestKey.named("a stranger");

  @TempDir private Path directory;
  private final LedgerVerifier verifier = new LedgerVerifier(new MemoizedEd25519());
  private TrustPolicy trust;
  private @Nullable StateStore state;
  private int states;

  /** What leaf 0 says, as it should be until a test changes it. */
  private static final class Claim {
    private String origin = OLD;
    private String key = old(1).log().vkey(OLD).toVkey();
    private SignedNote published = note(old(9), 9);
    private TreeHead restored = old(5).head();
    private @Nullable SignedNote restoredNote = note(old(5), 5);

    private String json() {
      SignedNote note = restoredNote;
      return "{\"origin\":\"%s\",\"checkpointKey\":\"%s\",\"published\":%s,\"restored\":{"
              .formatted(origin, key, text(published))
          + "\"size\":%d,\"root\":\"%s\"%s},\"reason\":\"restored-backup\","
              .formatted(
                  restored.size(),
                  restored.root().toBase64(),
                  note == null ? "" : ",\"note\":" + text(note))
          + "\"reasonText\":{\"_sd\":[\"%s\"]}}".formatted("A".repeat(43));
    }

    private static String text(SignedNote note) {
      return "\"" + note.toString().replace("\n", "\\n") + "\"";
    }
  }

  @BeforeEach
  void start() throws Exception {
    trust = TrustPolicy.load(TestLedger.writePolicy(directory.resolve("policy.txt")), null);
  }

  private static TestLedger old(int size) {
    return old(size, size);
  }

  /** From a size on another history of the same length, under the same keys. */
  private static TestLedger old(int size, int other) {
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

  private static SignedNote note(TestLedger ledger, int size) {
    return ledger.note(size, ledger.log());
  }

  private LedgerSource source(String name, Map<String, byte[]> files) throws Exception {
    TestLedger.write(directory.resolve(name), files);
    return new DirectorySource(directory.resolve(name));
  }

  private VerificationReport verify(Claim claim, @Nullable TestLedger before) throws Exception {
    return verify(
        TestLedger.following(claim.json()).note(),
        before == null ? null : source("old", before.files()));
  }

  private VerificationReport verify(TestLedger ledger, @Nullable LedgerSource before)
      throws Exception {
    return verifier.verify(
        source("new", ledger.files()),
        new LedgerVerifier.Options(trust, state, Verification.REQUIRED, before),
        Progress.NONE);
  }

  private static void finds(VerificationReport report, Rule... rules) {
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(rules).map(Rule::id).toList());
    assertThat(report.findings()).extracting(Finding::grade).containsOnly(Grade.PREDECESSOR);
    assertThat(report.grade(Grade.PREDECESSOR).status()).isEqualTo(GradeResult.Status.FAIL);
    assertThat(report.exitCode()).isOne();
  }

  private static void told(VerificationReport report, GradeResult.Status status, String evidence) {
    assertThat(report.findings()).isEmpty();
    assertThat(report.grade(Grade.PREDECESSOR))
        .isEqualTo(new GradeResult(Grade.PREDECESSOR, status, evidence));
  }

  @Test
  void whatWasLostIsToldOfAndBreaksNothing() throws Exception {
    VerificationReport report = verify(new Claim(), old(5));
    told(
        report,
        GradeResult.Status.PASS,
        "goes on from ledger.example/old (restored-backup): size 9 published, 5 restored;"
            + " lost: 4 entries, leaves 5 to 8");
    assertThat(report.exitCode()).isZero();
    assertThat(report.required()).contains(Grade.PREDECESSOR);

    JsonNode json = JsonMapper.shared().readTree(JsonReport.of(report)).path("predecessor");
    assertThat(json.path("origin").asString()).isEqualTo(OLD);
    assertThat(json.path("reason").asString()).isEqualTo("restored-backup");
    assertThat(json.at("/published/size").asLong()).isEqualTo(9);
    assertThat(json.at("/restored/root").asString()).isEqualTo(old(5).head().root().toBase64());
    assertThat(json.path("lost").asLong()).isEqualTo(4);
    assertThat(json.path("fork").asBoolean()).isFalse();
    assertThat(json.at("/report/head/origin").asString()).isEqualTo(OLD);
    assertThat(json.at("/report/exitCode").asInt()).isZero();
  }

  @Test
  void aCopyFromBeforeTheLossSaysHowMuchOfItItHas() throws Exception {
    VerificationReport report = verify(new Claim(), old(8));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith("leaves 5 to 8; what was given has 3 entries of these");
    assertThat(report.exitCode()).isZero();
    assertThat(verify(new Claim(), old(9)).grade(Grade.PREDECESSOR).evidence())
        .endsWith("has 4 entries of these");
  }

  @Test
  void aPredecessorThatIsNotGivenIsNotChecked() throws Exception {
    VerificationReport report = verify(new Claim(), null);
    assertThat(report.grade(Grade.PREDECESSOR).status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith("lost: 4 entries, leaves 5 to 8; it was not given (--predecessor)");
    assertThat(report.exitCode()).isZero();
    JsonNode json = JsonMapper.shared().readTree(JsonReport.of(report));
    assertThat(json.at("/predecessor/report").isNull()).isTrue();
    VerificationReport first = verify(TestLedger.of(3), null);
    told(first, GradeResult.Status.PASS, "a first ledger: leaf 0 names none before it");
    assertThat(first.predecessor()).isNull();
  }

  @Test
  void aCopyThatEndsBelowTheRestoredHeadLeavesItUnchecked() throws Exception {
    VerificationReport report = verify(new Claim(), old(4));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith("ends at size 4, below the restored 5");
    assertThat(report.exitCode()).isEqualTo(2);
    TestLedger.write(directory.resolve("old"), Map.of());
    VerificationReport none =
        verify(
            TestLedger.following(new Claim().json()),
            new DirectorySource(directory.resolve("old")));
    assertThat(none.grade(Grade.PREDECESSOR).evidence()).contains("no file named checkpoint");
    assertThat(none.exitCode()).isEqualTo(2);
  }

  @Test
  void aForkIsToldWhereTheTwoHeadsOrTheEntriesShowIt() throws Exception {
    Claim even = new Claim();
    even.published = note(old(5, 4), 5);
    assertThat(verify(even, null).grade(Grade.PREDECESSOR).evidence())
        .contains("fork: another tree at size 5 than was published");

    Claim larger = new Claim();
    larger.published = note(old(4, 2), 4);
    assertThat(verify(larger, null).grade(Grade.PREDECESSOR).evidence())
        .contains("nothing lost unless its tree forked");
    VerificationReport report = verify(larger, old(5));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith("fork: another tree at size 4 than was published");
    assertThat(report.exitCode()).isZero();

    Claim ahead = new Claim();
    ahead.published = note(old(4), 4);
    assertThat(verify(ahead, old(5)).grade(Grade.PREDECESSOR).evidence())
        .endsWith("; nothing lost that was published");
  }

  @Test
  void aHeadThatNothingSignedIsHeldAgainstItsEntries() throws Exception {
    Claim claim = new Claim();
    claim.restoredNote = null;
    assertThat(verify(claim, old(5)).exitCode()).isZero();
    claim.restored = new TreeHead(5, old(5, 3).head().root());
    finds(verify(claim, old(5)), Rule.PREDECESSOR_HEAD);
  }

  @Test
  void whatLeaf0SaysHasToHoldInItself() throws Exception {
    Claim itself = new Claim();
    itself.origin = ORIGIN;
    Claim ownKey = new Claim();
    ownKey.key = LOG.vkey(OLD).toVkey();
    Claim ofAnotherName = new Claim();
    ofAnotherName.key = old(1).log().vkey("ledger.example/third").toVkey();
    Claim cosigner = new Claim();
    cosigner.key =
        new VerifierKey(OLD, VerifierKey.COSIGNATURE_ED25519, old(1).log().publicKey()).toVkey();
    Claim unsigned = new Claim();
    unsigned.published = old(9).note(9, STRANGER);
    Claim otherHead = new Claim();
    otherHead.restoredNote = note(old(4), 4);
    Claim unsignedHead = new Claim();
    unsignedHead.restoredNote = old(5).note(5, STRANGER);
    Claim ofAnother = new Claim();
    Checkpoint foreign = new Checkpoint(new Origin("ledger.example/third"), old(9).head());
    ofAnother.published = TestLedger.sign(foreign, old(1).log());
    Claim noCheckpoint = new Claim();
    noCheckpoint.published =
        new SignedNote("a\nb\n".getBytes(StandardCharsets.UTF_8), note(old(9), 9).signatures());
    Claim forged = new Claim();
    forged.published = new SignedNote(note(old(8), 8).text(), note(old(9), 9).signatures());
    for (Claim claim :
        List.of(
            itself,
            ownKey,
            ofAnotherName,
            cosigner,
            unsigned,
            otherHead,
            unsignedHead,
            ofAnother,
            noCheckpoint,
            forged)) {
      VerificationReport report = verify(claim, null);
      finds(report, Rule.PREDECESSOR_FORM);
      assertThat(report.findings().getFirst().leaf()).isZero();
      assertThat(report.predecessor()).isNull();
      finds(verify(claim, old(5)), Rule.PREDECESSOR_FORM);
    }
  }

  @Test
  void theLedgerGivenIsTheOneNamed() throws Exception {
    finds(verify(new Claim(), TestLedger.another("third")), Rule.PREDECESSOR_OTHER);
    finds(verify(TestLedger.of(3), source("old", old(5).files())), Rule.PREDECESSOR_OTHER);
  }

  @Test
  void itIsVerifiedByItself() throws Exception {
    Map<String, byte[]> files = new TreeMap<>(old(5).files());
    files.computeIfPresent("tile/0/000.p/5", (path, tile) -> Arrays.copyOf(tile, 32));
    finds(
        verify(TestLedger.following(new Claim().json()), source("old", files)),
        Rule.PREDECESSOR_UNSOUND);
  }

  @Test
  void itsKeyIsOneOfItsOwn() throws Exception {
    Claim claim = new Claim();
    claim.key = STRANGER.vkey(OLD).toVkey();
    claim.published = old(9).note(9, STRANGER);
    claim.restoredNote = old(5).note(5, STRANGER);
    // On the word of its successor alone it is not even signed.
    finds(verify(claim, old(5)), Rule.PREDECESSOR_UNSOUND);
    String both = TestLedger.policy() + "log " + old(1).log().vkey(OLD).toVkey() + "\n";
    Path policy = directory.resolve("both.txt");
    Files.writeString(policy, both);
    trust = TrustPolicy.load(policy, new Origin(ORIGIN));
    finds(verify(claim, old(5)), Rule.PREDECESSOR_KEY);
    assertThat(verify(new Claim(), old(5)).exitCode()).isZero();
  }

  @Test
  void itsTreesAreThoseThatLeaf0States() throws Exception {
    finds(verify(new Claim(), old(5, 3)), Rule.PREDECESSOR_HEAD);
    finds(verify(new Claim(), old(9, 6)), Rule.PREDECESSOR_PUBLISHED);
    finds(verify(new Claim(), old(10)), Rule.PREDECESSOR_BEYOND);
  }

  /** By an auditor who knows nothing else. */
  private void accepted(TestLedger before) throws Exception {
    StateStore store = new StateStore(directory.resolve("state" + ++states));
    SignedNote note = note(before, before.size());
    store.save(Checkpoint.parse(note.text()), note.toBytes());
    state = store;
  }

  @Test
  void whatTheAuditorAcceptedBeforeCannotBeTalkedAway() throws Exception {
    for (int size : new int[] {3, 5, 7, 9}) {
      accepted(old(size));
      assertThat(verify(new Claim(), old(5)).exitCode()).as("%d", size).isZero();
    }
    accepted(old(10));
    finds(verify(new Claim(), old(5)), Rule.PREDECESSOR_BEYOND);
    accepted(old(9, 7));
    finds(verify(new Claim(), old(5)), Rule.PREDECESSOR_PUBLISHED);
    accepted(old(3, 2));
    finds(verify(new Claim(), old(5)), Rule.FORK);
    Claim fork = new Claim();
    fork.published = note(old(4, 2), 4);
    accepted(old(4, 2));
    assertThat(verify(fork, old(5)).exitCode()).isZero();
  }

  @Test
  void aServerIsAskedForItTooOnTheWordOfItsSuccessor() throws Exception {
    try (TestServer server = new TestServer(old(5).files());
        HttpSource before = new HttpSource(server.url(), null)) {
      assertThat(verify(TestLedger.following(new Claim().json()), before).exitCode()).isZero();
    }
  }
}
