package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** What cannot be judged is not called good, and hides nothing else. */
class UncheckedTest extends ConductTest {
  @Test
  void anUnknownTypeLeavesItsStreamUncheckedAndNoOther() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded();
    request.add("request.teleported.v1", "{}");
    request.accepted();
    story.request().approved();
    GradeResult result = sound(story);
    assertThat(result.status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(result.evidence())
        .isEqualTo(
            "2 requests, 2 acts by two people, 1 not checked: 1 stream with an unknown type");
  }

  @Test
  void anUnknownTypeAmongPoliciesLeavesDueTimesUncheckedUntilTheNext() throws Exception {
    Story story = Story.withPolicy();
    story.add("policy", Person.QUAN, "policy.withdrawn.v1", "{}");
    story.request().recorded();
    assertThat(sound(story).evidence()).endsWith("1 stream with an unknown type, 1 due time");
    story.adopt(Story.ORDINARY);
    RequestStory request = story.request();
    request.record(Demand.ordinary(story.now()));
    request.deadline("NONE", null);
    finds(story, Rule.DEADLINE_BASIS);
  }

  @Test
  void dataThatDoesNotFitEndsTheJudgementOfItsStream() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded();
    request.prepare("acceptance", "{\"items\":[]}");
    request.closed();
    var report = report(story);
    assertThat(report.findings()).extracting("rule").containsExactly("data-invalid");
    assertThat(report.grade(Grade.CONDUCT))
        .isEqualTo(
            GradeResult.notChecked(
                Grade.CONDUCT,
                "1 request, 0 acts by two people, 1 not checked: 1 stream with a flawed entry"));
  }

  @Test
  void aDueTimeByTheCalendarIsNotChecked() throws Exception {
    Story story = new Story();
    story.adopt(
        row("ordinary", Story.KINDS, false, "ANSWER", 24),
        row("days", Story.KINDS, false, "ANSWER", "2026-01-01", "workingDays", 3));
    story.request().recorded();
    assertThat(sound(story).evidence())
        .isEqualTo("1 request, 0 acts by two people, 1 not checked: 1 due time");
  }

  @Test
  void aMissingEntryEndsTheJudgementOfItsStreamAndAccusesNobody() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded().verified();
    UUID prepared =
        request.prepare("acceptance", Payloads.items(Demand.scope(1, RequestStory.BOTH, 8)));
    story.ledger.entries().removeLast();
    request.decide("acceptance", "approved", prepared);
    assertThat(report(story).findings())
        .extracting("rule")
        .containsExactly("previous-hash", "sequence-gap");
    assertThat(report(story).grade(Grade.CONDUCT).status())
        .isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void aPolicyThatCannotBeReadLeavesDueTimesUnchecked() throws Exception {
    Story story = Story.withPolicy();
    story.adopt();
    story.request().recorded();
    assertThat(report(story).grade(Grade.CONDUCT).evidence())
        .isEqualTo(
            "1 request, 0 acts by two people, 2 not checked: 1 stream with a flawed entry, 1 due"
                + " time");
  }

  @Test
  void anAgencyThatCannotBeFollowedIsNobodysFault() throws Exception {
    Story story = Story.withPolicy();
    String stream = AgencyRegister.subject(Demand.AGENCY);
    story.add(stream, Person.QUAN, "agency.moved.v1", "{}");
    story
        .request()
        .recorded()
        .add("authority.verified.v1", Payloads.verified("CALL_BACK", new UUID(0, 1)));
    assertThat(sound(story).evidence()).endsWith("1 stream with an unknown type, 1 verification");
  }
}
