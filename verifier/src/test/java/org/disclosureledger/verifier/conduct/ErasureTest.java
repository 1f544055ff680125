package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.AccessStory.CRIMINAL;
import static org.disclosureledger.verifier.conduct.AccessStory.DAY;
import static org.disclosureledger.verifier.conduct.AccessStory.MINUTE;
import static org.disclosureledger.verifier.conduct.AccessStory.adopted;
import static org.disclosureledger.verifier.conduct.AccessStory.closed;
import static org.disclosureledger.verifier.conduct.AccessStory.row;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Personal data are erased when their time is over, and then there is nothing more to see. */
class ErasureTest extends ConductTest {
  private static final String CIVIL = codes("CIVIL", "ADMINISTRATIVE");

  private final Story story = Story.withPolicy();

  private static UUID erase(RequestStory request, UUID policy) {
    return AccessStory.of(request).erased(policy);
  }

  private void unchecked() throws Exception {
    GradeResult result = sound(story);
    assertThat(result.status()).isEqualTo(GradeResult.Status.NOT_CHECKED);
    assertThat(result.evidence()).contains("1 erasure");
  }

  @Test
  void itComesWhenTheDaysAreOver() throws Exception {
    UUID policy = adopted(story, 30);
    RequestStory request = closed(story);
    story.later(DAY.multipliedBy(30).minusSeconds(1));
    erase(request, policy);
    passes(story);
  }

  @Test
  void itDoesNotComeASecondBefore() throws Exception {
    UUID policy = adopted(story, 30);
    RequestStory request = closed(story);
    story.later(DAY.multipliedBy(30).minusSeconds(2));
    erase(request, policy);
    finds(story, Rule.ERASURE_EARLY);
  }

  @Test
  void theDaysBeginAnewWithALaterClosing() throws Exception {
    UUID policy = adopted(story, 30);
    RequestStory request = closed(story);
    story.later(DAY.multipliedBy(29));
    request.reopened(1);
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    story.later(DAY.multipliedBy(2));
    erase(request, policy);
    finds(story, Rule.ERASURE_EARLY);
  }

  @Test
  void theDaysAreCountedFromTheRecordingAndNotFromWhatIsClaimed() throws Exception {
    UUID policy = adopted(story, 1);
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    story.later(DAY);
    story.claiming(story.now().minus(DAY.minusSeconds(60)));
    request.closed();
    erase(request, policy);
    finds(story, Rule.ERASURE_EARLY);
  }

  @Test
  void anOpenRequestIsNotErased() throws Exception {
    UUID policy = adopted(story, 0);
    erase(story.request().recorded(), policy);
    finds(story, Rule.ERASURE_OPEN);
  }

