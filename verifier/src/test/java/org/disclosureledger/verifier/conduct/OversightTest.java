package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inspections, drills and voluntary reports are recorded once and corrected by two people. */
class OversightTest extends ConductTest {
  private static final Person DUNG = Person.THAO.as(ActorRole.SUPERVISOR);

  private final Story story = Story.withPolicy();
  private final OversightStory inspection = new OversightStory(story, "inspection");
  private final OversightStory drill = new OversightStory(story, "drill");
  private final OversightStory notice = new OversightStory(story, "notice");

  @Test
  void anAuditorAndASupervisorCorrectAnInspection() throws Exception {
    UUID recorded = inspection.recorded(Person.HOA);
    inspection.approved(DUNG, inspection.prepared(Person.HOA, recorded));
    inspection.approved(Person.HOA, inspection.prepared(DUNG, recorded));
    assertThat(passes(story)).contains("2 acts by two people");
  }

  @Test
  void twoSupervisorsCorrectADrill() throws Exception {
    UUID recorded = drill.recorded(Person.THU);
    drill.returned(DUNG, drill.prepared(Person.THU, recorded));
    drill.approved(DUNG, drill.prepared(Person.THU, recorded));
    passes(story);
  }

  @Test
  void anOfficerAndAnApproverCorrectAVoluntaryReport() throws Exception {
    UUID recorded = notice.recorded(Person.LAN);
    notice.approved(Person.MINH, notice.prepared(Person.LAN, recorded));
    passes(story);
  }

