package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.disclosureledger.verifier.report.Rule;

/** What does not wait for an answer, or comes when there is nothing left to wait for. */
final class QuestionBreaches {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private QuestionBreaches() {}

  static void tell(ConductVectors vectors) {
    open(vectors);
    closing(vectors);
    answered(vectors);
    closed(vectors);
  }

  /** Accepted, and then the agency is asked what it means. */
  private static void waits(ConductVectors vectors, String way, Consumer<RequestStory> then) {
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        way,
        story -> {
          RequestStory request = story.request().approved();
          request.asked();
          then.accept(request);
          return story.last();
        });
  }

  private static void open(ConductVectors vectors) {
    waits(vectors, "asked-again", RequestStory::asked);
    waits(
        vectors,
        "delivery",
        request ->
            request.prepare("delivery", Payloads.delivery(Demand.part(1, 1, true, BOTH, 3))));
    waits(vectors, "no-data", request -> request.prepare("nodata", Payloads.noData(1)));
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        "measure",
        story -> {
          RequestStory request = story.request();
          request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null));
          request.verified().accepted().asked();
          request.prepare("measure", Payloads.measure("SUSPEND", 1, 1, 2));
          return story.last();
        });
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        "emergency",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = story.request();
          request.recordedOrally();
          request.called(contact).asked();
          request.prepare("emergency", SCOPE);
          return story.last();
        });
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        "approved",
        story -> {
          RequestStory request = story.request().recorded().verified();
          UUID prepared = request.prepare("acceptance", SCOPE);
          request.asked();
          request.decide("acceptance", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.CLARIFICATION_NOT_ASKED,
        "twice",
        story -> {
          RequestStory request = story.request().recorded();
          UUID asked = request.asked();
          request.add("clarification.received.v1", Payloads.answer(asked));
          request.add("clarification.received.v1", Payloads.answer(asked));
          return story.last();
        });
  }

  private static void closing(ConductVectors vectors) {
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        "closed",
        story -> {
          RequestStory request = story.request().recorded();
          request.asked();
          request.both("refusal", Payloads.refusal(1));
          request.closed();
          return story.last();
        });
    vectors.breaks(
        Rule.ITEMS_OPEN_AT_CLOSE,
        "act",
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          request.prepare("correction", Payloads.correction(request.recording(), null));
          request.closed();
          return story.last();
        });
    vectors.breaks(
        Rule.ITEMS_OPEN_AT_CLOSE,
        "part",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 3);
          request.closed();
          return story.last();
        });
    vectors.breaks(
        Rule.ITEMS_OPEN_AT_CLOSE,
        "lost",
        story -> {
          RequestStory request = story.request().approved();
          UUID delivery = request.delivered(1, true, 3);
          request.add("delivery.failed.v1", Payloads.receipt(delivery));
          request.closed();
          return story.last();
        });
  }

  private static void answered(ConductVectors vectors, String way, Consumer<RequestStory> then) {
    vectors.breaks(
        Rule.NO_OPEN_ITEM,
        way,
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          then.accept(request);
          return story.last();
        });
  }

  private static void answered(ConductVectors vectors) {
    answered(vectors, "question", RequestStory::asked);
    answered(
        vectors, "obstacle", request -> request.add("obstacle.reported.v1", Payloads.obstacle(1)));
    answered(
        vectors,
        "extension",
        request -> {
          String later = Payloads.extension(request.story.now().plus(Duration.ofHours(48)));
          request.prepare("extension", later);
        });
    vectors.breaks(
        Rule.NOT_REOPENABLE,
        "in-force",
        story -> {
          RequestStory request = story.request();
          request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null));
          request.verified().accepted();
          request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
          request.reopened(1);
          return story.last();
        });
  }

  private static void closed(ConductVectors vectors, String way, Consumer<RequestStory> then) {
    vectors.breaks(
        Rule.EVENT_AFTER_CLOSE,
        way,
        story -> {
          RequestStory request = story.request();
          request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null));
          request.both("refusal", Payloads.refusal(1));
          request.closed();
          then.accept(request);
          return story.last();
        });
  }

  private static void closed(ConductVectors vectors) {
    closed(vectors, "closed", RequestStory::closed);
    closed(
        vectors,
        "measure",
        request -> request.prepare("measure", Payloads.measure("SUSPEND", 1, 1)));
    closed(vectors, "refusal", request -> request.prepare("refusal", Payloads.refusal(1)));
    closed(
        vectors,
        "correction",
        request -> {
          String changes = items(Demand.asked(1, "SUSPENSION", 1, 1, null));
          request.prepare("correction", Payloads.correction(request.recording(), changes));
        });
  }
}
