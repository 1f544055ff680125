package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.codes;
import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;

/** Due times that are not what the ledger's own policy gives. */
class DeadlineTest extends ConductTest {
  private static final Duration DAY = Duration.ofHours(24);

  private final Story story = Story.withPolicy();

  private static Story of(String... rows) {
    Story story = new Story();
    story.adopt(rows);
    return story;
  }

  private static RequestStory recording(Story story) {
    RequestStory request = story.request();
    request.record(Demand.ordinary(story.now()));
    return request;
  }

  private static Instant received(Story story) {
    return story.now().minusSeconds(1);
  }

  @Test
  void aRecordingHasADueTimeDirectlyBehindIt() throws Exception {
    RequestStory request = recording(story);
    long leaf = story.last();
    Instant received = received(story);
    request.verified();
    finds(story, leaf, Rule.DEADLINE_MISSING);
    request.due("ordinary", received, 24);
    assertThat(report(story).findings())
        .extracting(finding -> finding.rule() + " at " + finding.leaf())
        .containsExactly("deadline-missing at " + leaf, "deadline-again at " + story.last());
  }

  @Test
  void theLedgersLastRecordingHasOneToo() throws Exception {
    recording(story);
    finds(story, Rule.DEADLINE_MISSING);
  }

  @Test
  void anOralEmergencyHasADueTimeToConfirmBy() throws Exception {
    RequestStory request = story.request();
    Demand demand = Demand.oral(story.now());
    request.record(demand);
    long leaf = story.last();
    request.due("emergency", demand.receivedAt, 3);
    request.verified();
    finds(story, leaf, Rule.DEADLINE_MISSING);
  }

  @Test
  void withoutARowAnOralEmergencyIsConfirmedWithinADay() throws Exception {
    Story each = new Story();
    byDefault(each, "CONFIRM_IN_WRITING", 24, DAY);
    sound(each);
    Story hours = new Story();
    byDefault(hours, "CONFIRM_IN_WRITING", 48, DAY.multipliedBy(2));
    finds(hours, Rule.DEADLINE_DUE);
    Story later = new Story();
    byDefault(later, "CONFIRM_IN_WRITING", 24, DAY.plusMillis(1));
    finds(later, Rule.DEADLINE_DUE);
    Story none = new Story();
    RequestStory request = none.request();
    request.record(Demand.oral(none.now()));
    request.deadline("NONE", null);
    finds(none, none.last() - 1, Rule.DEADLINE_MISSING);
    Story policy = Story.withPolicy();
    byDefault(policy, "CONFIRM_IN_WRITING", 24, DAY);
    finds(policy, Rule.DEADLINE_BASIS);
  }

  @Test
  void anAnswerIsDueByNoDefault() throws Exception {
    Story each = new Story();
    RequestStory request = each.request();
    Demand demand = Demand.ordinary(each.now());
    request.record(demand);
    request.byDefault("ANSWER", demand.receivedAt, 24, demand.receivedAt.plus(DAY));
    finds(each, Rule.DATA_INVALID);
  }

  private static void byDefault(Story story, String purpose, int hours, Duration within) {
    RequestStory request = story.request();
    Demand demand = Demand.oral(story.now());
    request.record(demand);
    if (story.last() == 2) {
      request.due("emergency", demand.receivedAt, 3);
    } else {
      request.deadline("NONE", null);
    }
    request.byDefault(purpose, demand.receivedAt, hours, demand.receivedAt.plus(within));
  }

  @Test
  void theDueTimeOfTheRecordingIsNotSetAgainAfterACorrection() throws Exception {
    RequestStory request = story.request();
    Instant received = story.now();
    UUID recorded = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    Instant earlier = received.minus(DAY);
    String changes = Payloads.object("receivedAt", Payloads.time(earlier), "items", "[]");
    request.both("correction", Payloads.correction(recorded, changes));
    request.due("ordinary", earlier, 24);
    finds(story, Rule.DEADLINE_AGAIN);
  }

