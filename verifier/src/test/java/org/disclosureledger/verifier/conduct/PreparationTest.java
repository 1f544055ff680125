package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** What is prepared is judged though nobody approves it, and what is approved is judged anew. */
class PreparationTest extends ConductTest {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));
  private static final String WIDER = items(Demand.scope(1, Payloads.ordinals(1, 2, 3), 8));

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  @Test
  void whatNobodyApprovesIsFoundAsItWasPrepared() throws Exception {
    request.recorded().verified().prepare("acceptance", WIDER);
    finds(story, Rule.ACCEPTANCE_SCOPE);
  }

  @Test
  void whatIsReturnedWasPreparedAllTheSame() throws Exception {
    UUID prepared = request.recorded().verified().prepare("acceptance", WIDER);
    request.decide("acceptance", "returned", prepared);
    findsFirst(story, Rule.ACCEPTANCE_SCOPE);
  }

  @Test
  void whatIsAmissAtBothStepsIsFoundOnce() throws Exception {
    request.recorded().verified().both("acceptance", WIDER);
    findsFirst(story, Rule.ACCEPTANCE_SCOPE);
  }

  @Test
  void whatIsAmissOnlyWhenItIsApprovedIsFoundThere() throws Exception {
    UUID prepared = request.recorded().verified().prepare("acceptance", SCOPE);
    refute();
    request.decide("acceptance", "approved", prepared);
    finds(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void anotherStateAtTheApprovalIsAnotherBreach() throws Exception {
    UUID prepared = request.recorded().prepare("acceptance", SCOPE);
    refute();
    request.decide("acceptance", "approved", prepared);
    assertThat(report(story).findings())
        .extracting(finding -> finding.leaf() + " " + finding.found())
        .containsExactly(story.last() - 2 + " UNVERIFIED", story.last() + " REFUTED");
  }

  @Test
  void whatWasPutRightBeforeTheApprovalIsNotFoundThere() throws Exception {
    UUID prepared = request.recorded().prepare("acceptance", SCOPE);
    long first = story.last();
    request.verified().decide("acceptance", "approved", prepared);
    finds(story, first, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void aQuestionStillOpenIsFoundOnce() throws Exception {
    request.recorded().verified().add("clarification.asked.v1", Payloads.question());
    request.both("acceptance", SCOPE);
    findsFirst(story, Rule.CLARIFICATION_OPEN);
  }

  @Test
  void aDeliveryThatNobodySendsMayNotExceedItsApprovalEither() throws Exception {
    request.approved();
    UUID prepared =
        request.prepare("delivery", Payloads.delivery(Demand.part(1, 1, true, BOTH, 9)));
    finds(story, Rule.DELIVERY_COUNT);
    request.decide("delivery", "dispatched", prepared);
    findsFirst(story, Rule.DELIVERY_COUNT);
  }

  @Test
  void theCountIsJudgedAnewWhenTheRestWasLostInBetween() throws Exception {
    request.approved();
    UUID lost = request.delivered(1, false, 5);
    UUID prepared =
        request.prepare("delivery", Payloads.delivery(Demand.part(1, 2, true, BOTH, 4)));
    long first = story.last();
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.decide("delivery", "dispatched", prepared);
    finds(story, first, Rule.DELIVERY_COUNT);
  }

  @Test
  void nobodyPreparesNoDataOfWhatWasNeverApproved() throws Exception {
    request.recorded().verified().prepare("nodata", Payloads.noData(1));
    finds(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void nobodyPreparesAMeasureBeyondItsApproval() throws Exception {
    Demand demand = new Demand(story.now()).item("SUSPENSION", 3, null);
    request.recorded(demand).verified().accepted();
    request.prepare("measure", Payloads.measure("SUSPEND", 1, 3));
    finds(story, Rule.MEASURE_SCOPE);
  }

  @Test
  void nobodyPreparesTheRefusalOfWhatIsAnswered() throws Exception {
    request.recorded().both("refusal", Payloads.refusal(1));
    request.prepare("refusal", Payloads.refusal(1));
    finds(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void anExtensionIsPreparedInTimeOrAMomentLater() throws Exception {
    Instant due = story.now().plus(Duration.ofHours(24));
    request.recorded();
    story.later(Duration.between(story.now(), due.plusMillis(59_999)));
    request.prepare("extension", Payloads.extension(due.plusSeconds(3600)));
    passes(story);
  }

  @Test
  void anExtensionIsNotPreparedLate() throws Exception {
    Instant due = story.now().plus(Duration.ofHours(24));
    request.recorded();
    story.later(Duration.between(story.now(), due.plusSeconds(60)));
    UUID prepared = request.prepare("extension", Payloads.extension(due.plusSeconds(3600)));
    finds(story, Rule.EXTENSION_LATE);
    long first = story.last();
    UUID extension = request.decide("extension", "approved", prepared);
    request.extendedTo(extension, due.plusSeconds(3600));
    finds(story, first, Rule.EXTENSION_LATE);
  }

  @Test
  void anAnsweredItemIsNotEvenPreparedToBeCorrected() throws Exception {
    request.recorded().both("refusal", Payloads.refusal(1));
    String changes = items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10"));
    request.prepare("correction", Payloads.correction(request.recording(), changes));
    finds(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void aCorrectionInListsIsJudgedAsAWhole() throws Exception {
    request.recorded();
    String changes = items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10"));
    UUID prepared =
        request.add("correction.prepared.v2", Payloads.correction(request.recording(), 1, changes));
    long first = story.last();
    String third = Demand.asked(3, "SUBSCRIBER_DATA", 1, 1, "10");
    request.add("correction.listed.v1", Payloads.listed(prepared, 1, third));
    finds(story, first, Rule.ITEM_NUMBERING);
    request.decide("correction", "approved", prepared);
    finds(story, first, Rule.ITEM_NUMBERING);
  }

  @Test
  void aCorrectionIsNotPreparedBeforeTheRequestCame() throws Exception {
    Instant received = story.now();
    request.recorded();
    story.claiming(received.minusMillis(1));
    request.prepare("correction", Payloads.correction(request.recording(), object("items", "[]")));
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void whatIsAmissWithOneActIsNoExcuseForTheNext() throws Exception {
    request.recorded().verified();
    UUID returned = request.prepare("acceptance", WIDER);
    long first = story.last();
    request.decide("acceptance", "returned", returned);
    request.both("acceptance", WIDER);
    assertThat(report(story).findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .containsExactly(
            "acceptance-scope at " + first, "acceptance-scope at " + (story.last() - 1));
  }

  private void refute() {
    request.add("authority.refuted.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
  }
}
