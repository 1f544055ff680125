package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** What our register of agencies does not bear out. */
final class AgencyBreaches {
  private static final String NEXT = "CA-T-MOI";
  private static final UUID OFFICER = new UUID(0x4000L, 0x8000_0000_0000_00e1L);

  private AgencyBreaches() {}

  static void tell(ConductVectors vectors) {
    officers(vectors);
    validity(vectors);
    contacts(vectors);
    successors(vectors);
  }

  private static void add(Story story, String code, String type, String data) {
    story.add(AgencyRegister.subject(code), Person.QUAN, type, data);
  }

  private static void agency(Story story, String type, String data) {
    add(story, Demand.AGENCY, type, data);
  }

  private static void officers(ConductVectors vectors) {
    vectors.breaks(
        Rule.REGISTER_ORDER,
        "officer-twice",
        story -> {
          SoundStories.register(story);
          agency(story, "officer.registered.v1", Payloads.officer(OFFICER));
          agency(story, "officer.registered.v1", Payloads.officer(OFFICER));
          return story.last();
        });
    vectors.breaks(
        Rule.REGISTER_ORDER,
        "officer-retired-twice",
        story -> {
          SoundStories.register(story);
          agency(story, "officer.registered.v1", Payloads.officer(OFFICER));
          agency(story, "officer.retired.v1", Payloads.officerRetired(OFFICER));
          agency(story, "officer.retired.v1", Payloads.officerRetired(OFFICER));
          return story.last();
        });
  }

  private static void validity(ConductVectors vectors) {
    vectors.breaks(
        Rule.AGENCY_NOT_VALID,
        "ended",
        story -> {
          String until = Payloads.agency(Demand.AGENCY, "2025-03-01", "2026-01-04");
          agency(story, "agency.registered.v1", until);
          story.request().recorded().verified();
          return story.last();
        });
    vectors.breaks(
        Rule.AGENCY_NOT_VALID,
        "amended",
        story -> {
          SoundStories.register(story);
          agency(story, "agency.amended.v1", Payloads.agency(null, "2025-03-01", "2026-01-04"));
          story.request().recorded().verified();
          return story.last();
        });
    vectors.breaks(
        Rule.AGENCY_NOT_VALID,
        "succeeded",
        story -> {
          SoundStories.register(story);
          agency(story, "agency.succeeded.v1", Payloads.succeeded(NEXT, "2026-01-05"));
          story.request().recorded().verified();
          return story.last();
        });
  }

  private static void contacts(ConductVectors vectors) {
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        "retired",
        story -> {
          UUID contact = SoundStories.register(story);
          String retired = Payloads.object("contact", Payloads.id(contact));
          agency(story, "contact.retired.v1", retired);
          story.request().recorded().called(contact);
          return story.last();
        });
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        "not-a-telephone",
        story -> {
          UUID contact = new UUID(0x4000L, 0x8000_0000_0000_00c2L);
          SoundStories.register(story);
          String email = Payloads.contact(contact).replace("TELEPHONE", "EMAIL");
          agency(story, "contact.verified.v1", email);
          story.request().recorded().called(contact);
          return story.last();
        });
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        "verified-later",
        story -> {
          RequestStory request = story.request().recorded();
          Instant call = story.now();
          UUID contact = SoundStories.register(story);
          story.claiming(call);
          request.called(contact);
          return story.last();
        });
  }

  private static void successors(ConductVectors vectors) {
    vectors.breaks(
        Rule.CONTACT_NOT_REGISTERED,
        "not-yet-successor",
        story -> {
          UUID contact = succeeded(story, "2026-01-06");
          story.request().recorded().called(contact);
          return story.last();
        });
  }

  /** Gives a contact of the successor alone. */
  static UUID succeeded(Story story, String from) {
    UUID contact = new UUID(0x4000L, 0x8000_0000_0000_00c2L);
    SoundStories.register(story);
    add(story, NEXT, "agency.registered.v1", Payloads.agency(NEXT, from, null));
    add(story, NEXT, "contact.verified.v1", Payloads.contact(contact));
    agency(story, "agency.succeeded.v1", Payloads.succeeded(NEXT, from));
    return contact;
  }
}
