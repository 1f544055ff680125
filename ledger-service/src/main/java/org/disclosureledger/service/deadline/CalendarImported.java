package org.disclosureledger.service.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/**
 * {@code calendar.imported}, stream {@code calendar}: the working calendar from now on, whole. It
 * says nothing of days before {@code from} and after {@code to}; what would need them is an error.
 *
 * @param from first day that it covers, Asia/Ho_Chi_Minh
 * @param to last day that it covers
 * @param weekdays on which people work, unless {@code days} says otherwise
 * @param sessions of such a day, in their order
 * @param days the others, by date
 */
public record CalendarImported(
    LocalDate from,
    LocalDate to,
    List<Weekday> weekdays,
    List<Session> sessions,
    List<CalendarDay> days) {
  public static final int MAX_DAYS = 400;
  public static final int MAX_SESSIONS = 4;
  private static final int MAX_COVERED = 3_660;

  /**
   * @throws IllegalArgumentException when it contradicts itself or is too large for an entry
   */
  public CalendarImported {
    weekdays = List.copyOf(weekdays);
    sessions = inOrder(sessions);
    days = List.copyOf(days);
    require(!to.isBefore(from), "it ends before it begins");
    require(ChronoUnit.DAYS.between(from, to) < MAX_COVERED, "it covers more than ten years");
    require(Set.copyOf(weekdays).size() == weekdays.size(), "a weekday stands there twice");
    require(!sessions.isEmpty(), "a working day has a session");
    require(days.size() <= MAX_DAYS, "it names more than " + MAX_DAYS + " days");
    for (int i = 0; i < days.size(); i++) {
      LocalDate date = days.get(i).date();
      require(!date.isBefore(from) && !date.isAfter(to), date + " lies outside of it");
      require(i == 0 || days.get(i - 1).date().isBefore(date), date + " is out of order");
    }
  }

  /** The same, checked: in order, and none begins before the one before it has ended. */
  static List<Session> inOrder(List<Session> sessions) {
    require(sessions.size() <= MAX_SESSIONS, "a day has " + MAX_SESSIONS + " sessions at most");
    for (int i = 1; i < sessions.size(); i++) {
      require(!sessions.get(i).from().isBefore(sessions.get(i - 1).to()), "sessions overlap");
    }
    return List.copyOf(sessions);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("working calendar: " + what);
    }
  }
}
