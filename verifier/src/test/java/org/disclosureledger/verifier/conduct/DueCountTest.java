package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.verifier.conduct.CalendarStory.at;
import static org.disclosureledger.verifier.conduct.CalendarStory.calendar;
import static org.disclosureledger.verifier.conduct.CalendarStory.sessions;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Due times found by halving, against the same counted day by day and pause by pause. */
class DueCountTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 1, 20);
  private static final LocalDate SHUT = LocalDate.of(2026, 1, 8);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 11);

  private static WorkingDays imported() throws Exception {
    WorkingDays days = new WorkingDays();
    String data =
        calendar(
            FIRST.toString(),
            LAST.toString(),
            sessions("07:30-11:30", "13:00-17:00"),
            CalendarStory.day(SHUT.toString()),
            CalendarStory.day(SATURDAY.toString(), "07:30-11:30"),
            CalendarStory.day(SUNDAY.toString(), "00:00-00:01", "00:01-23:59"));
    days.imported(new UUID(0, 1), EventData.parse(data.getBytes(StandardCharsets.UTF_8)));
    return days;
  }

  private record Session(Instant from, Instant to) {}

  private static List<Session> on(LocalDate day) {
    if (day.equals(SHUT)) {
      return List.of();
    }
    if (day.equals(SATURDAY)) {
      return List.of(session(day, "07:30", "11:30"));
    }
    if (day.equals(SUNDAY)) {
      return List.of(session(day, "00:00", "00:01"), session(day, "00:01", "23:59"));
    }
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
        ? List.of()
        : List.of(session(day, "07:30", "11:30"), session(day, "13:00", "17:00"));
  }

  private static Session session(LocalDate day, String from, String to) {
    return new Session(
        day.atTime(LocalTime.parse(from)).atZone(LedgerZone.ID).toInstant(),
        day.atTime(LocalTime.parse(to)).atZone(LedgerZone.ID).toInstant());
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, LedgerZone.ID);
  }

  private static boolean covers(LocalDate day) {
    return !day.isBefore(FIRST) && !day.isAfter(LAST);
  }

  /** As FORMAT §9 puts it: pause by pause, each day looked at. */
  private static @Nullable Instant naiveDays(Instant start, long days, List<Pause> pauses) {
    if (!covers(day(start))) {
      return null;
    }
    long left = days;
    Instant due = nth(day(start), left);
    for (Pause pause : pauses) {
      if (due == null || !pause.from().isBefore(due)) {
        return due;
      }
      if (day(pause.to()).isAfter(LAST)) {
        return null;
      }
      Instant begin = pause.from().isBefore(start) ? start : pause.from();
      for (LocalDate day = day(begin).plusDays(1);
          !day.isAfter(day(pause.to()));
          day = day.plusDays(1)) {
        left += on(day).isEmpty() ? 0 : 1;
      }
      due = nth(day(start), left);
    }
    return due;
  }

  private static @Nullable Instant nth(LocalDate start, long days) {
    long left = days;
    for (LocalDate day = start.plusDays(1); !day.isAfter(LAST); day = day.plusDays(1)) {
      left -= on(day).isEmpty() ? 0 : 1;
      if (left == 0) {
        return day.plusDays(1).atStartOfDay(LedgerZone.ID).toInstant().minusMillis(1);
      }
    }
    return null;
  }

  /** Session by session, cut by one pause after the other. */
  private static @Nullable Instant naiveHours(Instant start, long hours, List<Pause> pauses) {
    if (!covers(day(start))) {
      return null;
    }
    Duration left = Duration.ofHours(hours);
    for (LocalDate day = day(start); !day.isAfter(LAST); day = day.plusDays(1)) {
      for (Session piece : pieces(day, start, pauses)) {
        Duration here = Duration.between(piece.from, piece.to);
        if (left.compareTo(here) <= 0) {
          return piece.from.plus(left);
        }
        left = left.minus(here);
      }
    }
    return null;
  }

  private static List<Session> pieces(LocalDate day, Instant start, List<Pause> pauses) {
    List<Session> pieces = new ArrayList<>();
    for (Session session : on(day)) {
      Instant from = session.from.isBefore(start) ? start : session.from;
      for (Pause pause : pauses) {
        Instant until = pause.from().isBefore(session.to) ? pause.from() : session.to;
        if (from.isBefore(until)) {
          pieces.add(new Session(from, until));
        }
        from = from.isBefore(pause.to()) ? pause.to() : from;
      }
      if (from.isBefore(session.to)) {
        pieces.add(new Session(from, session.to));
      }
    }
    return pieces;
  }

  private static void agree(
      WorkingDays calendar, Instant start, List<Pause> pauses, long days, long hours) {
    DueCount count = calendar.from(start, pauses);
    assertThat(count.endOfDay(days))
        .as("%d days from %s, %s", days, start, pauses)
        .isEqualTo(naiveDays(start, days, pauses));
    assertThat(count.after(hours))
        .as("%d hours from %s, %s", hours, start, pauses)
        .isEqualTo(naiveHours(start, hours, pauses));
  }

  @Test
  void everyPairOfPausesAtTheBoundsOfSessionsAndDays() throws Exception {
    WorkingDays calendar = imported();
    List<Instant> bounds = new ArrayList<>();
    for (String local :
        List.of("07T10:00", "07T11:30", "08T00:00", "08T12:00", "09T07:30", "09T23:59")) {
      bounds.add(at("2026-01-" + local));
    }
    for (String local : List.of("10T00:00", "11T00:01", "12T09:00", "20T17:00", "21T00:00")) {
      bounds.add(at("2026-01-" + local));
    }
    Instant start = at("2026-01-07T10:30:00");
    for (int a = 0; a < bounds.size(); a++) {
      for (int b = a + 1; b < bounds.size(); b++) {
        for (int c = b; c < bounds.size() - 1; c++) {
          for (int d = c + 1; d < bounds.size(); d++) {
            List<Pause> pauses =
                List.of(
                    new Pause(bounds.get(a), bounds.get(b)),
                    new Pause(bounds.get(c), bounds.get(d)));
            for (int much = 1; much <= 9; much++) {
              agree(calendar, start, pauses, much, much);
            }
          }
        }
      }
    }
  }

  @Test
  void manyPausesAtRandom() throws Exception {
    WorkingDays calendar = imported();
    long seed = System.nanoTime();
    System.out.println("DueCountTest seed " + seed);
    Random random = new Random(seed);
    for (int run = 0; run < 20_000; run++) {
      Instant at = at("2025-12-31T20:00:00").plusSeconds(random.nextInt(86_400 * 21));
      Instant start = at;
      at = at.minusSeconds(random.nextInt(86_400));
      List<Pause> pauses = new ArrayList<>();
      int most = random.nextInt(12);
      for (int i = 0; i < most; i++) {
        Instant from = at.plusSeconds(random.nextInt(3) * (long) random.nextInt(40_000));
        at = from.plusMillis(1 + random.nextInt(random.nextBoolean() ? 7_200_000 : 259_200_000));
        pauses.add(new Pause(from, at));
      }
      agree(calendar, start, pauses, 1L + random.nextInt(14), 1L + random.nextInt(80));
    }
  }

  @Test
  void withoutACalendarThereIsNone() {
    DueCount count =
        new WorkingDays()
            .from(
                at("2026-01-05T08:00:00"),
                List.of(new Pause(at("2026-01-05T09:00:00"), at("2026-01-06T09:00:00"))));
    assertThat(count.endOfDay(1)).isNull();
    assertThat(count.after(1)).isNull();
  }
}
