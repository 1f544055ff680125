package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.ledger.TestLedger.AUTHORITY;
import static org.disclosureledger.verifier.ledger.TestLedger.ENROLLED;
import static org.disclosureledger.verifier.ledger.TestLedger.LOG;
import static org.disclosureledger.verifier.ledger.TestLedger.OPENED;
import static org.disclosureledger.verifier.ledger.TestLedger.ORIGIN;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.PublicJwk;
import org.disclosureledger.verifier.ledger.TestKey;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule broken once, by someone who has recomputed and signed everything else: exactly that
 * rule is found, at the leaf and file where it is broken.
 */
class RuleTest {
  private static final TestKey OTHER = TestKey.named("another key");
  private static final String BUNDLE = "tile/entries/000.p/";

  @TempDir private Path directory;
  private Verification verification;

  @BeforeEach
  void start() throws Exception {
    verification = new Verification(directory);
  }

  private void finds(TestLedger ledger, long leaf, Rule... rules) throws Exception {
    VerificationReport report = verification.of(ledger);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(rules).map(Rule::id).toList());
    assertThat(report.findings())
        .allSatisfy(finding -> {
          assertThat(finding.leaf()).isEqualTo(leaf);
          assertThat(finding.file()).isEqualTo(BUNDLE + ledger.size());
          assertThat(finding.offset()).isPositive();
        });
    assertThat(report.exitCode()).isOne();
  }

  private static TestLedger three() {
    return TestLedger.of(3);
  }

  private static String jwk(TestKey key) {
    return "\"key\":" + key.jwk().toJson();
  }

  private static String kid(TestKey key, String more) {
    return "\"kid\":\"" + key.jwk().kid() + "\"," + more;
  }

  @Test
  void aFormRuleIsFoundWithItsPlace() throws Exception {
    TestLedger ledger = three();
    byte[] entry = ledger.entries().get(2);
    int dot = new String(entry, StandardCharsets.US_ASCII).indexOf('.');
    entry[dot + 5] = '!';
    VerificationReport report = verification.of(ledger);
    assertThat(report.findings()).hasSize(1);
    Finding finding = report.findings().getFirst();
    assertThat(finding.rule()).isEqualTo("base64url");
    assertThat(finding.leaf()).isEqualTo(2);
    long start = 2L * 3 + ledger.entries().get(0).length + ledger.entries().get(1).length;
    assertThat(finding.offset()).isEqualTo(start + dot + 5);
  }

  @Test
  void dataschemaOfAKnownTypeMustBeTheShippedOne() throws Exception {
    TestLedger ledger = three();
    ledger.append(
        "keys",
        draft -> {
          draft.type(ENROLLED).signer(AUTHORITY);
          draft.data("{\"role\":\"entry\"," + jwk(OTHER) + "}");
          draft.dataSchema = "https://disclosureledger.example/events/other.v1";
        });
    finds(ledger, 3, Rule.DATASCHEMA_MISMATCH);
  }

  @Test
  void dataMustFitTheShippedSchema() throws Exception {
    finds(three().enrol("entry", jwk(OTHER) + ",\"more\":1"), 3, Rule.DATA_INVALID);
  }

  @Test
  void aSignatureMustVerify() throws Exception {
    TestLedger ledger = three();
    byte[] entry = ledger.entries().get(2);
    entry[entry.length - 40] = (byte) (entry[entry.length - 40] == 'A' ? 'B' : 'A');
    finds(ledger, 2, Rule.ENTRY_SIGNATURE);
  }

  @Test
  void anUnknownKeyIsNamed() throws Exception {
    finds(three().append("request/a", draft -> draft.signer(OTHER)), 3, Rule.KEY_UNKNOWN);
  }

  @Test
  void aKeyIsNotValidYetAtTheLeafThatEnrolsIt() throws Exception {
    TestLedger ledger = three().enrol("authority", jwk(OTHER));
    ledger.entries().removeLast();
    ledger.append(
        "keys",
        draft -> {
          draft.type(ENROLLED).signer(OTHER).data("{\"role\":\"authority\"," + jwk(OTHER) + "}");
          draft.sequence = 0;
          draft.previous = LeafHash.ZERO;
        });
    finds(ledger, 3, Rule.KEY_UNKNOWN);
  }

  @Test
  void aRetiredKeySignsNothingMore() throws Exception {
    TestLedger ledger =
        three()
            .enrol("entry", jwk(OTHER))
            .retire("entry", kid(TestLedger.ENTRY, "\"reason\":\"rotation\""))
            .append("request/a", draft -> draft.signer(OTHER))
            .append("request/b", draft -> {});
    finds(ledger, 6, Rule.KEY_NOT_VALID);
  }

  @Test
  void theAuthorityKeySignsNoPlainEntry() throws Exception {
    finds(three().append("request/a", draft -> draft.signer(AUTHORITY)), 3, Rule.KEY_ROLE);
  }

  @Test
  void anEntryKeySignsNoKeyEvent() throws Exception {
    TestLedger ledger = three();
    ledger.append(
        "keys", draft -> draft.type(ENROLLED).data("{\"role\":\"entry\"," + jwk(OTHER) + "}"));
    finds(ledger, 3, Rule.KEY_ROLE);
  }

  @Test
  void aKeyOfSmallOrderIsNotEnrolled() throws Exception {
    byte[] identity = new byte[32];
    identity[0] = 1;
    finds(three().enrol("entry", "\"key\":" + new PublicJwk(identity).toJson()), 3, Rule.KEY_WEAK);
  }

  @Test
  void aKeyWhoseIdIsNotItsThumbprintIsNotEnrolled() throws Exception {
    String wrong =
        OTHER.jwk().toJson().replace(OTHER.jwk().kid().value(), AUTHORITY.jwk().kid().value());
    finds(three().enrol("entry", "\"key\":" + wrong), 3, Rule.KEY_MALFORMED);
  }

  @Test
  void noKeyIsEnrolledTwiceWhateverItsRole() throws Exception {
    finds(three().enrol("entry", jwk(AUTHORITY)), 3, Rule.KEY_ENROLLED_TWICE);
    finds(three().enrol("entry", jwk(LOG)), 3, Rule.KEY_ENROLLED_TWICE);
    finds(
        three().enrol("checkpoint", "\"vkey\":\"" + AUTHORITY.vkey(ORIGIN).toVkey() + "\""),
        3,
        Rule.KEY_ENROLLED_TWICE);
  }

  @Test
  void onlyAKeyThenValidIsRetired() throws Exception {
    String rotation = "\"reason\":\"rotation\"";
    finds(three().retire("entry", kid(OTHER, rotation)), 3, Rule.KEY_RETIRED_UNKNOWN);
    finds(three().retire("entry", kid(AUTHORITY, rotation)), 3, Rule.KEY_RETIRED_UNKNOWN);
    finds(
        three()
            .enrol("entry", jwk(OTHER))
            .retire("entry", kid(OTHER, rotation))
            .retire("entry", kid(OTHER, rotation)),
        5,
        Rule.KEY_RETIRED_UNKNOWN);
  }

  @Test
  void aCompromiseLiesBetweenEnrolmentAndRetirement() throws Exception {
    String at = "\"reason\":\"compromise\",\"compromisedAt\":";
    TestLedger ledger = three().enrol("entry", jwk(OTHER));
    finds(ledger.retire("entry", kid(OTHER, at + 2)), 4, Rule.KEY_COMPROMISE_RANGE);
    finds(
        three().enrol("entry", jwk(OTHER)).retire("entry", kid(OTHER, at + 4)),
        4,
        Rule.KEY_COMPROMISE_RANGE);
  }

  @Test
  void whatACompromisedKeySignedIsDisputedButCounts() throws Exception {
    TestLedger ledger =
        three()
            .enrol("entry", jwk(OTHER))
            .append("request/a", draft -> draft.signer(OTHER))
            .retire("entry", kid(OTHER, "\"reason\":\"compromise\",\"compromisedAt\":3"));
    VerificationReport report = verification.of(ledger);
    assertThat(report.exitCode()).isZero();
    assertThat(report.grades().getFirst().evidence())
        .contains("disputed: leaves 4 to 4 by key " + OTHER.jwk().kid().value().substring(0, 8));
  }

  @Test
  void entryZeroOpensTheLedger() throws Exception {
    TestLedger ledger = three();
    ledger.entries().removeFirst();
    VerificationReport report = verification.of(ledger);
    assertThat(report.findings()).extracting(Finding::rule).contains("ledger-opened-first");
  }

  @Test
  void noLaterEntryOpensTheLedgerOrStandsInItsStream() throws Exception {
    finds(three().append("ledger", draft -> {}), 3, Rule.LEDGER_OPENED_AGAIN);
    TestLedger again = three();
    again.append(
        "request/a", draft -> draft.type(OPENED).signer(AUTHORITY).data(TestLedger.opening()));
    finds(again, 3, Rule.LEDGER_OPENED_AGAIN);
  }

  @Test
  void entryZeroNamesTheCheckpointsOrigin() throws Exception {
    TestLedger ledger = new TestLedger();
    ledger.append(
        "ledger",
        draft ->
            draft
                .type(OPENED)
                .signer(AUTHORITY)
                .data(TestLedger.opening().replace("\"origin\":\"ledger.", "\"origin\":\"other.")));
    finds(ledger, 0, Rule.LEDGER_OPENED_ORIGIN);
  }

  @Test
  void keyEventsAndOnlyTheyStandInKeys() throws Exception {
    finds(three().append("keys", draft -> {}), 3, Rule.KEYS_SUBJECT);
    TestLedger elsewhere = three();
    elsewhere.append(
        "request/a",
        draft ->
            draft.type(ENROLLED).signer(AUTHORITY).data("{\"role\":\"entry\"," + jwk(OTHER) + "}"));
    finds(elsewhere, 3, Rule.KEYS_SUBJECT);
  }

  @Test
  void sourceIsTheOrigin() throws Exception {
    TestLedger ledger = three().append("request/a", draft -> draft.source = "other.example/test");
    finds(ledger, 3, Rule.STREAM_SOURCE);
  }

  @Test
  void anEventIdOccursOnce() throws Exception {
    UUID used = new UUID(0x0198_0000_0001_7000L, 0x8000_0000_0000_0001L);
    finds(
        TestLedger.opened()
            .append("request/a", draft -> draft.id = used)
            .append("request/b", draft -> draft.id = used),
        2,
        Rule.EVENT_ID_REPEATED);
    assertThat(verification.ofExport().findings().getFirst().expected())
        .isEqualTo("another id than leaf 1");
  }

  @Test
  void streamsequenceCountsUp() throws Exception {
    finds(three().append("request/a", draft -> draft.sequence = 1), 3, Rule.SEQUENCE_GAP);
  }

  @Test
  void previousIsTheStreamsLastLeafHash() throws Exception {
    finds(
        three().append("request/a", draft -> draft.previous = LeafHash.ofEntry(new byte[1])),
        3,
        Rule.PREVIOUS_HASH);
  }

  @Test
  void recordedtimeNeverDecreasesWithinAStream() throws Exception {
    finds(
        three()
            .append("request/a", draft -> {})
            .append("request/a", draft -> draft.recordedTime = draft.recordedTime.minusSeconds(2)),
        4,
        Rule.RECORDEDTIME_ORDER);
  }

  @Test
  void recordedtimeFallsAtMostTenSecondsBelowTheMaximum() throws Exception {
    TestLedger edge = three();
    edge.append("request/a", draft -> draft.recordedTime = draft.recordedTime.minusSeconds(11));
    assertThat(verification.of(edge).exitCode()).isZero();
    TestLedger beyond = three();
    beyond.append(
        "request/a", draft -> draft.recordedTime = draft.recordedTime.minusMillis(11_001));
    finds(beyond, 3, Rule.RECORDEDTIME_SLACK);
  }

  @Test
  void anAuthoritysRecordedtimeMayFallADay() throws Exception {
    long day = 86_400_000;
    for (long below : new long[] {day, day + 1}) {
      TestLedger ledger = three();
      ledger.append(
          "keys",
          draft -> {
            draft.type(ENROLLED).signer(AUTHORITY);
            draft.data("{\"role\":\"entry\"," + jwk(OTHER) + "}");
            draft.recordedTime = draft.recordedTime.minusSeconds(1).minusMillis(below);
          });
      if (below == day) {
        assertThat(verification.of(ledger).exitCode()).isZero();
      } else {
        finds(ledger, 3, Rule.RECORDEDTIME_SLACK);
      }
    }
  }
}
