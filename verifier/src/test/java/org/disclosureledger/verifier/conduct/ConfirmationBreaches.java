package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.verifier.report.Rule;

/** Due times that passed unremarked, whatever came later to hide it. */
final class ConfirmationBreaches {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));
  private static final Duration DAY = Duration.ofHours(24);
  private static final UUID NOBODYS = new UUID(0x7000L, 0x8000_0000_0000_0099L);

  private ConfirmationBreaches() {}

  static void tell(ConductVectors vectors) {
    hidden(vectors);
    reopened(vectors);
    missed(vectors);
    extended(vectors);
  }

  /**
   * An oral emergency whose due time to confirm by the ledger has seen pass by two hours, while
   * others were recorded; then what shall hide it.
   */
  private static void hidden(ConductVectors vectors, String way, Consumer<RequestStory> then) {
    vectors.breaks(
        Rule.WRITING_OVERDUE,
        way,
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          long leaf = story.last();
          story.later(DAY).request().recorded();
          story.later(Duration.ofHours(2)).request().recorded();
          then.accept(request);
          return leaf;
        });
  }

  private static void hidden(ConductVectors vectors) {
    hidden(vectors, "confirmed", RequestStory::confirmed);
    hidden(vectors, "cancelled", RequestStory::cancelled);
    hidden(vectors, "refused", request -> request.both("refusal", Payloads.refusal(1)));
    hidden(
        vectors,
        "set-again",
        request -> {
          Instant received = Story.START.plusSeconds(1);
          request.byPolicy("CONFIRM_IN_WRITING", "RECOMPUTATION", "confirm", 1, received, 24);
        });
  }

  /**
   * Reopened within the hour that a timer has; and it was owed all the while, as data was given.
   */
  private static void reopened(ConductVectors vectors) {
    vectors.breaks(
        Rule.WRITING_OVERDUE,
        "reopened",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = story.request();
          request.recordedOrally();
          long leaf = story.last();
          request.called(contact).both("emergency", SCOPE);
          request.delivered(1, true, 3);
          story.later(DAY).request().recorded();
          story.later(Duration.ofMinutes(40));
          request.reopened(1);
          story.later(Duration.ofMinutes(40)).request().recorded();
          return leaf;
        });
    vectors.breaks(
        Rule.WRITING_OVERDUE,
        "rest-refused",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = story.request();
          request.recordedOrally();
          long leaf = story.last();
          request.called(contact).both("emergency", SCOPE);
          request.delivered(1, true, 3);
          request.reopened(1);
          request.both("refusal", Payloads.refusal(1));
          story.later(DAY).request().recorded();
          story.later(Duration.ofHours(2)).request().recorded();
          return leaf;
        });
  }

  private static void missed(ConductVectors vectors) {
    vectors.breaks(
        Rule.WRITING_MISSED_NEEDLESS,
        "twice",
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          story.later(DAY);
          request.missed(deadline, confirmBy);
          request.missed(deadline, confirmBy);
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_MISSED_NEEDLESS,
        "refused",
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          request.both("refusal", Payloads.refusal(1));
          story.later(DAY);
          request.missed(deadline, confirmBy);
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_MISSED_NEEDLESS,
        "in-writing",
        story -> {
          Instant received = story.now();
          RequestStory request = VoidedBreaches.emergencyInWriting(story);
          UUID deadline = request.confirmBy("confirm", received, 24);
          story.later(DAY);
          request.missed(deadline, received.plus(DAY));
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_CONFIRMED_NEEDLESS,
        "twice",
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          request.confirmed();
          request.confirmed();
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_MISSED_DEADLINE,
        "other-time",
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          story.later(DAY);
          request.missed(deadline, confirmBy.minusMillis(1));
          return story.last();
        });
  }

  private static void extended(ConductVectors vectors) {
    vectors.breaks(
        Rule.EXTENSION_LATE,
        "prepared",
        story -> {
          RequestStory request = story.request().recorded();
          story.later(DAY.plusMinutes(1));
          request.prepare("extension", Payloads.extension(story.now().plus(DAY)));
          return story.last();
        });
    vectors.breaks(
        Rule.EXTENSION_LATE,
        "set",
        story -> {
          RequestStory request = story.request().recorded();
          Instant later = story.now().plus(DAY.multipliedBy(3));
          UUID extension = request.both("extension", Payloads.extension(later));
          story.later(DAY);
          request.extendedTo(extension, later);
          return story.last();
        });
    vectors.breaks(
        Rule.EXTENSION_LATE,
        "sooner",
        story -> {
          RequestStory request = story.request().recorded();
          Instant sooner = story.now().plus(Duration.ofHours(2));
          request.prepare("extension", Payloads.extension(sooner));
          return story.last();
        });
    vectors.breaks(
        Rule.DEADLINE_EXTENSION,
        "other-time",
        story -> {
          RequestStory request = story.request().recorded();
          Instant later = story.now().plus(DAY.multipliedBy(2));
          UUID extension = request.both("extension", Payloads.extension(later));
          request.extendedTo(extension, later.plusMillis(1));
          return story.last();
        });
    vectors.breaks(
        Rule.DEADLINE_EXTENSION,
        "other-extension",
        story -> {
          RequestStory request = story.request().recorded();
          Instant later = story.now().plus(DAY.multipliedBy(2));
          request.both("extension", Payloads.extension(later));
          request.extendedTo(NOBODYS, later);
          return story.last();
        });
  }

  /**
   * Refused while nothing was owed, reopened hours after the time was over: owed from then on, and
   * so confirmed in time, or missed and yet confirmed.
   */
  static UUID owedAnew(Story story) {
    RequestStory first = story.request();
    first.recordedOrally();
    first.both("refusal", Payloads.refusal(1));
    RequestStory request = story.request();
    Instant confirmBy = story.now().plus(DAY);
    UUID deadline = request.recordedOrally();
    request.both("refusal", Payloads.refusal(1));
    story.later(DAY).request().recorded();
    story.later(Duration.ofHours(2)).request().recorded();
    first.reopened(1);
    first.confirmed();
    request.reopened(1);
    request.missed(deadline, confirmBy);
    story.later(Duration.ofHours(2)).request().recorded();
    request.confirmed();
    return request.verified().accepted().delivered(1, true, 3);
  }
}
