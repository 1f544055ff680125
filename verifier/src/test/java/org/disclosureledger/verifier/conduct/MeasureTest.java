package org.disclosureledger.verifier.conduct;

import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.Payloads.measure;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Instant;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures last no longer than approved, and are given back to all they were taken on. */
class MeasureTest extends ConductTest {
  /** The period that {@link Demand#scope} approves. */
  private static final Instant FROM = Instant.parse("2026-01-02T00:00:00.000Z");

  private static final Instant UNTIL = Instant.parse("2026-01-20T00:00:00.000Z");

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  @BeforeEach
  void record() {
    Demand demand = new Demand(story.now()).item("SUSPENSION", 2, null);
    request.recorded(demand.item("TRAFFIC_DATA", 1, null)).verified();
  }

  @Test
  void aMeasureOfExactlyTheApprovedTime() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", FROM, UNTIL, 1, 1, 2));
    passes(story);
  }

  @Test
  void aMeasureDoesNotBeginBeforeTheTimeApproved() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", FROM.minusMillis(1), UNTIL, 1, 1, 2));
    findsFirst(story, Rule.MEASURE_PERIOD);
  }

  @Test
  void aMeasureDoesNotEndAfterTheTimeApproved() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", FROM, UNTIL.plusMillis(1), 1, 1, 2));
    findsFirst(story, Rule.MEASURE_PERIOD);
  }

  @Test
  void aMeasureWithoutEndIsLongerThanAnyApprovedTime() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", FROM, null, 1, 1, 2));
    findsFirst(story, Rule.MEASURE_PERIOD);
  }

  private static Story endless(String kind, String measure) {
    Story each = new Story();
    RequestStory other = each.request();
    other.record(new Demand(each.now()).item(kind, 2, null));
    other.deadline("NONE", null);
    other.verified().accepted();
    other.both("measure", measure(measure, FROM, null, 1, 1, 2));
    return each;
  }

  @Test
  void aNetworkIsTakenOverNoLongerThanApproved() throws Exception {
    Story endless = endless("MOBILISATION", "MOBILISE");
    findsFirst(endless, Rule.MEASURE_PERIOD);
  }

  @ParameterizedTest
  @CsvSource({"PRESERVATION, PRESERVE", "TAKEDOWN, TAKE_DOWN"})
  void thePeriodOfWhatIsKeptOrTakenDownSaysWhichDataIsMeant(String kind, String measure)
      throws Exception {
    passes(endless(kind, measure));
  }

  @Test
  void whereNoTimeWasApprovedAMeasureMayHaveNoEnd() throws Exception {
    Demand demand = new Demand(story.now());
    demand.items.add(
        Demand.asked(1, "SUSPENSION", 1, 2, null)
            .replace(",\"period\":" + Demand.january(1, 31), ""));
    RequestStory open = story.request().recorded(demand).verified();
    open.both("acceptance", items(Demand.scope(1, BOTH, codes("SUBSCRIBER_NAME"), null, 1)));
    open.both("measure", measure("SUSPEND", FROM.minusSeconds(9), null, 1, 1, 2));
    passes(story);
  }

  @Test
  void givingBackIsBoundToNoTime() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", FROM, UNTIL, 1, 1, 2));
    request.both("measure", measure("RESTORE", UNTIL.plusSeconds(1), null, 1, 1, 2));
    passes(story);
  }

  @Test
  void aMeasureEndsAfterItBegins() throws Exception {
    request.accepted();
    request.prepare("measure", measure("SUSPEND", UNTIL, FROM, 1, 1, 2));
    finds(story, Rule.PERIOD_REVERSED);
  }

  @Test
  void nobodyIsForgottenWhenItIsGivenBack() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", 1, 1, 2));
    request.both("measure", measure("RESTORE", 1, 2));
    findsFirst(story, Rule.MEASURE_LEFT);
  }

  @Test
  void nothingIsGivenBackToOthersThanWereApproved() throws Exception {
    request.accepted();
    request.both("measure", measure("SUSPEND", 1, 1, 2));
    request.both("measure", measure("RESTORE", 1, 1, 2, 3));
    findsFirst(story, Rule.MEASURE_SCOPE);
  }
}
