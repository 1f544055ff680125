package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Corrections of the second version: their lists, and the members that the first one lacked. */
class CorrectionListTest extends ConductTest {
  private static final String PREPARED = "correction.prepared.v2";
  private static final String LISTED = "correction.listed.v1";

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();
  private final UUID recorded = record();

  private UUID record() {
    Instant received = story.now();
    UUID id = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    return id;
  }

  private static String item(int ordinal, int from, int to) {
    return Demand.asked(ordinal, "SUBSCRIBER_DATA", from, to, "10");
  }

  /** Of item 1 with two targets, and so many lists behind it. */
  private UUID prepare(int lists) {
    return request.add(PREPARED, Payloads.correction(recorded, lists, items(item(1, 1, 2))));
  }

  private UUID listed(UUID prepared, int list, String... items) {
    return request.add(LISTED, Payloads.listed(prepared, list, items));
  }

  private void approved(UUID prepared) {
    request.decide("correction", "approved", prepared);
  }

  @Test
  void theSecondPersonDecidesOnAllLists() throws Exception {
    UUID prepared = prepare(2);
    listed(prepared, 1, item(1, 3, 5), item(2, 1, 1));
    listed(prepared, 2, item(3, 1, 3));
    approved(prepared);
    request.verified();
    request.both(
        "acceptance",
        items(
            Demand.scope(1, Payloads.ordinals(1, 2, 3, 4, 5), 10),
            Demand.scope(2, Payloads.ordinals(1), 5),
            Demand.scope(3, Payloads.ordinals(3), 5)));
    passes(story);
    request.both("acceptance", items(Demand.scope(4, Payloads.ordinals(1), 5)));
    findsFirst(story, Rule.ITEM_UNKNOWN);
  }

  @Test
  void aListsPeriodsEndAfterTheyBegin() throws Exception {
    UUID prepared = prepare(1);
    listed(prepared, 1, item(2, 1, 1).replace("2026-01-31", "2025-12-31"));
    finds(story, Rule.PERIOD_REVERSED);
  }

