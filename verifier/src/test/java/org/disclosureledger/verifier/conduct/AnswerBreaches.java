package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Demand.january;
import static org.disclosureledger.verifier.conduct.Demand.part;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.delivery;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.measure;
import static org.disclosureledger.verifier.conduct.Payloads.ordinals;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What was accepted, handed over or done without anybody having allowed it. */
final class AnswerBreaches {
  private static final UUID NOBODYS = new UUID(0x7000L, 0x8000_0000_0000_0099L);
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private AnswerBreaches() {}

  static void tell(ConductVectors vectors) {
    authority(vectors);
    acceptance(vectors);
    prepared(vectors);
    deliveries(vectors);
    lost(vectors);
    measures(vectors);
    numbers(vectors);
  }

  private static void authority(ConductVectors vectors) {
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        story -> {
          story.request().recorded().accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "approved",
        story -> {
          RequestStory request = story.request().recorded().verified();
          UUID prepared = request.prepare("acceptance", SCOPE);
          request.add("authority.refuted.v1", Payloads.verified("SEAL_OR_DOCUMENT", null));
          request.decide("acceptance", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.CALL_BACK_WITHOUT_CONTACT,
        story -> {
          verify(story.request().recorded(), "CALL_BACK", null);
          return story.last();
        });
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        story -> {
          verify(story.request().recorded(), "CALL_BACK", NOBODYS);
          return story.last();
        });
    vectors.breaks(
        Rule.AGENCY_NOT_VALID,
        story -> {
          story.add(
              AgencyRegister.subject(Demand.AGENCY),
              Person.QUAN,
              "agency.registered.v1",
              Payloads.agency(Demand.AGENCY, "2026-01-06", null));
          story.request().recorded().verified();
          return story.last();
        });
    vectors.breaks(
        Rule.EMERGENCY_NOT_CLAIMED,
        story -> {
          story.request().recorded().verified().both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.EMERGENCY_VERIFICATION,
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          request.verified().both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.SIGNATURE_NOT_CHECKED,
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.emergency = true;
          RequestStory request = story.request();
          request.record(demand);
          request.due("emergency", demand.receivedAt, 3);
          request.signed("VALID", "UNTRUSTED");
          verify(request, "DIGITAL_SIGNATURE", null);
          request.both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.SIGNATURE_NOT_CHECKED,
        "detached",
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.emergency = true;
          RequestStory request = story.request();
          request.record(demand);
          request.due("emergency", demand.receivedAt, 3);
          UUID file = new UUID(0x7000L, 0x8000_0000_0000_0098L);
          request.add("document.attached.v1", Payloads.attached(NOBODYS, "MINUTES"));
          request.add("document.attached.v1", Payloads.attached(file));
          String signature = Payloads.signature(file, NOBODYS, "VALID", "TRUSTED");
          request.add("signature.checked.v2", signature);
          verify(request, "DIGITAL_SIGNATURE", null);
          request.both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ORAL_NOT_CONFIRMED,
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          request.verified().accepted();
          return story.last() - 1;
        });
  }

  private static void verify(RequestStory request, String method, @Nullable UUID contact) {
    request.add("authority.verified.v1", Payloads.verified(method, contact));
  }

  private static void acceptance(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_UNKNOWN,
        story -> {
          story.request().recorded().both("refusal", Payloads.refusal(2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_REPEATED,
        story -> {
          String twice = delivery(part(1, 1, false, BOTH, 4), part(1, 2, true, BOTH, 4));
          story.request().approved().both("delivery", twice);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_PENDING,
        story -> {
          story.request().approved().accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        story -> {
          story.request().recorded().verified().delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          request.both("refusal", Payloads.refusal(1));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ACCEPTANCE_SCOPE,
        story -> {
          String wider = items(Demand.scope(1, ordinals(1, 2, 3), 8));
          story.request().recorded().verified().both("acceptance", wider);
          return story.last() - 1;
        });
  }

  /** By what was prepared, though it went no further. */
  private static void prepared(ConductVectors vectors) {
    vectors.breaks(
        Rule.ACCEPTANCE_SCOPE,
        "returned",
        story -> {
          RequestStory request = story.request().recorded().verified();
          String wider = items(Demand.scope(1, ordinals(1, 2, 3), 8));
          request.decide("acceptance", "returned", request.prepare("acceptance", wider));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_SCOPE,
        "prepared",
        story -> {
          String other = part(1, 1, true, ordinals(1, 2, 3), 1);
          story.request().approved().prepare("delivery", delivery(other));
          return story.last();
        });
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "correction",
        story -> {
          RequestStory request = story.request().recorded();
          request.both("refusal", Payloads.refusal(1));
          String changes = items(item(1, 1, 2));
          request.prepare("correction", Payloads.correction(request.recording(), changes));
          return story.last();
        });
  }

  private static void deliveries(ConductVectors vectors) {
    vectors.breaks(
        Rule.DELIVERY_SCOPE,
        story -> {
          String[] names = {"PHONE_NUMBER"};
          String other = part(1, 1, true, BOTH, codes(names), january(2, 20), 1);
          story.request().approved().both("delivery", delivery(other));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_COUNT,
        story -> {
          story.request().approved().delivered(1, true, 9);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_EMPTY,
        story -> {
          story.request().approved().delivered(1, true, 0);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_PART,
        story -> {
          story.request().approved().delivered(2, true, 3);
          return story.last() - 1;
        });
  }

  private static void lost(ConductVectors vectors) {
    vectors.breaks(
        Rule.REOPENING_INCOMPLETE,
        story -> {
          Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, null);
          RequestStory request = story.request().recorded(demand).verified().accepted();
          UUID delivery = request.delivered(1, true, 3);
          request.both("refusal", Payloads.refusal(2));
          request.closed();
          request.add("delivery.failed.v1", Payloads.receipt(delivery));
          request.add("request.reopened.v1", Payloads.reopened(2));
          return story.last();
        });
  }

  private static void measures(ConductVectors vectors) {
    vectors.breaks(
        Rule.MEASURE_KIND,
        story -> {
          suspension(story).both("measure", measure("PRESERVE", 1, 1));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_SCOPE,
        story -> {
          suspension(story).both("measure", measure("SUSPEND", 1, 3));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_PERIOD,
        story -> {
          Instant from = Instant.parse("2026-01-02T00:00:00.000Z");
          suspension(story).both("measure", measure("SUSPEND", from, null, 1, 1));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_NOT_IN_FORCE,
        story -> {
          suspension(story).both("measure", measure("RESTORE", 1, 1, 2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_LEFT,
        story -> {
          RequestStory request = suspension(story);
          request.both("measure", measure("SUSPEND", 1, 1, 2));
          request.both("measure", measure("RESTORE", 1, 1));
          return story.last() - 1;
        });
  }

  /** Accepted, of targets 1 and 2 of three. */
  private static RequestStory suspension(Story story) {
    Demand demand = new Demand(story.now()).item("SUSPENSION", 3, null);
    return story.request().recorded(demand).verified().accepted();
  }

  private static void numbers(ConductVectors vectors) {
    vectors.breaks(Rule.ITEM_NUMBERING, story -> listed(story, item(3, 1, 1)));
    vectors.breaks(Rule.TARGET_NUMBERING, story -> listed(story, item(1, 4, 4)));
    vectors.breaks(
        Rule.ITEM_DIFFERS,
        story -> {
          String wider = Demand.asked(1, "SUBSCRIBER_DATA", 3, 3, "1000");
          return listed(story, wider);
        });
    vectors.breaks(
        Rule.DOCUMENT_NUMBERING,
        story -> {
          story.request().recorded(Demand.ordinary(story.now()).document(2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEMS_LISTED_LATE,
        story -> {
          story.request().recorded().add("items.listed.v1", items(item(2, 1, 1)));
          return story.last();
        });
  }

  private static String item(int ordinal, int from, int to) {
    return Demand.asked(ordinal, "SUBSCRIBER_DATA", from, to, "10");
  }

  /** The leaf of the list that goes on with an item of two targets. */
  private static long listed(Story story, String item) {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add("items.listed.v1", items(item));
    request.due("ordinary", demand.receivedAt, 24);
    return story.last() - 1;
  }
}
