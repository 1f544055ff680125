package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.CalendarStory.at;
import static org.disclosureledger.verifier.conduct.CalendarStory.due;
import static org.disclosureledger.verifier.conduct.CalendarStory.inDays;
import static org.disclosureledger.verifier.conduct.CalendarStory.leaf;
import static org.disclosureledger.verifier.conduct.CalendarStory.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Due times counted by another calendar, or wrongly by this one. */
final class CalendarBreaches {
  private static final Instant RECEIVED = Story.START.plusSeconds(2);
  private static final Instant LAST = at("2026-01-12T23:59:59.999");

  private CalendarBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("due-by-working-days", CalendarBreaches::kept);
    vectors.breaksBare(
        Rule.DEADLINE_CALENDAR,
        story -> {
          story.adopt(CalendarStory.DAYS);
          CalendarStory.imported(story, CalendarStory.WORKDAYS);
          CalendarStory.imported(story, CalendarStory.WORKDAYS);
          RequestStory request = story.request();
          Instant received = story.now();
          request.record(Demand.ordinary(received));
          inDays(request, received, LAST);
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_DUE,
        "working-days",
        story -> {
          inDays(
              recording(story, CalendarStory.WORKDAYS, CalendarStory.DAYS),
              RECEIVED,
              at("2026-01-09T23:59:59.999"));
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_DUE,
        "working-hours",
        story -> {
          RequestStory request = recording(story, CalendarStory.WORKDAYS, CalendarStory.HOURS);
          Instant late = at("2026-01-05T15:00:02.001");
          due(request, "RECORDING", leaf(2), "hours", "hours", 5, RECEIVED, late);
          return story.last();
        });
    vectors.keeps("due-after-a-pause", CalendarBreaches::paused);
    vectors.breaksBare(
        Rule.DEADLINE_DUE,
        "pause",
        story -> {
          RequestStory request = recording(story, CalendarStory.WORKDAYS, CalendarStory.HOURS);
          Instant due = at("2026-01-05T15:00:02");
          due(request, "RECORDING", leaf(2), "hours", "hours", 5, RECEIVED, due);
          anHour(request, story);
          // An hour and a half for a question of one hour.
          Instant late = due.plusSeconds(5_400);
          due(request, "RECOMPUTATION", leaf(2), "hours", "hours", 5, RECEIVED, late);
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_NOT_EARLIEST,
        "working-hours",
        story -> {
          RequestStory request =
              recording(story, CalendarStory.WORKDAYS, CalendarStory.DAYS, CalendarStory.HOURS);
          inDays(request, RECEIVED, LAST);
          return story.last();
        });
  }

  /** From 09:30 to 10:30, while people work. */
  private static void anHour(RequestStory request, Story story) {
    story.later(Duration.between(story.now(), at("2026-01-05T09:30")));
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    story.later(Duration.between(story.now(), at("2026-01-05T10:30")));
    request.add("clarification.received.v1", Payloads.answer(asked));
  }

  /** The clock of working hours stands still until the agency has said what it means. */
  private static UUID paused(Story story) {
    UUID calendar = CalendarStory.imported(story, CalendarStory.WORKDAYS);
    UUID policy = story.adopt(CalendarStory.HOURS, Story.CONFIRM);
    RequestStory request = story.request();
    Instant received = story.now();
    request.record(Demand.ordinary(received));
    Instant due = received.plus(Duration.ofMinutes(390));
    CalendarStory.hours(request, "RECORDING", policy, calendar, received, due);
    anHour(request, story);
    return CalendarStory.hours(
        request, "RECOMPUTATION", policy, calendar, received, due.plus(Duration.ofHours(1)));
  }

  /** Another calendar may come; what was set by the one before stays. */
  private static UUID kept(Story story) {
    // The story begins with a policy at leaf 1 already.
    UUID calendar = CalendarStory.imported(story, CalendarStory.WORKDAYS);
    UUID policy = story.adopt(CalendarStory.DAYS, Story.CONFIRM);
    RequestStory request = story.request();
    Instant received = story.now();
    request.record(Demand.ordinary(received));
    CalendarStory.dueBy(request, policy, calendar, received, LAST);
    return CalendarStory.imported(
        story, CalendarStory.WORKDAYS.replace("2026-01-08", "2026-01-07"));
  }
}
