package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger made to be slow to judge is judged as far as REPORTS §7 says; work is counted. */
class ReportLimitsTest {
  private static final int BUNDLE = 256;

  /** More than are recomputed. */
  private static final int AMENDMENTS = 2_000;

  @TempDir private Path directory;

  /** How many bundles were read, over all passes. */
  private int bundles;

  private VerificationReport judged(Story story) throws Exception {
    bundles = 0;
    return new Verification(directory).of(story.ledger, (leaves, size) -> bundles++);
  }

  private int bundlesOf(Story story) {
    return (story.ledger.size() + BUNDLE - 1) / BUNDLE;
  }

  private static void amended(ReportStory report, int times) {
    for (int i = 0; i < times; i++) {
      report.asOf = report.story.now();
      report.size = report.story.ledger.size();
      report.amend();
    }
  }

  @Test
  void thousandsOfAmendmentsOfAsManyHeadsAndInstantsTakeOnePass() throws Exception {
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    report.root = story.ledger.checkpoint(1).head().root().toBase64();
    report.freeze();
    amended(report, AMENDMENTS);
    VerificationReport judged = judged(story);
    // Not its own root: a checkpoint of each size is slow to make here, and quick to judge.
    assertThat(judged.findings()).extracting(Finding::rule).containsOnly("report-head");
    assertThat(judged.grade(Grade.REPORTS).evidence())
        .isEqualTo("2,001 findings; 1 report, 2,000 amendments, 1,024 recomputed");
    assertThat(bundles).isEqualTo(2 * bundlesOf(story));
  }

  @Test
  void whatIsNotRecomputedIsSaidToBeUnchecked() throws Exception {
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    report.freeze();
    long size = report.size;
    for (int i = 0; i < 1_024; i++) {
      report.asOf = report.story.now();
      report.size = size;
      report.amend();
    }
    assertThat(judged(story).grade(Grade.REPORTS))
        .isEqualTo(
            GradeResult.notChecked(
                Grade.REPORTS,
                "1 report, 1,024 amendments, 1,024 recomputed: 1,024 are recomputed at most"));
    assertThat(bundles).isEqualTo(2 * bundlesOf(story));
  }

  @Test
  void whatBreaksItsBoundsIsNotReadAgain() throws Exception {
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    report.size = 10_000;
    report.root = story.ledger.checkpoint(1).head().root().toBase64();
    for (int i = 0; i < BUNDLE; i++) {
      report.subject = ReportStory.SUBJECT.replace("f1", "%02x".formatted(i));
      report.freeze();
    }
    VerificationReport judged = judged(story);
    assertThat(judged.findings()).extracting(Finding::rule).containsOnly("report-bounds");
    assertThat(judged.grade(Grade.REPORTS).evidence()).contains("0 recomputed");
    assertThat(bundles).isEqualTo(bundlesOf(story));
  }

  @Test
  void timesThatRunBackwardsForASmallStretchAreServedByFourPassesAtMost() throws Exception {
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    // Each as of a time before the latest that the one before counts, and with a later entry.
    for (int i = 0; i < 8; i++) {
      story.later(Duration.ofMillis(-1_100));
      story.request().recorded(Demand.ordinary(story.now().minusSeconds(60)));
      Instant latest = story.now().minusSeconds(1);
      report.subject = ReportStory.SUBJECT.replace("f1", "a" + i);
      report.asOf = latest;
      report.size = story.ledger.size();
      story.later(Duration.ofMillis(1));
      report.rows = "[]";
      report.freeze();
      story.later(Duration.ofMillis(-3_000));
    }
    VerificationReport judged = judged(story);
    assertThat(judged.grade(Grade.REPORTS).evidence()).contains("8 reports");
    assertThat(bundles).isLessThanOrEqualTo(5 * bundlesOf(story));
  }

  @Test
  void nothingBehindAMissingRowIsLookedAt() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.rows = report.rows.replace("TA-MAU", "TA-MAX").replace("\"24\"", "\"25\"");
    report.freeze();
    assertThat(judged(report.story).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.REPORT_ROWS.id()));
  }
}
