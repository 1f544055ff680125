package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.RecountBreaches.GRACE;
import static org.disclosureledger.verifier.conduct.RecountBreaches.extended;
import static org.disclosureledger.verifier.conduct.RecountBreaches.putOff;
import static org.disclosureledger.verifier.conduct.RecountBreaches.recounted;
import static org.disclosureledger.verifier.conduct.RecountBreaches.somethingElse;
import static org.disclosureledger.verifier.conduct.RecountBreaches.sooner;
import static org.disclosureledger.verifier.conduct.RecountBreaches.soonest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** After another policy or calendar, what is open is counted again within the hour. */
class RecountTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final RequestStory request = story.request().recorded();
  private final long set = story.last();

  private void at(Instant instant) {
    story.later(Duration.between(story.now(), instant));
  }

  @Test
  void whatStaysAsItWasIsFoundWhenTheRequestGoesOn() throws Exception {
    sooner(story);
    final long adopted = story.last();
    story.later(Duration.ofHours(2));
    request.verified();
    // The first entry behind the adoption is that one: an hour later the next comes.
    assertThat(sound(story)).isNotNull();
    story.later(Duration.ofHours(2));
    request.verified();
    Finding finding = finds(story, set, Rule.DEADLINE_NOT_RECOUNTED);
    assertThat(finding.expected())
        .isEqualTo(
            "due %s, by what leaf %d adopts"
                .formatted(Shown.time(received.plus(Duration.ofHours(12))), adopted));
    assertThat(finding.found()).isEqualTo("due " + Shown.time(received.plus(Duration.ofHours(24))));
  }

  @Test
  void theHourIsOverOnlyOnceItHasPassed() throws Exception {
    sooner(story);
    Instant first = story.now();
    request.verified();
    at(first.plus(GRACE));
    request.verified();
    passes(story);
    at(first.plus(GRACE).plusMillis(1));
    request.verified();
    finds(story, set, Rule.DEADLINE_NOT_RECOUNTED);
  }

  @Test
  void whatIsCountedAgainIsFine() throws Exception {
    UUID policy = sooner(story);
    recounted(request, policy, received, 12);
    story.later(Duration.ofHours(3));
    request.verified();
    passes(story);
  }

  /** A service that stood still could not do it before. */
  @Test
  void whatIsCountedAgainLateIsFineUnlessSomethingWasDoneBefore() throws Exception {
    UUID policy = sooner(story);
    story.later(Duration.ofHours(3));
    recounted(request, policy, received, 12);
    story.later(Duration.ofHours(3));
    request.verified();
    passes(story);
  }

  /**
   * It went down in the middle, with most still to be counted; the hour begins anew behind that.
   */
  @Test
  void whatStoppedInTheMiddleGoesOn() throws Exception {
    RequestStory other = story.request().recorded();
    final long otherSet = story.last();
    UUID policy = sooner(story);
    recounted(request, policy, received, 12);
    story.later(Duration.ofHours(3));
    other.verified();
    passes(story);
    // One counted twice puts off nothing.
    story.later(Duration.ofMinutes(50));
    recounted(request, policy, received, 12);
    story.later(Duration.ofMinutes(11));
    other.verified();
    finds(story, otherSet, Rule.DEADLINE_NOT_RECOUNTED);
  }

  @Test
  void aCorrectionThatLeavesTheKindsLeavesTheDemand() throws Exception {
    sooner(story);
    request.corrected(Payloads.items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10")));
    story.later(Duration.ofHours(2));
    request.verified();
    story.later(Duration.ofHours(2));
    request.verified();
    finds(story, set, Rule.DEADLINE_NOT_RECOUNTED);
  }

  @Test
  void whatAnotherPolicyMovesBackNeedNotMove() throws Exception {
    sooner(story);
    story.later(Duration.ofMinutes(30));
    story.adopt(Story.ORDINARY, Story.EMERGENCY, Story.CONFIRM);
    story.later(Duration.ofMinutes(40));
    request.verified();
    story.later(Duration.ofHours(3));
    request.verified();
    passes(story);
  }

  @Test
  void whatIsPutOffStaysPutOff() throws Exception {
    extended(request, received.plus(Duration.ofHours(48)));
    UUID policy = sooner(story);
    story.later(Duration.ofHours(2));
    request.verified();
    story.later(Duration.ofHours(2));
    request.verified();
    passes(story);
    recounted(request, policy, received, 12);
    finds(story, Rule.DEADLINE_PUT_OFF);
  }

  @Test
  void whatWasPutOffTooLateIsNotPutOff() throws Exception {
    at(received.plus(Duration.ofHours(24)));
    Instant due = received.plus(Duration.ofHours(48));
    UUID prepared = request.prepare("extension", Payloads.extension(due));
    request.extendedTo(request.decide("extension", "approved", prepared), due);
    UUID policy = sooner(story);
    recounted(request, policy, received, 12);
    assertThat(report(story).findings())
        .extracting(Finding::rule)
        .containsOnly(Rule.EXTENSION_LATE.id());
  }

  @Test
  void whatIsAnsweredNeedNotBeCountedAgainNorWhatOpenedSince() throws Exception {
    request.cancelled();
    sooner(story);
    story.later(Duration.ofMinutes(10));
    request.reopened(1);
    story.later(Duration.ofHours(3));
    request.verified();
    passes(story);
  }

  @Test
  void anotherCalendarAsksForItToo() throws Exception {
    Story days = new Story();
    RequestStory counted =
        CalendarStory.recording(days, CalendarStory.WORKDAYS, CalendarStory.DAYS);
    CalendarStory.inDays(
        counted, days.now().minusSeconds(1), CalendarStory.at("2026-01-12T23:59:59.999"));
    final long due = days.last();
    // Nobody works on Friday the 9th either.
    String holiday =
        CalendarStory.calendar(
            "2026-01-01",
            "2026-03-31",
            CalendarStory.sessions("07:30-11:30", "13:00-17:00"),
            CalendarStory.day("2026-01-08"),
            CalendarStory.day("2026-01-09"),
            CalendarStory.day("2026-01-10", "07:30-11:30"));
    CalendarStory.imported(days, holiday);
    counted.verified();
    days.later(Duration.ofHours(2));
    counted.verified();
    assertThat(finds(days, due, Rule.DEADLINE_NOT_RECOUNTED).expected())
        .startsWith("due 2026-01-13T16:59:59.999Z");
  }

  @Test
  void whereTheNewCalendarDoesNotReachNothingIsDemanded() throws Exception {
    Story days = new Story();
    RequestStory counted =
        CalendarStory.recording(days, CalendarStory.WORKDAYS, CalendarStory.DAYS);
    CalendarStory.inDays(
        counted, days.now().minusSeconds(1), CalendarStory.at("2026-01-12T23:59:59.999"));
    CalendarStory.imported(
        days,
        CalendarStory.calendar("2026-01-01", "2026-01-09", CalendarStory.sessions("07:30-11:30")));
    counted.verified();
    days.later(Duration.ofHours(2));
    counted.verified();
    assertThat(sound(days)).isNotNull();
  }

  /** The recount of the one before stopped at it, in the middle or before it began. */
  @Test
  void anAdoptionWithinTheHourOfAnotherHasAnHourOfItsOwn() throws Exception {
    sooner(story);
    Instant first = story.now();
    request.verified();
    at(first.plus(GRACE));
    soonest(story);
    Instant second = story.now();
    request.verified();
    at(second.plus(GRACE));
    request.verified();
    passes(story);
    at(second.plus(GRACE).plusMillis(1));
    request.verified();
    assertThat(finds(story, set, Rule.DEADLINE_NOT_RECOUNTED).expected())
        .startsWith("due " + Shown.time(received.plus(Duration.ofHours(6))));
  }

  @Test
  void anAdoptionAfterTheHourOfAnotherTakesNothingBack() throws Exception {
    sooner(story);
    Instant first = story.now();
    request.verified();
    at(first.plus(GRACE).plusMillis(1));
    soonest(story);
    request.verified();
    assertThat(finds(story, set, Rule.DEADLINE_NOT_RECOUNTED).expected())
        .startsWith("due " + Shown.time(received.plus(Duration.ofHours(12))));
  }

  @Test
  void adoptionsTakeEachOthersPlaceForSixteenHours() throws Exception {
    putOff(story, Duration.ofHours(16));
    final UUID policy = soonest(story);
    story.later(GRACE.plusMillis(1));
    request.verified();
    passes(story);
    recounted(request, policy, received, 6);
    story.later(GRACE.plusMillis(1));
    request.verified();
    passes(story);
  }

  @Test
  void andNoLonger() throws Exception {
    final long adopted = putOff(story, Duration.ofHours(16).plusMillis(1));
    soonest(story);
    story.later(GRACE.minusSeconds(1));
    // Those that come now stand for each other, and not for that one.
    soonest(story);
    request.verified();
    assertThat(finds(story, set, Rule.DEADLINE_NOT_RECOUNTED).expected())
        .endsWith("by what leaf %d adopts".formatted(adopted));
  }

  @Test
  void whatWasPutOffAndIsDueByTheLastIsFine() throws Exception {
    putOff(story, Duration.ofHours(16).plusMillis(1));
    soonest(story);
    story.later(GRACE.minusSeconds(1));
    story.adopt(Story.ORDINARY, Story.EMERGENCY, Story.CONFIRM);
    request.verified();
    passes(story);
  }

  /** Nobody did anything by the due time that should have been another meanwhile. */
  @Test
  void whatWasMovedBackBeforeTheRequestGoesOnIsNotAskedFor() throws Exception {
    sooner(story);
    somethingElse(story);
    story.later(Duration.ofHours(2));
    story.adopt(Story.ORDINARY, Story.EMERGENCY, Story.CONFIRM);
    story.later(Duration.ofHours(2));
    request.verified();
    passes(story);
  }

  @Test
  void anEntryThatCannotBeReadMayHaveBeenAnotherPolicy() throws Exception {
    sooner(story);
    story.add("policy", Person.QUAN, "policy.adopted.v9", "{}");
    story.later(Duration.ofHours(2));
    request.verified();
    assertThat(report(story).findings()).isEmpty();
  }
}
