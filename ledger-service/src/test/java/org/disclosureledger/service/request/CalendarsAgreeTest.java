package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;
import org.junit.jupiter.api.Test;

/**
 * The service imports just those calendars that the verifier can count by: sessions in order, days
 * in order and covered, ten years at most.
 */
class CalendarsAgreeTest {
  private static final int CALENDARS = 2_000;
  private static final Actor ADMIN = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_00F1L));
  private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

  /** As it is told, before anybody asks whether it holds together. */
  private record Told(
      LocalDate from, LocalDate to, List<String> usual, List<LocalDate> days, List<String> others) {
    static Told any(Random random) {
      LocalDate from = FIRST.plusDays(random.nextInt(3));
      int span = random.nextInt(8) == 0 ? 3_658 + random.nextInt(4) : random.nextInt(40) - 1;
      List<LocalDate> days = new ArrayList<>();
      for (int i = random.nextInt(4), day = -1; i > 0; i--) {
        day += random.nextInt(10) - 1;
        days.add(from.plusDays(Math.max(-1, day)));
      }
      return new Told(from, from.plusDays(span), sessions(random, 1), days, sessions(random, 0));
    }

    /** Mostly one behind the other, with less than a minute between them at times. */
    private static List<String> sessions(Random random, int least) {
      List<String> sessions = new ArrayList<>();
      int at = 420;
      for (int i = least + random.nextInt(3); i > 0; i--) {
        int begin = at + random.nextInt(40) - (random.nextInt(6) == 0 ? 30 : 0);
        at = begin + random.nextInt(120) - (random.nextInt(12) == 0 ? 60 : 0);
        sessions.add(minute(begin) + "-" + minute(at));
      }
      return sessions;
    }

    private static String minute(int of) {
      return "%02d:%02d".formatted(of / 60, of % 60);
    }

    CalendarImported imported() {
      List<CalendarDay> otherwise = new ArrayList<>();
      days.forEach(day -> otherwise.add(new CalendarDay(day, read(others), null)));
      return new CalendarImported(from, to, List.of(Weekday.MON), read(usual), otherwise);
    }

    private static List<Session> read(List<String> sessions) {
      return sessions.stream()
          .map(session -> session.split("-"))
          .map(ends -> new Session(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
          .toList();
    }

    String json() {
      String otherwise =
          days.stream()
              .map(day -> "{\"date\":\"" + day + "\",\"sessions\":" + json(others) + "}")
              .collect(Collectors.joining(",", "[", "]"));
      return "{\"from\":\"%s\",\"to\":\"%s\",\"weekdays\":[\"MON\"],\"sessions\":%s,\"days\":%s}"
          .formatted(from, to, json(usual), otherwise);
    }

    private static String json(List<String> sessions) {
      return sessions.stream()
          .map(session -> session.split("-"))
          .map(ends -> "{\"from\":\"" + ends[0] + "\",\"to\":\"" + ends[1] + "\"}")
          .collect(Collectors.joining(",", "[", "]"));
    }
  }

  @Test
  void whatTheServiceImportsTheVerifierReadsAndNothingElse() {
    long seed = Long.getLong("walk.seed", System.nanoTime());
    System.out.println("calendars of seed " + seed);
    Random random = new Random(seed);
    int imported = 0;
    for (int i = 0; i < CALENDARS; i++) {
      Told told = Told.any(random);
      boolean taken = isTaken(told);
      ConductLedger ledger = new ConductLedger();
      ledger.plain(
          new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_1000L),
          "calendar",
          "calendar.imported",
          ADMIN,
          told.json(),
          RequestDraft.T0);
      assertThat(ledger.findings.isEmpty()).as("seed %d: %s", seed, told).isEqualTo(taken);
      imported += taken ? 1 : 0;
    }
    assertThat(imported).as("seed " + seed).isBetween(CALENDARS / 10, CALENDARS * 9 / 10);
  }

  private static boolean isTaken(Told told) {
    try {
      return !told.imported().sessions().isEmpty();
    } catch (IllegalArgumentException contradiction) {
      return false;
    }
  }
}
