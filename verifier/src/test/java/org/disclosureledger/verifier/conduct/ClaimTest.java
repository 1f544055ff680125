package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Demand.january;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Times that people claim: neither ahead of the ledger's, nor before what they follow. */
class ClaimTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final RequestStory request = story.request();

  @Test
  void aRequestIsNotReceivedAfterItWasRecorded() throws Exception {
    Instant tomorrow = received.plus(Duration.ofDays(1));
    request.record(Demand.ordinary(tomorrow));
    long leaf = story.last();
    request.due("ordinary", tomorrow, 24);
    finds(story, leaf, Rule.RECEIVED_AHEAD);
  }

  @Test
  void aMinutesDifferenceOfClocksIsNoSin() throws Exception {
    request.recorded(Demand.ordinary(received.plusSeconds(60)));
    passes(story);
  }

  @Test
  void aRequestIsNotRecordedBeforeItCame() throws Exception {
    story.claiming(received.minus(Duration.ofDays(700)));
    request.record(Demand.ordinary(received));
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void neitherIsAMinutesDifferenceOfTheOtherClock() throws Exception {
    Demand demand = Demand.ordinary(received.plusSeconds(30));
    story.claiming(received.minusMillis(5));
    request.record(demand);
    request.due("ordinary", demand.receivedAt, 24);
    passes(story);
  }

  @Test
  void norAreItsItemsListed() throws Exception {
    request.record(Demand.ordinary(received));
    story.claiming(received.minusMillis(1));
    request.add("items.listed.v1", Payloads.items(Demand.asked(2, "TRAFFIC_DATA", 1, 2, "10")));
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void aReceiptIsNotCorrectedIntoTheFuture() throws Exception {
    UUID recorded = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    String changes =
        object("receivedAt", Payloads.time(received.plus(Duration.ofDays(1))), "items", "[]");
    request.prepare("correction", Payloads.correction(recorded, changes));
    finds(story, Rule.RECEIVED_AHEAD);
  }

  @Test
  void anAgentHasARequestBeforeWeHaveIt() throws Exception {
    Demand demand = Demand.ordinary(received);
    demand.reachedAgent = received.plusMillis(1);
    request.record(demand);
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.AGENT_AFTER_RECEIPT);
  }

  @Test
  void anAnswerIsNotDatedBackBeforeTheReopeningThatMadeItNecessary() throws Exception {
    request.approved();
    request.delivered(1, true, 3);
    request.add("request.reopened.v1", Payloads.reopened(1));
    story.claiming(received.plusSeconds(3));
    request.prepare("refusal", Payloads.refusal(1));
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void nothingIsApprovedBeforeItsAuthorityWasVerified() throws Exception {
    request.recorded();
    Instant before = story.now();
    story.later(Duration.ofHours(1));
    request.verified();
    story.claiming(before);
    UUID prepared = request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    finds(story, Rule.TIME_BEFORE_CAUSE);
    story.claiming(before);
    request.decide("acceptance", "approved", prepared);
    assertThat(report(story).findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .as("each of two answers for its own claim")
        .containsExactly(
            "time-before-cause at " + (story.last() - 1), "time-before-cause at " + story.last());
  }

  @Test
  void authorityIsNotVerifiedBeforeTheRequestCame() throws Exception {
    request.recorded();
    story.claiming(received.minusSeconds(1));
    request.verified();
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void anOlderVerificationDoesNotCountAfterReopening() throws Exception {
    request.approved();
    request.delivered(1, true, 3);
    request.add("request.reopened.v1", Payloads.reopened(1));
    story.claiming(received.plusSeconds(1));
    request.verified();
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void anAnswerFollowsItsQuestionAndAReceiptItsDelivery() throws Exception {
    request.approved();
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    story.claiming(received);
    request.add("clarification.received.v1", Payloads.answer(asked));
    finds(story, Rule.TIME_BEFORE_CAUSE);

    Story other = Story.withPolicy();
    RequestStory lost = other.request().approved();
    UUID delivery = lost.delivered(1, true, 3);
    other.claiming(received);
    lost.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
    finds(other, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void aCancellationIsNotDatedBackBeforeWhatWasDone() throws Exception {
    request.approved();
    request.delivered(1, false, 3);
    story.claiming(received);
    request.add("request.cancelled.v1", Payloads.cancelled());
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void noPeriodEndsBeforeItBegins() throws Exception {
    Demand demand = new Demand(received);
    demand.items.add(
        Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10").replace(january(1, 31), january(31, 1)));
    request.record(demand);
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.PERIOD_REVERSED);
  }

  @Test
  void noReversedPeriodIsApprovedOrDelivered() throws Exception {
    request.recorded().verified();
    String reversed = Demand.scope(1, BOTH, codes("SUBSCRIBER_NAME"), january(20, 2), 8);
    request.prepare("acceptance", items(reversed));
    finds(story, Rule.PERIOD_REVERSED);

    Story other = Story.withPolicy();
    String part = Demand.part(1, 1, true, BOTH, codes("SUBSCRIBER_NAME"), january(9, 9), 3);
    other.request().approved().prepare("delivery", Payloads.delivery(part));
    finds(other, Rule.PERIOD_REVERSED);
  }

  @Test
  void noMomentIsPausedTwice() throws Exception {
    request.recorded();
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    Instant between = story.now();
    story.later(Duration.ofHours(1));
    request.add("clarification.received.v1", Payloads.answer(asked));
    story.claiming(between);
    request.add("clarification.asked.v1", Payloads.question());
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void aCorrectionIsNotDatedBackBehindTheCheckThatItVoids() throws Exception {
    UUID recorded = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    Instant before = story.now();
    story.later(Duration.ofHours(1));
    request.verified();
    String changes = object("receivedAt", Payloads.time(received), "items", "[]");
    story.claiming(before);
    UUID prepared = request.prepare("correction", Payloads.correction(recorded, changes));
    story.claiming(before);
    request.decide("correction", "approved", prepared);
    finds(story, Rule.TIME_BEFORE_CAUSE);
  }
}
