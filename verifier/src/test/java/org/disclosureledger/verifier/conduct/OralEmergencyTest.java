package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Emergencies that were said, and the paper that they owe. */
class OralEmergencyTest extends ConductTest {
  @Test
  void anOralEmergencyByCallBackConfirmedInTime() throws Exception {
    Story story = registered();
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    request.delivered(1, true, 3);
    request.add("writing.confirmed.v1", Payloads.confirmed());
    story.later(Duration.ofHours(30)).request().recorded();
    passes(story);
  }

  @Test
  void whatWasGivenIsOwedAPaperAlsoWhenTheRestIsTakenBack() throws Exception {
    Story story = registered();
    RequestStory request = story.request();
    request.recordedOrally();
    long due = story.last();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    request.delivered(1, false, 3);
    request.add("request.cancelled.v1", Payloads.cancelled());
    story.later(Duration.ofHours(24)).request().recorded();
    story.later(Duration.ofHours(2)).request().recorded();
    finds(story, due, Rule.WRITING_OVERDUE);
  }

  @Test
  void anOralEmergencyNeverConfirmedButMissed() throws Exception {
    Story story = registered();
    RequestStory request = story.request();
    Instant received = story.now();
    UUID deadline = request.recordedOrally();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    story.later(Duration.ofDays(3));
    Instant due = received.plus(Duration.ofHours(24));
    request.by(Person.TIMER, "writing.missed.v1", Payloads.missed(deadline, due));
    request.add("writing.confirmed.v1", Payloads.confirmed());
    passes(story);
  }

  @Test
  void aConfirmationNotYetDueByMoreThanTheTimersHourIsNotMissing() throws Exception {
    Story story = Story.withPolicy();
    story.request().recordedOrally();
    story.later(Duration.ofHours(24)).request().recorded();
    passes(story);
  }

  @Test
  void aWhollyRefusedOralEmergencyAwaitsNoConfirmation() throws Exception {
    Story story = Story.withPolicy();
    RequestStory request = story.request();
    request.recordedOrally();
    request.both("refusal", Payloads.refusal(1));
    story.later(Duration.ofDays(3)).request().recorded();
    passes(story);
  }
}
