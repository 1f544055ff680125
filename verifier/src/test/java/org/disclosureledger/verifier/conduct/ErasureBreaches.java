package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.AccessBreaches.access;
import static org.disclosureledger.verifier.conduct.AccessBreaches.breaks;
import static org.disclosureledger.verifier.conduct.AccessStory.adopted;
import static org.disclosureledger.verifier.conduct.AccessStory.closed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Personal data erased by who may not, too early, or while something waits; and what comes after.
 */
final class ErasureBreaches {
  private static final UUID GRANT = AccessStory.grant(1);

  private ErasureBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keepsDisclosed(
        "erased",
        "\"opened\": 2, \"openedOfErased\": 1, \"withheld\": 7, \"erased\": 7",
        ErasureBreaches::erased);
    vectors.keeps("erased-when-nothing-waits", ErasureBreaches::erasedAfterwards);
    erasures(vectors);
    rules(vectors);
    afterwards(vectors);
  }

  /** Of two requests a reason each was handed over, of one before it was erased. */
  private static String erased(Story story) {
    adopted(story, 3);
    UUID policy = adopted(story, 2);
    Disclosure kept = disclosure(1, "Lý do mẫu 1");
    Disclosure other = disclosure(2, "Lý do mẫu 2");
    RequestStory request = closedFor(story, kept);
    long first = story.last();
    closedFor(story, other);
    long second = story.last();
    AccessStory.of(request).granted();
    AccessStory.of(request).exported(Person.HOA, "AUDIT", GRANT);
    story.later(Duration.ofDays(2));
    AccessStory.of(request).erased(policy);
    return DisclosureLine.encode(first, List.of(kept))
        + DisclosureLine.encode(second, List.of(other));
  }

  private static Disclosure disclosure(int salt, String text) {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) salt);
    return new Disclosure(bytes, Payloads.text(text).getBytes(StandardCharsets.UTF_8));
  }

  private static RequestStory closedFor(Story story, Disclosure reason) {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    request.add("request.closed.v1", Payloads.object("reason", Payloads.committed(reason)));
    return request;
  }

  private static void erasures(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          access(story).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        "correction",
        story -> {
          UUID policy = adopted(story, 0);
          RequestStory request = closed(story);
          request.prepare("correction", Payloads.correction(request.recording(), null));
          AccessStory.of(request).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        "measure",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory.of(suspended(story)).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_OPEN,
        "paper",
        story -> {
          UUID contact = SoundStories.register(story);
          UUID policy = adopted(story, 0);
          AccessStory.of(said(story, contact)).erased(policy);
        });
    counts(vectors);
    breaks(
        vectors,
        Rule.ERASURE_EARLY,
        null,
        story -> {
          UUID policy = adopted(story, 2);
          RequestStory request = closed(story);
          story.later(Duration.ofDays(2).minusSeconds(2));
          AccessStory.of(request).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASED_AGAIN,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.erased(policy);
        });
  }

  private static RequestStory suspended(Story story) {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
    request.closed();
    return request;
  }

  private static RequestStory said(Story story, UUID contact) {
    RequestStory request = story.request();
    request.recordedOrally();
    request.called(contact);
    request.both("emergency", Payloads.items(Demand.scope(1, RequestStory.BOTH, 8)));
    request.delivered(1, true, 3);
    request.closed();
    return request;
  }

  /** Given back, and the paper come, so that nothing waits any more. */
  private static void erasedAfterwards(Story story) {
    UUID contact = SoundStories.register(story);
    UUID policy = adopted(story, 0);
    RequestStory measure = suspended(story);
    measure.both("measure", Payloads.measure("RESTORE", 1, 1, 2));
    AccessStory.of(measure).erased(policy);
    RequestStory paper = said(story, contact);
    paper.add("writing.confirmed.v1", Payloads.confirmed());
    AccessStory.of(paper).erased(policy);
  }

  private static void counts(ConductVectors vectors) {
    counted(vectors, null, AccessStory.keys(1), 1_000, 0);
    counted(vectors, "keys", AccessStory.keys(1, 2), 1, 0);
    counted(vectors, "no-key", AccessStory.keys(), 1, 0);
    counted(vectors, "documents", AccessStory.keys(1), 1, 1);
  }

  private static void counted(
      ConductVectors vectors,
      @Nullable String way,
      List<String> keys,
      long disclosures,
      long documents) {
    breaks(
        vectors,
        Rule.ERASURE_COUNT,
        way,
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory.of(closed(story)).erased(policy, keys, disclosures, documents);
        });
  }

  private static void rules(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.RETENTION_OVERLAP,
        null,
        story ->
            adopted(
                story,
                AccessStory.row("first", "2026-01-01", "2026-06-30", 30, null),
                AccessStory.row("second", "2026-06-30", null, 1, AccessStory.CRIMINAL)));
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory.of(closed(story)).erased(policy, "other");
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "adopted-before",
        story -> {
          UUID policy = adopted(story, 0);
          adopted(story, 0);
          AccessStory.of(closed(story)).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "not-in-force",
        story -> {
          UUID policy =
              adopted(story, AccessStory.row("default", "2025-01-01", "2026-01-04", 0, null));
          AccessStory.of(closed(story)).erased(policy);
        });
    breaks(
        vectors,
        Rule.ERASURE_RULE,
        "case",
        story -> {
          String row = AccessStory.row("default", "2026-01-01", null, 0, AccessStory.CRIMINAL);
          UUID policy = adopted(story, row);
          RequestStory request = closed(story);
          String changes = Payloads.object("caseType", Payloads.text("CIVIL"), "items", "[]");
          String data = Payloads.correction(request.recording(), changes);
          request.decide("correction", "returned", request.prepare("correction", data));
          AccessStory.of(request).erased(policy);
        });
  }

  private static void afterwards(ConductVectors vectors) {
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        null,
        story -> {
          UUID policy = adopted(story, 0);
          RequestStory request = closed(story);
          AccessStory.of(request).erased(policy);
          request.reopened(1);
        });
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        "view",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.viewed(Person.LAN, "ANSWERING", null);
        });
    breaks(
        vectors,
        Rule.EVENT_AFTER_ERASURE,
        "grant",
        story -> {
          UUID policy = adopted(story, 0);
          AccessStory access = AccessStory.of(closed(story));
          access.erased(policy);
          access.granted();
        });
  }
}
