package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Due times counted from elsewhere, by other hours, or on another basis than they have to be. */
final class BasisBreaches {
  private static final Duration DAY = Duration.ofHours(24);

  private BasisBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keepsBare("without-policy", BasisBreaches::withoutPolicy);
    counted(vectors);
    rows(vectors);
    bases(vectors);
    extensions(vectors);
  }

  private static RequestStory recording(Story story, Demand demand) {
    RequestStory request = story.request();
    request.record(demand);
    return request;
  }

  /** By the policy at leaf 1: what it says of its start, its hours and its end. */
  private static void counted(ConductVectors vectors, String way, int from, int hours, int to) {
    vectors.breaks(
        Rule.DEADLINE_DUE,
        way,
        story -> {
          Demand demand = Demand.ordinary(story.now());
          RequestStory request = recording(story, demand);
          Instant start = demand.receivedAt.plusMillis(from);
          Instant due = demand.receivedAt.plus(DAY).plusMillis(to);
          UUID policy = request.policyAtLeaf1();
          request.deadline("ANSWER", "RECORDING", policy, "ordinary", 1, start, hours, due);
          return story.last();
        });
  }

  private static void counted(ConductVectors vectors) {
    counted(vectors, "start", 1, 24, 0);
    counted(vectors, "hours", 0, 25, 0);
    counted(vectors, "end", 0, 24, 1);
    vectors.breaks(
        Rule.DEADLINE_MISSING,
        "confirmation",
        story -> {
          Demand demand = Demand.oral(story.now());
          RequestStory request = recording(story, demand);
          long leaf = story.last();
          request.due("emergency", demand.receivedAt, 3);
          return leaf;
        });
    vectors.breaks(
        Rule.DEADLINE_AGAIN,
        "confirmation",
        story -> {
          Instant received = story.now();
          RequestStory request = story.request();
          request.recordedOrally();
          request.confirmBy("confirm", received, 24);
          return story.last();
        });
  }

  private static void row(ConductVectors vectors, String way, String row) {
    vectors.breaksBare(
        Rule.DEADLINE_ROW,
        way,
        story -> {
          story.adopt(row);
          Demand demand = Demand.ordinary(story.now());
          recording(story, demand).due("ordinary", demand.receivedAt, 24);
          return story.last();
        });
  }

  private static void rows(ConductVectors vectors) {
    String other = Payloads.codes("FIGURES");
    row(vectors, "unknown", Payloads.row("another", Story.KINDS, false, "ANSWER", 24));
    row(vectors, "other-kind", Payloads.row("ordinary", other, false, "ANSWER", 24));
    row(
        vectors,
        "other-purpose",
        Payloads.row("ordinary", Story.KINDS, false, "CONFIRM_IN_WRITING", 24));
    String later =
        Payloads.row("ordinary", Story.KINDS, false, "ANSWER", "2026-01-06", "hours", 24);
    row(vectors, "not-yet", later);
  }

  private static void bases(ConductVectors vectors) {
    vectors.breaksBare(
        Rule.DEADLINE_BASIS,
        "not-stated",
        story -> {
          recording(story, Demand.ordinary(story.now())).deadline("STATED", story.now().plus(DAY));
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_BASIS,
        "stated",
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.dueStated = story.now().plus(DAY);
          recording(story, demand).deadline("NONE", null);
          return story.last();
        });
    vectors.breaksBare(
        Rule.DEADLINE_DUE,
        "default",
        story -> {
          Demand demand = Demand.oral(story.now());
          RequestStory request = recording(story, demand);
          request.deadline("NONE", null);
          Instant due = demand.receivedAt.plus(DAY.multipliedBy(2));
          request.byDefault("CONFIRM_IN_WRITING", demand.receivedAt, 48, due);
          return story.last();
        });
  }

  private static void extensions(ConductVectors vectors) {
    vectors.breaks(
        Rule.DEADLINE_BASIS,
        "cause",
        story -> {
          RequestStory request = story.request().recorded();
          String due = Payloads.time(story.now().plus(DAY));
          request.add(
              "deadline.set.v2",
              object(
                  "purpose",
                  text("ANSWER"),
                  "cause",
                  text("EXTENSION"),
                  "basis",
                  text("STATED"),
                  "due",
                  due));
          return story.last();
        });
    vectors.breaksBare(
        Rule.EXTENSION_LATE,
        "nothing-due",
        story -> {
          RequestStory request = recording(story, Demand.ordinary(story.now()));
          request.deadline("NONE", null);
          request.prepare("extension", Payloads.extension(story.now().plus(DAY)));
          return story.last();
        });
    vectors.breaks(
        Rule.EXTENSION_WITHOUT_DEADLINE,
        "went-on",
        story -> {
          RequestStory request = story.request().recorded();
          request.both("extension", Payloads.extension(story.now().plus(DAY.multipliedBy(2))));
          long leaf = story.last();
          request.verified().accepted();
          return leaf;
        });
  }

  /** As the agency stated, or not at all, and by default within a day in writing. */
  private static UUID withoutPolicy(Story story) {
    Demand demand = Demand.ordinary(story.now());
    Instant stated = story.now().plus(DAY);
    demand.dueStated = stated;
    recording(story, demand).deadline("STATED", stated);
    recording(story, Demand.ordinary(story.now())).deadline("NONE", null);
    Demand oral = Demand.oral(story.now());
    RequestStory request = recording(story, oral);
    request.deadline("NONE", null);
    return request.byDefault("CONFIRM_IN_WRITING", oral.receivedAt, 24, oral.receivedAt.plus(DAY));
  }
}
