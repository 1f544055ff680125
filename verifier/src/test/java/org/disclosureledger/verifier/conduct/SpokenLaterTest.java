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

/** What a correction makes an oral emergency owes a paper like one recorded as such. */
class SpokenLaterTest extends ConductTest {
  static final String EMERGENCY = object("emergency", "true", "items", "[]");
  private static final String SPOKEN = object("channel", text("TELEPHONE"), "items", "[]");

  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final RequestStory request = story.request();

  private void corrected(String changes) {
    corrected(request, changes);
  }

  /** Of the second version, which may change the urgency. */
  static UUID corrected(RequestStory request, String changes) {
    String data = Payloads.correction(request.recording(), 0, changes);
    return request.decide("correction", "approved", request.add("correction.prepared.v2", data));
  }

  private UUID confirmBy() {
    return request.byPolicy("CONFIRM_IN_WRITING", "RECOMPUTATION", "confirm", 1, received, 24);
  }

  private void byTelephone() {
    Demand demand = Demand.oral(received);
    demand.emergency = false;
    request.recorded(demand);
  }

  /** With its due time of 3 h. */
  private void inWriting() {
    Demand demand = Demand.ordinary(received);
    demand.emergency = true;
    request.record(demand);
    request.due("emergency", received, 3);
  }

  @Test
  void itsDueTimeToConfirmByComesWithTheCorrection() throws Exception {
    byTelephone();
    corrected(EMERGENCY);
    confirmBy();
    request.add("writing.confirmed.v1", Payloads.confirmed());
    passes(story);
  }

  @Test
  void orIsMissing() throws Exception {
    byTelephone();
    corrected(EMERGENCY);
    finds(story, Rule.DEADLINE_MISSING);
  }

  @Test
  void andIsNotSetLater() throws Exception {
    byTelephone();
    corrected(EMERGENCY);
    long leaf = story.last();
    request.add("clarification.asked.v1", Payloads.question());
    confirmBy();
    finds(story, leaf, Rule.DEADLINE_MISSING);
  }

  @Test
  void soDoesAnEmergencyThatTurnsOutToHaveBeenSaid() throws Exception {
    inWriting();
    corrected(SPOKEN);
    finds(story, Rule.DEADLINE_MISSING);
    confirmBy();
    passes(story);
  }

  @Test
  void alsoWhenTheRequestIsClosed() throws Exception {
    byTelephone();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    corrected(EMERGENCY);
    finds(story, Rule.DEADLINE_MISSING);
    confirmBy();
    passes(story);
    confirmBy();
    finds(story, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void butNotOneThatWasShownOnPaper() throws Exception {
    Demand demand = Demand.ordinary(received).document(1);
    demand.emergency = true;
    request.record(demand);
    request.due("emergency", received, 3);
    corrected(object("channel", text("IN_PERSON"), "items", "[]"));
    passes(story);
  }

  @Test
  void norAnOrdinaryDemand() throws Exception {
    request.recorded();
    corrected(SPOKEN);
    passes(story);
  }

  @Test
  void fromThenOnItIsAcceptedAsAnEmergencyOnly() throws Exception {
    byTelephone();
    corrected(EMERGENCY);
    confirmBy();
    request.verified();
    request.both("acceptance", items(Demand.scope(1, BOTH, 8)));
    findsFirst(story, Rule.ORAL_NOT_CONFIRMED);
  }

  @Test
  void nobodyNeedSayWhatWasMissedBeforeItWasKnown() throws Exception {
    byTelephone();
    story.later(Duration.ofDays(3));
    corrected(EMERGENCY);
    UUID deadline = confirmBy();
    passes(story);
    Instant due = received.plus(Duration.ofHours(24));
    request.by(Person.TIMER, "writing.missed.v1", Payloads.missed(deadline, due));
    passes(story);
  }

  @Test
  void butAnHourLaterItIsOverdue() throws Exception {
    byTelephone();
    story.later(Duration.ofDays(3));
    corrected(EMERGENCY);
    confirmBy();
    long leaf = story.last();
    story.later(Duration.ofHours(1)).request().recorded();
    finds(story, leaf, Rule.WRITING_OVERDUE);
  }
}
