package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.verifier.report.Rule;

/** What is said to have happened before that on which it rests. */
final class ClaimBreaches {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private ClaimBreaches() {}

  static void tell(ConductVectors vectors) {
    checks(vectors);
    questions(vectors);
    answers(vectors);
    endings(vectors);
  }

  /** What comes first; and an hour later what claims to have come a minute before it. */
  private static void early(
      ConductVectors vectors,
      String way,
      Consumer<RequestStory> first,
      Consumer<RequestStory> then) {
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        way,
        story -> {
          RequestStory request = story.request().recorded();
          story.later(Duration.ofHours(1));
          Instant before = story.now().minus(Duration.ofMinutes(1));
          first.accept(request);
          story.claiming(before);
          then.accept(request);
          return story.last();
        });
  }

  private static void checks(ConductVectors vectors) {
    early(vectors, "check", RequestStory::verified, r -> r.prepare("acceptance", SCOPE));
    early(
        vectors,
        "check-void",
        request -> {
          request.both("refusal", Payloads.refusal(1));
          request.reopened(1);
        },
        RequestStory::verified);
    early(vectors, "check-refuted", RequestStory::refuted, RequestStory::verified);
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "check-approved",
        story -> {
          RequestStory request = story.request().recorded();
          Instant before = story.now();
          String changes = object("receivedAt", Payloads.time(Story.START), "items", "[]");
          UUID prepared =
              request.prepare("correction", Payloads.correction(request.recording(), changes));
          story.later(Duration.ofHours(1));
          request.verified();
          story.claiming(before);
          request.decide("correction", "approved", prepared);
          return story.last();
        });
  }

  private static void questions(ConductVectors vectors) {
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "answer",
        story -> {
          RequestStory request = story.request().recorded();
          story.later(Duration.ofHours(1));
          UUID asked = request.asked();
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.add("clarification.received.v1", Payloads.answer(asked));
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "pause",
        story -> {
          RequestStory request = story.request().recorded();
          UUID asked = request.asked();
          story.later(Duration.ofHours(1));
          request.add("clarification.received.v1", Payloads.answer(asked));
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.asked();
          return story.last();
        });
  }

  private static void answers(ConductVectors vectors) {
    early(
        vectors,
        "acceptance",
        request -> {
          request.both("refusal", Payloads.refusal(1));
          request.reopened(1);
        },
        request -> request.prepare("refusal", Payloads.refusal(1)));
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "delivery",
        story -> {
          RequestStory request = story.request().recorded().verified();
          story.later(Duration.ofHours(1));
          request.accepted();
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.prepare("delivery", Payloads.delivery(Demand.part(1, 1, true, BOTH, 3)));
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "measure",
        story -> {
          RequestStory request = story.request();
          request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified();
          story.later(Duration.ofHours(1));
          request.accepted();
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.prepare("measure", Payloads.measure("SUSPEND", 1, 1, 2));
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "delivery-receipt",
        story -> {
          RequestStory request = story.request().approved();
          story.later(Duration.ofHours(1));
          UUID delivery = request.delivered(1, true, 3);
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
          return story.last();
        });
  }

  private static void endings(ConductVectors vectors) {
    Consumer<RequestStory> refused = request -> request.both("refusal", Payloads.refusal(1));
    early(vectors, "closed", refused, RequestStory::closed);
    early(vectors, "reopened", refused, request -> request.reopened(1));
    early(vectors, "cancelled-question", RequestStory::asked, RequestStory::cancelled);
    early(
        vectors,
        "cancelled-act",
        request -> request.prepare("refusal", Payloads.refusal(1)),
        RequestStory::cancelled);
    early(vectors, "cancelled", request -> request.verified().accepted(), RequestStory::cancelled);
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "reopened-closed",
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          story.later(Duration.ofHours(1));
          request.closed();
          story.claiming(story.now().minus(Duration.ofMinutes(1)));
          request.reopened(1);
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "corrected-item",
        story -> {
          RequestStory request = story.request().recorded().verified();
          Instant before = story.now();
          story.later(Duration.ofHours(1));
          request.accepted();
          story.claiming(before);
          String item = items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10"));
          UUID prepared =
              request.prepare("correction", Payloads.correction(request.recording(), item));
          story.claiming(before);
          request.decide("correction", "approved", prepared);
          return story.last();
        });
  }
}
