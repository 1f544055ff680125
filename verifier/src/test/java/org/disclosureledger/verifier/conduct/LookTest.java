package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Looks at contacts, officers, inspections, drills and voluntary reports leave a trace too. */
class LookTest extends ConductTest {
  private static final UUID NONE = new UUID(1, 1);

  private final Story story = Story.withPolicy();

  @Test
  void whoCallsBackAndWhoKeepsTheRegisterSeesAnAgency() throws Exception {
    AccessStory agency = LookBreaches.registered(story);
    agency.opened(Person.LAN, "ANSWERING", "CONTACTS");
    agency.opened(Person.MINH, "APPROVING", "OFFICERS");
    agency.opened(Person.QUAN, "REGISTER", "CONTACTS");
    agency.opened(Person.QUAN, "REGISTER", "OFFICERS");
    passes(story);
  }

  @Test
  void whoeverDecidesOnAnInspectionSeesItWithoutAGrant() throws Exception {
    AccessStory inspection = LookBreaches.recorded(story, "inspection");
    inspection.opened(Person.LAN, "ANSWERING", "INSPECTION");
    inspection.opened(Person.HOA, "AUDIT", "INSPECTION");
    inspection.opened(Person.THU, "SUPERVISION", "INSPECTION");
    passes(story);
  }

  @Test
  void aSupervisorSeesADrillAndAnAuditorDoesNot() throws Exception {
    AccessStory drill = LookBreaches.recorded(story, "drill");
    drill.opened(Person.THU, "SUPERVISION", "DRILL");
    passes(story);
    drill.opened(Person.HOA, "AUDIT", "DRILL");
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void whoInformedUsIsForTheOfficersAlone() throws Exception {
    AccessStory notice = LookBreaches.recorded(story, "notice");
    notice.opened(Person.MINH, "COMPLAINT", "NOTICE");
    passes(story);
    notice.opened(Person.HOA, "INSPECTION", "NOTICE");
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aSupervisorSeesNoContacts() throws Exception {
    LookBreaches.registered(story).opened(Person.THU, "SUPERVISION", "CONTACTS");
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void anAdministratorSeesNoRequest() throws Exception {
    AccessStory.of(story.request().recorded()).opened(Person.QUAN, "REGISTER", "DETAIL");
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void keepingTheRegisterIsTheAdministratorsWork() throws Exception {
    AccessStory agency = LookBreaches.registered(story);
    agency.opened(Person.LAN, "REGISTER", "CONTACTS");
    finds(story, Rule.PURPOSE_OF_ROLE);
  }

  @Test
  void answeringIsNotTheAdministratorsWork() throws Exception {
    LookBreaches.registered(story).opened(Person.QUAN, "ANSWERING", "CONTACTS");
    finds(story, Rule.PURPOSE_OF_ROLE);
  }

  @Test
  void aRequestStillTakesAGrant() throws Exception {
    AccessStory.of(story.request().recorded()).opened(Person.HOA, "AUDIT", "DETAIL");
    finds(story, Rule.GRANT_MISSING);
  }

  @Test
  void thereIsNoGrantOfAnInspectionToName() throws Exception {
    AccessStory inspection = LookBreaches.recorded(story, "inspection");
    inspection.opened(Person.HOA, "AUDIT", "INSPECTION", AccessStory.grant(1));
    finds(story, Rule.GRANT_NOT_HELD);
  }

  @Test
  void anInspectionIsNotGranted() throws Exception {
    LookBreaches.recorded(story, "inspection").granted();
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void anAgencyIsNotGranted() throws Exception {
    LookBreaches.registered(story).granted();
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void anAgencyIsNotErasedLikeARequest() throws Exception {
    UUID policy = AccessStory.adopted(story, 0);
    LookBreaches.registered(story).erased(policy);
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void nothingIsSeenOfAnAgencyThatThereIsNot() throws Exception {
    String other = AgencyRegister.subject("CA-KHONG-CO");
    AccessStory.beside(story, other).opened(Person.QUAN, "REGISTER", "CONTACTS");
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void nothingIsSeenOfADrillThatThereIsNot() throws Exception {
    AccessStory.of(story, NONE).opened(Person.THU, "SUPERVISION", "DRILL");
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void aLookSaysOfWhatKindOfRecordItIs() throws Exception {
    AccessStory drill = LookBreaches.recorded(story, "drill");
    drill.opened(Person.THU, "SUPERVISION", "INSPECTION");
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void anAgencyHasNoDetailOfARequests() throws Exception {
    LookBreaches.registered(story).opened(Person.LAN, "ANSWERING", "DETAIL");
    finds(story, Rule.ACCESS_SUBJECT);
  }

  @Test
  void theFirstVersionKnowsNoContacts() throws Exception {
    AccessStory agency = LookBreaches.registered(story);
    String data =
        Payloads.object("purpose", Payloads.text("ANSWERING"), "what", Payloads.text("CONTACTS"));
    agency.add(Person.LAN, "record.viewed.v1", data);
    finds(story, Rule.DATA_INVALID);
  }

  @Test
  void whoeverReadsAReportSeesWhyItWasAmendedAndNamesNoGrant() throws Exception {
    ReportStory frozen = ReportStory.ofExample();
    frozen.freeze();
    Story told = frozen.story;
    AccessStory report = AccessStory.beside(told, ReportStory.SUBJECT);
    report.opened(Person.LAN, "ANSWERING", "REPORT");
    report.opened(Person.THU, "SUPERVISION", "REPORT");
    report.opened(Person.HOA, "AUDIT", "REPORT");
    passes(told);
    report.opened(Person.QUAN, "REGISTER", "REPORT");
    finds(told, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aRegularReportIsKnownByItsPeriod() throws Exception {
    for (String period : List.of("2026-h1", "2026")) {
      Story told = halfYear(period);
      AccessStory.beside(told, "report/" + period).opened(Person.HOA, "AUDIT", "REPORT");
      assertThat(ofAccess(told)).isEmpty();
      AccessStory.beside(told, "report/2026-h2").opened(Person.THU, "SUPERVISION", "REPORT");
      assertThat(ofAccess(told)).containsExactly(Rule.ACCESS_SUBJECT.id());
    }
  }

  @Test
  void aReportIsNotGranted() throws Exception {
    Story told = halfYear("2026-h1");
    AccessStory.beside(told, "report/2026-h1").granted();
    assertThat(ofAccess(told)).containsExactly(Rule.ACCESS_SUBJECT.id());
  }

  @Test
  void theSecondVersionKnowsNoReport() throws Exception {
    Story told = halfYear("2026-h1");
    String data =
        Payloads.object("purpose", Payloads.text("AUDIT"), "what", Payloads.text("REPORT"));
    AccessStory.beside(told, "report/2026-h1").add(Person.HOA, "record.viewed.v2", data);
    assertThat(ofAccess(told)).containsExactly(Rule.DATA_INVALID.id());
  }

  /** Frozen before it is over, which is found and does not matter here. */
  private static Story halfYear(String period) {
    ReportStory report = ReportStory.ofExample();
    report.subject = "report/" + period;
    report.kind = period.contains("-") ? "HALF_YEAR" : "YEAR";
    report.freeze();
    return report.story;
  }

  private List<String> ofAccess(Story told) throws Exception {
    return report(told).findings().stream()
        .map(Finding::rule)
        .filter(rule -> !rule.startsWith("report-"))
        .toList();
  }
}