  @Test
  void whatAListCorrectsIsNotDeliveredOnItsOldApproval() throws Exception {
    request.verified().accepted();
    UUID prepared = request.add(PREPARED, Payloads.correction(recorded, 1, object("items", "[]")));
    listed(prepared, 1, item(1, 1, 2));
    approved(prepared);
    request.delivered(1, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void aListIsOfACorrection() throws Exception {
    listed(new UUID(0x7000L, 0x8000_0000_0000_0001L), 1, item(1, 1, 2));
    finds(story, Rule.CORRECTION_LIST_STRAY);
  }

  @Test
  void aListIsOfTheCorrectionBeforeIt() throws Exception {
    UUID returned = prepare(0);
    request.decide("correction", "returned", returned);
    UUID prepared = prepare(1);
    long stray = story.last() + 1;
    listed(returned, 1, item(1, 3, 3));
    listed(prepared, 1, item(1, 3, 3));
    finds(story, stray, Rule.CORRECTION_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedLater() throws Exception {
    UUID prepared = prepare(1);
    listed(prepared, 1, item(1, 3, 3));
    listed(prepared, 2, item(2, 1, 1));
    finds(story, Rule.CORRECTION_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedWhenSomethingElseHasCome() throws Exception {
    UUID prepared = prepare(0);
    request.by(Person.THU, "reminder.issued.v1", object("text", Payloads.committed()));
    listed(prepared, 1, item(1, 3, 3));
    finds(story, Rule.CORRECTION_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedByTheSecondPerson() throws Exception {
    UUID prepared = prepare(2);
    listed(prepared, 1, item(1, 3, 3));
    long stray = story.last() + 1;
    request.by(Person.MINH, LISTED, Payloads.listed(prepared, 2, item(1, 4, 4)));
    listed(prepared, 2, item(1, 4, 4));
    finds(story, stray, Rule.CORRECTION_LIST_STRAY);
  }

  @Test
  void aListIsNotMissing() throws Exception {
    UUID prepared = prepare(2);
    long first = story.last();
    listed(prepared, 1, item(1, 3, 3));
    approved(prepared);
    finds(story, first, Rule.CORRECTION_LIST_MISSING);
  }

  @Test
  void aListIsNotMissingAtTheEndOfTheLedgerEither() throws Exception {
    prepare(1);
    finds(story, Rule.CORRECTION_LIST_MISSING);
  }

  @Test
  void onlyARecordingIsListedOn() throws Exception {
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    long prepared = story.last() + 1;
    listed(request.add(PREPARED, Payloads.correction(asked, 1, null)), 1, item(1, 1, 2));
    finds(story, prepared, Rule.CORRECTION_CHANGES);
  }

  @Test
  void targetsGoOnWithoutGaps() throws Exception {
    UUID prepared = prepare(1);
    listed(prepared, 1, item(1, 4, 4));
    finds(story, Rule.TARGET_NUMBERING);
  }

  @Test
  void anItemIsNotListedTwice() throws Exception {
    UUID prepared = prepare(1);
    listed(prepared, 1, item(2, 1, 1), item(1, 1, 1));
    finds(story, Rule.ITEM_REPEATED);
  }

  @Test
  void anItemThatGoesOnStaysTheSame() throws Exception {
    UUID prepared = prepare(1);
    listed(prepared, 1, Demand.asked(1, "TRAFFIC_DATA", 3, 3, "10"));
    finds(story, Rule.ITEM_DIFFERS);
  }

  @Test
  void itemsOfAClosedRequestAreNotCorrectedByAList() throws Exception {
    request.both("refusal", Payloads.refusal(1));
    request.closed();
    UUID prepared = request.add(PREPARED, Payloads.correction(recorded, 1, object("items", "[]")));
    long first = story.last();
    listed(prepared, 1, item(1, 1, 2));
    finds(story, first, Rule.EVENT_AFTER_CLOSE);
    approved(prepared);
    finds(story, first, Rule.EVENT_AFTER_CLOSE);
  }

  @Test
  void whatWasApprovedForOneAgencyIsNotDeliveredToAnother() throws Exception {
    request.verified().accepted();
    corrected(object("receivingAgency", text("CA-T-KHAC"), "items", "[]"));
    request.delivered(1, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void whatIsNoEmergencyAnyMoreIsNotAcceptedAsOne() throws Exception {
    Story told = registered();
    RequestStory oral = told.request();
    oral.recordedOrally();
    UUID recording = oral.recording();
    oral.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    oral.both("emergency", items(Demand.scope(1, BOTH, 8)));
    UUID prepared =
        oral.add(
            PREPARED,
            Payloads.correction(recording, 0, object("emergency", "false", "items", "[]")));
    oral.decide("correction", "approved", prepared);
    oral.both("emergency", items(Demand.scope(1, BOTH, 8)));
    findsFirst(told, Rule.EMERGENCY_NOT_CLAIMED);
  }

  @Test
  void anOralDemandStaysOralWhateverIsCorrected() throws Exception {
    Story told = registered();
    RequestStory oral = told.request();
    oral.recordedOrally();
    UUID recording = oral.recording();
    oral.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    UUID prepared =
        oral.add(
            PREPARED,
            Payloads.correction(
                recording,
                0,
                object("channel", text("EMAIL"), "emergency", "false", "items", "[]")));
    oral.decide("correction", "approved", prepared);
    oral.accepted();
    findsFirst(told, Rule.ORAL_NOT_CONFIRMED);
  }

  @Test
  void dueTimesRestOnWhatWasFirstRecorded() throws Exception {
    Instant later = story.now().plusSeconds(90_000);
    corrected(
        object(
            "priority",
            text("HIGH"),
            "emergency",
            "true",
            "secrecy",
            text("SECRET"),
            "dueStated",
            Payloads.time(later),
            "items",
            "[]"));
    passes(story);
    request.deadline("STATED", later);
    finds(story, Rule.DEADLINE_AGAIN);
  }

  private void corrected(String changes) {
    approved(request.add(PREPARED, Payloads.correction(recorded, 0, changes)));
  }

  @Test
  void whatIsSecretByCorrectionGetsNoDocuments() throws Exception {
    corrected(object("secrecy", text("SECRET"), "items", "[]"));
    request.add("document.attached.v1", Payloads.attached(recorded));
    finds(story, Rule.SECRECY_CONTENT);
  }
}
