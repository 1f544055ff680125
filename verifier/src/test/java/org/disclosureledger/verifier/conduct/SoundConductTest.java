package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.ordinals;
import static org.disclosureledger.verifier.conduct.Payloads.row;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each way through a request that the domain knows, without a finding. */
class SoundConductTest extends ConductTest {
  @Test
  void aRequestAnsweredInPartsAndClosed() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().approved();
    request.delivered(1, false, 8);
    UUID last = request.delivered(2, true, 0);
    request.add("delivery.acknowledged.v1", Payloads.receipt(last));
    request.closed();
    assertThat(passes(story)).isEqualTo("1 request, 3 acts by two people, 0 not checked");
  }

  @Test
  void theFirstVersionsOfRecordingAndDueTime() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    demand.version = 1;
    request.record(demand);
    request.firstDue(demand.receivedAt);
    request.verified().accepted();
    passes(story);
  }

  @Test
  void aFailedDeliveryIsSentAgainAndCountsNoRecords() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().approved();
    UUID lost = request.delivered(1, true, 8);
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.delivered(2, true, 8);
    passes(story);
  }

  @Test
  void whatIsReceivedOrLostAfterClosingIsRecorded() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().approved();
    UUID lost = request.delivered(1, true, 8);
    request.closed();
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified().accepted();
    UUID again = request.delivered(2, true, 8);
    request.closed();
    request.add("delivery.acknowledged.v1", Payloads.receipt(again));
    passes(story);
  }

  @Test
  void anActIsReturnedAndPreparedAgain() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded().verified();
    UUID first = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.decide("acceptance", "returned", first);
    request.accepted();
    passes(story);
  }

  @Test
  void itemsGoOnInFurtherEntriesOfTheSameAppend() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add(
        "items.listed.v1",
        items(
            Demand.asked(1, "SUBSCRIBER_DATA", 3, 20, "10"),
            Demand.asked(2, "TRAFFIC_DATA", 1, 1, null)));
    request.due("ordinary", demand.receivedAt, 24);
    request.verified();
    request.both(
        "acceptance",
        items(Demand.scope(1, ordinals(2, 20), 8), Demand.scope(2, ordinals(1), 1_000)));
    passes(story);
  }

  @Test
  void someItemsRefusedTheOthersWithoutData() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    request.recorded(Demand.ordinary(story.now()).item("TRAFFIC_DATA", 1, null));
    request.both("refusal", Payloads.refusal(2));
    request.verified().accepted();
    request.both("nodata", Payloads.noData(1));
    request.closed();
    passes(story);
  }

  @Test
  void aClarificationPausesAndEnds() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded().verified();
    UUID asked = request.add("clarification.asked.v1", object("question", Payloads.committed()));
    request.add(
        "obstacle.reported.v1", object("items", ordinals(1), "reason", Payloads.committed()));
    request.add(
        "clarification.received.v1",
        object(
            "asked",
            Payloads.id(asked),
            "outcome",
            "\"ANSWERED\"",
            "answer",
            Payloads.committed()));
    request.accepted();
    passes(story);
  }

  /** The other way round it would take back what two people gave: RecountTest. */
  @Test
  void aRecomputationAndThenAnExtension() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    Instant received = story.now();
    request.recorded();
    UUID policy = story.adopt(row("longer", Story.KINDS, null, "ANSWER", 36));
    request.deadline(
        "ANSWER",
        "RECOMPUTATION",
        policy,
        "longer",
        1,
        received,
        36,
        received.plus(Duration.ofHours(36)));
    Instant later = received.plus(Duration.ofHours(48));
    UUID extension = request.both("extension", Payloads.extension(later));
    request.extendedTo(extension, later);
    request.verified().accepted();
    passes(story);
  }

  @Test
  void theAgencysOwnDeadlineAndNone() throws Exception {
    Story story = new Story();
    Demand stated = Demand.ordinary(story.now());
    stated.dueStated = story.now().plus(Duration.ofDays(5));
    RequestStory request = story.request();
    request.record(stated);
    request.deadline("STATED", stated.dueStated);
    RequestStory none = story.request();
    none.record(Demand.ordinary(story.now()));
    none.deadline("NONE", null);
    passes(story);
  }

  @Test
  void measuresInForceAndGivenBackWhenTheRequestIsClosed() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    Demand demand = new Demand(story.now()).item("SUSPENSION", 2, null);
    demand.item("PRESERVATION", 1, null).item("TAKEDOWN", 1, null);
    request.recorded(demand).verified();
    request.both(
        "acceptance",
        items(
            Demand.scope(1, BOTH, 1),
            Demand.scope(2, ordinals(1), 1),
            Demand.scope(3, ordinals(1), 1)));
    request.both("measure", Payloads.measure("SUSPEND", 1, 2));
    request.both("measure", Payloads.measure("PRESERVE", 2, 1));
    request.both("measure", Payloads.measure("TAKE_DOWN", 3, 1));
    request.closed();
    request.both("measure", Payloads.measure("RESTORE", 1, 2));
    passes(story);
  }

  @Test
  void aReopenedRequestGoesThroughEveryGateAgain() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().approved();
    UUID delivery = request.delivered(1, true, 3);
    request.closed();
    request.add("error.recorded.v1", Payloads.error(delivery, "REPORTABLE", 1));
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified().accepted();
    request.delivered(2, true, 5);
    request.closed();
    passes(story);
  }

  @Test
  void anAnsweredItemIsReopenedWhileAnotherStandsOpen() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    request.recorded(Demand.ordinary(story.now()).item("TRAFFIC_DATA", 1, null));
    request.verified().accepted();
    UUID lost = request.delivered(1, true, 8);
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified().accepted();
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.both("nodata", Payloads.noData(1));
    passes(story);
  }

  @Test
  void aCancelledRequestIsReopened() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded().verified();
    request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.add("request.cancelled.v1", Payloads.cancelled());
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified().accepted();
    passes(story);
  }

  @Test
  void aCorrectedItemIsAcceptedAnewAndAClosedRequestIsCorrectedInWords() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    Instant received = story.now();
    UUID recorded = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    request.verified().accepted();
    String changes =
        object(
            "receivedAt",
            Payloads.time(received.minusSeconds(600)),
            "items",
            Payloads.array(
                List.of(
                    Demand.asked(1, "SUBSCRIBER_DATA", 1, 3, "5"),
                    Demand.asked(2, "TRAFFIC_DATA", 1, 1, "5"))));
    request.both("correction", Payloads.correction(recorded, changes));
    request.both(
        "acceptance", items(Demand.scope(1, ordinals(3), 5), Demand.scope(2, ordinals(1), 5)));
    request.both("refusal", Payloads.refusal(1, 2));
    UUID closed = request.closed();
    request.both("correction", Payloads.correction(closed, null));
    String inWriting = object("channel", "\"EMAIL\"", "items", "[]");
    request.both("correction", Payloads.correction(recorded, inWriting));
    passes(story);
  }

  @Test
  void whatAccompaniesARequestMayComeAtAnyTime() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    UUID document = new UUID(0x4000L, 0x8000_0000_0000_00d1L);
    request.add("document.attached.v1", Payloads.attached(document));
    request.add("signature.checked.v1", Payloads.signature(document));
    request.by(Person.THU, "reminder.issued.v1", object("text", Payloads.committed()));
    RequestStory other = story.request().recorded();
    request.add("request.linked.v1", Payloads.linked(other.number()));
    passes(story);
  }

  @Test
  void registersAndSupervision() throws Exception {
    Story story = registered();
    String stream = AgencyRegister.subject(Demand.AGENCY);
    UUID officer = new UUID(0x4000L, 0x8000_0000_0000_00e1L);
    story.add(stream, Person.QUAN, "officer.registered.v1", Payloads.officer(officer));
    story.add(stream, Person.QUAN, "officer.retired.v1", Payloads.officerRetired(officer));
    story.add(stream, Person.QUAN, "agency.amended.v1", Payloads.agency(null, "2025-03-01", null));
    story.add(stream, Person.QUAN, "contact.retired.v1", object("contact", Payloads.id(CONTACT)));
    String days =
        "\"from\":\"2026-01-04\",\"to\":\"2026-01-05\",\"subject\":%s,\"findings\":%s}"
            .formatted(Payloads.committed(), Payloads.committed());
    story.add("inspection/i1", Person.HOA, "inspection.recorded.v1", "{" + days);
    story.add("drill/d1", Person.THU, "drill.recorded.v1", "{" + days);
    story.add(
        "notice/n1",
        Person.LAN,
        "notice.recorded.v1",
        object(
            "receivedAt",
            Payloads.time(story.now()),
            "channel",
            "\"EMAIL\"",
            "by",
            "\"CITIZEN\"",
            "subject",
            Payloads.committed(),
            "informant",
            Payloads.committed()));
    story.add(
        "notice/n1",
        Person.LAN,
        "notice.forwarded.v1",
        object("agency", "\"CA-T-MAU\"", "document", Payloads.committed()));
    passes(story);
  }

  @Test
  void theSuccessorsContactSpeaksForTheAgency() throws Exception {
    Story story = Story.withPolicy();
    String successor = "CA-T-MOI";
    String old = AgencyRegister.subject(Demand.AGENCY);
    story.add(
        old,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2020-01-01", null));
    story.add(
        old,
        Person.QUAN,
        "agency.succeeded.v1",
        object("successor", Payloads.text(successor), "from", "\"2026-01-06\""));
    String stream = AgencyRegister.subject(successor);
    story.add(
        stream,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(successor, "2026-01-06", null));
    story.add(stream, Person.QUAN, "contact.verified.v1", Payloads.contact(CONTACT));
    RequestStory request = story.request().recorded();
    story.later(Duration.ofDays(1));
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    passes(story);
  }
}
