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

  static final Duration GRACE = Duration.ofHours(1);

  private RecountBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("recounted", RecountBreaches::kept);
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
          story.later(Duration.ofHours(2));
          sooner(story);
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
