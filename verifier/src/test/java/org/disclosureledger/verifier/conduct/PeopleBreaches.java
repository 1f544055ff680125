package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.object;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** The system in a person's place and the other way about, and people in each other's. */
final class PeopleBreaches {
  private static final Duration DAY = Duration.ofHours(24);

  private PeopleBreaches() {}

  static void tell(ConductVectors vectors) {
    system(vectors);
    missed(vectors, "role", Person.LAN.as(ActorRole.SYSTEM));
    missed(vectors, "actor", Person.TIMER.as(ActorRole.LEGAL));
    roles(vectors);
  }

  private static void system(ConductVectors vectors) {
    refuses(vectors, "role", Person.MINH.as(ActorRole.SYSTEM));
    refuses(vectors, "actor", Person.TIMER.as(ActorRole.APPROVER));
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "system-as-administrator",
        story -> {
          Person timer = Person.TIMER.as(ActorRole.ADMIN);
          story.add("policy", timer, "policy.adopted.v1", Payloads.policy(Story.ORDINARY));
          return story.last();
        });
  }

  private static void refuses(ConductVectors vectors, String way, Person second) {
    vectors.breaks(
        Rule.SYSTEM_NOT_A_PERSON,
        way,
        story -> {
          RequestStory request = story.request().recorded();
          UUID prepared = request.prepare("refusal", Payloads.refusal(1));
          request.by(second, "refusal.approved.v1", Payloads.prepared(prepared));
          return story.last();
        });
  }

  private static void missed(ConductVectors vectors, String way, Person who) {
    vectors.breaks(
        Rule.SYSTEM_ONLY,
        way,
        story -> {
          RequestStory request = story.request();
          Instant confirmBy = story.now().plus(DAY);
          UUID deadline = request.recordedOrally();
          story.later(DAY);
          request.by(who, "writing.missed.v1", Payloads.missed(deadline, confirmBy));
          return story.last();
        });
  }

  private static void roles(ConductVectors vectors) {
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "reminder",
        story -> {
          String reminder = object("text", Payloads.committed());
          story.request().recorded().add("reminder.issued.v1", reminder);
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "agency",
        story -> {
          String stream = AgencyRegister.subject(Demand.AGENCY);
          String agency = Payloads.agency(Demand.AGENCY, "2025-03-01", null);
          story.add(stream, Person.LAN, "agency.registered.v1", agency);
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "policy",
        story -> {
          story.add("policy", Person.LAN, "policy.adopted.v1", Payloads.policy(Story.ORDINARY));
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "inspection",
        story -> {
          new OversightStory(story, "inspection").recorded(Person.LAN);
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "drill",
        story -> {
          new OversightStory(story, "drill").recorded(Person.HOA);
          return story.last();
        });
    vectors.breaks(
        Rule.ROLE_NOT_ALLOWED,
        "notice",
        story -> {
          new OversightStory(story, "notice").recorded(Person.THU);
          return story.last();
        });
  }
}
