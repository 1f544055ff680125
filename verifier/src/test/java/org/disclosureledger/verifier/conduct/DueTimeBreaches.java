package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Due times that are not what follows, and confirmations that nobody missed when they failed. */
final class DueTimeBreaches {
  private static final UUID NOBODYS = new UUID(0x7000L, 0x8000_0000_0000_0099L);
  private static final Duration DAY = Duration.ofHours(24);

  private DueTimeBreaches() {}

  static void tell(ConductVectors vectors) {
    recorded(vectors);
    stated(vectors);
    extended(vectors);
    missed(vectors);
  }

  private static RequestStory recording(Story story) {
    RequestStory request = story.request();
    request.record(Demand.ordinary(story.now()));
    return request;
  }

  private static Instant received(Story story) {
    return story.now().minusSeconds(1);
  }

  private static void recorded(ConductVectors vectors) {
    vectors.breaks(
        Rule.DEADLINE_MISSING,
        story -> {
          recording(story).verified();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DEADLINE_AGAIN,
        story -> {
          Instant received = story.now();
          story.request().recorded().due("ordinary", received, 24);
          return story.last();
        });
    vectors.breaks(
        Rule.DEADLINE_POLICY,
        story -> {
          story.adopt(Story.ORDINARY);
          recording(story).due("ordinary", received(story), 24);
          return story.last();
        });
    vectors.breaks(
        Rule.DEADLINE_ROW,
        story -> {
          recording(story).due("emergency", received(story), 3);
          return story.last();
        });
    vectors.breaks(
        Rule.DEADLINE_DUE,
        story -> {
          recording(story).due("ordinary", received(story), 25);
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_NOT_EARLIEST,
        story -> {
          story.adopt(Story.ORDINARY, row("sooner", Story.KINDS, null, "ANSWER", 6));
          recording(story).due("ordinary", received(story), 24);
          return story.last();
        });
  }

  private static void stated(ConductVectors vectors) {
    vectors.breaks(
        Rule.DEADLINE_BASIS,
        story -> {
          recording(story).deadline("NONE", null);
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_STATED,
        story -> {
          Demand demand = Demand.ordinary(story.now());
          Instant due = story.now().plus(DAY);
          demand.dueStated = due;
          RequestStory request = story.request();
          request.record(demand);
          request.deadline("STATED", due.plusMillis(1));
          return story.last();
        });
  }

  private static void extended(ConductVectors vectors) {
    vectors.breaks(
        Rule.DEADLINE_EXTENSION,
        story -> {
          RequestStory request = story.request().recorded();
          request.extendedTo(NOBODYS, story.now().plus(DAY.multipliedBy(2)));
          return story.last();
        });
    vectors.breaks(
        Rule.EXTENSION_LATE,
        story -> {
          RequestStory request = story.request().recorded();
          story.later(DAY);
          Instant later = story.now().plus(DAY);
          UUID extension = request.both("extension", Payloads.extension(later));
          request.extendedTo(extension, later);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.EXTENSION_WITHOUT_DEADLINE,
        story -> {
          RequestStory request = story.request().recorded();
          request.both("extension", Payloads.extension(story.now().plus(DAY.multipliedBy(2))));
          return story.last();
        });
  }

  private static void missed(ConductVectors vectors) {
    vectors.breaks(
        Rule.WRITING_MISSED_DEADLINE,
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          story.later(DAY);
          missed(request, NOBODYS, Story.START);
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_MISSED_EARLY,
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          missed(request, deadline, confirmBy);
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_MISSED_NEEDLESS,
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          request.add("writing.confirmed.v1", Payloads.confirmed());
          story.later(DAY);
          missed(request, deadline, confirmBy);
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_CONFIRMED_NEEDLESS,
        story -> {
          story.request().recorded().add("writing.confirmed.v1", Payloads.confirmed());
          return story.last();
        });
    vectors.breaks(
        Rule.WRITING_OVERDUE,
        story -> {
          story.request().recordedOrally();
          long leaf = story.last();
          story.later(DAY).request().recorded();
          story.later(Duration.ofHours(2)).request().recorded();
          return leaf;
        });
  }

  private static void missed(RequestStory request, UUID deadline, Instant by) {
    request.by(Person.TIMER, "writing.missed.v1", Payloads.missed(deadline, by));
  }
}
