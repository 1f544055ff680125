package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.Payloads.text;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Ways round a gate: corrections, reopening, cancelling, linking, and older versions. */
class SidePathTest extends ConductTest {
  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final RequestStory request = story.request();

  private UUID recorded(Demand demand) {
    UUID recorded = request.record(demand);
    request.due("ordinary", demand.receivedAt, 24);
    request.verified();
    return recorded;
  }

  private UUID recorded() {
    return recorded(Demand.ordinary(received));
  }

  private static String item(int ordinal) {
    return Demand.asked(ordinal, "SUBSCRIBER_DATA", 1, 2, "10");
  }

  @Test
  void anAnsweredItemIsNotCorrectedWithoutReopening() throws Exception {
    UUID recorded = recorded(Demand.ordinary(received).item("TRAFFIC_DATA", 1, null));
    request.accepted();
    request.delivered(1, true, 3);
    request.both("correction", Payloads.correction(recorded, "REPORTABLE", items(item(1))));
    findsFirst(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void aMeasureInForceIsNotCorrectedAway() throws Exception {
    Demand demand = new Demand(received).item("SUSPENSION", 2, null);
    UUID recorded = recorded(demand.item("TRAFFIC_DATA", 1, null));
    request.accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
    String changed = Demand.asked(1, "SUSPENSION", 1, 1, null);
    request.both("correction", Payloads.correction(recorded, items(changed)));
    findsFirst(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void anAnsweredRequestGetsNoNewItemByCorrection() throws Exception {
    UUID recorded = recorded();
    request.both("refusal", Payloads.refusal(1));
    request.both("correction", Payloads.correction(recorded, items(item(2))));
    findsFirst(story, Rule.ITEM_ANSWERED);
  }

  @Test
  void aCorrectionNamesAnItemOnce() throws Exception {
    UUID recorded = recorded();
    request.prepare("correction", Payloads.correction(recorded, items(item(1), item(1))));
    finds(story, Rule.ITEM_REPEATED);
  }

  @Test
  void theAgencyCorrectedIsVerifiedAnewWhateverOfItChanged() throws Exception {
    UUID recorded = recorded();
    String agency =
        object("code", text(Demand.AGENCY), "kind", text("COURT"), "unit", Payloads.committed());
    String changes = object("requestingAgency", agency, "items", "[]");
    request.both("correction", Payloads.correction(recorded, changes));
    request.accepted();
    findsFirst(story, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void aReceiptCorrectedToADayBeforeTheAgencyWasVoidsTheVerification() throws Exception {
    Story registered = registered();
    RequestStory early = registered.request();
    UUID recorded = early.record(Demand.ordinary(registered.now()));
    early.due("ordinary", registered.now().minusSeconds(1), 24);
    early.verified();
    String changes = object("receivedAt", text("2025-02-28T00:00:00.000Z"), "items", "[]");
    early.both("correction", Payloads.correction(recorded, changes));
    early.accepted();
    findsFirst(registered, Rule.AUTHORITY_NOT_VERIFIED);
  }

  @Test
  void aRequestIsNotReopenedBehindAWaitingAct() throws Exception {
    recorded(Demand.ordinary(received).item("TRAFFIC_DATA", 1, null));
    request.both("refusal", Payloads.refusal(2));
    request.prepare("acceptance", items(Demand.scope(1, BOTH, 8)));
    request.add("request.reopened.v1", Payloads.reopened(2));
    finds(story, Rule.ACT_OPEN);
  }

  @Test
  void anAnsweredRequestIsNotCancelled() throws Exception {
    recorded();
    request.both("refusal", Payloads.refusal(1));
    request.add("request.cancelled.v1", Payloads.cancelled());
    finds(story, Rule.NO_OPEN_ITEM);
  }

  @Test
  void anAnsweredRequestIsNotAskedAbout() throws Exception {
    recorded();
    request.both("refusal", Payloads.refusal(1));
    request.add("clarification.asked.v1", Payloads.question());
    finds(story, Rule.NO_OPEN_ITEM);
  }

  @Test
  void anAnsweredRequestIsNotExtended() throws Exception {
    recorded();
    request.both("refusal", Payloads.refusal(1));
    Instant later = received.plus(Duration.ofHours(30));
    UUID extension = request.both("extension", Payloads.extension(later));
    long prepared = story.last() - 1;
    request.extendedTo(extension, later);
    finds(story, prepared, Rule.NO_OPEN_ITEM);
  }

  @Test
  void nothingStandsInTheWayOfWhatIsAnswered() throws Exception {
    recorded(Demand.ordinary(received).item("TRAFFIC_DATA", 1, null));
    request.both("refusal", Payloads.refusal(2));
    request.add("obstacle.reported.v1", Payloads.obstacle(1, 2));
    finds(story, Rule.NO_OPEN_ITEM);
  }

  @Test
  void aRequestIsLinkedToAnother() throws Exception {
    recorded();
    RequestStory other = story.request().recorded();
    other.add("request.linked.v1", Payloads.linked(request.number()));
    passes(story);
    other.add("request.linked.v1", Payloads.linked(other.number()));
    finds(story, Rule.LINK_REQUEST);
  }

  @Test
  void aRequestIsLinkedToOneThatThereIs() throws Exception {
    recorded();
    request.add("request.linked.v1", Payloads.linked(request.policyAtLeaf1()));
    finds(story, Rule.LINK_REQUEST);
  }

  @Test
  void anOralEmergencyDoesNotHideInTheFirstVersion() throws Exception {
    recorded();
    Demand demand = Demand.oral(story.now());
    demand.version = 1;
    RequestStory said = story.request();
    said.record(demand);
    long leaf = story.last();
    said.due("emergency", demand.receivedAt, 3);
    finds(story, leaf, Rule.VERSION_OUTDATED);
  }

  @Test
  void whoWritesAnythingNewerDoesNotRecordInTheFirstVersion() throws Exception {
    older(story.request());
    sound(story);
    request.add("reminder.issued.v1", object("text", Payloads.committed()));
    older(story.request());
    assertThat(report(story).findings())
        .extracting(Finding::rule)
        .contains(Rule.VERSION_OUTDATED.id());
  }

  /** As the first release wrote it. */
  private static void older(RequestStory older) {
    Demand demand = Demand.ordinary(older.story.now());
    demand.version = 1;
    older.record(demand);
    older.firstDue(demand.receivedAt);
  }

  @Test
  void aDocumentAboveSecrecyNormalIsNotRecorded() throws Exception {
    Demand demand = Demand.ordinary(received).document(1);
    demand.secrecy = "SECRET";
    request.record(demand);
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.SECRECY_CONTENT);
  }

  @Test
  void aDocumentAboveSecrecyNormalIsNotAttachedLater() throws Exception {
    Demand demand = Demand.ordinary(received);
    demand.secrecy = "CONFIDENTIAL";
    recorded(demand);
    request.add("document.attached.v1", Payloads.attached(request.policyAtLeaf1()));
    finds(story, Rule.SECRECY_CONTENT);
  }

  @Test
  void anItemGoesOnAsItBegan() throws Exception {
    request.record(Demand.ordinary(received));
    String wider = Demand.asked(1, "SUBSCRIBER_DATA", 3, 4, "1000");
    request.add("items.listed.v1", items(wider));
    long leaf = story.last();
    request.due("ordinary", received, 24);
    finds(story, leaf, Rule.ITEM_DIFFERS);
  }

  @Test
  void aRoleOfTheSystemIsNoPersonsAndTheOtherWayRound() throws Exception {
    for (Person who :
        new Person[] {
          Person.QUAN.as(org.disclosureledger.format.ActorRole.SYSTEM),
          Person.TIMER.as(org.disclosureledger.format.ActorRole.ADMIN)
        }) {
      Story each = new Story();
      each.add("policy", who, "policy.adopted.v1", Payloads.policy(Story.ORDINARY));
      finds(each, Rule.ROLE_NOT_ALLOWED);
    }
  }
}
