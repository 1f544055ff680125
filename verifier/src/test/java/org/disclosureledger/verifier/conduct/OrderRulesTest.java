package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** What comes before what, broken once each. */
class OrderRulesTest extends ConductTest {
  private final Story story = Story.withPolicy();

  @Test
  void anEventOfARequestDoesNotStandInAnAgencysStream() throws Exception {
    story.add("agency/a", Person.LAN, "request.closed.v1", Payloads.reason());
    finds(story, Rule.EVENT_STREAM);
  }

  @Test
  void aPolicyIsAdoptedInItsOwnStreamOnly() throws Exception {
    story.add("request/a", Person.QUAN, "policy.adopted.v1", Payloads.policy(Story.ORDINARY));
    finds(story, Rule.EVENT_STREAM);
  }

  @Test
  void nothingComesBeforeTheRequestIsRecorded() throws Exception {
    RequestStory request = story.request();
    request.verified();
    long early = story.last();
    request.recorded();
    finds(story, early, Rule.STREAM_NOT_BEGUN);
  }

  @Test
  void aRequestIsRecordedOnce() throws Exception {
    RequestStory request = story.request().recorded().verified();
    request.record(Demand.ordinary(story.now()));
    finds(story, Rule.STREAM_BEGUN_AGAIN);
  }

