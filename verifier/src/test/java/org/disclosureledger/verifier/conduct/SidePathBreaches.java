package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.object;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** Ways round a rule: by a correction, an older version, a type that nobody knows. */
final class SidePathBreaches {
  private SidePathBreaches() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("emergency-by-correction", SidePathBreaches::emergencyByCorrection);
    vectors.keeps("emergency-by-correction-closed", SidePathBreaches::emergencyByCorrectionClosed);
    vectors.keeps("outage-over-due-time", SidePathBreaches::outage);
    vectors.breaks(
        Rule.DEADLINE_MISSING,
        "correction",
        story -> {
          byTelephone(story);
          return story.last();
        });
    vectors.breaks(
        Rule.VERSION_OUTDATED,
        "newer-type",
        story -> {
          first(story).add("clarification.asked.v1", Payloads.question());
          first(story);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.SAME_PERSON,
        "unknown-type",
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.add("request.teleported.v1", "{}");
          Person first = Person.LAN.as(ActorRole.APPROVER);
          request.by(first, "refusal.approved.v1", Payloads.prepared(prepared));
          return story.last();
        });
    vectors.breaks(
        Rule.ERROR_SEVERITY,
        "prepared",
        story -> {
          RequestStory request = story.request().approved();
          String part = Demand.part(1, 1, true, RequestStory.BOTH, 3);
          UUID prepared = request.prepare("delivery", Payloads.delivery(part));
          request.decide("delivery", "dispatched", prepared);
          request.add("error.recorded.v1", Payloads.error(prepared, "RECORDABLE", 1));
          return story.last();
        });
    vectors.breaks(
        Rule.PERIOD_REVERSED,
        "list",
        story -> {
          RequestStory request = story.request().recorded();
          String data = Payloads.correction(request.recording(), 1, object("items", "[]"));
          UUID prepared = request.add("correction.prepared.v2", data);
          String item = Demand.asked(2, "TRAFFIC_DATA", 1, 1, "10");
          request.add(
              "correction.listed.v1",
              Payloads.listed(prepared, 1, item.replace("2026-01-31", "2025-12-31")));
          return story.last();
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        "recording",
        story -> {
          RequestStory request = story.request();
          Demand demand = Demand.ordinary(story.now());
          story.claiming(demand.receivedAt.minus(Duration.ofDays(700)));
          request.record(demand);
          long leaf = story.last();
          request.due("ordinary", demand.receivedAt, 24);
          return leaf;
        });
  }

  /** As the first release recorded a request, and set its due time. */
  private static RequestStory first(Story story) {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    demand.version = 1;
    request.record(demand);
    request.firstDue(demand.receivedAt);
    return request;
  }

  private static UUID emergencyByCorrection(Story story) {
    Instant received = story.now();
    RequestStory request = byTelephone(story);
    request.byPolicy("CONFIRM_IN_WRITING", "RECOMPUTATION", "confirm", 1, received, 24);
    return request.add("writing.confirmed.v1", Payloads.confirmed());
  }

  private static UUID emergencyByCorrectionClosed(Story story) {
    Instant received = story.now();
    Demand demand = Demand.oral(received);
    demand.emergency = false;
    RequestStory request = story.request().recorded(demand);
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    SpokenLaterTest.corrected(request, SpokenLaterTest.EMERGENCY);
    return request.byPolicy("CONFIRM_IN_WRITING", "RECOMPUTATION", "confirm", 1, received, 24);
  }

  /** The ledger stood still over the due time, and nobody had an hour to say so. */
  private static UUID outage(Story story) {
    RequestStory request = story.request();
    request.recordedOrally();
    story.later(Duration.ofDays(3));
    return request.add("writing.confirmed.v1", Payloads.confirmed());
  }

  /** Recorded as ordinary, and corrected to an emergency. */
  private static RequestStory byTelephone(Story story) {
    Demand demand = Demand.oral(story.now());
    demand.emergency = false;
    RequestStory request = story.request().recorded(demand);
    SpokenLaterTest.corrected(request, SpokenLaterTest.EMERGENCY);
    return request;
  }
}
