package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.object;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Corrections that would let what was done look other than it was. */
final class CorrectionBreaches {
  private CorrectionBreaches() {}

  static void tell(ConductVectors vectors) {
    receipts(vectors);
    severity(vectors);
  }

  private static void receipts(ConductVectors vectors) {
    vectors.breaks(
        Rule.RECEIVED_TOO_LATE,
        "approved",
        story -> {
          RequestStory request = story.request().recorded();
          Instant received = story.now();
          UUID prepared = received(request, received);
          story.claiming(received.minusMillis(1));
          request.add("clarification.asked.v1", Payloads.question());
          request.decide("correction", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "receipt",
        story -> {
          RequestStory request = story.request().recorded();
          Instant received = story.now();
          request.decide("correction", "approved", received(request, received));
          story.claiming(received.minusMillis(1));
          request.prepare("refusal", Payloads.refusal(1));
          return story.last();
        });
  }

  private static void severity(ConductVectors vectors) {
    vectors.breaks(
        Rule.ERROR_SEVERITY,
        "correction",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 3);
          String changes = Payloads.items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10"));
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
  }

  private static UUID received(RequestStory request, Instant at) {
    String changes = object("receivedAt", Payloads.time(at), "items", "[]");
    return request.prepare("correction", Payloads.correction(request.recording(), changes));
  }
}
