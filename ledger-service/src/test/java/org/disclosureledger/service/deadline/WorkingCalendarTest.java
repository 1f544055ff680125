package org.disclosureledger.service.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(ExampleCalendar.ID, ExampleCalendar.year2026());

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LedgerZone.ID).toInstant();
  }

  private static String local(Instant instant) {
    return LocalDateTime.ofInstant(instant, LedgerZone.ID).toString();
  }

  /** Counted on paper with the calendar of {@link ExampleCalendar} beside it. */
  @ParameterizedTest
  @CsvSource({
    // An ordinary Monday; received at its first and at its last instant.
    "2026-03-02T00:00,1,2026-03-03",
    "2026-03-02T23:59:59.999,1,2026-03-03",
    "2026-03-03T00:00,1,2026-03-04",
    // Over a weekend, and received on one.
    "2026-03-06T09:12,1,2026-03-09",
    "2026-03-07T09:12,1,2026-03-09",
    "2026-03-08T23:59:59,1,2026-03-09",
    "2026-03-06T09:12,5,2026-03-13",
    "2026-03-06T09:12,6,2026-03-16",
    // Over Tết: 13 Feb is half a day and counts, 14 to 22 Feb are free.
    "2026-02-12T16:00,1,2026-02-13",
    "2026-02-12T16:00,2,2026-02-23",
    "2026-02-13T11:30,1,2026-02-23",
    "2026-02-13T23:59:59,3,2026-02-25",
    "2026-02-17T00:00,1,2026-02-23",
    // Swapped Saturdays count, the days they stand for do not.
    "2026-01-09T15:00,1,2026-01-10",
    "2026-01-09T15:00,2,2026-01-12",
    "2026-01-10T15:00,1,2026-01-12",
    "2026-01-01T00:00,1,2026-01-05",
    "2026-08-21T08:00,1,2026-08-22",
    "2026-08-28T08:00,1,2026-09-03",
    // The last day that is covered.
    "2026-12-30T08:00,1,2026-12-31"
  })
  void workingDaysEndWithTheirDay(String start, int days, String last) {
    assertThat(local(CALENDAR.endOfWorkingDay(at(start), days))).isEqualTo(last + "T23:59:59.999");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:30,PT3H,2026-03-02T11:30",
    "2026-03-02T08:30,PT3H0.001S,2026-03-02T13:00:00.001",
    "2026-03-02T08:30,PT4H,2026-03-02T14:00",
    "2026-03-02T11:30,PT1H,2026-03-02T14:00",
    "2026-03-02T12:15,PT1H,2026-03-02T14:00",
    "2026-03-02T17:00,PT1H,2026-03-03T08:30",
    "2026-03-06T16:00,PT24H,2026-03-11T16:00",
    "2026-03-07T10:00,PT8H,2026-03-09T17:00",
    // Four hours on the half-day, then nothing until after Tết.
    "2026-02-13T09:30,PT2H,2026-02-13T11:30",
    "2026-02-13T09:30,PT2H0.001S,2026-02-23T07:30:00.001",
    "2026-02-18T12:00,PT4H,2026-02-23T11:30",
    "2026-01-09T16:59:59,PT1H,2026-01-10T08:29:59",
    "2026-12-31T16:00,PT1H,2026-12-31T17:00"
  })
  void workingHoursPassInSessionsOnly(String start, Duration time, String end) {
    assertThat(CALENDAR.after(at(start), time)).isEqualTo(at(end));
    assertThat(CALENDAR.workingTime(at(start), at(end))).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T07:30,2026-03-02T17:00,PT8H",
    "2026-03-02T12:00,2026-03-02T12:59:59,PT0S",
    "2026-03-06T17:00,2026-03-09T07:30,PT0S",
    "2026-02-13T00:00,2026-02-24T00:00,PT12H",
    "2026-01-05T00:00,2026-01-12T00:00,PT48H",
    "2026-03-03T10:00,2026-03-02T10:00,PT0S",
    "2026-12-31T00:00,2027-01-01T00:00,PT8H"
  })
  void theTimeBetweenIsThatOfTheSessions(String from, String to, Duration time) {
    assertThat(CALENDAR.workingTime(at(from), at(to))).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00,2026-03-02T23:00,0",
    "2026-03-02T23:59:59,2026-03-03T00:00,1",
    "2026-02-12T10:00,2026-02-23T00:00,2",
    "2026-01-09T10:00,2026-01-11T10:00,1"
  })
  void daysOfAPauseAreCountedLikeThoseOfADueTime(String from, String to, int days) {
    assertThat(CALENDAR.workingDays(at(from), at(to))).isEqualTo(days);
  }

  @Test
  void whatItDoesNotCoverIsAnErrorThatNamesIt() {
    for (Runnable asked :
        List.<Runnable>of(
            () -> CALENDAR.endOfWorkingDay(at("2026-12-31T08:00"), 1),
            () -> CALENDAR.endOfWorkingDay(at("2025-12-31T23:59:59"), 1),
            () -> CALENDAR.endOfWorkingDay(at("2026-12-28T08:00"), 4),
            () -> CALENDAR.after(at("2026-12-31T16:00"), Duration.ofHours(1).plusMillis(1)),
            () -> CALENDAR.workingTime(at("2026-12-31T00:00"), at("2027-01-01T00:00:00.001")),
            () -> CALENDAR.workingTime(at("2025-12-31T23:59"), at("2026-01-05T00:00")),
            () -> CALENDAR.workingDays(at("2026-12-31T00:00"), at("2027-01-01T00:00")))) {
      assertThatThrownBy(asked::run)
          .isInstanceOf(CommandRefused.class)
          .hasMessageContaining("calendar-too-short")
          .hasMessageContaining(ExampleCalendar.ID.toString())
          .hasMessageContaining("2026-01-01 to 2026-12-31");
    }
  }

  /** Three months, minute by minute and day by day, against the sums. */
  @Test
  void countingMinuteByMinuteGivesTheSame() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 12; round++) {
      CalendarImported days = randomCalendar(random);
      WorkingCalendar calendar = new WorkingCalendar(UUID.randomUUID(), days);
      Instant first = at(days.from() + "T00:00");
      long minutes = Duration.ofDays(90).toMinutes();
      for (int i = 0; i < 8; i++) {
        Instant from = first.plus(Duration.ofMinutes(random.nextLong(minutes / 2)));
        Instant to = from.plus(Duration.ofMinutes(random.nextLong(minutes / 2)));
        long worked = 0;
        for (Instant t = from; t.isBefore(to); t = t.plusSeconds(60)) {
          worked += isWorked(days, t) ? 1 : 0;
        }
        assertThat(calendar.workingTime(from, to))
            .as("%s from %s to %s", days, from, to)
            .isEqualTo(Duration.ofMinutes(worked));
        if (worked > 0) {
          Instant end = calendar.after(from, Duration.ofMinutes(worked));
          assertThat(end).isBeforeOrEqualTo(to);
          assertThat(calendar.workingTime(from, end)).isEqualTo(Duration.ofMinutes(worked));
          assertThat(calendar.workingTime(from, end.minusMillis(1)))
              .isLessThan(Duration.ofMinutes(worked));
        }
      }
    }
  }

  private static CalendarImported randomCalendar(Random random) {
    LocalDate from = LocalDate.parse("2026-01-01").plusDays(random.nextInt(700));
    List<Weekday> weekdays = new ArrayList<>();
    for (Weekday day : Weekday.values()) {
      if (random.nextInt(4) > 0) {
        weekdays.add(day);
      }
    }
    List<CalendarDay> days = new ArrayList<>();
    for (int i = 0; i < 91; i++) {
      if (random.nextInt(6) == 0) {
        days.add(new CalendarDay(from.plusDays(i), randomSessions(random), null));
      }
    }
    List<Session> sessions = List.of(ExampleCalendar.MORNING, ExampleCalendar.AFTERNOON);
    return new CalendarImported(from, from.plusDays(90), weekdays, sessions, days);
  }

  private static List<Session> randomSessions(Random random) {
    List<Session> sessions = new ArrayList<>();
    int minute = random.nextInt(700);
    while (sessions.size() < 3 && random.nextInt(3) > 0 && minute < 1_400) {
      int end = minute + 1 + random.nextInt(1_439 - minute);
      sessions.add(new Session(time(minute), time(end)));
      minute = end + random.nextInt(60);
    }
    return sessions;
  }

  private static LocalTime time(int minute) {
    return LocalTime.of(minute / 60, minute % 60);
  }

  private static boolean isWorked(CalendarImported calendar, Instant instant) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, LedgerZone.ID);
    List<Session> sessions =
        calendar.weekdays().contains(Weekday.values()[local.getDayOfWeek().ordinal()])
            ? calendar.sessions()
            : List.of();
    for (CalendarDay day : calendar.days()) {
      if (day.date().equals(local.toLocalDate())) {
        sessions = day.sessions();
      }
    }
    return sessions.stream()
        .anyMatch(session ->
            !local.toLocalTime().isBefore(session.from())
                && local.toLocalTime().isBefore(session.to()));
  }
}
