package org.disclosureledger.verifier.conduct;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/** The working calendar that the ledger imported last, Asia/Ho_Chi_Minh (DOMAIN §3). */
final class WorkingDays {
  /** Ten years; what covers more is not counted with. */
  private static final long MOST_DAYS = 3_660;

  private enum Weekday {
    MON,
    TUE,
    WED,
    THU,
    FRI,
    SAT,
    SUN
  }

  private record Session(LocalTime from, LocalTime to) {
    static Session of(EventData data) {
      try {
        Session session =
            new Session(LocalTime.parse(data.text("from")), LocalTime.parse(data.text("to")));
        if (!session.from.isBefore(session.to)) {
          throw new Unreadable("a session that ends before it begins");
        }
        return session;
      } catch (DateTimeParseException e) {
        throw new Unreadable("a time of day");
      }
    }
  }

  private @Nullable UUID latest;
  private boolean known = true;
  private LocalDate from = LocalDate.EPOCH;
  private LocalDate to = LocalDate.EPOCH;

  /** How many working days there are from the first day to each. */
  private int[] numbers = {};

  /** When each session begins, in milliseconds. */
  private long[] begins = {};

  /** Working time before each session, and at last of all, in milliseconds. */
  private long[] worked = {};

  /** One that contradicts itself is not counted with: nobody could say which of it holds. */
  void imported(UUID id, EventData data) {
    LocalDate first = data.date("from");
    LocalDate last = data.date("to");
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new Unreadable("no day, or more than ten years of them");
    }
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (String day : data.texts("weekdays")) {
      weekdays.add(DayOfWeek.of(EventData.parse(day, Weekday.class).ordinal() + 1));
    }
    List<Session> usual = sessions(data);
    Map<LocalDate, List<Session>> others = others(data, first, last);
    from = first;
    to = last;
    latest = id;
    known = true;
    number(day -> {
      List<Session> other = others.get(day);
      return other != null ? other : weekdays.contains(day.getDayOfWeek()) ? usual : List.of();
    });
  }

  /** The same, whatever is imported later. */
  WorkingDays asItIs() {
    WorkingDays same = new WorkingDays();
    same.latest = latest;
    same.known = known;
    same.from = from;
    same.to = to;
    same.numbers = numbers;
    same.begins = begins;
    same.worked = worked;
    return same;
  }

  /** Which working day each is, and what is worked by then. Counted once, not a due time. */
  private void number(Function<LocalDate, List<Session>> on) {
    numbers = new int[(int) ChronoUnit.DAYS.between(from, to) + 1];
    int number = 0;
    LongStream.Builder bounds = LongStream.builder();
    LongStream.Builder sums = LongStream.builder().add(0);
    long sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      LocalDate day = from.plusDays(i);
      List<Session> sessions = on.apply(day);
      number += sessions.isEmpty() ? 0 : 1;
      numbers[i] = number;
      for (Session session : sessions) {
        sum += session.from.until(session.to, ChronoUnit.MILLIS);
        bounds.add(day.atTime(session.from).atZone(LedgerZone.ID).toInstant().toEpochMilli());
        sums.add(sum);
      }
    }
    begins = bounds.build().toArray();
    worked = sums.build().toArray();
  }

  /** In their order, each once, and within what is covered. */
  private static Map<LocalDate, List<Session>> others(
      EventData data, LocalDate first, LocalDate last) {
    Map<LocalDate, List<Session>> others = new HashMap<>();
    LocalDate before = first.minusDays(1);
    for (EventData day : data.objects("days")) {
      LocalDate date = day.date("date");
      if (!date.isAfter(before) || date.isAfter(last)) {
        throw new Unreadable("a day out of order, or not covered");
      }
      others.put(date, sessions(day));
      before = date;
    }
    return others;
  }

  private static List<Session> sessions(EventData data) {
    List<Session> sessions = new ArrayList<>();
    for (EventData each : data.objects("sessions")) {
      Session session = Session.of(each);
      if (!sessions.isEmpty() && session.from.isBefore(sessions.getLast().to)) {
        throw new Unreadable("sessions that overlap");
      }
      sessions.add(session);
    }
    return sessions;
  }

  /** The latest calendar could not be read, or may be what could not be read. */
  void lost() {
    known = false;
  }

  boolean isKnown() {
    return known;
  }

  /** Null before the first. */
  @Nullable UUID latest() {
    return latest;
  }

  /** Whether it says of all that time what is worked in it. */
  boolean covers(Instant start, Instant end) {
    return latest != null && !day(start).isBefore(from) && !day(end).isAfter(to);
  }

  /**
   * Counts from an instant on, in the time that some pauses leave.
   *
   * @param pauses in their order; none overlaps another
   */
  DueCount from(Instant start, List<Pause> pauses) {
    return new DueCount(this, start, pauses);
  }

  /** Whether it says of that day what is worked in it. */
  boolean hasDay(LocalDate day) {
    return latest != null && !day.isBefore(from) && !day.isAfter(to);
  }

  /** Working days from the first day to this one; before the first none, behind the last all. */
  int number(LocalDate day) {
    if (day.isBefore(from)) {
      return 0;
    }
    return numbers[(int) Math.min(numbers.length - 1L, ChronoUnit.DAYS.between(from, day))];
  }

  /** The last millisecond of the working day of a number above 0; null beyond the end. */
  @Nullable Instant endOf(long number) {
    if (number > numbers[numbers.length - 1]) {
      return null;
    }
    int low = 0;
    for (int high = numbers.length - 1; low < high; ) {
      int middle = (low + high) / 2;
      if (numbers[middle] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return from.plusDays(low + 1L).atStartOfDay(LedgerZone.ID).toInstant().minusMillis(1);
  }

  /** Working time from the first day to an instant, in milliseconds. */
  long worked(Instant until) {
    long at = until.toEpochMilli();
    int found = Arrays.binarySearch(begins, at);
    int session = found < 0 ? -found - 2 : found;
    return session < 0 ? 0 : Math.min(worked[session + 1], worked[session] + at - begins[session]);
  }

  /** The first instant by which that much, more than nothing, is worked; null beyond the end. */
  @Nullable Instant when(long much) {
    if (much > worked[worked.length - 1]) {
      return null;
    }
    int found = Arrays.binarySearch(worked, much);
    int session = (found < 0 ? -found - 1 : found) - 1;
    return Instant.ofEpochMilli(begins[session] + much - worked[session]);
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, LedgerZone.ID);
  }
}