  @Test
  void aRecomputationStartsFromTheOriginalReceipt() throws Exception {
    RequestStory request = story.request();
    Instant received = story.now();
    UUID recorded = request.record(Demand.ordinary(received));
    request.due("ordinary", received, 24);
    Instant later = received.plus(DAY);
    story.later(DAY);
    String changes = Payloads.object("receivedAt", Payloads.time(later), "items", "[]");
    request.both("correction", Payloads.correction(recorded, changes));
    request.byPolicy("ANSWER", "RECOMPUTATION", "ordinary", 1, later, 24);
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void aDueTimeNamesThePolicyAdoptedLast() throws Exception {
    story.adopt(Story.ORDINARY);
    recording(story).due("ordinary", received(story), 24);
    finds(story, Rule.DEADLINE_POLICY);
  }

  @Test
  void aDueTimeNamesARowThatExists() throws Exception {
    recording(story).due("other", received(story), 24);
    finds(story, Rule.DEADLINE_ROW);
  }

  @Test
  void aRowForEmergenciesIsNotForOthers() throws Exception {
    recording(story).due("emergency", received(story), 3);
    finds(story, Rule.DEADLINE_ROW);
  }

  @Test
  void aRowForAnotherKindOfItemDoesNotApply() throws Exception {
    Story each = of(row("other", codes("FIGURES"), null, "ANSWER", 24));
    recording(each).due("other", received(each), 24);
    finds(each, Rule.DEADLINE_ROW);
  }

  @Test
  void aRowIsInForceOnTheDayOfReceiptWhereTheAgencyIs() throws Exception {
    // 18:00 UTC is 01:00 of the next day there.
    for (String from : new String[] {"2026-01-06", "2026-01-07"}) {
      Story each = of(row("ordinary", Story.KINDS, null, "ANSWER", from, "hours", 24));
      each.later(Duration.ofHours(17));
      recording(each).due("ordinary", received(each), 24);
      if (from.endsWith("06")) {
        passes(each);
      } else {
        finds(each, Rule.DEADLINE_ROW);
      }
    }
  }

  @Test
  void aDueTimeIsReceiptAndTheRowsHours() throws Exception {
    RequestStory request = recording(story);
    Instant received = received(story);
    request.deadline(
        "ANSWER",
        "RECORDING",
        request.policyAtLeaf1(),
        "ordinary",
        1,
        received,
        24,
        received.plus(DAY).plusMillis(1));
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void theClockStartsAtReceipt() throws Exception {
    recording(story).due("ordinary", received(story).plusSeconds(3_600), 24);
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void theHoursAreTheRows() throws Exception {
    recording(story).due("ordinary", received(story), 48);
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void theEarliestOfAllRowsCounts() throws Exception {
    Story each = of(Story.ORDINARY, row("sooner", Story.KINDS, null, "ANSWER", 6));
    recording(each).due("ordinary", received(each), 24);
    finds(each, Rule.DEADLINE_NOT_EARLIEST);
  }

  @Test
  void noneIsStatedWhereThePolicyGivesADueTime() throws Exception {
    recording(story).deadline("NONE", null);
    finds(story, Rule.DEADLINE_BASIS);
  }

  @Test
  void noneIsNotSaidWhereTheAgencyStatedOne() throws Exception {
    Story each = new Story();
    Demand demand = Demand.ordinary(each.now());
    demand.dueStated = each.now().plus(DAY);
    RequestStory request = each.request();
    request.record(demand);
    request.deadline("NONE", null);
    finds(each, Rule.DEADLINE_BASIS);
  }

  @Test
  void theStatedDueTimeIsTheAgencys() throws Exception {
    Story each = new Story();
    Demand demand = Demand.ordinary(each.now());
    demand.dueStated = each.now().plus(DAY);
    RequestStory request = each.request();
    request.record(demand);
    request.deadline("STATED", demand.dueStated.plusMillis(1));
    finds(each, Rule.DEADLINE_STATED);
  }

  @Test
  void anExtendedDueTimeNamesItsExtension() throws Exception {
    RequestStory request = story.request().recorded();
    Instant later = story.now().plus(DAY.multipliedBy(2));
    UUID extension = request.both("extension", Payloads.extension(later));
    request.extendedTo(extension, later.plusMillis(1));
    finds(story, Rule.DEADLINE_EXTENSION);
  }

  @Test
  void anExtensionThatNobodyApprovedMovesNothing() throws Exception {
    RequestStory request = story.request().recorded();
    request.extendedTo(request.policyAtLeaf1(), story.now().plus(DAY.multipliedBy(2)));
    finds(story, Rule.DEADLINE_EXTENSION);
  }

  @Test
  void anExtensionComesBeforeTheDueTimeItReplaces() throws Exception {
    RequestStory request = story.request().recorded();
    Instant later = story.now().plus(DAY.multipliedBy(3));
    UUID prepared = request.prepare("extension", Payloads.extension(later));
    story.later(DAY);
    UUID extension = request.decide("extension", "approved", prepared);
    long leaf = story.last();
    request.extendedTo(extension, later);
    finds(story, leaf, Rule.EXTENSION_LATE);
  }

  @Test
  void anExtensionExtends() throws Exception {
    RequestStory request = story.request().recorded();
    Instant sooner = story.now().plus(Duration.ofHours(2));
    UUID extension = request.both("extension", Payloads.extension(sooner));
    long prepared = story.last() - 1;
    request.extendedTo(extension, sooner);
    finds(story, prepared, Rule.EXTENSION_LATE);
  }

  @Test
  void anExtensionIsFollowedByItsDueTime() throws Exception {
    RequestStory request = story.request().recorded();
    request.both("extension", Payloads.extension(story.now().plus(DAY.multipliedBy(2))));
    long leaf = story.last();
    finds(story, leaf, Rule.EXTENSION_WITHOUT_DEADLINE);
    request.verified();
    finds(story, leaf, Rule.EXTENSION_WITHOUT_DEADLINE);
  }
}