  @Test
  void norIsOneReopened() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    request.reopened(1);
    erase(request, policy);
    finds(story, Rule.ERASURE_OPEN);
  }

  @Test
  void norOneWhoseDeliveryFailedSince() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = story.request().approved();
    UUID delivery = request.delivered(1, true, 3);
    request.closed();
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
    erase(request, policy);
    finds(story, Rule.ERASURE_OPEN);
  }

  @Test
  void norOneInWhichASecondPersonIsAwaited() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    request.prepare("correction", Payloads.correction(request.recording(), null));
    erase(request, policy);
    finds(story, Rule.ERASURE_OPEN);
  }

  @Test
  void aCorrectionSentBackLeavesItClosed() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    UUID prepared = request.prepare("correction", Payloads.correction(request.recording(), null));
    request.decide("correction", "returned", prepared);
    erase(request, policy);
    passes(story);
  }

  @Test
  void withoutRulesNothingIsErased() throws Exception {
    erase(closed(story), story.request().policyAtLeaf1());
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void theRuleIsOfThoseAdoptedLast() throws Exception {
    UUID before = adopted(story, 0);
    adopted(story, 0);
    erase(closed(story), before);
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void theRuleIsOneOfThem() throws Exception {
    UUID policy = adopted(story, 0);
    AccessStory.of(closed(story)).erased(policy, "other");
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void theRuleIsInForceByTheDayInVietNam() throws Exception {
    // The story begins at 08:30 of 5 January there.
    UUID policy = adopted(story, row("default", "2026-01-06", "2026-01-06", 0, null));
    RequestStory first = closed(story);
    RequestStory second = closed(story);
    story.later(Duration.ofHours(15).plusMinutes(29));
    Instant before = story.now();
    erase(first, policy);
    finds(story, Rule.ERASURE_RULE);
    assertThat(before).isBefore("2026-01-05T17:00:00.000Z");
    story.later(Duration.between(story.now(), Instant.parse("2026-01-05T17:00:00.000Z")));
    erase(second, policy);
    finds(story, story.last() - 1, Rule.ERASURE_RULE);
  }

  @Test
  void itMayBeRecordedALittleAfterItsRulesLastDay() throws Exception {
    UUID policy = adopted(story, row("default", "2026-01-01", "2026-01-05", 0, null));
    RequestStory first = closed(story);
    RequestStory second = closed(story);
    Instant midnight = Instant.parse("2026-01-05T17:00:00.000Z");
    story.later(Duration.between(story.now(), midnight.plus(MINUTE).minusMillis(1)));
    erase(first, policy);
    passes(story);
    erase(second, policy);
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void theRuleIsForTheTypeOfCase() throws Exception {
    UUID policy =
        adopted(
            story,
            row("default", "2026-01-01", null, 0, CIVIL),
            row("criminal", "2026-01-01", null, 0, CRIMINAL));
    AccessStory.of(closed(story)).erased(policy, "criminal");
    passes(story);
    erase(closed(story), policy);
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void theRuleIsForEveryTypeThatWasEverSaidEvenIfItWasSentBack() throws Exception {
    UUID policy = adopted(story, row("default", "2026-01-01", null, 0, CRIMINAL));
    RequestStory request = closed(story);
    String changes = object("caseType", text("CIVIL"), "items", "[]");
    UUID prepared =
        request.prepare("correction", Payloads.correction(request.recording(), changes));
    request.decide("correction", "returned", prepared);
    passes(story);
    erase(request, policy);
    finds(story, Rule.ERASURE_RULE);
  }

  @Test
  void nobodyButAnApproverErases() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    AccessStory access = AccessStory.of(request);
    access.add(Person.LAN, "personal-data.erased.v1", access.erasure(policy, "default"));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void nothingIsErasedTwice() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    erase(request, policy);
    erase(request, policy);
    finds(story, Rule.ERASED_AGAIN);
  }

  @Test
  void nothingIsErasedOfARequestThatThereIsNot() throws Exception {
    UUID policy = adopted(story, 0);
    AccessStory.of(story, new UUID(1, 1)).erased(policy);
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void theRequestGoesOnNoMore() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    erase(request, policy);
    request.reopened(1);
    finds(story, Rule.EVENT_AFTER_ERASURE);
  }

  @Test
  void thereIsNothingLeftToSee() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    erase(request, policy);
    AccessStory.of(request).viewed(Person.LAN, "ANSWERING", null);
    finds(story, Rule.EVENT_AFTER_ERASURE);
  }

  @Test
  void norToExportByAGrantFromBefore() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    UUID grant = AccessStory.grant(1);
    AccessStory.of(request).granted();
    erase(request, policy);
    AccessStory.of(request).exported(Person.HOA, "AUDIT", grant);
    finds(story, Rule.EVENT_AFTER_ERASURE);
  }

  @Test
  void norToGrantThoughAGrantMayBeTakenBack() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    AccessStory access = AccessStory.of(request);
    access.granted();
    erase(request, policy);
    access.revoked(AccessStory.grant(1));
    passes(story);
    access.granted(AccessStory.grant(2), "auditor", null, "AUDIT", story.now().plus(DAY));
    finds(story, Rule.EVENT_AFTER_ERASURE);
  }

  @Test
  void otherRequestsGoOn() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = closed(story);
    erase(request, policy);
    RequestStory other = story.request().recorded();
    other.add("request.linked.v1", Payloads.linked(request.number()));
    AccessStory.of(other).viewed(Person.LAN, "ANSWERING", null);
    passes(story);
  }

  @Test
  void rulesThatCannotBeReadLeaveAnErasureUnchecked() throws Exception {
    adopted(story, row("default", "2026-02-30", null, 0, null));
    long unreadable = story.last();
    erase(closed(story), new UUID(1, 1));
    finds(story, unreadable, Rule.DATA_UNREADABLE);
    assertThat(report(story).grade(Grade.CONDUCT).evidence()).contains("1 erasure");
  }

  @Test
  void soDoRulesOfAnUnknownTypeUntilTheNext() throws Exception {
    adopted(story, 0);
    story.add("retention", Person.QUAN, "retention.amended.v1", "{}");
    erase(closed(story), new UUID(1, 1));
    unchecked();
    UUID policy = adopted(story, 10);
    RequestStory request = closed(story);
    erase(request, policy);
    finds(story, Rule.ERASURE_EARLY);
  }

  @Test
  void anUnknownTypeMayHaveClosedTheRequest() throws Exception {
    UUID policy = adopted(story, 0);
    RequestStory request = story.request().recorded();
    request.add("request.settled.v1", "{}");
    erase(request, policy);
    sound(story);
    AccessStory.of(request).erased(policy);
    finds(story, Rule.ERASED_AGAIN);
  }

  @Test
  void anUnknownTypeMakesNoRuleApply() throws Exception {
    UUID policy = adopted(story, row("default", "2026-01-01", null, 0, CIVIL));
    RequestStory request = story.request().recorded();
    request.add("request.settled.v1", "{}");
    erase(request, policy);
    finds(story, Rule.ERASURE_RULE);
  }
}
