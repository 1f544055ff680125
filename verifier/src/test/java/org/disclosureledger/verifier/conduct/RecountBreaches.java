package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/**
 * Due times that stand although another policy or calendar moves them, or move although put off.
 */
final class RecountBreaches {
  /** Half the time of the policy before. */
  static final String SOONER = row("ordinary", Story.KINDS, false, "ANSWER", 12);

  /** A quarter of it. */
  private static final String SOONEST = row("ordinary", Story.KINDS, false, "ANSWER", 6);

  static final Duration GRACE = Duration.ofHours(1);

  private RecountBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("recounted", RecountBreaches::kept);
    vectors.keeps("recounted-by-the-last", RecountBreaches::keptByTheLast);
    vectors.breaks(
        Rule.DEADLINE_NOT_RECOUNTED,
        story -> {
          RequestStory request = story.request().recorded();
          final long set = story.last();
          sooner(story);
          request.verified();
          story.later(Duration.ofHours(2));
          request.verified();
          return set;
        });
    vectors.breaks(
        Rule.DEADLINE_NOT_RECOUNTED,
        "at-the-end",
        story -> {
          story.request().recorded();
          final long set = story.last();
          sooner(story);
          sooner(story);
          somethingElse(story);
          story.later(Duration.ofHours(2));
          sooner(story);
          return set;
        });
    vectors.breaks(
        Rule.DEADLINE_NOT_RECOUNTED,
        "put-off",
        story -> {
          story.request().recorded();
          final long set = story.last();
          putOff(story, Duration.ofHours(16).plusMillis(1));
          soonest(story);
          story.later(GRACE);
          somethingElse(story);
          return set;
        });
    vectors.breaks(
        Rule.DEADLINE_PUT_OFF,
        story -> {
          RequestStory request = story.request();
          Instant received = story.now();
          request.recorded();
          extended(request, received.plus(Duration.ofHours(48)));
          recounted(request, sooner(story), received, 12);
          return story.last();
        });
  }

  static UUID sooner(Story story) {
    return story.adopt(SOONER, Story.EMERGENCY, Story.CONFIRM);
  }

  static UUID soonest(Story story) {
    return story.adopt(SOONEST, Story.EMERGENCY, Story.CONFIRM);
  }

  /**
   * Adoptions of which each comes within the hour of the one before; to go on so long after the
   * first hour began. Gives the last one's leaf.
   */
  static long putOff(Story story, Duration time) {
    // The hour of whatever was adopted before is over by then.
    story.later(Duration.ofHours(2));
    sooner(story);
    Instant end = story.now().plus(time);
    do {
      sooner(story);
      story.later(Duration.ofMinutes(59));
    } while (story.now().isBefore(end.minus(GRACE)));
    sooner(story);
    story.later(Duration.between(story.now(), end));
    return story.last();
  }

  /** An entry of another stream: the ledger goes on. */
  static void somethingElse(Story story) {
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2025-03-01", "2026-12-31"));
  }

  /** The recount of the first was held up, and the second came within its hour. */
  private static void keptByTheLast(Story story) {
    Instant received = story.now();
    RequestStory open = story.request().recorded();
    sooner(story);
    open.verified();
    story.later(Duration.ofMinutes(50));
    UUID last = soonest(story);
    story.later(Duration.ofMinutes(20));
    open.verified();
    recounted(open, last, received, 6);
    story.later(Duration.ofHours(2));
    open.verified();
  }

  static void extended(RequestStory request, Instant due) {
    request.extendedTo(request.both("extension", Payloads.extension(due)), due);
  }

  static UUID recounted(RequestStory request, UUID policy, Instant received, int hours) {
    Instant due = received.plus(Duration.ofHours(hours));
    return request.deadline("ANSWER", "RECOMPUTATION", policy, "ordinary", 1, received, hours, due);
  }

  /** One counted again, one that was put off, one that was answered before. */
  private static void kept(Story story) {
    Instant first = story.now();
    RequestStory open = story.request().recorded();
    Instant second = story.now();
    RequestStory later = story.request().recorded();
    extended(later, second.plus(Duration.ofHours(48)));
    RequestStory over = story.request().recorded();
    over.cancelled();
    recounted(open, sooner(story), first, 12);
    story.later(Duration.ofHours(2));
    open.verified();
    later.verified();
    over.closed();
  }
}
