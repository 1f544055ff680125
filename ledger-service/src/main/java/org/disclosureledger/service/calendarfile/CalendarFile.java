package org.disclosureledger.service.calendarfile;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.DateProperty;
import org.disclosureledger.format.LedgerZone;
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

  private static final int MAX_EVENTS = 2_000;
  private static final int MAX_DAYS_OF_AN_EVENT = 60;
  private static final String WORKING = "WORKING-DAY";
  private static final Set<String> REPEATING =
      Set.of(Property.RRULE, Property.RDATE, Property.EXDATE, Property.RECURRENCE_ID);

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
      file.addAll(events(text));
      return new CalendarImported(
          week.from(),
          week.to(),
          week.weekdays(),
          week.sessions(),
          List.copyOf(file.days.values()));
    } catch (IllegalArgumentException e) {
      throw invalid(firstLine(e));
    }
  }

  private void addAll(List<VEvent> events) {
    // Days first: hours are taken out of what they leave.
    for (boolean wholeDays : new boolean[] {true, false}) {
      for (VEvent event : events) {
        if (start(event) instanceof LocalDate == wholeDays) {
          add(event);
        }
      }
    }
  }

  private static List<VEvent> events(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      List<VEvent> events = calendar.getComponents(Component.VEVENT);
      if (events.isEmpty() || events.size() > MAX_EVENTS) {
        throw invalid("a calendar has 1 to " + MAX_EVENTS + " events");
      }
      return events.stream()
          .filter(event ->
              event
                  .getProperty(Property.STATUS)
                  .map(status -> !status.getValue().equals("CANCELLED"))
                  .orElse(true))
          .toList();
    } catch (ParserException | IOException e) {
      throw invalid("it is no iCalendar file: " + firstLine(e));
    } catch (DateTimeException e) {
      throw invalid("a value cannot be read: " + firstLine(e));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void add(VEvent event) {
    String name = name(event);
    for (String property : REPEATING) {
      if (event.getProperty(property).isPresent()) {
        // Holidays are announced, not computed.
        throw invalid(name + " repeats (" + property + "); give each day by itself");
      }
    }
    Temporal start = start(event);
    Temporal end = end(event, start);
    if (start instanceof LocalDate first && end instanceof LocalDate last) {
      if (!first.isBefore(last) || first.plusDays(MAX_DAYS_OF_AN_EVENT).isBefore(last)) {
        throw invalid(name + " takes 1 to " + MAX_DAYS_OF_AN_EVENT + " days");
      }
      for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
        if (isCovered(day)) {
          wholeDay(day, name, isWorking(event));
        }
      }
    } else {
      hours(local(start, name), local(end, name), name, event);
    }
  }

  private void wholeDay(LocalDate day, String name, boolean working) {
    Boolean before = whole.put(day, working);
    if (before != null && before != working) {
      throw invalid(day + " is worked by one event and not by another");
    }
    days.put(day, new CalendarDay(day, working ? week.sessions() : List.of(), shown(name)));
  }

  private void hours(LocalDateTime from, LocalDateTime to, String name, VEvent event) {
    LocalDate day = from.toLocalDate();
    if (isWorking(event) || !from.isBefore(to) || !day.equals(to.toLocalDate())) {
      throw invalid(name + ": hours in which nobody works, on one day");
    }
    if (!isCovered(day)) {
      return;
    }
    CalendarDay known = days.get(day);
    List<Session> worked = known == null ? usual(day) : known.sessions();
    List<Session> left = without(worked, from.toLocalTime(), to.toLocalTime());
    if (!left.equals(worked)) {
      days.put(day, new CalendarDay(day, left, shown(name)));
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

  private static boolean isWorking(VEvent event) {
    return event.<Categories>getProperties(Property.CATEGORIES).stream()
        .flatMap(categories -> categories.getCategories().getTexts().stream())
        .anyMatch(category -> category.strip().toUpperCase(Locale.ROOT).equals(WORKING));
  }

  private static Temporal start(VEvent event) {
    return event
        .<DateProperty<Temporal>>getProperty(Property.DTSTART)
        .map(DateProperty::getDate)
        .orElseThrow(() -> invalid(name(event) + " has no DTSTART"));
  }

  /** RFC 5545 §3.6.1: without an end, a date is one whole day. */
  private static Temporal end(VEvent event, Temporal start) {
    if (event.getProperty(Property.DURATION).isPresent()) {
      throw invalid(name(event) + " has a DURATION; give DTEND");
    }
    return event
        .<DateProperty<Temporal>>getProperty(Property.DTEND)
        .map(DateProperty::getDate)
        .orElseGet(() -> {
          if (start instanceof LocalDate day) {
            return day.plusDays(1);
          }
          throw invalid(name(event) + " has no DTEND");
        });
  }

  /** A time without a zone is ours. */
  private static LocalDateTime local(Temporal time, String name) {
    return switch (time) {
      case LocalDateTime local -> local;
      case Instant instant -> LocalDateTime.ofInstant(instant, LedgerZone.ID);
      case ZonedDateTime zoned -> LocalDateTime.ofInstant(zoned.toInstant(), LedgerZone.ID);
      case OffsetDateTime offset -> LocalDateTime.ofInstant(offset.toInstant(), LedgerZone.ID);
      default -> throw invalid(name + ": a date and a time together");
    };
  }

  private static String name(VEvent event) {
    String name = event.getProperty(Property.SUMMARY).map(Property::getValue).orElse("").strip();
    return name.isEmpty() ? "an event without a name" : shown(name);
  }

  private static String shown(String name) {
    int points = name.codePointCount(0, name.length());
    String cut =
        points <= CalendarDay.MAX_NAME
            ? name
            : name.substring(0, name.offsetByCodePoints(0, CalendarDay.MAX_NAME / 2));
    return cut.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
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
