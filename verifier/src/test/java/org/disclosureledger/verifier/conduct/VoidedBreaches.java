package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** What rests on a check or an approval that no longer counts. */
final class VoidedBreaches {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private VoidedBreaches() {}

  static void tell(ConductVectors vectors) {
    authority(vectors);
    refuted(vectors);
    approvals(vectors);
    emergencies(vectors);
    secrecy(vectors);
  }

  static String agency(String code) {
    String agency =
        object("code", text(code), "kind", text("PROVINCIAL_POLICE"), "unit", Payloads.committed());
    return object("requestingAgency", agency, "items", "[]");
  }

  private static void authority(ConductVectors vectors) {
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "reopened",
        story -> {
          RequestStory request = story.request().recorded().verified();
          request.both("refusal", Payloads.refusal(1));
          request.reopened(1);
          request.accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "other-agency",
        story -> {
          RequestStory request = story.request().recorded().verified();
          request.corrected(agency("CA-T-KHAC")).accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "other-day",
        story -> {
          RequestStory request = story.request().recorded().verified();
          String before = Payloads.time(Story.START.minus(Duration.ofDays(1)));
          request.corrected(object("receivedAt", before, "items", "[]")).accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        "corrected-agency",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = story.request().recorded().corrected(agency("CA-T-KHAC"));
          request.called(contact);
          return story.last();
        });
  }

  /** Refuted after the acceptance: nothing is given on it any more. */
  private static void refuted(ConductVectors vectors) {
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "delivery",
        story -> {
          story.request().approved().refuted().delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "no-data",
        story -> {
          story.request().approved().refuted().both("nodata", Payloads.noData(1));
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.AUTHORITY_NOT_VERIFIED,
        "measure",
        story -> {
          RequestStory request = story.request();
          request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null));
          request.verified().accepted().refuted();
          request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
          return story.last() - 1;
        });
  }

  private static void approvals(ConductVectors vectors) {
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "reopened",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, true, 3);
          request.reopened(1);
          request.verified().delivered(2, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "other-receiver",
        story -> {
          RequestStory request = story.request().approved();
          String changes = object("receivingAgency", text("CA-T-KHAC"), "items", "[]");
          request.decide("correction", "approved", request.prepareCorrection(0, changes));
          request.delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "other-haste",
        story -> {
          RequestStory request = story.request().approved();
          hurried(request, "true").delivered(1, true, 3);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ITEM_NOT_APPROVED,
        "part-sent",
        story -> {
          RequestStory request = story.request().approved();
          request.delivered(1, false, 3);
          request.both("nodata", Payloads.noData(1));
          return story.last() - 1;
        });
  }

  private static void emergencies(ConductVectors vectors) {
    vectors.breaks(
        Rule.EMERGENCY_NOT_CLAIMED,
        "corrected",
        story -> {
          RequestStory request = emergencyInWriting(story);
          hurried(request, "false").verified().both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.ORAL_NOT_CONFIRMED,
        "corrected",
        story -> {
          UUID contact = SoundStories.register(story);
          RequestStory request = story.request();
          request.recordedOrally();
          hurried(request, "false").called(contact).accepted();
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.EMERGENCY_VERIFICATION,
        "signature-of-what-was-said",
        story -> {
          RequestStory request = story.request();
          request.recordedOrally();
          request.signed("VALID", "TRUSTED");
          request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
          request.both("emergency", SCOPE);
          return story.last() - 1;
        });
    vectors.breaks(
        Rule.SIGNATURE_NOT_CHECKED,
        "other-agency",
        story -> {
          RequestStory request = emergencyInWriting(story).signed("VALID", "TRUSTED");
          request.corrected(agency("CA-T-KHAC"));
          request.add("authority.verified.v1", Payloads.verified("DIGITAL_SIGNATURE", null));
          request.both("emergency", SCOPE);
          return story.last() - 1;
        });
  }

  static RequestStory emergencyInWriting(Story story) {
    Demand demand = Demand.ordinary(story.now());
    demand.emergency = true;
    RequestStory request = story.request();
    request.record(demand);
    request.due("emergency", demand.receivedAt, 3);
    return request;
  }

  /** The recording corrected to be, or not to be, of an emergency. */
  private static RequestStory hurried(RequestStory request, String emergency) {
    String changes = object("emergency", emergency, "items", "[]");
    request.decide("correction", "approved", request.prepareCorrection(0, changes));
    return request;
  }

  private static void secrecy(ConductVectors vectors) {
    vectors.breaks(
        Rule.SECRECY_CONTENT,
        "attached",
        story -> {
          Demand demand = Demand.ordinary(story.now());
          demand.secrecy = "SECRET";
          RequestStory request = story.request().recorded(demand);
          request.add("document.attached.v1", Payloads.attached(request.recording()));
          return story.last();
        });
    vectors.breaks(
        Rule.SECRECY_CONTENT,
        "corrected",
        story -> {
          RequestStory request = story.request().recorded();
          String changes = object("secrecy", text("SECRET"), "items", "[]");
          request.decide("correction", "approved", request.prepareCorrection(0, changes));
          request.add("document.attached.v1", Payloads.attached(request.recording()));
          return story.last();
        });
  }
}
