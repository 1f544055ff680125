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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is recorded, due or as of exactly where a period or an instant has its bound. */
class FiguresBoundsTest {
  private static final Instant FROM = ReportStory.local("2026-01-01T00:00:00");
  private static final Instant TO = ReportStory.local("2026-07-01T00:00:00");
  private static final Duration DAY = Duration.ofHours(24);

  private final Story story = Story.withPolicy();
  private final Instant received = story.now();
  private final RequestStory request = story.request().recorded();

  private Map<String, Long> all(Instant from, Instant to, Instant asOf) {
    List<ReportFigures.Recorded> entries = new ArrayList<>();
    for (byte[] entry : story.ledger.entries()) {
      entries.add(new ReportFigures.Recorded(entries.size(), EntryCodec.parse(entry).payload()));
    }
    return ReportFigures.of(entries, entries.size(), asOf, from, to).getFirst().figures();
  }

  private Map<String, Long> asOf(Instant asOf) {
    return all(FROM, TO, asOf);
  }

  private void at(Instant instant) {
    story.later(Duration.between(story.now(), instant));
  }

  @Test
  void aPeriodHasItsFirstInstantAndNotItsEnd() {
    Instant now = story.now();
    assertThat(all(received, TO, now))
        .containsEntry("received", 1L)
        .containsEntry("recorded", 1L)
        .containsEntry("opened", 1L)
        .doesNotContainKey("openBefore");
    assertThat(all(received.plusMillis(1), TO, now))
        .containsEntry("openBefore", 1L)
        .doesNotContainKeys("received", "recorded", "opened");
    assertThat(all(FROM, received, now))
        .doesNotContainKeys("received", "recorded", "opened", "openAfter");
    assertThat(all(FROM, received.plusMillis(1), now))
        .containsEntry("received", 1L)
        .containsEntry("opened", 1L)
        .containsEntry("openAfter", 1L);
  }

  @Test
  void anEndIsOfThePeriodThatItIsRecordedIn() {
    Instant ended = story.now();
    request.cancelled();
    Instant now = story.now();
    assertThat(all(ended, TO, now))
        .containsEntry("openBefore", 1L)
        .containsEntry("closed", 1L)
        .doesNotContainKey("openAfter");
    assertThat(all(ended.plusMillis(1), TO, now)).doesNotContainKeys("openBefore", "closed");
    assertThat(all(FROM, ended, now)).containsEntry("openAfter", 1L).doesNotContainKey("closed");
  }

  @Test
  void whatGoesOutAndWhatIsToldIsOfThePeriodThatItIsRecordedIn() {
    request.verified().accepted();
    request.delivered(1, true, 3);
    Instant out = story.now().minusSeconds(1);
    assertThat(all(out, TO, story.now())).containsEntry("parts", 1L);
    assertThat(all(out.plusMillis(1), TO, story.now())).doesNotContainKey("parts");
    assertThat(all(FROM, out, story.now())).doesNotContainKey("parts");
    assertThat(all(FROM, out.plusMillis(1), story.now())).containsEntry("parts", 1L);
  }

  @Test
  void whatIsRecordedAtTheInstantCounts() {
    Instant ended = story.now();
    request.cancelled();
    assertThat(asOf(received)).containsEntry("received", 1L).containsEntry("openAfter", 1L);
    assertThat(asOf(received.minusMillis(1))).isEmpty();
    assertThat(asOf(ended)).containsEntry("closed", 1L).doesNotContainKey("openAfter");
    assertThat(asOf(ended.minusMillis(1)))
        .containsEntry("openAfter", 1L)
        .doesNotContainKey("closed");
  }

  /** Recorded so many milliseconds after the due time; three days later it is late by that much. */
  @ParameterizedTest
  @CsvSource({"-1,aging24h", "0,aging7d", "1,aging7d"})
  void anExtensionAtTheDueTimeItselfIsTooLate(long beside, String late) {
    Instant due = received.plus(DAY);
    at(due.plusMillis(beside));
    request.extendedTo(UUID.randomUUID(), due.plus(DAY));
    assertThat(asOf(due.plus(DAY).plus(Duration.ofHours(4)))).containsEntry(late, 1L);
  }

  @ParameterizedTest
  @CsvSource({"0,agingNotDue", "1,aging3h", "10800000,aging3h", "10800001,aging24h"})
  void lateIsWhatIsBehindTheDueTime(long beside, String figure) {
    Instant asOf = received.plus(DAY).plusMillis(beside);
    assertThat(asOf(asOf)).containsEntry(figure, 1L).containsEntry("due", 1L);
    assertThat(asOf(received.plus(DAY).minusMillis(1))).doesNotContainKey("due");
  }

  @ParameterizedTest
  @CsvSource({"-1,0,0", "0,1,1", "1,1,0"})
  void whatIsTakenBackAtTheDueTimeWasDueAndInTime(long beside, long due, long inTime) {
    at(received.plus(DAY).plusMillis(beside));
    story.claiming(received.plus(Duration.ofHours(1)));
    request.cancelled();
    Map<String, Long> figures = asOf(story.now());
    assertThat(figures.getOrDefault("due", 0L)).isEqualTo(due);
    assertThat(figures.getOrDefault("onTime", 0L)).isEqualTo(inTime);
    assertThat(figures.getOrDefault("onTimeRecorded", 0L)).isEqualTo(due == 0 ? 0 : inTime);
  }

  @ParameterizedTest
  @CsvSource({"3600000,0", "3600001,1"})
  void anHourIsNotOverAnHour(long lag, long over) {
    Demand demand = Demand.ordinary(story.now());
    story.later(Duration.ofMillis(lag));
    story.request().recorded(demand);
    assertThat(asOf(story.now()).getOrDefault("lagOverHour", 0L)).isEqualTo(over);
  }

  @Test
  void pausesThatOverlapCountOnce() {
    story.claiming(received.plusSeconds(3_600));
    at(received.plusSeconds(18_000));
    UUID first = request.asked();
    story.claiming(received.plusSeconds(10_800));
    request.add("clarification.received.v1", Payloads.answer(first));
    story.claiming(received.plusSeconds(7_200));
    UUID second = request.asked();
    story.claiming(received.plusSeconds(14_400));
    request.add("clarification.received.v1", Payloads.answer(second));
    request.cancelled();
    assertThat(asOf(story.now())).containsEntry("pausedMillis", 10_800_000L);
  }
}
