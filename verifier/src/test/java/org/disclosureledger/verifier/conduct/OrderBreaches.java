package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** What was done by the wrong people, at the wrong time, or in the wrong order. */
final class OrderBreaches {
  private static final UUID NOBODYS = new UUID(0x7000L, 0x8000_0000_0000_0099L);
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private OrderBreaches() {}

  static void tell(ConductVectors vectors) {
    streams(vectors);
    endings(vectors);
    remarks(vectors);
    acts(vectors);
    people(vectors);
    claims(vectors);
    corrections(vectors);
    agencies(vectors);
  }

  private static void streams(ConductVectors vectors) {
    vectors.breaks(
        Rule.EVENT_STREAM,
        story -> {
          String policy = Payloads.policy(Story.ORDINARY);
          story.add("request/" + NOBODYS, Person.QUAN, "policy.adopted.v1", policy);
          return story.last();
        });
    vectors.breaks(
        Rule.STREAM_NOT_BEGUN,
        story -> {
          story.request().verified();
          return story.last();
        });
    vectors.breaks(
        Rule.STREAM_BEGUN_AGAIN,
        story -> {
          story.request().recorded().record(Demand.ordinary(story.now()));
          return story.last();
        });
    vectors.breaks(
        Rule.DATA_UNREADABLE,
        story -> {
          String due = Payloads.extension(story.now()).replace("2026-01-05", "2026-02-30");
          story.request().recorded().prepare("extension", due);
          return story.last();
        });
    vectors.breaks(
        Rule.VERSION_OUTDATED,
        story -> {
          story.request().recorded();
          Demand demand = Demand.ordinary(story.now());
          demand.version = 1;
          RequestStory older = story.request();
          older.record(demand);
          long leaf = story.last();
          older.due("ordinary", demand.receivedAt, 24);
          return leaf;
        });
    vectors.breaks(
        Rule.LINK_REQUEST,
        story -> {
          RequestStory request = story.request().recorded();
          request.add("request.linked.v1", Payloads.linked(request.number()));
          return story.last();
        });
  }

  private static void endings(ConductVectors vectors) {
    vectors.breaks(
        Rule.EVENT_AFTER_CLOSE,
        story -> {
          RequestStory request = refused(story);
          request.closed();
          request.verified();
          return story.last();
        });
    vectors.breaks(
        Rule.ITEMS_OPEN_AT_CLOSE,
        story -> {
          story.request().recorded().closed();
          return story.last();
        });
    vectors.breaks(
        Rule.NOT_REOPENABLE,
        story -> {
          story.request().recorded().add("request.reopened.v1", Payloads.reopened(1));
          return story.last();
        });
    vectors.breaks(
        Rule.NO_OPEN_ITEM,
        story -> {
          refused(story).add("request.cancelled.v1", Payloads.cancelled());
          return story.last();
        });
    vectors.breaks(
        Rule.CLARIFICATION_OPEN,
        story -> {
          RequestStory request = story.request().recorded().verified();
          request.add("clarification.asked.v1", Payloads.question());
          request.prepare("acceptance", SCOPE);
          return story.last();
        });
    vectors.breaks(
        Rule.CLARIFICATION_NOT_ASKED,
        story -> {
          story.request().recorded().add("clarification.received.v1", Payloads.answer(NOBODYS));
          return story.last();
        });
    vectors.breaks(
        Rule.RECEIPT_DELIVERY,
        story -> {
          story.request().recorded().add("delivery.acknowledged.v1", Payloads.receipt(NOBODYS));
          return story.last();
        });
    vectors.breaks(
        Rule.SIGNATURE_DOCUMENT,
        story -> {
          story.request().recorded().add("signature.checked.v1", Payloads.signature(NOBODYS));
          return story.last();
        });
  }

