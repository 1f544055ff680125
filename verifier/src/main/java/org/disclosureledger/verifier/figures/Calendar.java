package org.disclosureledger.verifier.figures;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;

/** The working time of one {@code calendar.imported}, Asia/Ho_Chi_Minh (REPORTS §5). */
final class Calendar implements WorkingTime {
  /** As the grade conduct takes no longer one: ten years (FORMAT §9). */
  private static final long MOST_DAYS = 3_660;

  private static final List<String> WEEKDAYS =
      List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

  private final LocalDate from;
  private final LocalDate to;
  private final Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
  private final List<Session> usual;
  private final Map<LocalDate, List<Session>> others = new HashMap<>();

  /** Working time before each day, and at the end; so that no length of time is slow to count. */
  private final long[] passed;

  private record Session(LocalTime from, LocalTime to) {}

  Calendar(EventData data) {
    from = data.date("from");
    to = data.date("to");
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new Unreadable("no day, or more than ten years of them");
    }
    for (String day : data.texts("weekdays")) {
      if (!WEEKDAYS.contains(day)) {
        throw new Unreadable(day + " is no day of the week");
      }
      weekdays.add(DayOfWeek.of(WEEKDAYS.indexOf(day) + 1));
    }
    usual = sessions(data);
    LocalDate before = from.minusDays(1);
    for (EventData day : data.objects("days")) {
      LocalDate date = day.date("date");
      if (!date.isAfter(before) || date.isAfter(to)) {
        throw new Unreadable("a day out of order, or not covered");
      }
      others.put(date, sessions(day));
      before = date;
    }
    passed = new long[(int) ChronoUnit.DAYS.between(from, to) + 2];
    for (int i = 1; i < passed.length; i++) {
      passed[i] = passed[i - 1] + within(from.plusDays(i - 1L), Long.MAX_VALUE);
    }
  }

  private static List<Session> sessions(EventData data) {
    List<Session> sessions = new ArrayList<>();
    LocalTime last = LocalTime.MIN;
    for (EventData each : data.objects("sessions")) {
      Session session = new Session(time(each, "from"), time(each, "to"));
      if (session.from.isBefore(last) || !session.from.isBefore(session.to)) {
        throw new Unreadable("sessions that overlap or end before they begin");
      }
      last = session.to;
      sessions.add(session);
    }
    return sessions;
  }

  private static LocalTime time(EventData data, String name) {
    try {
      return LocalTime.parse(data.text(name));
    } catch (DateTimeException e) {
      throw new Unreadable(name + " is no time of day");
    }
  }

  @Override
  public boolean covers(long since, long until) {
    return isIn(day(since)) && isIn(day(until));
  }

  private boolean isIn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static LocalDate day(long instant) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(instant), LedgerZone.ID);
  }

  @Override
  public long between(long since, long until) {
    return Math.max(0, passed(until) - passed(since));
  }

  /** From its first day on; none passes where it says nothing. */
  private long passed(long until) {
    LocalDate day = day(until);
    if (!isIn(day)) {
      return day.isBefore(from) ? 0 : passed[passed.length - 1];
    }
    return passed[(int) ChronoUnit.DAYS.between(from, day)] + within(day, until);
  }

  private long within(LocalDate day, long until) {
    long sum = 0;
    for (Session session : on(day)) {
      long begin = at(day, session.from);
      sum += Math.max(0, Math.min(until, at(day, session.to)) - begin);
    }
    return sum;
  }

  private static long at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(LedgerZone.ID).toInstant().toEpochMilli();
  }

  private List<Session> on(LocalDate day) {
    List<Session> other = others.get(day);
    return other != null ? other : weekdays.contains(day.getDayOfWeek()) ? usual : List.of();
  }
}
