package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.Payloads.items;
import static org.disclosureledger.verifier.conduct.RequestStory.BOTH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.disclosureledger.verifier.figures.Slice;
import org.junit.jupiter.api.Test;

/** Each sentence of REPORTS §2 and §3 in a story of its own. */
class FiguresTest {
  private static final Instant FROM = ReportStory.local("2026-01-01T00:00:00");
  private static final Instant TO = ReportStory.local("2026-07-01T00:00:00");
  private static final long HOUR = 3_600_000;

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();
  private Instant to = TO;

  private List<Row> rows() {
    List<ReportFigures.Recorded> entries = new ArrayList<>();
    for (byte[] entry : story.ledger.entries()) {
      entries.add(new ReportFigures.Recorded(entries.size(), EntryCodec.parse(entry).payload()));
    }
    return ReportFigures.of(entries, entries.size(), story.now(), FROM, to);
  }

  private Map<String, Long> all() {
    return rows().getFirst().figures();
  }

  private Map<String, Long> of(Slice slice, String key) {
    return rows().stream()
        .filter(row -> row.slice() == slice && row.key().equals(key))
        .findFirst()
        .orElseThrow()
        .figures();
  }

  @Test
  void anEndThatIsClaimedToComeLaterLeavesTheRequestOpenTillThen() {
    request.recorded();
    UUID prepared = request.prepare("refusal", Payloads.refusal(1));
    story.claiming(story.now().plusSeconds(50));
    request.decide("refusal", "approved", prepared);
    assertThat(all()).containsEntry("open", 1L).containsEntry("itemsRejected", 1L);
    // What the ledger knew is that it was closed.
    assertThat(all()).containsEntry("closed", 1L).containsEntry("openAtAsOf", 1L);
    story.later(Duration.ofMinutes(1));
    assertThat(all()).containsEntry("answered", 1L).doesNotContainKeys("open", "openAtAsOf");
  }

  @Test
  void aPartThatIsNotTheLastAnswersNothing() {
    request.approved().delivered(1, false, 3);
    assertThat(all()).containsEntry("itemsOpen", 1L).containsEntry("parts", 1L);
    assertThat(all()).containsKey("replyP50").doesNotContainKey("closed");
    request.delivered(2, true, 3);
    assertThat(all()).containsEntry("itemsDisclosed", 1L).containsEntry("closed", 1L);
  }

  @Test
  void aLostDeliveryOpensItsItemAgainButNotAfterAnotherApproval() {
    UUID lost = request.approved().delivered(1, true, 8);
    request.add("delivery.failed.v1", Payloads.receipt(lost));
    assertThat(all()).containsEntry("reopened", 1L).containsEntry("openAfter", 1L);
    // What was lost does not use the maximum up.
    UUID second = request.delivered(2, true, 8);
    assertThat(all()).containsEntry("parts", 2L).doesNotContainKey("partsBeyond");
    request.reopened(1);
    request.verified().accepted();
    request.delivered(3, true, 8);
    assertThat(all()).containsEntry("reopened", 2L).containsEntry("closed", 3L);
    request.add("delivery.failed.v1", Payloads.receipt(second));
    assertThat(all()).containsEntry("itemsDisclosed", 1L).containsEntry("reopened", 2L);
  }

  @Test
  void partsBeyondTheApprovalAreCounted() {
    request.approved();
    request.delivered(1, false, 8);
    request.delivered(2, false, 1);
    assertThat(all()).containsEntry("parts", 2L).containsEntry("partsBeyond", 1L);
    String fields = Payloads.codes("SUBSCRIBER_NAME", "PHONE_NUMBER");
    String period = Demand.january(2, 20);
    request.both("delivery", Payloads.delivery(Demand.part(1, 3, false, BOTH, fields, period, 0)));
    assertThat(all()).containsEntry("partsBeyond", 2L);
    String name = Payloads.codes("SUBSCRIBER_NAME");
    request.both("delivery", Payloads.delivery(Demand.part(1, 4, false, BOTH, name, null, 0)));
    assertThat(all()).containsEntry("parts", 4L).containsEntry("partsBeyond", 3L);
    request.both("delivery", Payloads.delivery(Demand.part(1, 5, false, "[]", name, period, 0)));
    assertThat(all()).containsEntry("parts", 5L).containsEntry("partsBeyond", 4L);
  }

  @Test
  void whatIsGivenBackKeepsItsEndAndItsInstants() {
    request.recorded(new Demand(story.now()).item("SUSPENSION", 2, null)).verified().accepted();
    request.both("measure", Payloads.measure("SUSPEND", 1, 1, 2));
    long taken = Objects.requireNonNull(all().get("grossMillis"));
    story.later(Duration.ofHours(5));
    request.both("measure", Payloads.measure("RESTORE", 1, 1, 2));
    assertThat(all()).containsEntry("itemsInForce", 1L).containsEntry("grossMillis", taken);
    assertThat(all()).containsEntry("full", 1L);
  }

