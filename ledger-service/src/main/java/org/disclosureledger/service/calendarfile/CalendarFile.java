package org.disclosureledger.service.calendarfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.FormRule;

/**
 * A file of holidays. An event of whole days is one on which nobody works, unless its category is
 * {@code WORKING-DAY}, as a Saturday in place of another day is; one of hours is time in which
 * nobody works on days that are otherwise worked. Events outside of what is covered are left out.
 */
public final class CalendarFile {
  /** As much as a thousand events are. */
  public static final int MAX_CHARS = 1_000_000;

  private static final int MAX_DAYS_OF_AN_EVENT = 60;

  private final WorkingWeek week;
  private final TreeMap<LocalDate, CalendarDay> days = new TreeMap<>();
  private final TreeMap<LocalDate, Boolean> whole = new TreeMap<>();

  private CalendarFile(WorkingWeek week) {
    this.week = week;
  }

  /**
   * Reads a file.
   *
   * @throws CommandRefused {@link FormRule#MEMBER_INVALID} which says what cannot be read
   */
  public static CalendarImported read(String text, WorkingWeek week) {
    if (text.length() > MAX_CHARS) {
      throw invalid("the file is longer than " + MAX_CHARS + " characters");
    }
    try {
      CalendarFile file = new CalendarFile(week);
      file.addAll(FileReader.events(text));
      return new CalendarImported(
          week.from(),
          week.to(),
          week.weekdays(),
          week.sessions(),
          List.copyOf(file.days.values()));
    } catch (FileReader.Unreadable | DateTimeException | IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private void addAll(List<FileEvent> events) {
    // Days first: hours are taken out of what they leave.
    for (boolean wholeDays : new boolean[] {true, false}) {
      for (FileEvent event : events) {
        if (!event.isCancelled() && event.start() instanceof LocalDate == wholeDays) {
          add(event);
        }
      }
    }
  }

  private void add(FileEvent event) {
    event.requireOnce();
    Temporal start = event.start();
    Temporal end = event.end();
    if (start instanceof LocalDate first && end instanceof LocalDate last) {
      if (!first.isBefore(last) || first.plusDays(MAX_DAYS_OF_AN_EVENT).isBefore(last)) {
        throw invalid(event.title() + " takes 1 to " + MAX_DAYS_OF_AN_EVENT + " days");
      }
      for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
        if (isCovered(day)) {
          wholeDay(day, event);
        }
      }
    } else if (start instanceof LocalDateTime from && end instanceof LocalDateTime to) {
      hours(from, to, event);
    } else {
      throw invalid(event.title() + ": a date and a time together");
    }
  }

  private void wholeDay(LocalDate day, FileEvent event) {
    boolean working = event.isWorking();
    Boolean before = whole.put(day, working);
    if (before != null && before != working) {
      throw invalid(day + " is worked by one event and not by another");
    }
    days.put(day, new CalendarDay(day, working ? week.sessions() : List.of(), event.name()));
  }

  private void hours(LocalDateTime from, LocalDateTime to, FileEvent event) {
    LocalDate day = from.toLocalDate();
    boolean toMidnight = to.equals(day.plusDays(1).atStartOfDay());
    boolean within = from.isBefore(to) && (toMidnight || day.equals(to.toLocalDate()));
    if (event.isWorking() || !within) {
      throw invalid(event.title() + ": hours in which nobody works, on one day");
    }
    if (!isCovered(day)) {
      return;
    }
    LocalTime end = toMidnight ? LocalTime.MAX : to.toLocalTime();
    CalendarDay known = days.get(day);
    List<Session> worked = known == null ? usual(day) : known.sessions();
    List<Session> left = without(worked, from.toLocalTime(), end);
    if (!left.equals(worked)) {
      days.put(day, new CalendarDay(day, left, event.name()));
    }
  }

  private static List<Session> without(List<Session> worked, LocalTime from, LocalTime to) {
    List<Session> left = new ArrayList<>();
    for (Session session : worked) {
      if (session.from().isBefore(from)) {
        left.add(new Session(session.from(), earlier(session.to(), from)));
      }
      if (session.to().isAfter(to)) {
        left.add(new Session(later(session.from(), to), session.to()));
      }
    }
    return left;
  }

  private List<Session> usual(LocalDate day) {
    return week.weekdays().contains(Weekday.of(day.getDayOfWeek())) ? week.sessions() : List.of();
  }

  private boolean isCovered(LocalDate day) {
    return !day.isBefore(week.from()) && !day.isAfter(week.to());
  }

  private static LocalTime earlier(LocalTime one, LocalTime other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalTime later(LocalTime one, LocalTime other) {
    return one.isAfter(other) ? one : other;
  }

  private static CommandRefused invalid(String what) {
    return new CommandRefused(FormRule.MEMBER_INVALID, "calendar: " + what);
  }
}
