package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.junit.jupiter.api.Test;

/** What changes under a request while it is led: approvals, lists, provinces, the calendar. */
class FiguresOfCorrectionsTest {
  private static final Instant FROM = ReportStory.local("2026-01-01T00:00:00");
  private static final Instant TO = ReportStory.local("2026-07-01T00:00:00");
  private static final long HOUR = 3_600_000;

  private final Story story = Story.withPolicy();
  private final RequestStory request = story.request();

  private List<Row> rows() {
    List<ReportFigures.Recorded> entries = new ArrayList<>();
    for (byte[] entry : story.ledger.entries()) {
      entries.add(new ReportFigures.Recorded(entries.size(), EntryCodec.parse(entry).payload()));
    }
    return ReportFigures.of(entries, entries.size(), story.now(), FROM, TO);
  }

  private Map<String, Long> all() {
    return rows().getFirst().figures();
  }

  @Test
  void anotherReceiverTakesTheApprovalOfWhatIsStillOpen() {
    request.approved();
    request.delivered(1, false, 3);
    assertThat(all()).doesNotContainKey("partsBeyond");
    request.corrected(Payloads.object("receivingAgency", "\"TA-MAU\""));
    request.delivered(2, true, 3);
    assertThat(all()).containsEntry("parts", 2L).containsEntry("partsBeyond", 1L);
  }

  @Test
  void ofTheReceiptsOfOneDeliveryTheFirstCounts() {
    UUID sent = request.approved().delivered(1, true, 3);
    request.add("delivery.acknowledged.v1", Payloads.receipt(sent));
    request.add("delivery.failed.v1", Payloads.receipt(sent));
    assertThat(all()).containsEntry("itemsDisclosed", 1L).doesNotContainKey("reopened");
  }

  @Test
  void aDueTimeOfTheFirstVersionIsOneToAnswerBy() {
    Demand demand = Demand.ordinary(story.now());
    demand.version = 1;
    request.record(demand);
    assertThat(all()).containsEntry("noDeadline", 1L).containsEntry("agingNoDeadline", 1L);
    request.firstDue(demand.receivedAt);
    assertThat(all()).containsEntry("agingNotDue", 1L).doesNotContainKey("noDeadline");
  }

  @Test
  void aListOfItemsGoesOnWithTheLastOneOnlyDirectlyBehindTheRecording() {
    request.record(Demand.ordinary(story.now()));
    String more =
        Payloads.items(
            Demand.asked(1, "SUBSCRIBER_DATA", 3, 4, "10"),
            Demand.asked(2, "TRAFFIC_DATA", 1, 1, "10"));
    request.add("items.listed.v1", more);
    assertThat(all()).containsEntry("targets", 5L).containsEntry("items", 2L);
    request.due("ordinary", story.now(), 24);
    request.add("items.listed.v1", more);
    assertThat(all()).containsEntry("targets", 5L).containsEntry("items", 2L);
  }

  private void agency(String type, String province) {
    story.add(
        AgencyRegister.subject(Demand.AGENCY),
        Person.QUAN,
        type,
        Payloads.agency(Demand.AGENCY, "2025-03-01", null)
            .replace("\"nameVi\"", province + "\"nameVi\""));
  }

  @Test
  void theProvinceIsThatOfTheRegisterNow() {
    request.recorded();
    assertThat(rows()).extracting(Row::name).doesNotContain("PROVINCE 24", "PROVINCE 01");
    agency("agency.registered.v2", "\"province\":\"24\",");
    assertThat(rows()).extracting(Row::name).contains("PROVINCE 24");
    agency("agency.amended.v2", "\"province\":\"01\",");
    assertThat(rows()).extracting(Row::name).contains("PROVINCE 01").doesNotContain("PROVINCE 24");
    agency("agency.amended.v2", "");
    assertThat(rows()).extracting(Row::name).doesNotContain("PROVINCE 24", "PROVINCE 01");
  }

  private void calendar(String sessions) {
    story.add(
        "calendar",
        Person.QUAN,
        "calendar.imported.v1",
        """
        {"from":"2026-01-01","to":"2026-01-31","weekdays":["MON","TUE","WED","THU","FRI"],
         "sessions":%s,"days":[]}
        """
            .formatted(sessions));
  }

  @Test
  void netTurnaroundIsWorkingTimeWithoutPausesByTheLastCalendar() {
    // 2026-01-05, a Monday, from 08:30 on.
    story.later(Duration.between(story.now(), ReportStory.local("2026-01-05T09:00:00")));
    request.recorded();
    story.later(Duration.ofHours(1));
    Instant from = ReportStory.local("2026-01-05T15:00:00");
    story.claiming(story.now());
    UUID asked = request.asked();
    story.later(Duration.between(story.now(), from));
    request.add("clarification.received.v1", Payloads.answer(asked));
    story.later(Duration.between(story.now(), ReportStory.local("2026-01-06T08:59:59")));
    request.both("refusal", Payloads.refusal(1));
    assertThat(all()).doesNotContainKey("netCounted");
    calendar("[{\"from\":\"00:00\",\"to\":\"23:00\"}]");
    calendar("[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"13:00\",\"to\":\"17:00\"}]");
    // 09:00 to 12:00, 13:00 to 17:00, 08:00 to 09:00; asked from 10:00:02 to 15:00.
    assertThat(all())
        .containsEntry("netCounted", 1L)
        .containsEntry("netP50", 8 * HOUR - 4 * HOUR + 2_000)
        .containsEntry("pausedMillis", 5 * HOUR - 2_000);
  }
}