  @Test
  void aClosedRequestTakesNoQuestion() throws Exception {
    RequestStory request = story.request().approved();
    request.delivered(1, true, 3);
    request.closed();
    request.add("clarification.asked.v1", Payloads.object("question", Payloads.committed()));
    finds(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void whatFailedAfterClosingIsNotSentAgainBeforeReopening() throws Exception {
    RequestStory request = story.request().approved();
    UUID delivery = request.delivered(1, true, 3);
    request.closed();
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    sound(story);
    request.prepare("delivery", Payloads.delivery(Demand.part(1, 2, true, RequestStory.BOTH, 3)));
    finds(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void whatFailedAfterClosingIsNotSentAgainOnTheOldApproval() throws Exception {
    RequestStory request = story.request().approved();
    UUID delivery = request.delivered(1, true, 3);
    request.closed();
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified();
    request.delivered(2, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  private RequestStory lostAfterClosing() {
    Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10");
    RequestStory request = story.request().recorded(demand.item("FIGURES", 2, "10")).verified();
    request.both("acceptance", items(Demand.scope(1, BOTH, 8), Demand.scope(2, BOTH, 8)));
    String parts =
        Payloads.delivery(Demand.part(1, 1, true, BOTH, 3), Demand.part(2, 1, true, BOTH, 3));
    UUID delivery = request.both("delivery", parts);
    request.both("refusal", Payloads.refusal(3));
    request.closed();
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    return request;
  }

  @Test
  void aClosedRequestIsNotReopenedBesideWhatFailed() throws Exception {
    lostAfterClosing().add("request.reopened.v1", Payloads.reopened(3));
    finds(story, Rule.REOPENING_INCOMPLETE);
  }

  @Test
  void aClosedRequestIsNotReopenedForSomeOfWhatFailed() throws Exception {
    lostAfterClosing().add("request.reopened.v1", Payloads.reopened(1, 3));
    finds(story, Rule.REOPENING_INCOMPLETE);
  }

  @Test
  void aClosedRequestIsReopenedForAllThatFailed() throws Exception {
    lostAfterClosing().add("request.reopened.v1", Payloads.reopened(2, 1));
    passes(story);
  }

  @Test
  void aClosedRequestIsNotClosedAgain() throws Exception {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    request.closed();
    finds(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void itemsOfAClosedRequestAreNotCorrected() throws Exception {
    RequestStory request = story.request();
    UUID recorded = request.record(Demand.ordinary(story.now()));
    request.due("ordinary", story.now().minusSeconds(1), 24);
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    String changes = items(Demand.asked(1, "TRAFFIC_DATA", 1, 1, "5"));
    request.both("correction", Payloads.correction(recorded, changes));
    findsFirst(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void aMeasureIsNotTakenInAClosedRequest() throws Exception {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    request.prepare("measure", Payloads.measure("SUSPEND", 1, 1));
    finds(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void noItemStandsOpenWhenARequestIsClosed() throws Exception {
    story.request().recorded().closed();
    finds(story, Rule.ITEMS_OPEN_AT_CLOSE);
  }

  @Test
  void noActStandsOpenWhenARequestIsClosed() throws Exception {
    RequestStory request = story.request().recorded();
    UUID refusal = request.both("refusal", Payloads.refusal(1));
    request.prepare("correction", Payloads.correction(refusal, null));
    request.closed();
    finds(story, Rule.ITEMS_OPEN_AT_CLOSE);
  }

  @Test
  void aRequestIsNotClosedWhileAQuestionWaits() throws Exception {
    RequestStory request = story.request().recorded();
    request.add("clarification.asked.v1", Payloads.question());
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    finds(story, Rule.CLARIFICATION_OPEN);
  }

  @Test
  void anOpenItemIsNotReopened() throws Exception {
    story.request().recorded().add("request.reopened.v1", Payloads.reopened(1));
    finds(story, Rule.NOT_REOPENABLE);
  }

  @Test
  void oneActStandsOpenAtATime() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID first = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.prepare("refusal", Payloads.refusal(1));
    long second = story.last();
    request.decide("acceptance", "approved", first);
    finds(story, second, Rule.ACT_OPEN);
  }

  @Test
  void aDecisionNamesAnActThatWasPrepared() throws Exception {
    RequestStory request = story.request().recorded().verified();
    request.decide("acceptance", "approved", new UUID(0x7000L, 0x8000_0000_0000_0099L));
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aDecisionIsTakenOnce() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.decide("acceptance", "returned", prepared);
    request.decide("acceptance", "approved", prepared);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void anApprovalIsOfItsOwnKindOfAct() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID refusal = request.prepare("refusal", Payloads.refusal(1));
    request.decide("acceptance", "approved", refusal);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aCancellationLetsTheOpenActFallAway() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.add("request.cancelled.v1", Payloads.cancelled());
    request.decide("acceptance", "approved", prepared);
    finds(story, Rule.ACT_NOT_OPEN);
  }

  @Test
  void aReceiptIsForADelivery() throws Exception {
    story.request().recorded().add("delivery.acknowledged.v1", Payloads.receipt(UUID.randomUUID()));
    finds(story, Rule.RECEIPT_DELIVERY);
  }

  @Test
  void aDeliveryHasOneReceipt() throws Exception {
    RequestStory request = story.request().approved();
    UUID delivery = request.delivered(1, true, 3);
    request.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    finds(story, Rule.RECEIPT_DELIVERY);
  }

  @Test
  void aSignatureIsOnTheDocumentJustAttached() throws Exception {
    RequestStory request = story.request().recorded();
    request.add(
        "document.attached.v1", Payloads.attached(new UUID(0x4000L, 0x8000_0000_0000_0001L)));
    request.add(
        "signature.checked.v1", Payloads.signature(new UUID(0x4000L, 0x8000_0000_0000_0002L)));
    finds(story, Rule.SIGNATURE_DOCUMENT);
  }

  @Test
  void nothingIsClaimedToHappenAfterItIsRecorded() throws Exception {
    story.claiming(story.now().plusSeconds(60)).request().recorded();
    passes(story);
    story.claiming(story.now().plusMillis(60_001)).add("note/n", Person.LAN, "x.noted.v1", "{}");
    finds(story, Rule.TIME_AHEAD);
  }

  @Test
  void theSecondPersonDecidesAfterTheFirstPrepared() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    story.claiming(story.now().minus(Duration.ofMinutes(1)));
    request.decide("acceptance", "approved", prepared);
    finds(story, Rule.SECOND_BEFORE_FIRST);
  }

  @Test
  void aNoticeIsForwardedAfterItWasRecorded() throws Exception {
    story.add(
        "notice/n",
        Person.LAN,
        "notice.forwarded.v1",
        object("agency", "\"CA-T-MAU\"", "document", Payloads.committed()));
    finds(story, Rule.STREAM_NOT_BEGUN);
  }
}
