package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.CalendarStory.at;
import static org.disclosureledger.verifier.conduct.CalendarStory.calendar;
import static org.disclosureledger.verifier.conduct.CalendarStory.day;
import static org.disclosureledger.verifier.conduct.CalendarStory.due;
import static org.disclosureledger.verifier.conduct.CalendarStory.inDays;
import static org.disclosureledger.verifier.conduct.CalendarStory.leaf;
import static org.disclosureledger.verifier.conduct.CalendarStory.recording;
import static org.disclosureledger.verifier.conduct.CalendarStory.sessions;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Due times by the ledger's own working calendar. */
class CalendarTest extends ConductTest {
  private final Story story = new Story();

  /** As recorded at this time; the entries before it take two seconds. */
  private RequestStory receivedAt(String local, String calendar, String... rows) {
    story.later(Duration.between(story.now().plusSeconds(2), at(local)));
    return recording(story, calendar, rows);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T08:30:02,2026-01-12",
    "2026-01-05T23:59:59,2026-01-12",
    "2026-01-07T10:00,2026-01-14",
    "2026-01-09T10:00,2026-01-15",
    "2026-01-10T10:00,2026-01-16"
  })
  void workingDaysEndWithTheirDay(String received, String last) throws Exception {
    Instant due = at(last + "T23:59:59.999");
    inDays(receivedAt(received, CalendarStory.WORKDAYS, CalendarStory.DAYS), at(received), due);
    assertThat(passes(story)).isEqualTo("1 request, 0 acts by two people, 0 not checked");
  }

  @ParameterizedTest
  @ValueSource(longs = {-86_400_000, -1, 1, 86_400_000})
  void notADayOrAMillisecondBesideIt(long beside) throws Exception {
    Instant due = at("2026-01-12T23:59:59.999").plusMillis(beside);
    RequestStory request = recording(story, CalendarStory.WORKDAYS, CalendarStory.DAYS);
    inDays(request, story.now().minusSeconds(1), due);
    finds(story, Rule.DEADLINE_DUE);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T08:30:02,2026-01-05T15:00:02",
    "2026-01-05T12:30,2026-01-06T08:30",
    "2026-01-07T16:00,2026-01-09T11:30",
    "2026-01-09T15:00,2026-01-10T10:30",
    "2026-01-10T11:00,2026-01-12T13:30"
  })
  void workingHoursPassInSessions(String received, String due) throws Exception {
    RequestStory request = receivedAt(received, CalendarStory.WORKDAYS, CalendarStory.HOURS);
    due(request, "RECORDING", leaf(2), "hours", "hours", 5, at(received), at(due));
    assertThat(passes(story)).endsWith("0 not checked");
  }

  @Test
  void aCalendarIsTheOneImportedLast() throws Exception {
    story.adopt(CalendarStory.DAYS);
    CalendarStory.imported(story, CalendarStory.WORKDAYS);
    CalendarStory.imported(story, CalendarStory.WORKDAYS);
    RequestStory request = story.request();
    Instant received = story.now();
    request.record(Demand.ordinary(received));
    inDays(request, received, at("2026-01-12T23:59:59.999"));
    finds(story, Rule.DEADLINE_CALENDAR);
  }

  @Test
  void withoutACalendarNothingIsCountedByOne() throws Exception {
    story.adopt(CalendarStory.DAYS);
    RequestStory request = story.request();
    Instant received = story.now();
    request.record(Demand.ordinary(received));
    inDays(request, received, at("2026-01-12T23:59:59.999"));
    finds(story, Rule.DEADLINE_CALENDAR);
  }

  @Test
  void whereTheCalendarEndsNothingIsDue() throws Exception {
    String ends = CalendarStory.WORKDAYS.replace("2026-03-31", "2026-01-11");
    inDays(
        recording(story, ends, CalendarStory.DAYS),
        story.now().minusSeconds(1),
        at("2026-01-12T23:59:59.999"));
    finds(story, Rule.DEADLINE_DUE);
  }

  @Test
  void whereARowCountsByTheCalendarNoOtherBasisHolds() throws Exception {
    recording(story, CalendarStory.WORKDAYS, CalendarStory.DAYS).deadline("NONE", null);
    finds(story, Rule.DEADLINE_BASIS);
  }

  @Test
  void hoursThatEndEarlierAreChosen() throws Exception {
    RequestStory request =
        recording(story, CalendarStory.WORKDAYS, CalendarStory.DAYS, CalendarStory.HOURS);
    inDays(request, story.now().minusSeconds(1), at("2026-01-12T23:59:59.999"));
    finds(story, Rule.DEADLINE_NOT_EARLIEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "overlapping",
        "reversed",
        "too long",
        "over first",
        "twice",
        "out of order",
        "outside"
      })
  void aCalendarThatContradictsItselfIsAFindingAndCountsNothing(String how) throws Exception {
    String usual = sessions("07:30-11:30");
    String calendar =
        switch (how) {
          case "overlapping" ->
              calendar("2026-01-01", "2026-12-31", sessions("07:30-11:30", "11:00-17:00"));
          case "reversed" -> calendar("2026-01-01", "2026-12-31", sessions("17:00-07:30"));
          case "too long" -> calendar("2026-01-01", "2037-01-01", usual);
          case "over first" -> calendar("2026-12-31", "2026-01-01", usual);
          case "twice" -> with(day("2026-01-08"), day("2026-01-08", "07:30-11:30"));
          case "out of order" -> with(day("2026-01-09"), day("2026-01-08"));
          default -> with(day("2027-01-01"));
        };
    RequestStory request = recording(story, calendar, CalendarStory.DAYS);
    long leaf = story.last() - 1;
    inDays(request, story.now().minusSeconds(1), at("2030-01-01T00:00"));
    finds(story, leaf, Rule.DATA_UNREADABLE);
  }

  private static String with(String... days) {
    return calendar("2026-01-01", "2026-12-31", sessions("07:30-11:30"), days);
  }

  /** Each replaces all before it, so that what one of them says is over with the next. */
  @ParameterizedTest
  @CsvSource({"2026-01-12,1", "2026-01-13,2"})
  void afterACalendarThatContradictsItselfTheNextIsCountedWith(String last, int findings)
      throws Exception {
    RequestStory request = recording(story, with(day("2027-01-01")), CalendarStory.DAYS);
    inDays(request, story.now().minusSeconds(1), at("2030-01-01T00:00"));
    UUID calendar = CalendarStory.imported(story, CalendarStory.WORKDAYS);
    RequestStory next = story.request();
    Instant received = story.now();
    next.record(Demand.ordinary(received));
    Instant due = at(last + "T23:59:59.999");
    due(next, "RECORDING", calendar, "days", "workingDays", 5, received, due);
    assertThat(report(story).findings()).hasSize(findings);
    assertThat(report(story).findings().getFirst().rule()).isEqualTo(Rule.DATA_UNREADABLE.id());
    assertThat(report(story).grade(Grade.CONDUCT).evidence())
        .endsWith("2 not checked: 1 stream with a flawed entry, 1 due time");
  }

  @Test
  void nobodyButAnAdministratorImportsOne() throws Exception {
    story.add("calendar", Person.LAN, "calendar.imported.v1", CalendarStory.WORKDAYS);
    finds(story, Rule.ROLE_NOT_ALLOWED);
  }

  @Test
  void aDayOfItsOwnHasItsOwnSessions() throws Exception {
    String half =
        calendar(
            "2026-01-01",
            "2026-03-31",
            sessions("07:30-11:30", "13:00-17:00"),
            day("2026-01-05", "07:30-09:30"));
    RequestStory request = recording(story, half, CalendarStory.HOURS);
    Instant received = story.now().minusSeconds(1);
    UUID calendar = leaf(2);
    // 59 min 58 s on Monday, four hours on Tuesday morning, two seconds in the afternoon.
    Instant due = at("2026-01-06T13:00:02");
    due(request, "RECORDING", calendar, "hours", "hours", 5, received, due);
    assertThat(passes(story)).endsWith("0 not checked");
  }
}
