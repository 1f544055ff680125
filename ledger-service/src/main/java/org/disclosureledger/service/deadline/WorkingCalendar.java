package org.disclosureledger.service.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandRefused;

/**
 * Counts working days and working time as one imported calendar has them. Asia/Ho_Chi_Minh has no
 * summer time, so that a day is always 24 hours. What the calendar does not cover is an error that
 * names it, not a guess.
 */
public final class WorkingCalendar {
  private static final long MILLIS_A_DAY = Duration.ofDays(1).toMillis();

  private final UUID imported;
  private final CalendarImported calendar;
  private final Map<LocalDate, CalendarDay> others = new HashMap<>();
  // Working milliseconds before each covered day, and in all at the end.
  private final long[] before;

  /**
   * @param imported id of the {@code calendar.imported} event
   */
  public WorkingCalendar(UUID imported, CalendarImported calendar) {
    this.imported = imported;
    this.calendar = calendar;
    calendar.days().forEach(day -> others.put(day.date(), day));
    int covered = (int) ChronoUnit.DAYS.between(calendar.from(), calendar.to()) + 1;
    before = new long[covered + 1];
    for (int i = 0; i < covered; i++) {
      before[i + 1] = before[i] + millis(sessions(calendar.from().plusDays(i)));
    }
  }

  /** Id of the event that brought it. */
  public UUID imported() {
    return imported;
  }

  /** The first day that it covers. */
  LocalDate from() {
    return calendar.from();
  }

  /** Whether it says of all that time what is worked in it. */
  boolean covers(Instant start, Instant end) {
    return !day(start).isBefore(calendar.from()) && !day(end).isAfter(calendar.to());
  }

  /**
   * Whether anybody works on that day.
   *
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_TOO_SHORT}
   */
  public boolean isWorking(LocalDate day) {
    int index = index(day);
    return before[index + 1] > before[index];
  }

  /**
   * The end of the n-th working day after that of an instant, whose own day does not count (Civil
   * Code 91/2015/QH13 art. 147.2, 148.1, 148.6): its last millisecond.
   *
   * @param days from 1
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_TOO_SHORT}
   */
  public Instant endOfWorkingDay(Instant start, int days) {
    if (days < 1) {
      throw new IllegalArgumentException("the first working day after it is the first");
    }
    LocalDate day = day(start);
    requireCovered(day);
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorking(day)) {
        left--;
      }
    }
    return instant(day.plusDays(1), LocalTime.MIDNIGHT).minusMillis(1);
  }

  /**
   * How many working days begin after the day of {@code from} and not after that of {@code to}.
   *
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_TOO_SHORT}
   */
  public int workingDays(Instant from, Instant to) {
    int count = 0;
    LocalDate last = day(to);
    requireCovered(day(from));
    for (LocalDate day = day(from).plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      count += isWorking(day) ? 1 : 0;
    }
    return count;
  }

  /**
   * The working time between two instants; none if they are reversed.
   *
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_TOO_SHORT}
   */
  public Duration workingTime(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.ofMillis(worked(to) - worked(from)) : Duration.ZERO;
  }

  /**
   * The first instant by which that much working time has passed.
   *
   * @param time positive
   * @throws CommandRefused {@link DeadlineRule#CALENDAR_TOO_SHORT}
   */
  public Instant after(Instant start, Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("time passes");
    }
    long until = worked(start) + time.toMillis();
    int day = index(day(start));
    while (day < before.length - 1 && before[day + 1] < until) {
      day++;
    }
    LocalDate date = calendar.from().plusDays(day);
    requireCovered(date);
    long left = until - before[day];
    for (Session session : sessions(date)) {
      long length = millis(session);
      if (left <= length) {
        return instant(date, session.from()).plusMillis(left);
      }
      left -= length;
    }
    throw new IllegalStateException("a day's sessions are as long as the day");
  }

  /** Working milliseconds from the first covered day to the instant. */
  private long worked(Instant instant) {
    LocalDate day = day(instant);
    // The first instant after the last covered day is its end.
    boolean end =
        day.equals(calendar.to().plusDays(1)) && instant.equals(instant(day, LocalTime.MIDNIGHT));
    if (end) {
      return before[before.length - 1];
    }
    long sum = before[index(day)];
    for (Session session : sessions(day)) {
      long since = Duration.between(instant(day, session.from()), instant).toMillis();
      sum += Math.clamp(since, 0, millis(session));
    }
    return sum;
  }

  private List<Session> sessions(LocalDate day) {
    CalendarDay other = others.get(day);
    if (other != null) {
      return other.sessions();
    }
    return calendar.weekdays().contains(Weekday.of(day.getDayOfWeek()))
        ? calendar.sessions()
        : List.of();
  }

  private int index(LocalDate day) {
    requireCovered(day);
    return (int) ChronoUnit.DAYS.between(calendar.from(), day);
  }

  private void requireCovered(LocalDate day) {
    if (day.isBefore(calendar.from()) || day.isAfter(calendar.to())) {
      throw new CommandRefused(
          DeadlineRule.CALENDAR_TOO_SHORT,
          "calendar %s covers %s to %s, not %s"
              .formatted(imported, calendar.from(), calendar.to(), day));
    }
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, LedgerZone.ID);
  }

  private static Instant instant(LocalDate day, LocalTime time) {
    return LocalDateTime.of(day, time).atZone(LedgerZone.ID).toInstant();
  }

  private static long millis(Session session) {
    return Duration.between(session.from(), session.to()).toMillis();
  }

  private static long millis(List<Session> sessions) {
    long sum = sessions.stream().mapToLong(WorkingCalendar::millis).sum();
    if (sum > MILLIS_A_DAY) {
      throw new IllegalStateException("sessions overlap");
    }
    return sum;
  }
}
