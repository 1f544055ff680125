package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Acceptances and deliveries of the second version, which go on in lists. */
class ActListTest extends ConductTest {
  private static final String ACCEPTANCE = "acceptance.prepared.v2";
  private static final String DELIVERY = "delivery.prepared.v2";
  private static final String SCOPES = "scope.listed.v1";
  private static final String PARTS = "delivery.listed.v1";

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  /** Three items of two targets each, at most 10 records. */
  private void verified() {
    Demand demand = Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10");
    request.recorded(demand.item("FIGURES", 2, "10")).verified();
  }

  private static String scope(int item) {
    return Demand.scope(item, BOTH, 8);
  }

  private static String part(int item) {
    return Demand.part(item, 1, true, BOTH, 3);
  }

  /** Of item 1, with so many lists behind it. */
  private UUID acceptance(int lists) {
    return request.add(ACCEPTANCE, items(lists, scope(1)));
  }

  private void scopes(UUID prepared, int list, String... scopes) {
    request.add(SCOPES, Payloads.listed(prepared, list, scopes));
  }

  private void parts(UUID prepared, int list, String... parts) {
    request.add(PARTS, Payloads.listed(prepared, list, parts));
  }

  private void approved(UUID prepared) {
    request.decide("acceptance", "approved", prepared);
  }

  private void accepted() {
    verified();
    UUID prepared = acceptance(2);
    scopes(prepared, 1, scope(2));
    scopes(prepared, 2, scope(3));
    approved(prepared);
  }

  @Test
  void theSecondPersonDecidesOnAllLists() throws Exception {
    accepted();
    UUID prepared = request.add(DELIVERY, Payloads.delivery(1, part(3)));
    parts(prepared, 1, part(1), part(2));
    request.decide("delivery", "dispatched", prepared);
    request.closed();
    passes(story);
  }

  @Test
  void aReturnedActTakesItsListsAlong() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    scopes(prepared, 1, scope(2));
    request.decide("acceptance", "returned", prepared);
    request.both("delivery", Payloads.delivery(part(2)));
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void anEmergencyGoesOnInListsToo() throws Exception {
    Story told = registered();
    RequestStory oral = told.request();
    Demand demand = Demand.oral(told.now()).item("SUBSCRIBER_DATA", 2, "10");
    oral.record(demand);
    oral.due("emergency", demand.receivedAt, 3);
    oral.confirmBy("confirm", demand.receivedAt, 24);
    oral.add("authority.verified.v1", Payloads.verified("CALL_BACK", CONTACT));
    UUID prepared = oral.add("emergency.prepared.v2", items(1, scope(1)));
    oral.add(SCOPES, Payloads.listed(prepared, 1, scope(2)));
    oral.decide("emergency", "approved", prepared);
    oral.both("delivery", Payloads.delivery(part(2)));
    passes(told);
  }

  @Test
  void whatAListAcceptsLiesWithinWhatWasAsked() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    String wide = Demand.scope(2, BOTH, codes("CALL_RECORD"), Demand.january(2, 20), 8);
    long first = story.last();
    scopes(prepared, 1, wide);
    finds(story, first, Rule.ACCEPTANCE_SCOPE);
    approved(prepared);
    finds(story, first, Rule.ACCEPTANCE_SCOPE);
  }

  @Test
  void whatAListDeliversLiesWithinWhatWasAccepted() throws Exception {
    accepted();
    UUID prepared = request.add(DELIVERY, Payloads.delivery(1, part(1)));
    long first = story.last();
    parts(prepared, 1, Demand.part(2, 1, true, BOTH, 9));
    request.decide("delivery", "dispatched", prepared);
    finds(story, first, Rule.DELIVERY_COUNT);
  }

  @Test
  void anItemIsNotListedTwice() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    long first = story.last();
    scopes(prepared, 1, scope(1));
    approved(prepared);
    finds(story, first, Rule.ITEM_REPEATED);
  }

  @Test
  void aPeriodInAListIsInOrder() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    scopes(prepared, 1, Demand.scope(2, BOTH, codes("SUBSCRIBER_NAME"), Demand.january(20, 2), 8));
    finds(story, Rule.PERIOD_REVERSED);
  }

  @Test
  void aListIsOfAnAct() throws Exception {
    verified();
    scopes(new UUID(0x7000L, 0x8000_0000_0000_0001L), 1, scope(1));
    finds(story, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListIsOfItsOwnKind() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    long stray = story.last() + 1;
    parts(prepared, 1, part(2));
    scopes(prepared, 1, scope(2));
    finds(story, stray, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedLater() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    scopes(prepared, 1, scope(2));
    scopes(prepared, 2, scope(3));
    finds(story, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedWhenSomethingElseHasCome() throws Exception {
    verified();
    UUID prepared = acceptance(0);
    request.by(Person.THU, "reminder.issued.v1", object("text", Payloads.committed()));
    scopes(prepared, 1, scope(2));
    finds(story, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListOutOfOrderIsFound() throws Exception {
    verified();
    UUID prepared = acceptance(2);
    long stray = story.last() + 1;
    scopes(prepared, 2, scope(3));
    scopes(prepared, 1, scope(2));
    scopes(prepared, 2, scope(3));
    finds(story, stray, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListIsNotAddedByTheSecondPerson() throws Exception {
    verified();
    UUID prepared = acceptance(1);
    long stray = story.last() + 1;
    request.by(Person.MINH, SCOPES, Payloads.listed(prepared, 1, scope(2)));
    scopes(prepared, 1, scope(2));
    finds(story, stray, Rule.ACT_LIST_STRAY);
  }

  @Test
  void aListIsNotMissing() throws Exception {
    verified();
    UUID prepared = acceptance(2);
    long first = story.last();
    scopes(prepared, 1, scope(2));
    approved(prepared);
    finds(story, first, Rule.ACT_LIST_MISSING);
  }

  @Test
  void aListOfADeliveryIsNotMissingAtTheEndOfTheLedgerEither() throws Exception {
    accepted();
    request.add(DELIVERY, Payloads.delivery(1, part(1)));
    finds(story, Rule.ACT_LIST_MISSING);
  }
}
