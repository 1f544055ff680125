package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.object;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Numbers without gaps, lists without stragglers, and nothing done while a question is open. */
class NumberingTest extends ConductTest {
  private final Story story = Story.withPolicy();

  private static String item(int ordinal, int from, int to) {
    return Demand.asked(ordinal, "SUBSCRIBER_DATA", from, to, "10");
  }

  private void recordedWith(String... items) {
    Demand demand = new Demand(story.now());
    demand.items.addAll(List.of(items));
    story.request().recorded(demand);
  }

  @Test
  void itemsStartAtOneWithoutGaps() throws Exception {
    recordedWith(item(1, 1, 1), item(3, 1, 1));
    finds(story, 2, Rule.ITEM_NUMBERING);
  }

  @Test
  void itemsGoOnWhereTheListBeforeEnded() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add("items.listed.v1", items(item(3, 1, 1)));
    request.due("ordinary", demand.receivedAt, 24);
    finds(story, 3, Rule.ITEM_NUMBERING);
  }

  @Test
  void targetsStartAtOneWithoutGaps() throws Exception {
    recordedWith(item(1, 2, 3));
    finds(story, 2, Rule.TARGET_NUMBERING);
  }

  @Test
  void targetsGoOnWhereTheListBeforeEnded() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.ordinary(story.now());
    request.record(demand);
    request.add("items.listed.v1", items(item(1, 2, 4)));
    request.due("ordinary", demand.receivedAt, 24);
    finds(story, 3, Rule.TARGET_NUMBERING);
  }

  @Test
  void documentsStartAtOneWithoutGaps() throws Exception {
    story.request().recorded(Demand.ordinary(story.now()).document(1).document(3));
    finds(story, 2, Rule.DOCUMENT_NUMBERING);
  }

  @Test
  void aCorrectionAddsTheNextItem() throws Exception {
    RequestStory request = story.request();
    UUID recorded = request.record(Demand.ordinary(story.now()));
    request.due("ordinary", story.now().minusSeconds(1), 24);
    request.both("correction", Payloads.correction(recorded, items(item(3, 1, 1))));
    findsFirst(story, Rule.ITEM_NUMBERING);
  }

  @Test
  void itemsAreListedInTheAppendOfTheRecording() throws Exception {
    story.request().recorded().add("items.listed.v1", items(item(2, 1, 1)));
    finds(story, Rule.ITEMS_LISTED_LATE);
  }

  @Test
  void nothingIsAcceptedWhileAClarificationIsOpen() throws Exception {
    RequestStory request = story.request().recorded().verified();
    UUID prepared = request.prepare("acceptance", items(Demand.scope(1, RequestStory.BOTH, 8)));
    request.add("clarification.asked.v1", object("question", Payloads.committed()));
    request.decide("acceptance", "approved", prepared);
    finds(story, Rule.CLARIFICATION_OPEN);
  }

  @Test
  void nothingIsPreparedForDeliveryWhileAClarificationIsOpen() throws Exception {
    RequestStory request = story.request().approved();
    request.add("clarification.asked.v1", object("question", Payloads.committed()));
    request.prepare("delivery", Payloads.delivery(Demand.part(1, 1, true, RequestStory.BOTH, 1)));
    finds(story, Rule.CLARIFICATION_OPEN);
  }

  @Test
  void aClarificationAnswersTheQuestionThatIsOpen() throws Exception {
    RequestStory request = story.request().recorded();
    request.add(
        "clarification.received.v1",
        object(
            "asked",
            Payloads.id(request.policyAtLeaf1()),
            "outcome",
            "\"WITHDRAWN\"",
            "answer",
            Payloads.committed()));
    finds(story, Rule.CLARIFICATION_NOT_ASKED);
  }
}
