package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** An entry of an unknown type excuses much behind it, but not what no event could undo. */
class UnknownTypeTest extends ConductTest {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  private void unknown() {
    request.add("request.teleported.v1", "{}");
  }

  @Test
  void itMayHaveVerifiedApprovedAndReopened() throws Exception {
    request.recorded();
    unknown();
    request.accepted();
    request.delivered(1, true, 3);
    request.delivered(2, true, 3);
    request.closed();
    request.decide("refusal", "approved", new UUID(1, 1));
    assertThat(sound(story).status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
  }

  @Test
  void onePersonIsNotTwoForAll() throws Exception {
    request.recorded().verified();
    UUID prepared = request.prepare("acceptance", SCOPE);
    unknown();
    Person first = Person.LAN.as(ActorRole.APPROVER);
    request.by(first, "acceptance.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.SAME_PERSON);
    assertThat(report(story).grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.FAIL);
  }

  @Test
  void rolesStayWhatTheyAre() throws Exception {
    request.recorded();
    unknown();
    request.by(Person.THU, "request.closed.v1", Payloads.reason());
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aRequestIsNotRecordedAgain() throws Exception {
    request.recorded();
    unknown();
    request.record(Demand.ordinary(story.now()));
    finds(story, Rule.STREAM_BEGUN_AGAIN);
  }

  @Test
  void oneActIsPreparedAtATimeSinceThen() throws Exception {
    request.recorded().verified();
    request.prepare("acceptance", SCOPE);
    unknown();
    request.prepare("acceptance", SCOPE);
    sound(story);
    request.prepare("refusal", Payloads.refusal(1));
    finds(story, Rule.ACT_OPEN);
  }

  @Test
  void itMayBeOneOfAnActsLists() throws Exception {
    request.recorded();
    request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
    unknown();
    sound(story);
    request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
    long prepared = story.last();
    request.add("request.cancelled.v1", Payloads.cancelled());
    assertThat(report(story).findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .contains("act-list-missing at " + prepared);
  }

  @Test
  void itMayBeTheDueTimeOfARecording() throws Exception {
    request.record(Demand.ordinary(story.now()));
    unknown();
    sound(story);
    RequestStory other = story.request();
    other.record(Demand.ordinary(story.now()));
    finds(story, Rule.DEADLINE_MISSING);
  }

  @Test
  void itMayBeCorrectedOrInError() throws Exception {
    request.recorded();
    UUID unknown = request.add("request.teleported.v1", "{}");
    request.add("error.recorded.v1", Payloads.error(unknown, "RECORDABLE", 1));
    sound(story);
    request.add("error.recorded.v1", Payloads.error(new UUID(1, 1), "RECORDABLE", 1));
    finds(story, Rule.ERROR_EVENT);
  }

  @Test
  void itMayHaveBegunWhatOthersAreLinkedTo() throws Exception {
    RequestStory other = story.request();
    other.add("request.received.v9", "{}");
    request.recorded().add("request.linked.v1", Payloads.linked(other.number()));
    sound(story);
  }

  @Test
  void itMayHaveSettledACorrectionOfADrill() throws Exception {
    OversightStory drill = new OversightStory(story, "drill");
    UUID recorded = drill.recorded(Person.THU);
    UUID first = drill.prepared(Person.THU, recorded);
    story.add(drill.subject, Person.THU, "drill.forgotten.v1", "{}");
    UUID second = drill.prepared(Person.THU, recorded);
    sound(story);
    drill.approved(Person.THU, first);
    finds(story, Rule.SAME_PERSON);
    drill.prepared(Person.THU, recorded);
    assertThat(report(story).findings())
        .extracting("rule")
        .containsExactly(Rule.SAME_PERSON.id(), Rule.ACT_OPEN.id());
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void whatItBeganIsJudgedAsWell() throws Exception {
    unknown();
    UUID prepared = request.prepare("acceptance", SCOPE);
    request.decide("acceptance", "approved", prepared);
    request.delivered(1, true, 3);
    sound(story);
    Person first = Person.LAN.as(ActorRole.APPROVER);
    UUID second = request.prepare("refusal", Payloads.refusal(1));
    request.by(first, "refusal.approved.v1", Payloads.prepared(second));
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void soIsADrillThatItBegan() throws Exception {
    OversightStory drill = new OversightStory(story, "drill");
    UUID begun = story.add(drill.subject, Person.THU, "drill.begun.v9", "{}");
    drill.approved(Person.THU, drill.prepared(Person.THU, begun));
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void whatItReopenedIsJudgedAsWell() throws Exception {
    request.recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    unknown();
    UUID prepared = request.prepare("refusal", Payloads.refusal(1));
    Person first = Person.LAN.as(ActorRole.APPROVER);
    request.by(first, "refusal.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void itMayHaveEndedWhatACancellationDoesNot() throws Exception {
    request.recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    unknown();
    UUID recording = request.recording();
    request.prepare("correction", Payloads.correction(recording, null));
    request.add("request.cancelled.v1", Payloads.cancelled());
    request.prepare("correction", Payloads.correction(recording, null));
    sound(story);
  }

  @Test
  void itMayHaveCorrectedTheChannel() throws Exception {
    Demand demand = Demand.oral(story.now());
    demand.emergency = false;
    request.recorded(demand);
    unknown();
    SpokenLaterTest.corrected(request, SpokenLaterTest.EMERGENCY);
    sound(story);
  }

  @Test
  void anotherStreamIsExcusedNothing() throws Exception {
    request.recorded();
    unknown();
    story.request().recorded().accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }
}