  private static void remarks(ConductVectors vectors) {
    vectors.breaks(
        Rule.DOCUMENT_REPEATED,
        story -> {
          RequestStory request = story.request().recorded();
          request.add("document.attached.v1", Payloads.attached(NOBODYS));
          request.add("document.attached.v1", Payloads.attached(NOBODYS));
          return story.last();
        });
    vectors.breaksBare(
        Rule.RECONCILIATION_SUM, story -> reconciled(story, "\"listed\":2", "\"listed\":3"));
    vectors.breaksBare(Rule.PERIOD_AHEAD, story -> reconciled(story, "2026-01-05", "2026-01-06"));
    vectors.breaks(
        Rule.PERIOD_REVERSED,
        "reconciliation",
        story -> reconciled(story, "2026-01-01", "2026-01-06"));
    vectors.breaks(
        Rule.RECONCILIATION_SUM,
        "ours",
        story -> reconciled(story, "\"registered\":2", "\"registered\":3"));
  }

  private static long reconciled(Story story, String said, String instead) {
    String data = OversightPayloads.reconciliation().replace(said, instead);
    story.add("reconciliation/" + NOBODYS, Person.LAN, "reconciliation.recorded.v1", data);
    return story.last();
  }

  private static RequestStory refused(Story story) {
    RequestStory request = story.request().recorded();
    request.both("refusal", Payloads.refusal(1));
    return request;
  }

