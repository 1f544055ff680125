package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grade <em>disclosures</em>: what an auditor was given is what the ledger commits to. */
class DisclosuresTest {
  private static final String FILE = "disclosures/000.jsonl";
  private static final String ERASED = "org.disclosureledger.personal-data.erased.v1";

  @TempDir private Path directory;

  private final Random random = new Random(4);
  private final TestLedger ledger = TestLedger.opened();
  private final List<Disclosure> first = List.of(disclosure("A"), disclosure("B"));
  private final List<Disclosure> second = List.of(disclosure("C"));

  DisclosuresTest() {
    commit("request/1", first);
    commit("request/2", second);
  }

  private Disclosure disclosure(String value) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    return new Disclosure(salt, ('"' + value + '"').getBytes(StandardCharsets.UTF_8));
  }

  private void commit(String subject, List<Disclosure> disclosures) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < disclosures.size(); i++) {
      members.add("\"m%d\":{\"_sd\":[\"%s\"]}".formatted(i, disclosures.get(i).digest()));
    }
    ledger.append(subject, draft -> draft.data("{" + String.join(",", members) + "}"));
  }

  private VerificationReport verified(Map<String, String> handedOver) throws Exception {
    Map<String, byte[]> files = new HashMap<>(ledger.files());
    handedOver.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new Verification(directory).of(files);
  }

  /** Conduct has its own about erasures of requests that were never recorded. */
  private static List<Finding> ofDisclosures(VerificationReport report) {
    return report.findings().stream().filter(f -> f.grade() == Grade.DISCLOSURES).toList();
  }

  /** As the service writes it. */
  private void erasure(String subject) {
    ledger.append(
        subject,
        draft ->
            draft
                .type(ERASED)
                .data(
                    """
                    {"rule":"default","policy":"%1$s","keys":["%1$s"],"disclosures":2,\
                    "attachments":0}\
                    """
                        .formatted(new UUID(0x7000L, 1L << 63))));
  }

  private String passes(Map<String, String> handedOver) throws Exception {
    VerificationReport report = verified(handedOver);
    assertThat(ofDisclosures(report)).isEmpty();
    GradeResult result = report.grade(Grade.DISCLOSURES);
    assertThat(result.status()).isEqualTo(GradeResult.Status.PASS);
    return result.evidence();
  }

  private void finds(String lines, String... expected) throws Exception {
    VerificationReport report = verified(Map.of(FILE, lines));
    assertThat(ofDisclosures(report))
        .extracting(f -> f.rule() + " at leaf " + f.leaf() + ", byte " + f.offset())
        .containsExactly(expected);
    assertThat(ofDisclosures(report)).extracting(Finding::file).containsOnly(FILE);
    assertThat(report.grade(Grade.DISCLOSURES).status()).isEqualTo(GradeResult.Status.FAIL);
    assertThat(report.grade(Grade.ENTRIES).status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(report.exitCode()).isOne();
  }

  @Test
  void withoutAnyNothingIsChecked() throws Exception {
    VerificationReport report = verified(Map.of());
    assertThat(report.grade(Grade.DISCLOSURES))
        .isEqualTo(
            GradeResult.notChecked(
                Grade.DISCLOSURES, "none handed over: 0 opened, 3 withheld, 0 erased"));
  }

  @Test
  void whatOpensASlotOpensItAndTheRestIsWithheld() throws Exception {
    String lines =
        DisclosureLine.encode(1, List.of(first.get(1))) + DisclosureLine.encode(2, second);
    assertThat(passes(Map.of(FILE, lines))).isEqualTo("2 opened, 1 withheld, 0 erased in 1 file");
  }

  @Test
  void anAlteredOrInventedOneOpensNothing() throws Exception {
    String lines = DisclosureLine.encode(1, List.of(first.get(0), disclosure("X")));
    long at = lines.lastIndexOf('"', lines.length() - 5) + 1L;
    finds(lines, "disclosure-slot at leaf 1, byte " + at);
  }

  @Test
  void noneIsMovedToAnotherEntry() throws Exception {
    String lines = DisclosureLine.encode(1, second);
    finds(lines, "disclosure-slot at leaf 1, byte " + (lines.indexOf('[') + 2));
  }

  @Test
  void noSlotIsOpenedTwice() throws Exception {
    String lines = DisclosureLine.encode(2, List.of(second.get(0), second.get(0)));
    finds(lines, "disclosure-repeated at leaf 2, byte " + (lines.indexOf("\",\"", 24) + 3));
  }

  @Test
  void oneThatIsMalformedIsFoundAtItsByte() throws Exception {
    String lines = DisclosureLine.encode(2, second).replace(second.get(0).encoded(), "W10");
    finds(lines, "disclosure-shape at leaf 2, byte " + (lines.indexOf("W10") + 1));
  }

  /** Else a file of its largest size would be millions of them. */
  @Test
  void aLineOfMoreThanAnEntryCommitsToIsRefused() throws Exception {
    String head = "{\"index\":2,\"disclosures\":[";
    int most = 65_535 / 43;
    String lines = head + "\"a\",".repeat(most) + "\"a\"]}\n";
    finds(lines, "disclosures-line at leaf -1, byte " + (head.length() + 4 * most));
  }

  @Test
  void aLineOutOfOrderEndsTheReadingOfItsFile() throws Exception {
    String early = DisclosureLine.encode(2, second);
    finds(
        early + DisclosureLine.encode(1, first),
        "disclosures-line at leaf -1, byte " + early.length());
  }

  @Test
  void aLineOfAnotherBundleIsRefused() throws Exception {
    finds(DisclosureLine.encode(256, second), "disclosures-line at leaf -1, byte 0");
  }

  @Test
  void aLastLineCutShortIsRefused() throws Exception {
    String lines = DisclosureLine.encode(2, second).stripTrailing();
    finds(lines, "disclosures-line at leaf -1, byte 0");
  }

  @Test
  void eachBundleHasItsFile() throws Exception {
    while (ledger.size() < 256) {
      ledger.note();
    }
    commit("request/3", first);
    String late = DisclosureLine.encode(256, List.of(first.get(0)));
    assertThat(
            passes(Map.of(FILE, DisclosureLine.encode(2, second), "disclosures/001.jsonl", late)))
        .isEqualTo("2 opened, 3 withheld, 0 erased in 2 files");
  }

  @Test
  void anInventedOneOpensNothingWhereNothingIsCommittedToEither() throws Exception {
    ledger.note();
    String lines = DisclosureLine.encode(3, List.of(disclosure("X")));
    finds(lines, "disclosure-slot at leaf 3, byte " + (lines.indexOf('[') + 2));
  }

  @Test
  void whatSomebodyKeptFromBeforeAnErasureIsStillTrue() throws Exception {
    erasure("access/1");
    String lines =
        DisclosureLine.encode(1, List.of(first.get(0))) + DisclosureLine.encode(2, second);
    assertThat(passes(Map.of(FILE, lines)))
        .isEqualTo("2 opened (1 erased since), 0 withheld, 1 erased in 1 file");
    String moved = DisclosureLine.encode(1, second);
    finds(moved, "disclosure-slot at leaf 1, byte " + (moved.indexOf('[') + 2));
  }

  @Test
  void anErasureOfAnotherRequestOrInAnotherStreamErasesNothing() throws Exception {
    erasure("access/3");
    erasure("request/1");
    ledger.append("access/1", draft -> {});
    assertThat(passes(Map.of(FILE, DisclosureLine.encode(2, second))))
        .isEqualTo("1 opened, 2 withheld, 0 erased in 1 file");
  }

  @Test
  void whatWasSaidOfWhoLookedIsErasedWithTheRequest() throws Exception {
    commit("access/1", second);
    erasure("access/1");
    commit("access/2", second);
    assertThat(passes(Map.of(FILE, DisclosureLine.encode(2, second))))
        .isEqualTo("1 opened, 1 withheld, 3 erased in 1 file");
  }

  @Test
  void whatAnErasureNamesIsErasedAndNothingElse() throws Exception {
    erasure("access/1");
    commit("request/1", second);
    assertThat(passes(Map.of(FILE, DisclosureLine.encode(2, second))))
        .isEqualTo("1 opened, 1 withheld, 2 erased in 1 file");
  }
}
