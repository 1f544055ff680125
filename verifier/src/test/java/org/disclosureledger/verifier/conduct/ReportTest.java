package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.JsonReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.junit.jupiter.api.Test;

class ReportTest extends ConductTest {
  private GradeResult reports(Story story) throws Exception {
    VerificationReport report = report(story);
    assertThat(report.findings()).isEmpty();
    return report.grade(Grade.REPORTS);
  }

  private void altered(ReportStory report, String from, String to) {
    assertThat(report.rows).containsPattern(from);
    report.rows = report.rows.replaceFirst(from, to);
    report.freeze();
  }

  @Test
  void theFiguresOfTheExampleAreThoseCountedByHand() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.submit(report.freeze());
    assertThat(reports(report.story)).isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
  }

  @Test
  void aFigureThatIsAlteredIsFoundByItsNameItsSliceAndItsKey() throws Exception {
    ReportStory report = ReportStory.ofExample();
    altered(report, "\"onTime\":2", "\"onTime\":3");
    Story story = report.story;
    Finding finding = finds(story, story.last() - 1, Rule.REPORT_FIGURE);
    assertThat(finding.expected()).isEqualTo("ALL: onTime 2");
    assertThat(finding.found()).isEqualTo("3");
    assertThat(report(story).grade(Grade.REPORTS))
        .isEqualTo(GradeResult.fail(Grade.REPORTS, "1 finding; 1 report"));
  }

  @Test
  void aLateRequestThatIsLeftOutIsFound() throws Exception {
    ReportStory report = ReportStory.ofExample();
    altered(report, "\"due\":4", "\"due\":3");
    Story story = report.story;
    assertThat(finds(story, story.last() - 1, Rule.REPORT_FIGURE).expected())
        .isEqualTo("ALL: due 4");
  }

  @Test
  void aDueTimeThatWasNeverMovedMakesTheAnswerLateWhateverTheReportSays() throws Exception {
    ReportStory report = ReportStory.of(ReportStory.example(false));
    report.freeze();
    List<Finding> findings = report(report.story).findings();
    assertThat(findings).extracting(Finding::rule).containsOnly("report-figure");
    assertThat(findings)
        .extracting(finding -> finding.expected() + ", not " + finding.found())
        .contains(
            "ALL: onTime 1, not 2",
            "AGENCY CA-T-MAU: onTime 1, not 2",
            "PROVINCE 24: onTimeRecorded 1, not 2",
            "MONTH 2026-03: onTime 1, not 2");
  }

  @Test
  void aRowThatIsLeftOutIsFound() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.rows = ReportStory.rows(row -> !row.path("key").asString().equals("TA-MAU"));
    report.lists.clear();
    report.freeze();
    Finding finding = finds(report.story, Rule.REPORT_ROWS);
    assertThat(finding.expected()).isEqualTo("row 3: AGENCY TA-MAU");
    assertThat(finding.found()).isEqualTo("AGENCY_KIND PROVINCIAL_POLICE");
  }

  @Test
  void anotherRootThanThatOfTheEntriesIsFound() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.root = report.story.ledger.checkpoint(3).head().root().toBase64();
    report.freeze();
    Finding finding = finds(report.story, report.story.last() - 1, Rule.REPORT_HEAD);
    assertThat(finding.found()).isEqualTo(report.root);
  }

  @Test
  void aHalfYearIsAHalfYear() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.kind = "HALF_YEAR";
    report.subject = "report/2026-h1";
    report.freeze();
    Finding finding = finds(report.story, report.story.last() - 1, Rule.REPORT_BOUNDS);
    assertThat(finding.expected()).isEqualTo("as of 2026-06-30T17:00:00.000Z or later");
  }

  @Test
  void theReportOfThePeriodBeforeIsNamed() throws Exception {
    Story story = Story.withPolicy();
    UUID before = ReportStory.halfYear(story, 2025, 2).freeze();
    story.later(Duration.ofDays(200));
    ReportStory.halfYear(story, 2026, 1).freeze();
    assertThat(finds(story, Rule.REPORT_PREVIOUS).expected()).isEqualTo(before.toString());
  }

  @Test
  void aStrayListAndAStraySubmissionAreFound() throws Exception {
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    UUID frozen = report.freeze();
    report.list(frozen, 1, "[]");
    finds(story, Rule.REPORT_LIST);
    Story other = Story.withPolicy();
    UUID adopted = other.adopt(Story.ORDINARY);
    ReportStory.empty(other).freeze();
    ReportStory.empty(other).submit(adopted);
    assertThat(finds(other, Rule.REPORT_SUBMITTED).grade()).isEqualTo(Grade.CONDUCT);
  }

  @Test
  void onlyASupervisorReports() throws Exception {
    for (Person person : List.of(Person.LAN, Person.MINH, Person.QUAN, Person.HOA)) {
      Story story = Story.withPolicy();
      ReportStory report = ReportStory.empty(story);
      report.who = person;
      report.freeze();
      finds(story, Rule.ROLE_NOT_ALLOWED);
    }
    Story story = Story.withPolicy();
    ReportStory report = ReportStory.empty(story);
    report.who = Person.TIMER;
    report.freeze();
    finds(story, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void reportsOfTwoHeadsAndAnAmendmentAreEachHeldAgainstTheirOwn() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.freeze();
    Story story = report.story;
    RequestStory late = story.request();
    late.recorded(Demand.ordinary(story.now()));
    story.later(Duration.ofDays(1));
    report.asOf = story.now();
    report.size = story.ledger.size();
    UUID amended = report.amend();
    List<Finding> findings = report(story).findings();
    assertThat(findings).extracting(Finding::leaf).containsOnly(story.last() - 1, story.last());
    assertThat(findings).extracting(Finding::expected).contains("ALL: received 6");
    report.submit(amended);
    assertThat(report(story).grade(Grade.REPORTS).evidence()).endsWith("1 report, 1 amendment");
  }

  @Test
  void whatIsRecordedAfterTheInstantIsNotCountedThoughItLiesBelowTheHead() throws Exception {
    ReportStory report = ReportStory.ofExample();
    Story story = report.story;
    story.request().recorded(Demand.ordinary(story.now()));
    report.size = story.ledger.size();
    report.freeze();
    assertThat(reports(story).status()).isEqualTo(GradeResult.Status.PASS);
  }

  @Test
  void aRequestThatCannotBeFollowedLeavesItsReportsUnchecked() throws Exception {
    Story story = ReportStory.example();
    story.request().recorded(Demand.ordinary(story.now())).add("request.teleported.v1", "{}");
    ReportStory report = ReportStory.of(story);
    report.freeze();
    GradeResult result = reports(story);
    assertThat(result)
        .isEqualTo(
            GradeResult.notChecked(
                Grade.REPORTS, "1 report, 0 recomputed: a request cannot be followed"));
  }

  @Test
  void aReportOfALaterVersionIsNotCheckedRatherThanPassed() throws Exception {
    ReportStory report = ReportStory.ofExample();
    report.freeze();
    report.story.add(report.subject, Person.THU, "report.amended.v2", "{}");
    GradeResult result = reports(report.story);
    assertThat(result)
        .isEqualTo(
            GradeResult.notChecked(
                Grade.REPORTS, "1 report: 1 entry that may be a report's cannot be read"));
  }

  @Test
  void whileARequestCannotBeFollowedNothingIsStated() throws Exception {
    Story story = ReportStory.example();
    story.request().add("request.recorded.v2", "{}");
    ReportStory report = ReportStory.of(story);
    report.freeze();
    long leaf = story.last() - 1;
    assertThat(report(story).findings())
        .filteredOn(finding -> finding.grade() == Grade.REPORTS)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.rule()).isEqualTo(Rule.REPORT_UNREADABLE.id());
          assertThat(finding.leaf()).isEqualTo(leaf);
          assertThat(finding.found()).isEqualTo("1 that cannot");
        });
  }

  @Test
  void whatCannotBeFollowedSinceTheInstantIsNoMatterOfTheReport() throws Exception {
    ReportStory report = ReportStory.ofExample();
    Story story = report.story;
    story.request().add("request.recorded.v2", "{}");
    report.size = story.ledger.size();
    report.freeze();
    GradeResult result = report(story).grade(Grade.REPORTS);
    assertThat(result).isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
  }

  /** Only where an agency is rests on its stream; a wrong figure is found all the same. */
  @Test
  void anUnknownEntryOfAnAgencyLeavesRowsOfProvincesAloneUnchecked() throws Exception {
    String subject = AgencyRegister.subject(Demand.AGENCY);
    Story honest = ReportStory.example();
    honest.add(subject, Person.QUAN, "agency.amended.v9", "{}");
    ReportStory.of(honest).freeze();
    GradeResult unchecked = report(honest).grade(Grade.REPORTS);
    assertThat(unchecked.status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(unchecked.evidence()).contains("rows of provinces are not compared");
    Story lying = ReportStory.example();
    lying.add(subject, Person.QUAN, "agency.amended.v9", "{}");
    ReportStory report = ReportStory.of(lying);
    altered(report, "\"onTime\":2", "\"onTime\":3");
    assertThat(report(lying).findings())
        .filteredOn(finding -> finding.grade() == Grade.REPORTS)
        .singleElement()
        .satisfies(finding -> assertThat(finding.expected()).isEqualTo("ALL: onTime 2"));
  }

  /** No row rests on where it is. */
  @Test
  void anUnknownEntryOfAnAgencyThatNoRequestNamesLeavesNothingUnchecked() throws Exception {
    String other = AgencyRegister.subject("no-request-names-it");
    Story story = ReportStory.example();
    story.add(other, Person.QUAN, "agency.amended.v9", "{}");
    ReportStory.of(story).freeze();
    assertThat(report(story).grade(Grade.REPORTS))
        .isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
  }

  @Test
  void aCalendarOfAnUnknownVersionLeavesReportsUncheckedUntilAnotherComes() throws Exception {
    Story story = Story.withPolicy();
    story.add("calendar", Person.QUAN, "calendar.imported.v9", "{}");
    ReportStory.empty(story).freeze();
    assertThat(report(story).grade(Grade.REPORTS))
        .isEqualTo(
            GradeResult.notChecked(
                Grade.REPORTS,
                "1 report, 0 recomputed: leaf 2 is of an unknown type in stream calendar"));
    Story next = Story.withPolicy();
    next.add("calendar", Person.QUAN, "calendar.imported.v9", "{}");
    CalendarStory.imported(next, CalendarStory.WORKDAYS);
    ReportStory.empty(next).freeze();
    assertThat(report(next).grade(Grade.REPORTS))
        .isEqualTo(GradeResult.pass(Grade.REPORTS, "1 report"));
  }

  @Test
  void aReportThatStatesSuchARequestItselfSaysThatItMayNotBe() throws Exception {
    ReportStory report = ReportStory.ofExample();
    altered(report, "\"openBefore\"|\"opened\"", "\"unreadable\":1,$0");
    finds(report.story, report.story.last() - 1, Rule.REPORT_UNREADABLE);
  }

  @Test
  void aReportForPeopleAndOneForProgramsTellItInBothLanguages() throws Exception {
    ReportStory report = ReportStory.ofExample();
    altered(report, "\"grossP50\":90000000", "\"grossP50\":79200000");
    VerificationReport verified = report(report.story);
    String text = TextReport.of(verified);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(text)
        .contains("reports      fail  1 finding; 1 report\n")
        .contains(
            """
                Số liệu báo cáo không đúng với sổ
                a figure is not what the ledger gives
                expected ALL: grossP50 90000000
                found    79200000
            """);
    assertThat(JsonReport.of(verified)).contains("Số liệu báo cáo không đúng với sổ");
  }
}
