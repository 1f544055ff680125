package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.CalendarStory.at;
import static org.disclosureledger.verifier.conduct.CalendarStory.due;
import static org.disclosureledger.verifier.conduct.CalendarStory.leaf;
import static org.disclosureledger.verifier.conduct.CalendarStory.recording;
import static org.disclosureledger.verifier.conduct.Payloads.row;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the time that an agency took to say what it means makes of a due time. */
class PausedDueTimeTest extends ConductTest {
  private static final String STATUTORY_DAYS = CalendarStory.DAYS.replace("SERVICE", "STATUTORY");
  private static final Instant RECEIVED = at("2026-01-05T08:30:02");

  private final Story story = new Story();

  private RequestStory recorded(String... rows) {
    return recording(story, CalendarStory.WORKDAYS, rows);
  }

  /** Pauses as {@code from/to from/to}. */
  private void paused(RequestStory request, String pauses) {
    for (String pause : pauses.split(" ")) {
      String[] ends = pause.split("/");
      story.later(Duration.between(story.now(), at(ends[0])));
      UUID asked = request.add("clarification.asked.v1", Payloads.question());
      story.later(Duration.between(story.now(), at(ends[1])));
      request.add("clarification.received.v1", Payloads.answer(asked));
    }
  }

  private static void days(RequestStory request, String cause, String last) {
    Instant due = at(last + "T23:59:59.999");
    due(request, cause, leaf(2), "days", "workingDays", 5, RECEIVED, due);
  }

  private static void hours(RequestStory request, String cause, String due) {
    due(request, cause, leaf(2), "hours", "hours", 5, RECEIVED, at(due));
  }

