package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Emergencies that are none, and oral ones that nobody confirms. */
class EmergencyTest extends ConductTest {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final Instant confirmBy = received.plus(Duration.ofHours(24));

  private void missed(RequestStory request, UUID deadline, Instant by) {
    request.by(Person.TIMER, "writing.missed.v1", Payloads.missed(deadline, by));
  }

  @Test
  void anOrdinaryRequestIsNoEmergency() throws Exception {
    RequestStory request = story.request().recorded().signed("VALID", "TRUSTED");
    request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.EMERGENCY_NOT_CLAIMED);
  }

  @Test
  void anOralEmergencyIsNotAcceptedAsIfItWereInWriting() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.verified().accepted();
    findsFirst(story, Rule.ORAL_NOT_CONFIRMED);
  }

  @Test
  void whatWasSaidOverTheTelephoneBearsNoSignature() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.signed("VALID", "TRUSTED");
    request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
    request.both("emergency", SCOPE);
    findsFirst(story, Rule.EMERGENCY_VERIFICATION);
  }

  @Test
  void onceConfirmedItIsAcceptedLikeAnyOther() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    request.verified().accepted();
    passes(story);
  }

  @Test
  void aConfirmationThatNeverCameIsFoundWhereItsDueTimeWasSet() throws Exception {
    story.request().recordedOrally();
    long leaf = story.last();
    story.later(Duration.ofHours(24)).request().recorded();
    story.later(Duration.ofHours(1)).request().recorded();
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }

  @Test
  void aConfirmationIsNotMissedBeforeItIsDue() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    story.later(Duration.ofHours(23));
    missed(request, deadline, confirmBy);
    finds(story, Rule.WRITING_MISSED_EARLY);
  }

  @Test
  void aConfirmationIsMissedOnce() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    story.later(Duration.ofHours(24));
    missed(request, deadline, confirmBy);
    missed(request, deadline, confirmBy);
    finds(story, Rule.WRITING_MISSED_NEEDLESS);
  }

  @Test
  void aConfirmationThatCameIsNotMissed() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    story.later(Duration.ofHours(24));
    missed(request, deadline, confirmBy);
    finds(story, Rule.WRITING_MISSED_NEEDLESS);
  }

  @Test
  void aCancelledRequestMissesNothing() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    request.add("request.cancelled.v1", Payloads.cancelled());
    story.later(Duration.ofHours(24));
    missed(request, deadline, confirmBy);
    finds(story, Rule.WRITING_MISSED_NEEDLESS);
  }

  @Test
  void whatIsMissedNamesItsDueTime() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    story.later(Duration.ofHours(24));
    missed(request, deadline, confirmBy.minusMillis(1));
    finds(story, Rule.WRITING_MISSED_DEADLINE);
  }

  @Test
  void aConfirmationIsOfAnOralEmergency() throws Exception {
    RequestStory request = story.request().recorded();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    finds(story, Rule.WRITING_CONFIRMED_NEEDLESS);
  }

  @Test
  void aConfirmationComesOnce() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    request.add("writing.confirmed.v1", Payloads.confirmed());
    finds(story, Rule.WRITING_CONFIRMED_NEEDLESS);
  }

  @Test
  void nothingIsMissedOfAnEmergencyInWriting() throws Exception {
    Demand demand = Demand.ordinary(received);
    demand.emergency = true;
    RequestStory request = story.request();
    request.record(demand);
    request.due("emergency", received, 3);
    UUID deadline = request.confirmBy("confirm", received, 24);
    story.later(Duration.ofHours(24));
    missed(request, deadline, confirmBy);
    finds(story, Rule.WRITING_MISSED_NEEDLESS);
  }

  @Test
  void aLateConfirmationDoesNotHideThatNobodySaidItWasMissed() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    long leaf = story.last();
    story.later(Duration.ofHours(24)).request().recorded();
    story.later(Duration.ofHours(6)).request().recorded();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }

  /** Nothing was written while it stood still, and the timer has an hour when it runs again. */
  @Test
  void aServiceThatStoodStillOverTheDueTimeIsNotAccusedForThat() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    story.later(Duration.ofDays(3)).request().recorded();
    story.later(Duration.ofMinutes(59));
    request.add("writing.confirmed.v1", Payloads.confirmed());
    passes(story);
  }

  @Test
  void butForNotSayingSoOnceItRanAgain() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    long leaf = story.last();
    story.later(Duration.ofDays(3)).request().recorded();
    story.later(Duration.ofHours(1)).request().recorded();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }

  @Test
  void aLateCancellationDoesNotHideItEither() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    long leaf = story.last();
    story.later(Duration.ofHours(24)).request().recorded();
    story.later(Duration.ofHours(6)).request().recorded();
    request.add("request.cancelled.v1", Payloads.cancelled());
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }

  @Test
  void whatIsReopenedAfterItsTimeIsMissedAfterThat() throws Exception {
    RequestStory request = story.request();
    UUID deadline = request.recordedOrally();
    request.both("refusal", Payloads.refusal(1));
    story.later(Duration.ofHours(48)).request().recorded();
    request.add("request.reopened.v1", Payloads.reopened(1));
    passes(story);
    missed(request, deadline, confirmBy);
    passes(story);
  }

  @Test
  void whatIsRecordedAfterItsTimeIsMissedAfterThat() throws Exception {
    RequestStory request = story.request();
    story.later(Duration.ofHours(30));
    Demand demand = Demand.oral(received);
    request.record(demand);
    request.due("emergency", received, 3);
    request.confirmBy("confirm", received, 24);
    long leaf = story.last();
    story.request().recorded();
    passes(story);
    story.later(Duration.ofHours(2)).request().recorded();
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }
}
