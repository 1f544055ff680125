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
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.format.note.VerifierKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.JsonReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/** What leaf 0 says of the ledger before, and that ledger. */
class PredecessorTest extends PredecessorBase {
  @Test
  void whatWasLostIsToldOfAndBreaksNothing() throws Exception {
    VerificationReport report = verify(new Claim(), old(5));
    told(
        report,
        GradeResult.Status.PASS,
        "goes on from ledger.example/old (restored-backup): size 9 published, 5 restored;"
            + " lost: 4 entries, leaves 5 to 8, or more if its tree forked"
            + UNLISTED);
    assertThat(report.exitCode()).isZero();
    assertThat(report.required()).contains(Grade.PREDECESSOR);

    JsonNode json = JsonMapper.shared().readTree(JsonReport.of(report)).path("predecessor");
    assertThat(json.path("origin").asString()).isEqualTo(OLD);
    assertThat(json.path("reason").asString()).isEqualTo("restored-backup");
    assertThat(json.at("/published/size").asLong()).isEqualTo(9);
    assertThat(json.at("/restored/root").asString()).isEqualTo(old(5).head().root().toBase64());
    assertThat(json.path("lost").asLong()).isEqualTo(4);
    assertThat(json.path("fork").isNull()).as("nothing joins the two").isTrue();
    assertThat(json.path("unsigned").asLong()).isZero();
    assertThat(json.path("keyInPolicy").asBoolean(true)).isFalse();
    assertThat(json.at("/report/head/origin").asString()).isEqualTo(OLD);
    assertThat(json.at("/report/exitCode").asInt()).isZero();
  }

  @Test
  void aCopyFromBeforeTheLossSaysHowMuchOfItItHas() throws Exception {
    VerificationReport report = verify(new Claim(), old(8));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith(
            "leaves 5 to 8, or more if its tree forked; what was given has 3 entries behind the"
                + " restored, which nothing joins to what was published"
                + UNLISTED);
    assertThat(report.exitCode()).isZero();
    // Whoever has the keys may write a tail of his own.
    assertThat(verify(new Claim(), old(8, 6)).grade(Grade.PREDECESSOR).evidence())
        .isEqualTo(report.grade(Grade.PREDECESSOR).evidence());
    VerificationReport whole = verify(new Claim(), old(9));
    assertThat(whole.grade(Grade.PREDECESSOR).evidence())
        .endsWith("leaves 5 to 8; what was given has 4 entries of these" + UNLISTED);
    assertThat(JsonMapper.shared().readTree(JsonReport.of(whole)).at("/predecessor/fork"))
        .isEqualTo(BooleanNode.FALSE);
  }

  @Test
  void aPredecessorThatIsNotGivenIsNotChecked() throws Exception {
    VerificationReport report = verify(new Claim(), null);
    assertThat(report.grade(Grade.PREDECESSOR).status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith(
            "lost: 4 entries, leaves 5 to 8, or more if its tree forked;"
                + " it was not given (--predecessor)");
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
        .endsWith("fork: another tree at size 4 than was published" + UNLISTED);
    assertThat(report.exitCode()).isZero();

    Claim ahead = new Claim();
    ahead.published = note(old(4), 4);
    assertThat(verify(ahead, old(5)).grade(Grade.PREDECESSOR).evidence())
        .endsWith("; nothing lost that was published" + UNLISTED);
    VerificationReport published = verify(ahead, old(4));
    assertThat(published.grade(Grade.PREDECESSOR).evidence())
        .contains("nothing lost unless its tree forked")
        .endsWith("ends at size 4, below the restored 5");
    assertThat(published.exitCode()).isEqualTo(2);
  }

  /** Whichever of the two trees the auditor has a copy of. */
  @Test
  void aForkThatIsToldBreaksNothingWithACopyOfWhatWasPublishedEither() throws Exception {
    Claim even = new Claim();
    even.published = note(old(5, 4), 5);
    for (TestLedger copy : List.of(old(5), old(5, 4))) {
      VerificationReport report = verify(even, copy);
      assertThat(report.findings()).isEmpty();
      assertThat(report.grade(Grade.PREDECESSOR).evidence())
          .contains("fork: another tree at size 5 than was published");
      assertThat(report.exitCode()).isZero();
    }
    finds(verify(even, old(5, 3)), Rule.PREDECESSOR_HEAD);

    Claim shorter = new Claim();
    shorter.published = note(old(9, 3), 9);
    VerificationReport report = verify(shorter, old(9, 3));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith(
            "size 9 published, 5 restored; fork: another tree at size 5 than was published"
                + UNLISTED);
    assertThat(report.exitCode()).isZero();
    assertThat(verify(shorter, old(5)).grade(Grade.PREDECESSOR).evidence())
        .contains("or more if its tree forked");
    finds(verify(shorter, old(9, 4)), Rule.PREDECESSOR_HEAD);
    finds(verify(shorter, old(9)), Rule.PREDECESSOR_PUBLISHED);
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
    VerificationReport listed = verify(new Claim(), old(5));
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.grade(Grade.PREDECESSOR).evidence()).endsWith("if its tree forked");
    assertThat(JsonMapper.shared().readTree(JsonReport.of(listed)).at("/predecessor/keyInPolicy"))
        .isEqualTo(BooleanNode.TRUE);
  }

