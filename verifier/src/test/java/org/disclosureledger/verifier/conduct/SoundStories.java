package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Requests led as they should be. */
final class SoundStories {
  private SoundStories() {}

  static void tell(ConductVectors vectors) {
    vectors.keeps("answered-in-parts", SoundStories::answeredInParts);
    vectors.keeps("emergency-confirmed", SoundStories::emergencyConfirmed);
    vectors.keeps("measure-given-back", SoundStories::measureGivenBack);
    vectors.keeps("reopened", SoundStories::reopened);
    vectors.keeps("oversight-corrected", OversightBreaches::corrected);
    vectors.keeps("reopened-after-closing", SoundStories::reopenedAfterClosing);
    vectors.keeps("acts-in-lists", SoundStories::actsInLists);
    vectors.keeps("corrected-in-lists", SoundStories::correctedInLists);
    vectors.keeps("corrected", SoundStories::corrected);
    vectors.keeps("delivery-lost", SoundStories::deliveryLost);
    vectors.keeps("clarified", SoundStories::clarified);
    vectors.keeps("returned-and-prepared-anew", ActBreaches::returned);
    vectors.keeps("agency-succeeded", SoundStories::agencySucceeded);
    vectors.keeps("confirmation-owed-anew", ConfirmationBreaches::owedAnew);
  }

  private static UUID answeredInParts(Story story) {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 5);
    UUID last = request.delivered(2, true, 3);
    request.add("delivery.acknowledged.v1", Payloads.receipt(last));
    return request.closed();
  }

  private static UUID emergencyConfirmed(Story story) {
    UUID contact = register(story);
    RequestStory request = story.request();
    request.recordedOrally();
    request.add("authority.verified.v1", Payloads.verified("CALL_BACK", contact));
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    request.delivered(1, true, 3);
    return request.add("writing.confirmed.v1", Payloads.confirmed());
  }

  private static UUID measureGivenBack(Story story) {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
    request.closed();
    return request.both("measure", Payloads.measure("RESTORE", 1, 1, 2));
  }

  private static UUID reopened(Story story) {
    RequestStory request = story.request().recorded();
    Instant later = story.now().plus(Duration.ofHours(48));
    UUID extension = request.both("extension", Payloads.extension(later));
    request.extendedTo(extension, later);
    request.both("refusal", Payloads.refusal(1));
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.verified().accepted();
    return request.both("nodata", Payloads.noData(1));
  }

  private static UUID reopenedAfterClosing(Story story) {
    RequestStory request = story.request().recorded().verified();
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    request.reopened(1);
    request.verified().accepted().delivered(1, true, 3);
    return request.closed();
  }

  private static UUID actsInLists(Story story) {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10");
    request.recorded(demand.item("FIGURES", 2, "10")).verified();
    UUID accepted = request.add("acceptance.prepared.v2", items(2, Demand.scope(1, BOTH, 8)));
    request.add("scope.listed.v1", Payloads.listed(accepted, 1, Demand.scope(2, BOTH, 8)));
    request.add("scope.listed.v1", Payloads.listed(accepted, 2, Demand.scope(3, BOTH, 8)));
    request.decide("acceptance", "approved", accepted);
    String first = Demand.part(1, 1, true, BOTH, 3);
    UUID delivered = request.add("delivery.prepared.v2", Payloads.delivery(1, first));
    String second = Demand.part(2, 1, true, BOTH, 3);
    String third = Demand.part(3, 1, true, BOTH, 3);
    request.add("delivery.listed.v1", Payloads.listed(delivered, 1, second, third));
    request.decide("delivery", "dispatched", delivered);
    return request.closed();
  }

  /**
   * A correction of three items, the first of which goes on in a list, and what follows from it.
   */
  private static UUID correctedInLists(Story story) {
    RequestStory request = story.request().recorded();
    UUID prepared = request.prepareCorrection(2, items(asked(1, 1, 2)));
    request.add("correction.listed.v1", Payloads.listed(prepared, 1, asked(1, 3, 5)));
    request.add(
        "correction.listed.v1", Payloads.listed(prepared, 2, asked(2, 1, 1), asked(3, 1, 2)));
    request.decide("correction", "approved", prepared);
    request.verified();
    String all = Payloads.ordinals(1, 2, 3, 4, 5);
    String one = Payloads.ordinals(1);
    request.both("acceptance", items(Demand.scope(1, all, 8), Demand.scope(3, BOTH, 8)));
    request.both("refusal", Payloads.refusal(2));
    request.both(
        "delivery",
        Payloads.delivery(Demand.part(1, 1, true, all, 3), Demand.part(3, 1, true, one, 3)));
    return request.closed();
  }

  /** Received on the last day of an agency, whose successor answers the telephone a day later. */
  private static UUID agencySucceeded(Story story) {
    UUID contact = AgencyBreaches.succeeded(story, "2026-01-06");
    RequestStory request = story.request().recorded();
    story.later(Duration.ofHours(17));
    return request.called(contact).accepted().delivered(1, true, 3);
  }

  private static String asked(int item, int from, int to) {
    return Demand.asked(item, "SUBSCRIBER_DATA", from, to, "10");
  }

  /** What is corrected is verified and accepted anew, and its count begins anew. */
  private static UUID corrected(Story story) {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 5);
    String changes = items(asked(1, 1, 4), asked(2, 1, 2));
    request.both("correction", Payloads.correction(request.recording(), "REPORTABLE", changes));
    request.corrected(VoidedBreaches.agency("CA-T-KHAC")).verified();
    String all = Payloads.ordinals(1, 2, 3, 4);
    request.both("acceptance", items(Demand.scope(1, all, 8), Demand.scope(2, BOTH, 8)));
    request.delivered(2, true, 8);
    request.both("delivery", Payloads.delivery(Demand.part(2, 1, true, BOTH, 8)));
    return request.closed();
  }

  /** What got lost counts no more, neither as records nor as an answer. */
  private static UUID deliveryLost(Story story) {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 5);
    UUID lost = request.delivered(2, true, 3);
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    UUID again = request.delivered(3, true, 3);
    request.add("delivery.acknowledged.v1", Payloads.receipt(again));
    return request.closed();
  }

  /**
   * Refusing, extending and correcting need not wait for an answer, and it may end two questions.
   */
  private static UUID clarified(Story story) {
    Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10");
    RequestStory request = story.request().recorded(demand).verified();
    UUID asked = request.asked();
    Instant later = story.now().plus(Duration.ofHours(48));
    request.extendedTo(request.both("extension", Payloads.extension(later)), later);
    request.corrected(items(asked(1, 1, 2)));
    request.both("refusal", Payloads.refusal(2));
    request.add("clarification.received.v1", Payloads.answer(asked));
    request.accepted();
    request.asked();
    request.cancelled();
    return request.closed();
  }

  /** The agency that asks, with a contact. */
  static UUID register(Story story) {
    String stream = AgencyRegister.subject(Demand.AGENCY);
    story.add(
        stream,
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2025-03-01", null));
    story.add(stream, Person.QUAN, "contact.verified.v1", Payloads.contact(ConductTest.CONTACT));
    return ConductTest.CONTACT;
  }
}
