package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Demand.january;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.measure;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** What was approved, handed over or done beyond what stands, told one bound at a time. */
final class HandoverBreaches {
  private static final String[] NAME = {"SUBSCRIBER_NAME"};

  private HandoverBreaches() {}

  static void tell(ConductVectors vectors) {
    scopes(vectors);
    answered(vectors);
    kinds(vectors);
    lost(vectors);
    measures(vectors);
    vectors.keeps("nothing-more-to-send", HandoverBreaches::nothingMore);
    vectors.keeps("restored-without-authority", HandoverBreaches::restored);
  }

  private static void accepts(ConductVectors vectors, String way, String scope) {
    vectors.breaks(
        Rule.ACCEPTANCE_SCOPE,
        way,
        story -> {
          story.request().recorded().verified().both("acceptance", items(scope));
          return story.last() - 1;
        });
  }

  private static void scopes(ConductVectors vectors) {
    String[] other = {"IDENTITY_DOCUMENT"};
    accepts(vectors, "fields", Demand.scope(1, BOTH, codes(other), january(2, 20), 8));
    accepts(vectors, "earlier", asked("2025-12-31", "2026-01-20"));
    accepts(vectors, "later", asked("2026-01-02", "2026-02-01"));
    accepts(vectors, "all-time", Demand.scope(1, BOTH, codes(NAME), null, 8));
    accepts(vectors, "records", Demand.scope(1, BOTH, 11));
    vectors.breaks(
        Rule.DELIVERY_SCOPE,
        "period",
        story -> {
          String part = Demand.part(1, 1, true, BOTH, codes(NAME), january(2, 21), 3);
          story.request().approved().both("delivery", Payloads.delivery(part));
          return story.last() - 1;
        });
  }

  private static String asked(String from, String to) {
    String period = january(2, 20).replace("2026-01-02", from).replace("2026-01-20", to);
    return Demand.scope(1, BOTH, codes(NAME), period, 8);
  }

  private static void answered(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "acceptance",
        story -> {
          RequestStory request = story.request().recorded().verified();
          request.both("refusal", Payloads.refusal(1));
          request.accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "delivery",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, true, 3);
          request.delivered(2, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "measure",
        story -> {
          RequestStory request = suspension(story);
          request.both("measure", measure("SUSPEND", 1, 1, 2));
          request.both("measure", measure("SUSPEND", 1, 1, 2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.RECEIPT_DELIVERY,
        "twice",
        story -> {
          RequestStory request = story.request().approved();
          UUID delivery = request.delivered(1, true, 3);
          request.add("delivery.acknowledged.v1", Payloads.receipt(delivery));
          request.add("delivery.failed.v1", Payloads.receipt(delivery));
          return story.last();
        });
  }

  private static void kinds(ConductVectors vectors) {
    for (String kind : List.of("SUSPENSION", "PRESERVATION", "TAKEDOWN")) {
      vectors.breaks(
          Rule.MEASURE_KIND,
          "delivered-" + kind.toLowerCase(Locale.ROOT),
          story -> {
            Demand demand = new Demand(story.now()).item(kind, 2, null);
            story.request().recorded(demand).verified().accepted().delivered(1, true, 3);
            return story.last() - 1;
          });
    }
  }

  private static void lost(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "part-lost",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 3);
          lost(request, request.delivered(2, true, 3));
          request.both("nodata", Payloads.noData(1));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_EMPTY,
        "all-lost",
        story -> {
          RequestStory request = story.request().approved();
          lost(request, request.delivered(1, false, 3));
          request.delivered(2, true, 0);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_EMPTY,
        "not-the-last",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 3);
          request.delivered(2, false, 0);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_COUNT,
        "lost-of-an-earlier-approval",
        story -> {
          RequestStory request = story.request().approved();
          UUID delivery = request.delivered(1, true, 3);
          request.reopened(1);
          request.verified().accepted();
          lost(request, delivery);
          request.delivered(2, true, 9);
          return story.last() - 1;
        });
  }

  private static void lost(RequestStory request, UUID delivery) {
    request.add("delivery.failed.v1", Payloads.receipt(delivery));
  }

  private static RequestStory suspension(Story story) {
    Demand demand = new Demand(story.now()).item("SUSPENSION", 3, null);
    return story.request().recorded(demand).verified().accepted();
  }

  private static void measures(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "measure",
        story -> {
          Demand demand = new Demand(story.now()).item("SUSPENSION", 3, null);
          RequestStory request = story.request().recorded(demand).verified();
          request.both("measure", measure("SUSPEND", 1, 1, 2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_SCOPE,
        "restored",
        story -> {
          RequestStory request = suspension(story);
          request.both("measure", measure("SUSPEND", 1, 1));
          request.both("measure", measure("RESTORE", 1, 1, 2));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.MEASURE_NOT_IN_FORCE,
        "twice",
        story -> {
          RequestStory request = suspension(story);
          request.both("measure", measure("SUSPEND", 1, 1, 2));
          request.both("measure", measure("RESTORE", 1, 1, 2));
          request.both("measure", measure("RESTORE", 1, 1, 2));
          return story.last() - 1;
        });
  }

  /** A last part may be empty where others were not, and what was lost wholly may not exist. */
  private static UUID nothingMore(Story story) {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 8);
    request.delivered(2, true, 0);
    request.closed();
    RequestStory other = story.request().approved();
    lost(other, other.delivered(1, true, 3));
    other.both("nodata", Payloads.noData(1));
    return other.closed();
  }

  /** What gives back waits for nothing: no authority, no answer, and no reopening. */
  private static UUID restored(Story story) {
    RequestStory request = suspension(story);
    request.both("measure", measure("SUSPEND", 1, 1, 2));
    request.refuted();
    return request.both("measure", measure("RESTORE", 1, 1, 2));
  }
}