  /** No public key serves two ledgers (FORMAT §3.1), whatever it is for. */
  @Test
  void itSharesNoKeyWithTheLedgerThatFollows() throws Exception {
    TestLedger shared = TestLedger.another("old", TestLedger.AUTHORITY);
    while (shared.size() < 5) {
      shared.note();
    }
    Claim claim = new Claim();
    claim.published = note(shared, 5);
    claim.restored = shared.head();
    claim.restoredNote = note(shared, 5);
    finds(verify(claim, shared), Rule.PREDECESSOR_KEY);
    claim.published = note(old(5), 5);
    claim.restored = old(5).head();
    claim.restoredNote = note(old(5), 5);
    assertThat(verify(claim, old(5)).exitCode()).isZero();
  }

  @Test
  void itsTreesAreThoseThatLeaf0States() throws Exception {
    finds(verify(new Claim(), old(5, 3)), Rule.PREDECESSOR_HEAD);
    finds(verify(new Claim(), old(9, 6)), Rule.PREDECESSOR_PUBLISHED);
    finds(verify(new Claim(), old(9, 3)), Rule.PREDECESSOR_HEAD);
    finds(verify(new Claim(), old(10)), Rule.PREDECESSOR_BEYOND);
  }

  @Test
  void whatPeopleDidWrongThereIsToldAndIsNoFindingHere() throws Exception {
    TestLedger unruly = TestLedger.another("old");
    while (unruly.size() < 4) {
      unruly.note();
    }
    String closed = "{\"reason\":{\"_sd\":[\"%s\"]}}".formatted("A".repeat(43));
    unruly.append(
        "request/r4", draft -> draft.type("org.disclosureledger.request.closed.v1").data(closed));
    Claim claim = new Claim();
    claim.published = note(unruly, 5);
    claim.restored = unruly.head();
    claim.restoredNote = note(unruly, 5);
    VerificationReport report = verify(claim, unruly);
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .contains("nothing lost that was published; by itself it fails in conduct");
    assertThat(report.findings()).isEmpty();
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void aDatabaseThatHasNothingLostAll() throws Exception {
    Claim claim = new Claim();
    claim.restored = TreeFrontier.empty().head();
    claim.restoredNote = null;
    VerificationReport report = verify(claim, old(9));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .endsWith(
            "size 9 published, 0 restored; lost: 9 entries, leaves 0 to 8;"
                + " what was given has 9 entries of these"
                + UNLISTED);
    assertThat(report.exitCode()).isZero();
    finds(verify(claim, old(9, 6)), Rule.PREDECESSOR_PUBLISHED);
    claim.restored = new TreeHead(0, old(5).head().root());
    finds(verify(claim, null), Rule.PREDECESSOR_FORM);
  }

  @Test
  void whatWasNeverSignedIsTold() throws Exception {
    Claim claim = new Claim();
    claim.unsigned = 2;
    VerificationReport report = verify(claim, old(5));
    assertThat(report.grade(Grade.PREDECESSOR).evidence())
        .contains("size 9 published, 5 restored, 2 more never signed; lost: 4 entries");
    assertThat(JsonMapper.shared().readTree(JsonReport.of(report)).at("/predecessor/unsigned"))
        .hasToString("2");
  }

  @Test
  void aServerIsAskedForItTooOnTheWordOfItsSuccessor() throws Exception {
    try (TestServer server = new TestServer(old(5).files());
        HttpSource before = new HttpSource(server.url(), null)) {
      assertThat(verify(TestLedger.following(new Claim().json()), before).exitCode()).isZero();
    }
  }
}