  @Test
  void whoIsTakenBackAfterTheDueTimeWasLate() {
    request.recorded();
    story.later(Duration.ofHours(25));
    request.cancelled();
    assertThat(all()).containsEntry("due", 1L).doesNotContainKey("onTime");
    assertThat(all()).containsEntry("cancelled", 1L).containsEntry("answered", 1L);
  }

  @Test
  void whoIsTakenBackAfterAllWasAnsweredInTimeWasLateAllTheSame() {
    request.recorded();
    request.both("refusal", Payloads.refusal(1));
    story.later(Duration.ofHours(25));
    assertThat(all()).containsEntry("onTime", 1L);
    request.cancelled();
    assertThat(all()).doesNotContainKey("onTime").containsEntry("onTimeRecorded", 1L);
  }

  @Test
  void anExtensionAfterTheDueTimeMovesNothing() {
    request.recorded();
    story.later(Duration.ofHours(24));
    Instant later = story.now().plus(Duration.ofDays(3));
    request.extendedTo(request.both("extension", Payloads.extension(later)), later);
    assertThat(all()).containsEntry("due", 1L).containsEntry("aging3h", 1L);
  }

  @Test
  void anExtensionInTimeMovesTheDueTimeButNotTheFirst() {
    request.recorded();
    Instant later = story.now().plus(Duration.ofDays(3));
    request.extendedTo(request.both("extension", Payloads.extension(later)), later);
    story.later(Duration.ofDays(2));
    assertThat(all()).containsEntry("dueOriginal", 1L).doesNotContainKey("due");
    assertThat(all()).containsEntry("agingNotDue", 1L);
  }

  @Test
  void openRequestsAgeByTheirDueTimes() {
    Instant received = story.now();
    request.recorded();
    Duration[] ages = {
      Duration.ofHours(24),
      Duration.ofHours(24).plusMillis(1),
      Duration.ofHours(27),
      Duration.ofHours(48),
      Duration.ofHours(48).plusMillis(1),
      Duration.ofDays(8),
      Duration.ofDays(8).plusMillis(1)
    };
    String[] members = {
      "agingNotDue", "aging3h", "aging3h", "aging24h", "aging7d", "aging7d", "agingOver"
    };
    for (int i = 0; i < ages.length; i++) {
      story.later(Duration.between(story.now(), received.plus(ages[i])));
      assertThat(all().keySet().stream().filter(name -> name.startsWith("aging")))
          .as("%s", ages[i])
          .containsExactly(members[i]);
    }
  }

  @Test
  void aReceiptThatIsCorrectedIsCountedBothWays() {
    Demand demand = Demand.ordinary(ReportStory.local("2025-12-31T23:00:00"));
    request.recorded(demand);
    Instant corrected = ReportStory.local("2026-01-01T01:00:00");
    request.corrected(Payloads.object("receivedAt", Payloads.time(corrected)));
    assertThat(all()).doesNotContainKey("received");
    assertThat(all()).containsEntry("receivedCorrected", 1L).containsEntry("openCorrected", 1L);
    assertThat(all()).containsEntry("errorsRecordable", 1L);
  }

  @Test
  void aRequestOfAnotherAgencyStandsInThatSliceWithAllThatHappened() {
    request.approved().delivered(1, true, 3);
    String other =
        Payloads.object("code", "\"toa-mau\"", "kind", "\"COURT\"", "unit", Payloads.committed());
    request.corrected(Payloads.object("requestingAgency", other));
    assertThat(of(Slice.AGENCY, "TOA-MAU")).containsEntry("parts", 1L);
    assertThat(of(Slice.AGENCY_KIND, "COURT")).containsEntry("received", 1L);
    assertThat(rows()).extracting(Row::key).doesNotContain("CA-T-MAU", "PROVINCIAL_POLICE");
  }

  @Test
  void aCorrectionOfItemsTakesTheirAnswersAndApprovalsBack() {
    request.approved();
    String item = Demand.asked(1, "TRAFFIC_DATA", 1, 3, "10");
    String added = Demand.asked(2, "SUBSCRIBER_DATA", 1, 1, "10");
    request.corrected(Payloads.items(item, added));
    assertThat(all()).containsEntry("targets", 4L).containsEntry("items", 2L);
    assertThat(of(Slice.ITEM_KIND, "TRAFFIC_DATA")).containsEntry("targets", 3L);
    request.delivered(1, true, 3);
    assertThat(all()).containsEntry("partsBeyond", 1L);
  }

  @Test
  void anEmergencyThatWasDeniedIsRefutedUntilItIsVerified() {
    request.recordedOrally();
    request.refuted();
    assertThat(all()).containsEntry("emergencies", 1L).containsEntry("refuted", 1L);
    assertThat(of(Slice.EMERGENCY, "true")).containsEntry("refuted", 1L);
    request.verified();
    assertThat(all()).doesNotContainKey("refuted");
  }

