package org.disclosureledger.service.calendarfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * nobody works on days that are otherwise worked, over midnight too, and of that category the hours
 * that are worked on a day that otherwise is not, as a Saturday's morning. Events outside of what
 * is covered are left out.
 */
public final class CalendarFile {
  /** As much as a thousand events are. */
  public static final int MAX_CHARS = 1_000_000;

  private static final int MAX_DAYS_OF_AN_EVENT = 60;

  private final WorkingWeek week;
  private final TreeMap<LocalDate, CalendarDay> days = new TreeMap<>();
  private final TreeMap<LocalDate, Boolean> whole = new TreeMap<>();

  /** Worked in the hours that events say. */
  private final Set<LocalDate> hours = new HashSet<>();

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
    List<FileEvent> held = events.stream().filter(event -> !event.isCancelled()).toList();
    held.forEach(FileEvent::requireOnce);
    // Whole days first, then the hours worked on those that are free: others are taken out of both.
    held.stream().filter(CalendarFile::isOfDays).forEach(this::wholeDays);
    held.stream().filter(event -> !isOfDays(event) && event.isWorking()).forEach(this::worked);
    held.stream().filter(event -> !isOfDays(event) && !event.isWorking()).forEach(this::free);
  }

  private static boolean isOfDays(FileEvent event) {
    boolean days = event.start() instanceof LocalDate;
    if (days != event.end() instanceof LocalDate) {
      throw invalid(event.title() + ": a date and a time together");
    }
    return days;
  }

  private void wholeDays(FileEvent event) {
    LocalDate first = (LocalDate) event.start();
    LocalDate last = (LocalDate) event.end();
    if (!first.isBefore(last) || first.plusDays(MAX_DAYS_OF_AN_EVENT).isBefore(last)) {
      throw invalid(event.title() + " takes 1 to " + MAX_DAYS_OF_AN_EVENT + " days");
    }
    for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
      if (isCovered(day)) {
        wholeDay(day, event);
      }
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

  /** Several such events of a day are its sessions; which of two that overlap nobody could say. */
  private void worked(FileEvent event) {
    LocalDateTime from = (LocalDateTime) event.start();
    LocalDateTime to = (LocalDateTime) event.end();
    LocalDate day = from.toLocalDate();
    if (!from.isBefore(to) || !day.equals(to.toLocalDate())) {
      throw invalid(event.title() + ": hours that are worked, on one day, until 23:59");
    }
    if (!isCovered(day)) {
      return;
    }
    CalendarDay known = days.get(day);
    if (!hours.contains(day) && !(known == null ? usual(day) : known.sessions()).isEmpty()) {
      throw invalid(event.title() + ": " + day + " is worked already");
    }
    List<Session> sessions = new ArrayList<>(known == null ? List.of() : known.sessions());
    Session more = new Session(from.toLocalTime(), to.toLocalTime());
    if (sessions.stream().anyMatch(each -> touch(each, more))) {
      throw invalid(event.title() + ": " + day + " is worked already at that time");
    }
    sessions.add(more);
    sessions.sort(Comparator.comparing(Session::from));
    hours.add(day);
    days.put(day, new CalendarDay(day, sessions, event.name()));
  }

  private static boolean touch(Session one, Session other) {
    return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
  }

  private void free(FileEvent event) {
    LocalDateTime from = (LocalDateTime) event.start();
    LocalDateTime to = (LocalDateTime) event.end();
    LocalDate first = from.toLocalDate();
    if (!from.isBefore(to) || first.plusDays(MAX_DAYS_OF_AN_EVENT).isBefore(to.toLocalDate())) {
      throw invalid(
          event.title() + ": hours in which nobody works, of " + MAX_DAYS_OF_AN_EVENT + " days");
    }
    for (LocalDate day = first; day.atStartOfDay().isBefore(to); day = day.plusDays(1)) {
      LocalTime begin = day.equals(first) ? from.toLocalTime() : LocalTime.MIDNIGHT;
      LocalTime end = day.equals(to.toLocalDate()) ? to.toLocalTime() : LocalTime.MAX;
      free(day, begin, end, event);
    }
  }

  private void free(LocalDate day, LocalTime from, LocalTime to, FileEvent event) {
    if (!isCovered(day)) {
      return;
    }
    CalendarDay known = days.get(day);
    List<Session> worked = known == null ? usual(day) : known.sessions();
    List<Session> left = without(worked, from, to);
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
