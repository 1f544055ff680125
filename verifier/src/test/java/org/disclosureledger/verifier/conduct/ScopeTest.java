package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Demand.january;
import static org.disclosureledger.verifier.conduct.Demand.part;
import static org.disclosureledger.verifier.conduct.Demand.scope;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.delivery;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.ordinals;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** No more approved than asked, no more handed over than approved. */
class ScopeTest extends ConductTest {
  private static final String NAME = codes("SUBSCRIBER_NAME");

  private final Story story = Story.withPolicy();

  @Test
  void moreIsApprovedThanAskedInAnyRespect() throws Exception {
    List<String> wider =
        List.of(
            scope(1, ordinals(1, 3), 8),
            scope(1, ordinals(), 8),
            scope(1, BOTH, codes("SUBSCRIBER_NAME", "CALL_RECORD"), january(2, 20), 8),
            scope(
                1,
                BOTH,
                NAME,
                "{\"from\":\"2025-12-31T23:59:59.999Z\",\"to\":\"2026-01-02T00:00:00.000Z\"}",
                8),
            scope(1, BOTH, NAME, null, 8),
            scope(1, BOTH, 11));
    for (String scope : wider) {
      Story each = Story.withPolicy();
      each.request().recorded().verified().both("acceptance", items(scope));
      findsFirst(each, Rule.ACCEPTANCE_SCOPE);
    }
  }

  @Test
  void moreIsHandedOverThanApprovedInAnyRespect() throws Exception {
    List<String> wider =
        List.of(
            part(1, 1, true, ordinals(2, 3), 1),
            part(1, 1, true, ordinals(), 1),
            part(1, 1, true, BOTH, codes("PHONE_NUMBER"), january(2, 20), 1),
            part(1, 1, true, BOTH, NAME, january(2, 21), 1),
            part(1, 1, true, BOTH, NAME, null, 1));
    for (String part : wider) {
      Story each = Story.withPolicy();
      each.request().approved().both("delivery", delivery(part));
      findsFirst(each, Rule.DELIVERY_SCOPE);
    }
  }

  @Test
  void theReportNamesOnlyWhatDiffers() throws Exception {
    story.request().approved().both("delivery", delivery(part(1, 1, true, ordinals(2, 3), 1)));
    var finding = findsFirst(story, Rule.DELIVERY_SCOPE);
    assertThat(finding.expected()).isEqualTo("item 1 within targets 1 2; 8 records");
    assertThat(finding.found()).isEqualTo("targets 2 3; 1 records");
  }

  @Test
  void recordsCountOverAllPartsThatDidNotFail() throws Exception {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 5);
    UUID lost = request.delivered(2, false, 3);
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.delivered(3, true, 4);
    findsFirst(story, Rule.DELIVERY_COUNT);
  }

  @Test
  void anItemNamedTwiceInADeliveryIsFoundAndCountedTwice() throws Exception {
    RequestStory request = story.request().approved();
    request.both("delivery", delivery(part(1, 1, false, BOTH, 4), part(1, 2, true, BOTH, 4)));
    findsFirst(story, Rule.ITEM_REPEATED);
  }

  @Test
  void anEmptyPartClosesOnlyWhatWasSentInParts() throws Exception {
    story.request().approved().delivered(1, true, 0);
    findsFirst(story, Rule.DELIVERY_EMPTY);
  }

  @Test
  void anItemNeverApprovedIsNotDelivered() throws Exception {
    story.request().recorded().verified().delivered(1, true, 3);
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void anItemNeverApprovedIsNotDeclaredWithoutData() throws Exception {
    story.request().recorded().verified().both("nodata", Payloads.noData(1));
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void whereAPartWasSentThereWasData() throws Exception {
    RequestStory request = story.request().approved();
    request.delivered(1, false, 3);
    request.both("nodata", Payloads.noData(1));
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void anAnsweredItemIsNotDeliveredRefusedOrAcceptedAgain() throws Exception {
    for (String act : List.of("delivery", "refusal", "nodata", "acceptance")) {
      Story each = Story.withPolicy();
      RequestStory request = each.request().approved();
      request.delivered(1, true, 3);
      request.both(
          act,
          switch (act) {
            case "delivery" -> delivery(part(1, 2, true, BOTH, 1));
            case "refusal" -> Payloads.refusal(1);
            case "nodata" -> Payloads.noData(1);
            default -> items(scope(1, BOTH, 8));
          });
      findsFirst(each, Rule.ITEM_ANSWERED);
    }
  }

  @Test
  void anAcceptedItemIsNotAcceptedAgain() throws Exception {
    story.request().approved().accepted();
    findsFirst(story, Rule.ITEM_NOT_PENDING);
  }

  @Test
  void anActNamesItemsThatThereAre() throws Exception {
    story.request().recorded().both("refusal", Payloads.refusal(2));
    findsFirst(story, Rule.ITEM_UNKNOWN);
  }

  @Test
  void anItemIsNamedOnceInAnAct() throws Exception {
    String twice = items(scope(1, BOTH, 8), scope(1, BOTH, 7));
    RequestStory request = story.request().recorded().verified();
    request.both("acceptance", twice);
    assertThat(report(story).findings()).extracting("rule").contains("item-repeated");
  }

  @Test
  void eachMeasureHasItsKindOfItem() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("PRESERVE", 1, 1));
    findsFirst(story, Rule.MEASURE_KIND);
  }

  @Test
  void whatAMeasureAnswersIsNotDelivered() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("TAKEDOWN", 2, null)).verified().accepted();
    request.delivered(1, true, 3);
    findsFirst(story, Rule.MEASURE_KIND);
  }

  @Test
  void aMeasureStaysWithinTheApprovedTargets() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 3, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 3));
    findsFirst(story, Rule.MEASURE_SCOPE);
  }

  @Test
  void aMeasureTakesAnApprovedItem() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 3, null)).verified();
    request.both("measure", Payloads.measure("SUSPEND", 1, 3));
    findsFirst(story, Rule.ITEM_NOT_APPROVED);
  }

  @Test
  void whatIsGivenBackWasInForce() throws Exception {
    RequestStory request = story.request();
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 2));
    request.both("measure", Payloads.measure("RESTORE", 1, 2));
    request.both("measure", Payloads.measure("RESTORE", 1, 2));
    findsFirst(story, Rule.MEASURE_NOT_IN_FORCE);
  }

  @Test
  void partsAreNumberedFailedOnesIncluded() throws Exception {
    RequestStory request = story.request().approved();
    UUID lost = request.delivered(1, true, 3);
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    request.delivered(1, true, 3);
    findsFirst(story, Rule.DELIVERY_PART);
  }
}
