package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.verifier.report.Rule;

/** What is listed, corrected or attached so that it does not fit what came before. */
final class ContentBreaches {
  private static final UUID NOBODYS = new UUID(0x7000L, 0x8000_0000_0000_0099L);

  private ContentBreaches() {}

  static void tell(ConductVectors vectors) {
    recordings(vectors);
    corrections(vectors);
    receipts(vectors);
    lists(vectors);
    signatures(vectors);
    emergencies(vectors);
    vectors.keeps("signed", ContentBreaches::signed);
    vectors.keeps("remarked-on-after-closing", ContentBreaches::remarked);
  }

  private static String asked(int item, int from, int to) {
    return Demand.asked(item, "SUBSCRIBER_DATA", from, to, "10");
  }

  private static void recordings(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEMS_LISTED_LATE,
        "other-person",
        story -> {
          RequestStory request = story.request();
          Demand demand = Demand.ordinary(story.now());
          request.record(demand);
          request.by(Person.THAO, "items.listed.v1", items(asked(2, 1, 1)));
          long leaf = story.last();
          request.due("ordinary", demand.receivedAt, 24);
          return leaf;
        });
    vectors.breaks(
        Rule.ITEM_DIFFERS,
        "other-kind",
        story -> {
          RequestStory request = story.request();
          Demand demand = Demand.ordinary(story.now());
          request.record(demand);
          request.add("items.listed.v1", items(Demand.asked(1, "TRAFFIC_DATA", 3, 3, "10")));
          long leaf = story.last();
          request.due("ordinary", demand.receivedAt, 24);
          return leaf;
        });
    vectors.breaks(
        Rule.LINK_REQUEST,
        "unknown",
        story -> {
          story.request().recorded().add("request.linked.v1", Payloads.linked(NOBODYS));
          return story.last();
        });
    vectors.breaks(
        Rule.ITEM_UNKNOWN,
        "error",
        story -> {
          RequestStory request = story.request().recorded();
          String error = Payloads.error(request.recording(), "RECORDABLE", 2);
          request.add("error.recorded.v1", error);
          return story.last();
        });
  }

  private static void corrects(ConductVectors vectors, Rule rule, Supplier<String[]> items) {
    vectors.breaks(
        rule,
        "corrected",
        story -> {
          RequestStory request = story.request().recorded();
          String changes = items(items.get());
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
  }

  private static void corrections(ConductVectors vectors) {
    corrects(vectors, Rule.ITEM_NUMBERING, () -> new String[] {asked(3, 1, 1)});
    corrects(vectors, Rule.TARGET_NUMBERING, () -> new String[] {asked(1, 2, 2)});
    corrects(vectors, Rule.ITEM_REPEATED, () -> new String[] {asked(1, 1, 1), asked(1, 1, 1)});
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "new-item",
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          String changes = items(asked(2, 1, 1));
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
    vectors.breaks(
        Rule.CORRECTION_CHANGES,
        "in-lists",
        story -> {
          RequestStory request = story.request().recorded();
          UUID asked = request.asked();
          UUID first = request.add("correction.prepared.v2", Payloads.correction(asked, 1, null));
          long leaf = story.last();
          request.add("correction.listed.v1", Payloads.listed(first, 1, asked(1, 1, 1)));
          return leaf;
        });
    vectors.breaks(
        Rule.ERROR_SEVERITY,
        "corrected-delivery",
        story -> {
          RequestStory request = story.request().approved();
          UUID delivery = request.delivered(1, true, 3);
          request.prepare("correction", Payloads.correction(delivery, null));
          return story.last();
        });
    vectors.breaks(
        Rule.ERROR_SEVERITY,
        "lost",
        story -> {
          RequestStory request = story.request().approved();
          UUID delivery = request.delivered(1, false, 3);
          request.add("delivery.failed.v1", Payloads.receipt(delivery));
          String changes = items(asked(1, 1, 2));
          request.prepare(
              "correction", Payloads.correction(request.recording(), "REPORTABLE", changes));
          return story.last();
        });
  }

  private static void receipts(ConductVectors vectors) {
    vectors.breaks(
        Rule.RECEIVED_AHEAD,
        "corrected",
        story -> {
          RequestStory request = story.request().recorded();
          String later = Payloads.time(story.now().plusMillis(60_001));
          String changes = object("receivedAt", later, "items", "[]");
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
    vectors.breaks(
        Rule.AGENT_AFTER_RECEIPT,
        "corrected",
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.reachedAgent = demand.receivedAt;
          RequestStory request = story.request().recorded(demand);
          String sooner = Payloads.time(demand.receivedAt.minusMillis(1));
          String changes = object("receivedAt", sooner, "items", "[]");
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
  }

  /** A correction of item 1 with two targets, and one list behind it. */
  private static void goesOn(
      ConductVectors vectors, Rule rule, boolean atList, Supplier<String[]> items) {
    vectors.breaks(
        rule,
        "correction-list",
        story -> {
          RequestStory request = story.request().recorded();
          UUID first = request.prepareCorrection(1, items(asked(1, 1, 2)));
          request.add("correction.listed.v1", Payloads.listed(first, 1, items.get()));
          return atList ? story.last() : story.last() - 1;
        });
  }

  private static void lists(ConductVectors vectors) {
    goesOn(vectors, Rule.TARGET_NUMBERING, true, () -> new String[] {asked(1, 4, 4)});
    goesOn(vectors, Rule.ITEM_REPEATED, true, () -> new String[] {asked(2, 1, 1), asked(1, 1, 1)});
    goesOn(
        vectors,
        Rule.ITEM_DIFFERS,
        true,
        () -> new String[] {Demand.asked(1, "TRAFFIC_DATA", 3, 3, "10")});
    goesOn(vectors, Rule.ITEM_NUMBERING, false, () -> new String[] {asked(3, 1, 1)});
    vectors.breaks(
        Rule.ACT_LIST_STRAY,
        "other-kind",
        story -> {
          RequestStory request =
              story.request().recorded(Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10"));
          request.verified();
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          String part = Demand.part(1, 1, true, BOTH, 3);
          request.add("delivery.listed.v1", Payloads.listed(first, 1, part));
          long leaf = story.last();
          request.add("scope.listed.v1", Payloads.listed(first, 1, Demand.scope(2, BOTH, 8)));
          return leaf;
        });
    vectors.breaks(
        Rule.ACT_LIST_MISSING,
        "approved",
        story -> {
          RequestStory request = story.request().recorded().verified();
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          long leaf = story.last();
          request.decide("acceptance", "approved", first);
          request.delivered(1, true, 3);
          return leaf;
        });
    vectors.breaks(
        Rule.CORRECTION_LIST_MISSING,
        "approved",
        story -> {
          RequestStory request = story.request().recorded();
          UUID first = request.prepareCorrection(2, items(asked(1, 1, 2)));
          long leaf = story.last();
          request.add("correction.listed.v1", Payloads.listed(first, 1, asked(1, 3, 3)));
          request.decide("correction", "approved", first);
          request.verified();
          return leaf;
        });
  }

  private static UUID document(int number) {
    return new UUID(0x4000L, 0x8000_0000_0000_0000L | number);
  }

  private static void detached(ConductVectors vectors, String way, int signs) {
    vectors.breaks(
        Rule.SIGNATURE_DOCUMENT,
        way,
        story -> {
          RequestStory request = story.request().recorded();
          request.add("document.attached.v1", Payloads.attached(document(1)));
          request.add("document.attached.v1", Payloads.attached(document(2)));
          String signature = Payloads.signature(document(2), document(signs), "VALID", "TRUSTED");
          request.add("signature.checked.v2", signature);
          return story.last();
        });
  }

  private static void signatures(ConductVectors vectors) {
    detached(vectors, "signs-itself", 2);
    detached(vectors, "signs-nothing", 3);
    vectors.breaks(
        Rule.SIGNATURE_DOCUMENT,
        "later",
        story -> {
          RequestStory request = story.request().recorded();
          request.add("document.attached.v1", Payloads.attached(document(1)));
          request.verified();
          request.add("signature.checked.v1", Payloads.signature(document(1)));
          return story.last();
        });
  }

  private static void emergency(ConductVectors vectors, String outcome) {
    vectors.breaks(
        Rule.SIGNATURE_NOT_CHECKED,
        outcome.toLowerCase(Locale.ROOT),
        story -> {
          RequestStory request = VoidedBreaches.emergencyInWriting(story);
          bySignature(request.signed(outcome, "TRUSTED"));
          request.both("emergency", items(Demand.scope(1, BOTH, 8)));
          return story.last() - 1;
        });
  }

  private static void emergencies(ConductVectors vectors) {
    emergency(vectors, "INVALID");
    emergency(vectors, "INDETERMINATE");
    vectors.breaks(
        Rule.EMERGENCY_VERIFICATION,
        "contact-not-called",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = VoidedBreaches.emergencyInWriting(story);
          String sealed = Payloads.verified("SEAL_OR_DOCUMENT", contact);
          request.add("authority.verified.v1", sealed);
          request.both("emergency", items(Demand.scope(1, BOTH, 8)));
          return story.last() - 1;
        });
  }

  private static void bySignature(RequestStory request) {
    request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
  }

  /** In the paper itself; and in a file of its own, after a check that failed. */
  private static UUID signed(Story story) {
    RequestStory request = VoidedBreaches.emergencyInWriting(story);
    bySignature(request.signed("VALID", "TRUSTED"));
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    RequestStory other = VoidedBreaches.emergencyInWriting(story);
    other.add("document.attached.v1", Payloads.attached(document(1)));
    other.refuted().add("document.attached.v1", Payloads.attached(document(2), "OTHER"));
    story.later(Duration.ofMinutes(1));
    other.add("document.attached.v1", Payloads.attached(document(3)));
    other.add(
        "signature.checked.v2", Payloads.signature(document(3), document(1), "VALID", "TRUSTED"));
    bySignature(other);
    return other.both("emergency", items(Demand.scope(1, BOTH, 8)));
  }

  /** What accompanies a request may come at any time. */
  private static UUID remarked(Story story) {
    RequestStory request = story.request().approved();
    request.add("obstacle.reported.v1", Payloads.obstacle(1));
    UUID delivery = request.delivered(1, true, 3);
    request.closed();
    request.signed("VALID", "TRUSTED");
    request.by(Person.THU, "reminder.issued.v1", object("text", Payloads.committed()));
    RequestStory other = story.request().recorded();
    request.add("request.linked.v1", Payloads.linked(other.number()));
    request.add("error.recorded.v1", Payloads.error(delivery, "REPORTABLE", 1));
    request.both("correction", Payloads.correction(delivery, "REPORTABLE", null));
    return request.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
  }
}