  @Test
  void aVoluntaryReportGoesToEachAgencyOnce() throws Exception {
    notice.recorded(Person.LAN);
    notice.forwarded("CA-A");
    notice.forwarded("CA-B");
    passes(story);
    notice.forwarded("CA-B");
    finds(story, Rule.NOTICE_FORWARDED_AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspection", "drill", "notice"})
  void nothingIsRecordedASecondTime(String kind) throws Exception {
    OversightStory twice = new OversightStory(story, kind);
    Person who = kind.equals("notice") ? Person.LAN : Person.THU;
    twice.recorded(who);
    twice.recorded(who);
    finds(story, Rule.STREAM_BEGUN_AGAIN);
  }

  @Test
  void whatWasRecordedASecondTimeIsCorrectedWithoutFurtherBlame() throws Exception {
    inspection.recorded(Person.HOA);
    UUID second = inspection.recorded(Person.HOA);
    long again = story.last();
    inspection.approved(DUNG, inspection.prepared(Person.HOA, second));
    finds(story, again, Rule.STREAM_BEGUN_AGAIN);
  }

  @Test
  void whatWasNeverRecordedIsNotCorrected() throws Exception {
    inspection.prepared(Person.HOA, new UUID(0x7000L, 0x8000_0000_0000_0099L));
    finds(story, Rule.STREAM_NOT_BEGUN);
  }

  @Test
  void onePersonIsNotTwo() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    drill.approved(Person.THU, prepared);
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void onePersonInTwoRolesIsNotTwo() throws Exception {
    UUID prepared = inspection.prepared(Person.HOA, inspection.recorded(Person.HOA));
    inspection.returned(Person.HOA.as(ActorRole.SUPERVISOR), prepared);
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void anAuditorDecidesOnNoDrill() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    drill.approved(Person.HOA, prepared);
    finds(story, Rule.APPROVER_MISSING);
  }

  @Test
  void aLegalOfficerDecidesOnNoVoluntaryReport() throws Exception {
    UUID prepared = notice.prepared(Person.LAN, notice.recorded(Person.LAN));
    notice.returned(Person.THAO, prepared);
    finds(story, Rule.APPROVER_MISSING);
  }

  @Test
  void aSupervisorPreparesNoVoluntaryReport() throws Exception {
    notice.prepared(Person.THU, notice.recorded(Person.LAN));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void theSystemDecidesOnNothing() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    drill.approved(Person.TIMER, prepared);
    finds(story, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void oneCorrectionStandsOpenAtATime() throws Exception {
    UUID recorded = drill.recorded(Person.THU);
    drill.prepared(Person.THU, recorded);
    drill.prepared(Person.THU, recorded);
    finds(story, Rule.ACT_OPEN);
  }

  @Test
  void onlyWhatStandsOpenIsDecidedOn() throws Exception {
    UUID recorded = drill.recorded(Person.THU);
    drill.approved(DUNG, recorded);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aCorrectionIsDecidedOnOnce() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    drill.returned(DUNG, prepared);
    drill.approved(DUNG, prepared);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aCorrectionOfAnotherStreamIsNotDecidedOnHere() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    inspection.recorded(Person.HOA);
    inspection.approved(DUNG, prepared);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aCorrectionIsOfItsOwnStream() throws Exception {
    UUID other = drill.recorded(Person.THU);
    inspection.recorded(Person.HOA);
    inspection.prepared(Person.HOA, other);
    finds(story, Rule.CORRECTION_EVENT);
  }

  @Test
  void onlyTheRecordingIsCorrected() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    drill.returned(DUNG, prepared);
    drill.prepared(Person.THU, prepared);
    finds(story, Rule.CORRECTION_CHANGES);
  }

  @Test
  void aDrillDoesNotBecomeAnInspection() throws Exception {
    UUID recorded = drill.recorded(Person.THU);
    drill.prepared(Person.THU, recorded, "inspection", OversightPayloads.days());
    finds(story, Rule.OVERSIGHT_KIND);
  }

  @Test
  void aCorrectionStandsInAStreamThatItCorrects() throws Exception {
    RequestStory request = story.request().recorded();
    String data =
        OversightPayloads.oversight(request.recording(), "drill", OversightPayloads.days());
    request.by(Person.THU, "oversight.correction.prepared.v1", data);
    finds(story, Rule.EVENT_STREAM);
  }

  @Test
  void whatIsRecordedIsOver() throws Exception {
    String ahead = OversightPayloads.days().replace("2026-01-05", "2026-01-06");
    story.add(drill.subject, Person.THU, "drill.recorded.v1", ahead);
    finds(story, Rule.PERIOD_AHEAD);
  }

  @Test
  void soIsWhatIsCorrected() throws Exception {
    UUID recorded = inspection.recorded(Person.HOA);
    String ahead = OversightPayloads.days().replace("2026-01-05", "2026-01-06");
    inspection.prepared(Person.HOA, recorded, "inspection", ahead);
    finds(story, Rule.PERIOD_AHEAD);
  }

  @Test
  void theLastDayIsNotBeforeTheFirst() throws Exception {
    String reversed = OversightPayloads.days().replace("2026-01-05", "2026-01-03");
    story.add(inspection.subject, Person.HOA, "inspection.recorded.v1", reversed);
    finds(story, Rule.PERIOD_REVERSED);
  }

  @Test
  void aVoluntaryReportIsNotCorrectedToComeLater() throws Exception {
    UUID recorded = notice.recorded(Person.LAN);
    String later = OversightPayloads.notice(story.now().plus(Duration.ofMinutes(2)));
    notice.prepared(Person.LAN, recorded, "notice", later);
    finds(story, Rule.RECEIVED_AHEAD);
  }

  @Test
  void theSecondComesNotBeforeTheFirst() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    story.claiming(story.now().minus(Duration.ofMinutes(2)));
    drill.approved(DUNG, prepared);
    finds(story, Rule.SECOND_BEFORE_FIRST);
  }

  @Test
  void twoClocksMayDifferAMoment() throws Exception {
    UUID prepared = drill.prepared(Person.THU, drill.recorded(Person.THU));
    story.claiming(story.now().minus(Duration.ofSeconds(30)));
    drill.approved(DUNG, prepared);
    passes(story);
  }
}