  private static void acts(ConductVectors vectors) {
    vectors.breaks(
        Rule.ACT_OPEN,
        story -> {
          RequestStory request = story.request().recorded();
          request.prepare("refusal", Payloads.refusal(1));
          request.prepare("refusal", Payloads.refusal(1));
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_NOT_OPEN,
        story -> {
          story.request().recorded().decide("refusal", "approved", NOBODYS);
          return story.last();
        });
    vectors.breaks(
        Rule.SAME_PERSON,
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.by(Person.MINH, "refusal.prepared.v1", Payloads.refusal(1));
          request.decide("refusal", "approved", prepared);
          return story.last();
        });
    vectors.breaks(
        Rule.APPROVER_MISSING,
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.by(Person.THAO, "refusal.approved.v1", Payloads.prepared(prepared));
          return story.last();
        });
    vectors.breaks(
        Rule.SECOND_BEFORE_FIRST,
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          story.claiming(story.now().minusSeconds(2));
          request.decide("refusal", "returned", prepared);
          return story.last();
        });
  }

  private static void people(ConductVectors vectors) {
    vectors.breaks(
        Rule.SYSTEM_NOT_A_PERSON,
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.by(Person.TIMER, "refusal.approved.v1", Payloads.prepared(prepared));
          return story.last();
        });
    vectors.breaks(
        Rule.SYSTEM_ONLY,
        story -> {
          RequestStory request = story.request();
          Instant due = story.now().plus(Duration.ofHours(24));
          UUID deadline = request.recordedOrally();
          story.later(Duration.ofHours(24));
          request.add("writing.missed.v1", Payloads.missed(deadline, due));
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        story -> {
          Person supervisor = Person.MINH.as(ActorRole.SUPERVISOR);
          story.request().recorded().by(supervisor, "refusal.prepared.v1", Payloads.refusal(1));
          return story.last();
        });
  }

  private static void claims(ConductVectors vectors) {
    vectors.breaks(
        Rule.TIME_AHEAD,
        story -> {
          RequestStory request = story.request().recorded();
          story.claiming(story.now().plusMillis(60_001));
          request.verified();
          return story.last();
        });
    vectors.breaks(
        Rule.RECEIVED_AHEAD,
        story -> {
          Demand demand = Demand.ordinary(story.now().plus(Duration.ofDays(1)));
          return recordedWith(story, demand);
        });
    vectors.breaks(
        Rule.AGENT_AFTER_RECEIPT,
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.reachedAgent = demand.receivedAt.plusMillis(1);
          return recordedWith(story, demand);
        });
    vectors.breaks(
        Rule.TIME_BEFORE_CAUSE,
        story -> {
          RequestStory request = story.request().recorded();
          story.claiming(Story.START);
          request.verified();
          return story.last();
        });
    vectors.breaks(
        Rule.PERIOD_REVERSED,
        story -> {
          Demand demand = new Demand(story.now());
          String item = Demand.asked(1, "SUBSCRIBER_DATA", 1, 2, "10");
          demand.items.add(item.replace(Demand.january(1, 31), Demand.january(31, 1)));
          return recordedWith(story, demand);
        });
    vectors.breaks(
        Rule.SECRECY_CONTENT,
        story -> {
          Demand demand = Demand.ordinary(story.now()).document(1);
          demand.secrecy = "SECRET";
          return recordedWith(story, demand);
        });
  }

  /** The leaf of the recording. */
  private static long recordedWith(Story story, Demand demand) {
    story.request().recorded(demand);
    return story.last() - 1;
  }

  private static void corrections(ConductVectors vectors) {
    vectors.breaks(
        Rule.CORRECTION_EVENT,
        story -> {
          story.request().recorded().prepare("correction", Payloads.correction(NOBODYS, null));
          return story.last();
        });
    vectors.breaks(
        Rule.CORRECTION_CHANGES,
        story -> {
          RequestStory request = story.request().recorded();
          UUID asked = request.add("clarification.asked.v1", Payloads.question());
          request.prepare("correction", Payloads.correction(asked, object("items", "[]")));
          return story.last();
        });
    vectors.breaks(
        Rule.CORRECTION_LIST_MISSING,
        story -> {
          RequestStory request = story.request();
          Instant received = story.now();
          UUID recorded = request.record(Demand.ordinary(received));
          request.due("ordinary", received, 24);
          request.add("correction.prepared.v2", Payloads.correction(recorded, 1, null));
          return story.last();
        });
    vectors.breaks(
        Rule.CORRECTION_LIST_STRAY,
        story -> {
          RequestStory request = story.request().recorded();
          String item = Demand.asked(2, "SUBSCRIBER_DATA", 1, 1, "10");
          request.add("correction.listed.v1", Payloads.listed(NOBODYS, 1, item));
          return story.last();
        });
    vectors.breaks(
        Rule.RECEIVED_TOO_LATE,
        story -> {
          RequestStory request = story.request().recorded().verified();
          String later = object("receivedAt", Payloads.time(story.now()), "items", "[]");
          request.prepare("correction", Payloads.correction(request.recording(), later));
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_LIST_MISSING,
        story -> {
          RequestStory request = story.request().recorded().verified();
          String scope = Payloads.items(1, Demand.scope(1, RequestStory.BOTH, 8));
          request.add("acceptance.prepared.v2", scope);
          return story.last();
        });
    vectors.breaks(
        Rule.ACT_LIST_STRAY,
        story -> {
          RequestStory request = story.request().recorded();
          String scope = Demand.scope(1, RequestStory.BOTH, 8);
          request.add("scope.listed.v1", Payloads.listed(NOBODYS, 1, scope));
          return story.last();
        });
    vectors.breaks(
        Rule.ERROR_EVENT,
        story -> {
          String error = Payloads.error(NOBODYS, "RECORDABLE", 1);
          story.request().recorded().add("error.recorded.v1", error);
          return story.last();
        });
    vectors.breaks(
        Rule.ERROR_SEVERITY,
        story -> {
          RequestStory request = story.request().recorded();
          UUID asked = request.add("clarification.asked.v1", Payloads.question());
          request.add("error.recorded.v1", Payloads.error(asked, "REPORTABLE", 1));
          return story.last();
        });
  }

  private static void agencies(ConductVectors vectors) {
    String stream = AgencyRegister.subject(Demand.AGENCY);
    vectors.breaksBare(
        Rule.AGENCY_STREAM,
        story -> {
          String other = Payloads.agency("CA-T-KHAC", "2025-03-01", null);
          story.add(stream, Person.QUAN, "agency.registered.v1", other);
          return story.last();
        });
    vectors.breaksBare(
        Rule.AGENCY_SUCCESSOR,
        story -> {
          SoundStories.register(story);
          String itself = object("successor", text(Demand.AGENCY), "from", text("2026-02-01"));
          story.add(stream, Person.QUAN, "agency.succeeded.v1", itself);
          return story.last();
        });
    vectors.breaksBare(
        Rule.REGISTER_ORDER,
        story -> {
          SoundStories.register(story);
          String unknown = object("contact", Payloads.id(NOBODYS));
          story.add(stream, Person.QUAN, "contact.retired.v1", unknown);
          return story.last();
        });
  }
}
