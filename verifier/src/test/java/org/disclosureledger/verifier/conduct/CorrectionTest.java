package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Corrections and reopening are no back doors, and an error is called what it is. */
class CorrectionTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();
  private final UUID recorded = record();

  private UUID record() {
    Instant received = story.now();
    UUID id = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    return id;
  }

  private static String changedItem() {
    return items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10"));
  }

  @Test
  void aCorrectionIsOfAnEarlierEventOfItsStream() throws Exception {
    request.prepare("correction", Payloads.correction(request.policyAtLeaf1(), null));
    finds(story, Rule.CORRECTION_EVENT);
  }

  @Test
  void onlyTheRecordingIsChanged() throws Exception {
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    request.prepare("correction", Payloads.correction(asked, changedItem()));
    finds(story, Rule.CORRECTION_CHANGES);
  }

  @Test
  void aCorrectedItemIsNotDeliveredOnItsOldApproval() throws Exception {
    request.verified().accepted();
    request.both("correction", Payloads.correction(recorded, changedItem()));
    request.delivered(1, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void anotherAgencyIsVerifiedAnew() throws Exception {
    request.verified();
    String agency =
        object(
            "code",
            text("CA-T-KHAC"),
            "kind",
            text("PROVINCIAL_POLICE"),
            "unit",
            Payloads.committed());
    String changes = object("requestingAgency", agency, "items", "[]");
    request.both("correction", Payloads.correction(recorded, changes));
    request.accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void anotherDayOfReceiptIsVerifiedAnew() throws Exception {
    request.verified();
    received(Duration.ofDays(1));
    request.accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void anotherMinuteOfReceiptIsNot() throws Exception {
    request.verified();
    received(Duration.ofMinutes(1));
    request.accepted();
    sound(story);
  }

  private void received(Duration earlier) throws Exception {
    String changes = object("receivedAt", Payloads.time(story.now().minus(earlier)), "items", "[]");
    request.both("correction", Payloads.correction(recorded, changes));
  }

  @Test
  void aReceiptIsNotCorrectedToAfterWhatWasDoneAboutIt() throws Exception {
    Instant done = story.now();
    request.verified();
    receivedAt(done.plusMillis(1));
    finds(story, Rule.RECEIVED_TOO_LATE);
  }

  @Test
  void aReceiptIsCorrectedUpToWhatWasDoneAboutIt() throws Exception {
    Instant done = story.now();
    request.verified();
    receivedAt(done);
    passes(story);
  }

  @Test
  void theEarliestClaimCountsAndNotTheLatestEntry() throws Exception {
    Instant done = story.now();
    story.later(Duration.ofHours(1));
    request.verified();
    story.claiming(done);
    request.add("clarification.asked.v1", Payloads.question());
    receivedAt(done.plusMillis(1));
    finds(story, Rule.RECEIVED_TOO_LATE);
  }

  @Test
  void whatIsDoneWhileACorrectionWaitsCountsToo() throws Exception {
    Instant received = story.now();
    UUID prepared = receivedAt(received);
    story.claiming(received.minusMillis(1));
    request.add("clarification.asked.v1", Payloads.question());
    request.decide("correction", "approved", prepared);
    finds(story, Rule.RECEIVED_TOO_LATE);
  }

  @Test
  void whatIsSaidAgainstAReceiptIsNotSaidAgainOfItsApproval() throws Exception {
    Instant done = story.now();
    request.verified();
    UUID prepared = receivedAt(done.plusMillis(1));
    long leaf = story.last();
    request.decide("correction", "approved", prepared);
    finds(story, leaf, Rule.RECEIVED_TOO_LATE);
  }

  @Test
  void nothingIsDoneBeforeTheCorrectedReceipt() throws Exception {
    Instant received = story.now();
    request.decide("correction", "approved", receivedAt(received));
    sound(story);
    story.claiming(received.minusMillis(1));
    request.prepare("refusal", Payloads.refusal(1));
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void anEarlierReceiptMovesNothingBeforeTheOneFirstRecorded() throws Exception {
    Instant before = story.now().minus(Duration.ofMinutes(5));
    request.decide("correction", "approved", receivedAt(before.minus(Duration.ofHours(1))));
    sound(story);
    story.claiming(before);
    request.add("clarification.asked.v1", Payloads.question());
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void aReceiptOfWhatNobodyCaredForYetIsCorrectedToLater() throws Exception {
    receivedAt(story.now());
    passes(story);
  }

  @Test
  void aReceiptIsNotCorrectedToBeforeTheAgentHadIt() throws Exception {
    Demand demand = Demand.ordinary(story.now());
    demand.reachedAgent = demand.receivedAt;
    RequestStory other = story.request().recorded(demand);
    String changes =
        object("receivedAt", Payloads.time(demand.receivedAt.minusMillis(1)), "items", "[]");
    other.prepare("correction", Payloads.correction(other.recording(), changes));
    finds(story, Rule.AGENT_AFTER_RECEIPT);
  }

  private UUID receivedAt(Instant corrected) {
    String changes = object("receivedAt", Payloads.time(corrected), "items", "[]");
    return request.prepare("correction", Payloads.correction(recorded, changes));
  }

  @Test
  void aNewApprovalStartsTheCountAnew() throws Exception {
    request.verified().accepted();
    request.delivered(1, false, 5);
    request.both("correction", Payloads.correction(recorded, "REPORTABLE", changedItem()));
    request.accepted();
    request.delivered(2, true, 4);
    sound(story);
    request.delivered(3, true, 1);
    findsFirst(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void aReopenedItemIsNotDeliveredOnItsOldApproval() throws Exception {
    request.verified().accepted();
    request.delivered(1, true, 3);
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified();
    request.delivered(2, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void anErrorIsOfAnEarlierEventOfItsStream() throws Exception {
    request.add("error.recorded.v1", Payloads.error(request.policyAtLeaf1(), "RECORDABLE", 1));
    finds(story, Rule.ERROR_EVENT);
  }

  @Test
  void anErrorInWhatWasHandedOverIsReportable() throws Exception {
    request.verified().accepted();
    UUID delivery = request.delivered(1, true, 3);
    request.add("error.recorded.v1", Payloads.error(delivery, "RECORDABLE", 1));
    finds(story, Rule.ERROR_SEVERITY);
  }

  @Test
  void aCorrectionOfAnItemOfWhichAPartWentOutIsReportable() throws Exception {
    request.verified().accepted();
    request.delivered(1, false, 3);
    request.prepare("correction", Payloads.correction(recorded, changedItem()));
    finds(story, Rule.ERROR_SEVERITY);
  }

  @Test
  void aCorrectionInListsIsReportableByAnyOfThem() throws Exception {
    request.verified().accepted();
    request.delivered(1, false, 3);
    UUID prepared =
        request.add(
            "correction.prepared.v2", Payloads.correction(recorded, 1, object("items", "[]")));
    long leaf = story.last();
    String item = Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10");
    request.add("correction.listed.v1", Payloads.listed(prepared, 1, item));
    finds(story, leaf, Rule.ERROR_SEVERITY);
  }

  @Test
  void aCorrectionOfAnotherItemIsAsGraveAsItWas() throws Exception {
    request.verified().accepted();
    String other = items(Demand.asked(2, "SUBSCRIBER_DATA", 1, 2, "10"));
    UUID before = request.prepare("correction", Payloads.correction(recorded, other));
    request.decide("correction", "returned", before);
    request.delivered(1, false, 3);
    UUID after = request.prepare("correction", Payloads.correction(recorded, "REPORTABLE", other));
    request.decide("correction", "returned", after);
    request.prepare("correction", Payloads.correction(recorded, other));
    passes(story);
  }

  @Test
  void aCorrectionWhileNothingWasHandedOverIsNotReportable() throws Exception {
    request.verified().accepted();
    String other = items(Demand.asked(2, "SUBSCRIBER_DATA", 1, 2, "10"));
    request.prepare("correction", Payloads.correction(recorded, "REPORTABLE", other));
    finds(story, Rule.ERROR_SEVERITY);
  }

  @Test
  void whatGotLostIsCorrectedAsCaughtBefore() throws Exception {
    request.verified().accepted();
    UUID delivery = request.delivered(1, false, 3);
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    request.prepare("correction", Payloads.correction(recorded, changedItem()));
    passes(story);
  }

  @Test
  void anErrorCaughtBeforeIsNotReportable() throws Exception {
    request.verified().accepted();
    UUID prepared =
        request.prepare("delivery", Payloads.delivery(Demand.part(1, 1, true, BOTH, 3)));
    request.add("error.recorded.v1", Payloads.error(prepared, "REPORTABLE", 1));
    finds(story, Rule.ERROR_SEVERITY);
  }

  @Test
  void anErrorInWhatWasHandedOverSinceIsAsGraveAsItWas() throws Exception {
    request.verified();
    UUID accepted = request.both("acceptance", Payloads.items(Demand.scope(1, BOTH, 8)));
    request.add("error.recorded.v1", Payloads.error(accepted, "RECORDABLE", 1));
    UUID delivery = request.delivered(1, false, 3);
    request.add("error.recorded.v1", Payloads.error(accepted, "REPORTABLE", 1));
    request.add("error.recorded.v1", Payloads.error(accepted, "RECORDABLE", 1));
    UUID statement = request.prepare("correction", Payloads.correction(recorded, null));
    request.decide("correction", "returned", statement);
    request.prepare("correction", Payloads.correction(recorded, "REPORTABLE", null));
    UUID receipt = request.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
    request.add("error.recorded.v1", Payloads.error(receipt, "REPORTABLE", 1));
    passes(story);
    request.add("error.recorded.v1", Payloads.error(receipt, "RECORDABLE", 1));
    finds(story, Rule.ERROR_SEVERITY);
  }

  @Test
  void anErrorInADeliveryThatWasOnlyProposedIsNot() throws Exception {
    request.verified().accepted();
    request.delivered(1, false, 3);
    String part = Demand.part(1, 2, true, BOTH, 3);
    UUID proposed = request.prepare("delivery", Payloads.delivery(part));
    UUID returned = request.decide("delivery", "returned", proposed);
    request.add("error.recorded.v1", Payloads.error(proposed, "RECORDABLE", 1));
    request.add("error.recorded.v1", Payloads.error(returned, "RECORDABLE", 1));
    passes(story);
    request.add("error.recorded.v1", Payloads.error(proposed, "REPORTABLE", 1));
    finds(story, Rule.ERROR_SEVERITY);
  }
}