  @ParameterizedTest
  @CsvSource({
    // Answered within the day: nothing is won.
    "2026-01-05T10:00/2026-01-05T16:00,2026-01-12",
    // Wednesday and Friday; nobody works on Thursday.
    "2026-01-06T10:00/2026-01-09T10:00,2026-01-14",
    // Asked on the Saturday that is worked: Monday.
    "2026-01-10T12:00/2026-01-12T08:00,2026-01-13",
    // Asked on the last day.
    "2026-01-12T23:59:59/2026-01-14T09:00,2026-01-14",
    // Asked when it was over.
    "2026-01-13T00:00/2026-01-16T09:00,2026-01-12",
    "2026-01-06T10:00/2026-01-07T10:00 2026-01-13T10:00/2026-01-14T10:00,2026-01-14"
  })
  void workingDaysThatBeginInAPauseComeOnTop(String pauses, String last) throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    paused(request, pauses);
    days(request, "RECOMPUTATION", last);
    assertThat(passes(story)).isEqualTo("1 request, 0 acts by two people, 0 not checked");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T10:00/2026-01-05T11:00,2026-01-05T16:00:02",
    // At noon nobody works.
    "2026-01-05T11:30/2026-01-05T13:00,2026-01-05T15:00:02",
    "2026-01-05T10:00/2026-01-07T09:00,2026-01-07T14:00:02",
    // Half an hour is left of Saturday morning, and as much of Monday.
    "2026-01-05T14:00/2026-01-10T11:00,2026-01-12T08:00:02",
    "2026-01-07T16:00/2026-01-09T10:00,2026-01-05T15:00:02",
    "2026-01-05T09:00/2026-01-05T10:00 2026-01-05T15:00/2026-01-05T15:30,2026-01-05T16:30:02"
  })
  void workingHoursStandStillInAPause(String pauses, String due) throws Exception {
    RequestStory request = recorded(CalendarStory.HOURS);
    hours(request, "RECORDING", "2026-01-05T15:00:02");
    paused(request, pauses);
    hours(request, "RECOMPUTATION", due);
    assertThat(passes(story)).endsWith("0 not checked");
  }

  /** Earlier than without the pause, without it, and beside what it makes of it. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-01-09", "2026-01-12", "2026-01-13", "2026-01-15"})
  void whatPausesDoNotGiveIsFound(String last) throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    paused(request, "2026-01-06T10:00/2026-01-09T10:00");
    days(request, "RECOMPUTATION", last);
    finds(story, Rule.DEADLINE_DUE);
  }

  /** The second is claimed to have begun in the first: found, and not counted twice. */
  @Test
  void pausesThatOverlapCountOnce() throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    paused(request, "2026-01-06T10:00/2026-01-09T10:00");
    story.claiming(at("2026-01-06T12:00"));
    UUID asked = request.add("clarification.asked.v1", Payloads.question());
    final long overlapping = story.last();
    story.later(Duration.between(story.now(), at("2026-01-10T10:00")));
    request.add("clarification.received.v1", Payloads.answer(asked));
    // Wednesday, Friday and the Saturday that is worked.
    days(request, "RECOMPUTATION", "2026-01-15");
    finds(story, overlapping, Rule.TIME_BEFORE_CAUSE);
  }

  @Test
  void withoutAPauseCountingAgainMovesNothing() throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    days(request, "RECOMPUTATION", "2026-01-13");
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void theStatutoryClockNeverStandsStill() throws Exception {
    RequestStory request = recorded(STATUTORY_DAYS);
    days(request, "RECORDING", "2026-01-12");
    paused(request, "2026-01-06T10:00/2026-01-09T10:00");
    days(request, "RECOMPUTATION", "2026-01-14");
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void whatWaitsForItsAnswerIsNotYetAPause() throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    story.later(Duration.between(story.now(), at("2026-01-06T10:00")));
    request.add("clarification.asked.v1", Payloads.question());
    story.later(Duration.ofDays(3));
    days(request, "RECOMPUTATION", "2026-01-14");
    finds(story, Rule.DEADLINE_DUE);
  }

  /** Without pauses the five hours end on Monday; with this one, after the statutory days. */
  @Test
  void theRowThatEndsFirstWithItsPausesIsTheOne() throws Exception {
    String days = STATUTORY_DAYS.replace("\"workingDays\":5", "\"workingDays\":1");
    RequestStory request = recorded(days, CalendarStory.HOURS);
    hours(request, "RECORDING", "2026-01-05T15:00:02");
    paused(request, "2026-01-05T10:00/2026-01-07T09:00");
    due(
        request,
        "RECOMPUTATION",
        leaf(2),
        "days",
        "workingDays",
        1,
        RECEIVED,
        at("2026-01-06T23:59:59.999"));
    assertThat(passes(story)).endsWith("0 not checked");
  }

  @Test
  void whatPausesMadeLaterThanAnotherRowIsFound() throws Exception {
    String days = STATUTORY_DAYS.replace("\"workingDays\":5", "\"workingDays\":1");
    RequestStory request = recorded(days, CalendarStory.HOURS);
    hours(request, "RECORDING", "2026-01-05T15:00:02");
    paused(request, "2026-01-05T10:00/2026-01-07T09:00");
    hours(request, "RECOMPUTATION", "2026-01-07T14:00:02");
    finds(story, Rule.DEADLINE_NOT_EARLIEST);
  }

  /** Nobody asks that often, but who would make a ledger slow to judge. */
  @ParameterizedTest
  @CsvSource({"1024,1", "1025,0"})
  void ofMorePausesThanARequestCanHaveDueTimesAreLeft(int pauses, int findings) throws Exception {
    RequestStory request = recorded(CalendarStory.DAYS);
    days(request, "RECORDING", "2026-01-12");
    for (int i = 0; i < pauses; i++) {
      UUID asked = request.add("clarification.asked.v1", Payloads.question());
      story.later(Duration.ofMillis(1));
      request.add("clarification.received.v1", Payloads.answer(asked));
    }
    days(request, "RECOMPUTATION", "2026-01-13");
    assertThat(report(story).findings()).hasSize(findings);
    assertThat(report(story).grade(Grade.CONDUCT).evidence())
        .endsWith(findings == 0 ? "1 not checked: 1 due time" : "0 not checked");
  }

  /** A paper is awaited whatever the agency still has to say of its question. */
  @ParameterizedTest
  @CsvSource({"2026-01-05T15:00:03,0", "2026-01-05T16:00:03,1"})
  void aConfirmationDoesNotWaitForAnAnswer(String by, int findings) throws Exception {
    String confirm =
        row("confirm", Story.KINDS, true, "CONFIRM_IN_WRITING", 5).replace("STATUTORY", "SERVICE");
    story.adopt(confirm);
    UUID calendar = CalendarStory.imported(story, CalendarStory.WORKDAYS);
    RequestStory request = story.request();
    Instant received = story.now();
    request.record(Demand.oral(received));
    request.deadline("NONE", null);
    confirmBy(request, "RECORDING", calendar, received, at("2026-01-05T15:00:02"));
    paused(request, "2026-01-05T10:00/2026-01-05T11:00");
    confirmBy(request, "RECOMPUTATION", calendar, received, at(by).minusSeconds(1));
    assertThat(report(story).findings()).hasSize(findings);
  }

  private static void confirmBy(
      RequestStory request, String cause, UUID calendar, Instant received, Instant by) {
    CalendarStory.toConfirm(request, cause, calendar, "confirm", 5, received, by);
  }

  /** The calendar ends with Sunday the 11th, before the fifth working day. */
  @Test
  void aRowThatEndsBeyondTheCalendarIsLaterThanOneThatEndsWithinIt() throws Exception {
    String ends = CalendarStory.WORKDAYS.replace("2026-03-31", "2026-01-11");
    RequestStory request = recording(story, ends, CalendarStory.DAYS, CalendarStory.HOURS);
    hours(request, "RECORDING", "2026-01-05T15:00:02");
    assertThat(passes(story)).endsWith("0 not checked");
  }
}
