package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Reports that are not stated whole, or handed over otherwise than stated. */
final class ReportBreaches {
  private ReportBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("report-amended", ReportBreaches::amended);
    vectors.breaks(
        Rule.REPORT_LIST,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.list(report.freeze(), 1, "[]");
          return story.last();
        });
    vectors.breaks(
        Rule.REPORT_LIST,
        "missing",
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.lists.add("[]");
          report.submit(report.freezeAlone());
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.REPORT_LIST,
        "missing-at-the-end",
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.lists.add("[]");
          report.freezeAlone();
          return story.last();
        });
    vectors.breaks(
        Rule.REPORT_LIST,
        "of-another-append",
        story -> {
          ReportStory report = ReportStory.empty(story);
          UUID frozen = report.freeze();
          story.adopt(Story.ORDINARY, Story.EMERGENCY, Story.CONFIRM);
          report.list(frozen, 1, "[]");
          return story.last();
        });
    vectors.breaks(
        Rule.REPORT_SUBMITTED,
        story -> {
          ReportStory report = ReportStory.empty(story);
          report.lists.add("[]");
          report.submit(report.list(report.freezeAlone(), 1, "[]"));
          return story.last();
        });
  }

  /** Frozen, amended two days later, and the amendment handed over. */
  static void amended(Story story) {
    ReportStory report = ReportStory.empty(story);
    report.freeze();
    story.later(Duration.ofDays(2));
    report.asOf = story.now();
    report.size = story.ledger.size();
    report.submit(report.amend());
  }
}
