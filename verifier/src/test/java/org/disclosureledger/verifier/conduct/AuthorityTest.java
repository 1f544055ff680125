package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Nothing is given to whom nobody has verified, or by a number that a caller brought along. */
class AuthorityTest extends ConductTest {
  private final Story story = Story.withPolicy();

  private void register(String code, String from) {
    story.add(
        AgencyRegister.subject(code),
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(code, from, null));
  }

  private void contact(String code) {
    story.add(
        AgencyRegister.subject(code),
        Person.QUAN,
        "contact.verified.v1",
        Payloads.contact(CONTACT));
  }

  private void calledBack() {
    story
        .request()
        .recorded()
        .add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
  }

  @Test
  void acceptanceNeedsVerifiedAuthority() throws Exception {
    story.request().recorded().accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void refutedAuthorityIsNoneForDelivery() throws Exception {
    RequestStory request = story.request().approved();
    request.add("authority.refuted.v1", Payloads.verified("CALL_BACK", null));
    request.delivered(1, true, 3);
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void refutedAuthorityIsNoneForNoData() throws Exception {
    RequestStory request = story.request().approved();
    request.add("authority.refuted.v1", Payloads.verified("CALL_BACK", null));
    request.both("nodata", Payloads.noData(1));
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void aMeasureNeedsVerifiedAuthority() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.add("authority.refuted.v1", Payloads.verified("CALL_BACK", null));
    request.both("measure", Payloads.measure("SUSPEND", 1, 1));
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void reopeningAsksForAuthorityAgain() throws Exception {
    RequestStory request = story.request().approved();
    request.delivered(1, true, 3);
    request.closed();
    request.add("request.reopened.v1", Payloads.reopened(1));
    request.accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void aCallBackNamesItsContact() throws Exception {
    story.request().recorded().add("authority.verified.v1", Payloads.verified("CALL_BACK", null));
    finds(story, Rule.CALL_BACK_WITHOUT_CONTACT);
  }

  @Test
  void aCallBackIsToAContactOfOurRegister() throws Exception {
    calledBack();
    finds(story, Rule.CONTACT_NOT_REGISTERED);
  }

  @Test
  void anotherAgencysContactIsNotCalledBack() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    register("CA-T-KHAC", "2020-01-01");
    contact("CA-T-KHAC");
    calledBack();
    finds(story, Rule.CONTACT_NOT_REGISTERED);
  }

  @Test
  void aContactRetiredOrNotYetVerifiedIsNotCalledBack() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    contact(Demand.AGENCY);
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "contact.retired.v1",
        object("contact", Payloads.id(CONTACT)));
    calledBack();
    long leaf = story.last();
    contact(Demand.AGENCY);
    finds(story, leaf, Rule.CONTACT_NOT_REGISTERED);
  }

  @Test
  void aRegisteredAgencyIsValidOnTheDayOfReceipt() throws Exception {
    register(Demand.AGENCY, "2026-01-06");
    story.request().recorded().verified();
    finds(story, Rule.AGENCY_NOT_VALID);
  }

  @Test
  void anAgencyEndsTheDayBeforeItsSuccessor() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "agency.succeeded.v1",
        object("successor", "\"CA-T-MOI\"", "from", "\"2026-01-05\""));
    story.request().recorded().verified();
    finds(story, Rule.AGENCY_NOT_VALID);
  }

  @Test
  void anAgencysStreamIsNamedByItsCode() throws Exception {
    story.add(
        AgencyRegister.subject("CA-T-KHAC"),
        Person.QUAN,
        "agency.registered.v1",
        Payloads.agency(Demand.AGENCY, "2020-01-01", null));
    finds(story, Rule.AGENCY_STREAM);
  }

  @Test
  void theCodesCaseMakesNoOtherStream() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    contact("Ca-t-Mau");
    Demand demand = Demand.ordinary(story.now());
    demand.agency = "ca-t-mau";
    story
        .request()
        .recorded(demand)
        .add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    passes(story);
  }

  @Test
  void anAgencyDoesNotSucceedItself() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "agency.succeeded.v1",
        object("successor", Payloads.text(Demand.AGENCY), "from", "\"2026-02-01\""));
    finds(story, Rule.AGENCY_SUCCESSOR);
  }

  @Test
  void whatIsRetiredWasRegistered() throws Exception {
    register(Demand.AGENCY, "2020-01-01");
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        "contact.retired.v1",
        object("contact", Payloads.id(CONTACT)));
    finds(story, Rule.REGISTER_ORDER);
  }

  @Test
  void acceptingAnEmergencyTakesAKnownContactOrASignature() throws Exception {
    RequestStory request = story.request();
    request.recordedOrally();
    request.verified();
    request.both("emergency", items(Demand.scope(1, BOTH, 8)));
    findsFirst(story, Rule.EMERGENCY_VERIFICATION);
  }
}
