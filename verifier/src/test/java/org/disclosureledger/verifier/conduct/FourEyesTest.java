package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Two people, the right ones, and no machine among them. */
class FourEyesTest extends ConductTest {
  private static final String SCOPE = items(Demand.scope(1, BOTH, 8));

  private final Story story = Story.withPolicy();

  @Test
  void nobodyDecidesOnTheirOwnActWhateverTheDecision() throws Exception {
    for (String how : List.of("approved", "returned")) {
      Story alone = Story.withPolicy();
      RequestStory request = alone.request().recorded().verified();
      UUID prepared = request.by(Person.MINH, "acceptance.prepared.v1", SCOPE);
      request.decide("acceptance", how, prepared);
      finds(alone, Rule.SAME_PERSON);
    }
  }

  @Test
  void nobodyDispatchesTheirOwnDelivery() throws Exception {
    RequestStory request = story.request().approved();
    String part = Payloads.delivery(Demand.part(1, 1, true, BOTH, 3));
    UUID prepared = request.by(Person.MINH, "delivery.prepared.v1", part);
    request.decide("delivery", "dispatched", prepared);
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void anotherHatMakesNoOtherPerson() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", SCOPE);
    request.by(
        Person.LAN.as(ActorRole.APPROVER), "acceptance.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.SAME_PERSON);
  }

  @Test
  void theSystemPreparesNothing() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.by(Person.TIMER, "acceptance.prepared.v1", SCOPE);
    long leaf = story.last();
    request.decide("acceptance", "approved", prepared);
    finds(story, leaf, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void theSystemDecidesNothing() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", SCOPE);
    request.by(Person.TIMER, "acceptance.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void theSystemsActorInAPersonsRoleIsStillTheSystem() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", SCOPE);
    request.by(
        Person.TIMER.as(ActorRole.APPROVER), "acceptance.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.SYSTEM_NOT_A_PERSON);
  }

  @Test
  void onlyAnApproverDecides() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", SCOPE);
    request.by(
        Person.MINH.as(ActorRole.LEGAL), "acceptance.approved.v1", Payloads.prepared(prepared));
    finds(story, Rule.APPROVER_MISSING);
  }

  @Test
  void aSupervisorPreparesNothing() throws Exception {
    story.request().recorded().by(Person.THU, "refusal.prepared.v1", Payloads.refusal(1));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aLegalOfficerIssuesNoReminder() throws Exception {
    story.request().recorded().add("reminder.issued.v1", object("text", Payloads.committed()));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aLegalOfficerAdoptsNoPolicy() throws Exception {
    story.add("policy", Person.LAN, "policy.adopted.v1", Payloads.policy(Story.ORDINARY));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void onlyAnAdministratorRegistersAnAgency() throws Exception {
    story.add(
        AgencyRegister.subject("CA-T-MAU"),
        Person.LAN,
        "agency.registered.v1",
        Payloads.agency("CA-T-MAU", "2025-03-01", null));
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void onlyTheSystemSaysThatAConfirmationWasMissed() throws Exception {
    RequestStory request = story.request();
    Instant due = story.now().plus(Duration.ofHours(24));
    UUID deadline = request.recordedOrally();
    story.later(Duration.ofHours(24));
    request.add("writing.missed.v1", Payloads.missed(deadline, due));
    finds(story, Rule.SYSTEM_ONLY);
  }
}