  @Test
  void thePaperOfAnOralEmergencyIsDueUnlessNothingWasGivenByThen() {
    request.recordedOrally();
    RequestStory refused = story.request();
    refused.recordedOrally();
    refused.both("refusal", Payloads.refusal(1));
    story.later(Duration.ofHours(25));
    assertThat(all()).containsEntry("papers", 1L).doesNotContainKey("papersInTime");
    story.claiming(story.now().minus(Duration.ofHours(2)));
    request.confirmed();
    assertThat(all()).containsEntry("papersClaimed", 1L).doesNotContainKey("papersInTime");
    // Refused after the paper was due, it was owed then.
    request.both("refusal", Payloads.refusal(1));
    assertThat(all()).containsEntry("papers", 1L);
  }

  @Test
  void aPaperThatCameInTimeCameInTime() {
    request.recordedOrally();
    request.confirmed();
    story.later(Duration.ofHours(25));
    assertThat(all()).containsEntry("papers", 1L).containsEntry("papersInTime", 1L);
  }

  @Test
  void pausesAreJoinedAndCutToTheTurnaround() {
    request.recorded();
    UUID asked = request.asked();
    story.later(Duration.ofHours(2));
    request.add("clarification.received.v1", Payloads.answer(asked));
    request.both("refusal", Payloads.refusal(1));
    assertThat(all()).containsEntry("pausedMillis", 2 * HOUR + 1_000);
    request.asked();
    story.later(Duration.ofHours(9));
    assertThat(all()).containsEntry("pausedMillis", 2 * HOUR + 1_000);
  }

  @Test
  void errorsAreCountedWhenTheyAreRecorded() {
    UUID sent = request.approved().delivered(1, true, 3);
    request.add("error.recorded.v1", Payloads.error(sent, "REPORTABLE", 1));
    assertThat(all()).containsEntry("errorsReportable", 1L).doesNotContainKey("errorsRecordable");
    to = story.now().minusSeconds(1);
    assertThat(all()).doesNotContainKey("errorsReportable").containsEntry("parts", 1L);
  }

  @Test
  void aRequestWithAnEntryThatCannotFollowIsReadUpToThere() {
    request.recorded();
    request.add("request.teleported.v1", "{}");
    request.both("refusal", Payloads.refusal(1));
    assertThat(all()).containsEntry("unreadable", 1L).containsEntry("open", 1L);
    RequestStory dated = story.request();
    String json = Demand.ordinary(story.now()).json();
    dated.add("request.recorded.v2", json.replace("2026-01-04", "2026-02-30"));
    assertThat(all()).containsEntry("unreadable", 2L).containsEntry("received", 1L);
    assertThat(of(Slice.AGENCY, Demand.AGENCY)).containsEntry("unreadable", 1L);
  }

  @Test
  void anApprovalOfWhatDoesNotStandOpenDoesNothing() {
    request.approved();
    UUID prepared = request.prepare("refusal", Payloads.refusal(1));
    request.decide("refusal", "returned", prepared);
    request.decide("refusal", "approved", prepared);
    request.decide("refusal", "approved", new UUID(1, 1));
    assertThat(all()).containsEntry("open", 1L).doesNotContainKey("replied");
  }

  @Test
  void listsBelongToWhatTheyStandBehind() {
    request.recorded(Demand.ordinary(story.now()).item("TRAFFIC_DATA", 2, "10")).verified();
    UUID acceptance = request.add("acceptance.prepared.v2", items(1, Demand.scope(1, BOTH, 8)));
    String list = Payloads.listed(acceptance, 1, Demand.scope(2, BOTH, 8));
    request.add("scope.listed.v1", list);
    request.decide("acceptance", "approved", acceptance);
    request.both("delivery", Payloads.delivery(Demand.part(2, 1, true, BOTH, 3)));
    assertThat(all()).containsEntry("parts", 1L).doesNotContainKey("partsBeyond");
    assertThat(all()).containsEntry("itemsOpen", 1L).containsEntry("itemsDisclosed", 1L);
  }

  @Test
  void monthsOfThePeriodHaveRowsWhateverHappenedInThem() {
    to = ReportStory.local("2026-03-01T00:00:00.001");
    assertThat(rows())
        .extracting(Row::name)
        .containsExactly("ALL", "MONTH 2026-01", "MONTH 2026-02", "MONTH 2026-03");
    to = ReportStory.local("2026-03-01T00:00:00");
    assertThat(rows()).hasSize(3);
  }

  @Test
  void aPeriodOfMoreThanAHundredYearsIsNone() {
    Instant century = ReportStory.local("2126-01-01T00:00:00");
    assertThat(ReportFigures.isPeriod(FROM, century)).isTrue();
    assertThat(ReportFigures.isPeriod(FROM, century.plusMillis(1))).isFalse();
    assertThat(ReportFigures.isPeriod(FROM, FROM)).isFalse();
  }
}
