package org.disclosureledger.service.calendarfile;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.disclosureledger.service.calendarfile.FileEvent.Value;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events out of an iCalendar file. Of ical4j only the parser is used: its builder works
 * out each time zone that a file brings, as often as the file says that it repeats, and keeps it as
 * long as the process lives.
 */
final class FileReader implements ContentHandler {
  private static final int MAX_EVENTS = 2_000;
  // An alarm within an event is as deep as RFC 5545 goes.
  private static final int MAX_NESTING = 3;
  private static final int EVENT_DEPTH = 1;
  private static final String EVENT = "VEVENT";
  private static final String CATEGORIES = "CATEGORIES";
  private static final Set<String> ONCE =
      Set.of("DTSTART", "DTEND", "DURATION", "SUMMARY", "STATUS");
  private static final Set<String> READ =
      Set.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", CATEGORIES);

  /** What is wrong with a file. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  private final List<FileEvent> events = new ArrayList<>();
  private final Map<String, Value> properties = new HashMap<>();
  private int calendars;
  private int depth;
  private boolean inEvent;
  private String property = "";
  private String value = "";
  private @Nullable String zone;
  private @Nullable String type;

  private FileReader() {}

  /**
   * @throws Unreadable with a reason in one line
   */
  static List<FileEvent> events(String text) {
    FileReader reader = new FileReader();
    try {
      new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text)), reader);
    } catch (ParserException | IOException e) {
      // The parser wraps whatever its handler throws.
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof Unreadable unreadable) {
          throw unreadable;
        }
      }
      throw new Unreadable("it is no iCalendar file: " + firstLine(e));
    }
    if (reader.calendars == 0 || reader.events.isEmpty()) {
      throw new Unreadable("it has no event");
    }
    return List.copyOf(reader.events);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void startCalendar() {
    // One calendar is adopted, and which of two nobody could say.
    if (++calendars > 1) {
      throw new Unreadable("it holds more than one calendar");
    }
  }

  @Override
  public void endCalendar() {}

  @Override
  public void startComponent(String name) {
    if (++depth > MAX_NESTING) {
      throw new Unreadable("it is nested too deeply");
    }
    if (depth == EVENT_DEPTH) {
      inEvent = name.toUpperCase(Locale.ROOT).equals(EVENT);
      properties.clear();
    }
  }

  @Override
  public void endComponent(String name) {
    if (depth == EVENT_DEPTH && inEvent) {
      if (events.size() == MAX_EVENTS) {
        throw new Unreadable("it has more than " + MAX_EVENTS + " events");
      }
      events.add(new FileEvent(properties));
      inEvent = false;
    }
    depth--;
  }

  @Override
  public void startProperty(String name) {
    property = name.toUpperCase(Locale.ROOT);
    value = "";
    zone = null;
    type = null;
  }

  @Override
  public void propertyValue(String text) {
    value = text;
  }

  @Override
  public void parameter(String name, String text) {
    switch (name.toUpperCase(Locale.ROOT)) {
      case "TZID" -> zone = text;
      case "VALUE" -> type = text;
      default -> {}
    }
  }

  @Override
  public void endProperty(String name) {
    if (!inEvent || depth != EVENT_DEPTH) {
      return;
    }
    if (ONCE.contains(property)) {
      if (properties.put(property, new Value(value, zone, type)) != null) {
        throw new Unreadable("an event has two of " + property);
      }
    } else if (READ.contains(property)) {
      properties.merge(
          property,
          new Value(value, zone, type),
          (one, other) -> new Value(one.text() + "," + other.text(), null, null));
    }
  }
}
