package org.disclosureledger.verifier.conduct;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
  private Set<DayOfWeek> weekdays = Set.of();
  private List<Session> usual = List.of();
  private Map<LocalDate, List<Session>> others = Map.of();

  /** How many working days there are from the first day to each. */
  private int[] numbers = {};

  /** One that contradicts itself is not counted with: nobody could say which of it holds. */
  void imported(UUID id, EventData data) {
    LocalDate first = data.date("from");
    LocalDate last = data.date("to");
    if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
      throw new Unreadable("no day, or more than ten years of them");
    }
    Set<DayOfWeek> worked = EnumSet.noneOf(DayOfWeek.class);
    for (String day : data.texts("weekdays")) {
      worked.add(DayOfWeek.of(EventData.parse(day, Weekday.class).ordinal() + 1));
    }
    List<Session> sessions = sessions(data);
    others = others(data, first, last);
    from = first;
    to = last;
    weekdays = worked;
    usual = sessions;
    latest = id;
    known = true;
    number();
  }

  /** The same, whatever is imported later. */
  WorkingDays asItIs() {
    WorkingDays same = new WorkingDays();
    same.latest = latest;
    same.known = known;
    same.from = from;
    same.to = to;
    same.weekdays = weekdays;
    same.usual = usual;
    same.others = others;
    same.numbers = numbers;
    return same;
  }

  /** Which working day each is. */
  private void number() {
    numbers = new int[(int) ChronoUnit.DAYS.between(from, to) + 1];
    int number = 0;
    for (int i = 0; i < numbers.length; i++) {
      number += on(from.plusDays(i)).isEmpty() ? 0 : 1;
      numbers[i] = number;
    }
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
   * The last millisecond of the n-th working day after that of the start; null beyond the end. Of
   * each pause that begins before that, the working days after that of its beginning, up to that of
   * its end, come on top.
   */
  @Nullable Instant endOfDay(Instant start, long days, List<Pause> pauses) {
    LocalDate first = day(start);
    if (latest == null || first.isBefore(from) || first.isAfter(to)) {
      return null;
    }
    long number = number(first) + days;
    Instant due = endOf(number);
    for (Pause pause : pauses) {
      if (due == null || !pause.from().isBefore(due)) {
        return due;
      }
      LocalDate begin = day(pause.from().isBefore(start) ? start : pause.from());
      LocalDate end = day(pause.to());
      if (end.isAfter(to)) {
        return null;
      }
      number += end.isAfter(begin) ? number(end) - number(begin) : 0;
      due = endOf(number);
    }
    return due;
  }

  private int number(LocalDate day) {
    return numbers[(int) ChronoUnit.DAYS.between(from, day)];
  }

  private @Nullable Instant endOf(long number) {
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

  /** When that many working hours have passed outside of pauses; null beyond the end. */
  @Nullable Instant after(Instant start, long hours, List<Pause> pauses) {
    LocalDate first = day(start);
    if (latest == null || first.isBefore(from)) {
      return null;
    }
    Duration left = Duration.ofHours(hours);
    int next = 0;
    for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
      for (Session session : on(day)) {
        Instant at = later(start, day.atTime(session.from).atZone(LedgerZone.ID).toInstant());
        Instant end = day.atTime(session.to).atZone(LedgerZone.ID).toInstant();
        while (at.isBefore(end)) {
          while (next < pauses.size() && !pauses.get(next).to().isAfter(at)) {
            next++;
          }
          Pause pause = next < pauses.size() ? pauses.get(next) : null;
          Instant until = pause != null && pause.from().isBefore(end) ? pause.from() : end;
          if (at.isBefore(until)) {
            Duration here = Duration.between(at, until);
            if (left.compareTo(here) <= 0) {
              return at.plus(left);
            }
            left = left.minus(here);
          }
          at = pause == null || until.equals(end) ? end : pause.to();
        }
      }
    }
    return null;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, LedgerZone.ID);
  }

  private List<Session> on(LocalDate day) {
    List<Session> other = others.get(day);
    return other != null ? other : weekdays.contains(day.getDayOfWeek()) ? usual : List.of();
  }
}
