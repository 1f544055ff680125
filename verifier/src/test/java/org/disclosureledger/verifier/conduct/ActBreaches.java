package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.ordinals;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** Acts of two people that only look right if their lists, parts or people are not counted. */
final class ActBreaches {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));
  private static final Person DUNG = Person.THAO.as(ActorRole.APPROVER);

  private ActBreaches() {}

  static void tell(ConductVectors vectors) {
    listed(vectors);
    strayLists(vectors);
    corrections(vectors);
    parts(vectors);
    people(vectors);
    decisions(vectors);
  }

  /** Recorded with two items of the same kind, and verified. */
  private static RequestStory ofTwo(Story story) {
    Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10");
    return story.request().recorded(demand).verified();
  }

  private static void listed(ConductVectors vectors) {
    vectors.breaks(
        Rule.ACCEPTANCE_SCOPE,
        "listed",
        story -> {
          RequestStory request = ofTwo(story);
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          long leaf = story.last();
          String wider = Demand.scope(2, ordinals(1, 2, 3), 8);
          request.add("scope.listed.v1", Payloads.listed(first, 1, wider));
          request.decide("acceptance", "approved", first);
          return leaf;
        });
    vectors.breaks(
        Rule.PERIOD_REVERSED,
        "listed",
        story -> {
          RequestStory request = ofTwo(story);
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          String reversed =
              Demand.scope(2, BOTH, Payloads.codes("SUBSCRIBER_NAME"), Demand.january(20, 2), 8);
          request.add("scope.listed.v1", Payloads.listed(first, 1, reversed));
          return story.last();
        });
    vectors.breaks(
        Rule.DELIVERY_COUNT,
        "listed",
        story -> {
          RequestStory request = ofTwo(story);
          request.both("acceptance", items(Demand.scope(1, BOTH, 8), Demand.scope(2, BOTH, 8)));
          String part = Demand.part(1, 1, true, BOTH, 8);
          UUID first = request.add("delivery.prepared.v2", Payloads.delivery(1, part));
          long leaf = story.last();
          String more = Demand.part(2, 1, true, BOTH, 9);
          request.add("delivery.listed.v1", Payloads.listed(first, 1, more));
          request.decide("delivery", "dispatched", first);
          return leaf;
        });
    vectors.breaks(
        Rule.ITEM_REPEATED,
        "listed",
        story -> {
          RequestStory request = ofTwo(story);
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          long leaf = story.last();
          request.add("scope.listed.v1", Payloads.listed(first, 1, Demand.scope(1, BOTH, 8)));
          return leaf;
        });
  }

  private static void strayLists(ConductVectors vectors) {
    vectors.breaks(
        Rule.ACT_LIST_STRAY,
        "surplus",
        story -> {
          RequestStory request = ofTwo(story);
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          request.add("scope.listed.v1", Payloads.listed(first, 1, Demand.scope(2, BOTH, 8)));
          request.add("scope.listed.v1", Payloads.listed(first, 2, Demand.scope(2, BOTH, 8)));
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_LIST_STRAY,
        "other-person",
        story -> {
          RequestStory request = ofTwo(story);
          UUID first = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
          String second = Payloads.listed(first, 1, Demand.scope(2, BOTH, 8));
          request.by(Person.MINH, "scope.listed.v1", second);
          long leaf = story.last();
          request.add("scope.listed.v1", second);
          return leaf;
        });
    vectors.breaks(
        Rule.CORRECTION_LIST_STRAY,
        "other-person",
        story -> {
          RequestStory request = story.request().recorded();
          UUID first = request.prepareCorrection(1, items());
          String item = Demand.asked(1, "SUBSCRIBER_DATA", 1, 1, "10");
          request.by(Person.MINH, "correction.listed.v1", Payloads.listed(first, 1, item));
          long leaf = story.last();
          request.add("correction.listed.v1", Payloads.listed(first, 1, item));
          return leaf;
        });
  }

  private static void corrections(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "corrected",
        story -> {
          RequestStory request = story.request().approved();
          request.corrected(items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10")));
          request.delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "corrected-in-a-list",
        story -> {
          RequestStory request = story.request().approved();
          UUID first = request.prepareCorrection(1, items());
          String item = Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10");
          request.add("correction.listed.v1", Payloads.listed(first, 1, item));
          request.decide("correction", "approved", first);
          request.delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_ANSWERED,
        "corrected-in-a-list",
        story -> {
          RequestStory request = ofTwo(story);
          request.both("refusal", Payloads.refusal(1));
          UUID first = request.prepareCorrection(1, items());
          long leaf = story.last();
          String item = Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10");
          request.add("correction.listed.v1", Payloads.listed(first, 1, item));
          return leaf;
        });
    vectors.breaks(
        Rule.ACCEPTANCE_SCOPE,
        "corrected",
        story -> {
          RequestStory request = story.request().recorded();
          request.corrected(items(Demand.asked(1, "SUBSCRIBER_DATA", 1, 1, "10")));
          request.verified().both("acceptance", SCOPE);
          return story.last() - 1;
        });
  }

  private static void parts(ConductVectors vectors) {
    vectors.breaks(
        Rule.DELIVERY_COUNT,
        "parts",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 5);
          request.delivered(2, true, 4);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.DELIVERY_PART,
        "again",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 5);
          request.delivered(1, true, 3);
          return story.last() - 1;
        });
  }

  private static void people(ConductVectors vectors) {
    vectors.breaks(
        Rule.SAME_PERSON,
        "returned",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.by(Person.MINH, "refusal.prepared.v1", Payloads.refusal(1));
          request.decide("refusal", "returned", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.SAME_PERSON,
        "other-role",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          Person same = Person.LAN.as(ActorRole.APPROVER);
          request.by(same, "refusal.approved.v1", Payloads.prepared(prepared));
          return story.last();
        });
    vectors.breaks(
        Rule.SAME_PERSON,
        "other-request",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.by(Person.MINH, "refusal.prepared.v1", Payloads.refusal(1));
          story.request().recorded().prepare("refusal", Payloads.refusal(1));
          request.decide("refusal", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.SAME_PERSON,
        "prepared-anew",
        story -> {
          RequestStory request = story.request().recorded();
          request.decide("refusal", "returned", request.prepare("refusal", Payloads.refusal(1)));
          UUID anew = request.by(Person.MINH, "refusal.prepared.v1", Payloads.refusal(1));
          request.decide("refusal", "approved", anew);
          return story.last();
        });
  }

  private static void decisions(ConductVectors vectors) {
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        "returned",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.decide("refusal", "returned", prepared);
          request.decide("refusal", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        "approved",
        story -> {
          RequestStory request = story.request().approved();
          String part = Payloads.delivery(Demand.part(1, 1, false, BOTH, 3));
          UUID prepared = request.prepare("delivery", part);
          request.decide("delivery", "dispatched", prepared);
          request.decide("delivery", "dispatched", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        "other-act",
        story -> {
          RequestStory request = story.request().approved();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.decide("nodata", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        "cancelled",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.cancelled();
          request.decide("refusal", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_OPEN,
        "reopened",
        story -> {
          RequestStory request = ofTwo(story);
          request.both("refusal", Payloads.refusal(1));
          request.prepare("refusal", Payloads.refusal(2));
          request.reopened(1);
          return story.last();
        });
  }

  /** Who prepared what was returned may decide on what another one prepares anew. */
  static UUID returned(Story story) {
    RequestStory request = story.request().recorded();
    UUID first = request.by(DUNG, "refusal.prepared.v1", Payloads.refusal(1));
    request.decide("refusal", "returned", first);
    UUID second = request.prepare("refusal", Payloads.refusal(1));
    request.by(DUNG, "refusal.returned.v1", Payloads.returned(second));
    UUID third = request.by(Person.MINH, "refusal.prepared.v1", Payloads.refusal(1));
    return request.by(DUNG, "refusal.approved.v1", Payloads.prepared(third));
  }
}
