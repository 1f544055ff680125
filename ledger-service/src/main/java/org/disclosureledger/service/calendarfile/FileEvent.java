package org.disclosureledger.service.calendarfile;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.util.Strings;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.CalendarDay;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT, as far as a working calendar needs it. Dates are read strictly: a 30 February is a
 * mistake in the file, and nobody's guess.
 *
 * @param properties by name in upper case, as they stand in the file
 */
record FileEvent(Map<String, Value> properties) {
  private static final Set<String> REPEATING = Set.of("RRULE", "RDATE", "EXDATE", "RECURRENCE-ID");
  private static final String WORKING = "WORKING-DAY";
  private static final Pattern DATE = Pattern.compile("[0-9]{8}");
  private static final Pattern TIME = Pattern.compile("[0-9]{8}T[0-9]{6}Z?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
  private static final int DAY_LENGTH = 8;
  private static final int TIME_LENGTH = 15;
  private static final int MAX_SHOWN = 60;

  /**
   * @param zone of TZID
   * @param type of VALUE
   */
  record Value(String text, @Nullable String zone, @Nullable String type) {}

  FileEvent {
    properties = Map.copyOf(properties);
  }

  boolean isCancelled() {
    Value status = properties.get("STATUS");
    return status != null && status.text().strip().equalsIgnoreCase("CANCELLED");
  }

  boolean isWorking() {
    Value categories = properties.get("CATEGORIES");
    return categories != null
        && new TextList(categories.text())
            .getTexts().stream()
                .anyMatch(category -> category.strip().toUpperCase(Locale.ROOT).equals(WORKING));
  }

  /** NFC, at most {@link CalendarDay#MAX_NAME} characters; absent when nothing is left. */
  @Nullable String name() {
    Value summary = properties.get("SUMMARY");
    return summary == null ? null : cut(Strings.unescape(summary.text()), CalendarDay.MAX_NAME);
  }

  /** For messages. */
  String title() {
    String name = name();
    return name == null ? "an event without a name" : name;
  }

  /** A date for whole days, else a date with a time, Asia/Ho_Chi_Minh. */
  Temporal start() {
    Value start = properties.get("DTSTART");
    if (start == null) {
      throw new DateTimeException(title() + " has no DTSTART");
    }
    return temporal("DTSTART", start);
  }

  /** RFC 5545 §3.6.1: without an end, a date is one whole day. */
  Temporal end() {
    if (properties.containsKey("DURATION")) {
      throw new DateTimeException(title() + " has a DURATION; give DTEND");
    }
    Value end = properties.get("DTEND");
    if (end != null) {
      return temporal("DTEND", end);
    }
    if (start() instanceof LocalDate day) {
      return day.plusDays(1);
    }
    throw new DateTimeException(title() + " has no DTEND");
  }

  /** Holidays are announced, not computed. */
  void requireOnce() {
    for (String property : REPEATING) {
      if (properties.containsKey(property)) {
        throw new DateTimeException(
            title() + " repeats (" + property + "); give each day by itself");
      }
    }
  }

  private Temporal temporal(String property, Value value) {
    String text = value.text().strip();
    boolean day = DATE.matcher(text).matches();
    boolean known = day || TIME.matcher(text).matches();
    String type = value.type();
    if (!known || (type != null && !type.equalsIgnoreCase(day ? "DATE" : "DATE-TIME"))) {
      throw new DateTimeException("%s: %s is no date or time".formatted(title(), property));
    }
    ZoneId from = text.endsWith("Z") ? ZoneOffset.UTC : zone(value.zone());
    try {
      LocalDate date = LocalDate.parse(text.substring(0, DAY_LENGTH), DAY);
      return day ? date : local(date, text.substring(DAY_LENGTH + 1, TIME_LENGTH), from);
    } catch (DateTimeException e) {
      throw new DateTimeException("%s: %s %s does not exist".formatted(title(), property, text), e);
    }
  }

  private static LocalDateTime local(LocalDate date, String time, ZoneId from) {
    return date.atTime(LocalTime.parse(time, CLOCK))
        .atZone(from)
        .withZoneSameInstant(LedgerZone.ID)
        .toLocalDateTime();
  }

  /** Ours, or one that Java knows: what a file says of its own zones is not worked out. */
  private ZoneId zone(@Nullable String named) {
    try {
      return named == null ? LedgerZone.ID : ZoneId.of(named);
    } catch (DateTimeException e) {
      throw new DateTimeException(
          "%s: the time zone %s is not known".formatted(title(), cut(named, MAX_SHOWN)), e);
    }
  }

  private static @Nullable String cut(String text, int most) {
    StringBuilder kept = new StringBuilder();
    text.codePoints().filter(c -> !Character.isISOControl(c)).forEach(kept::appendCodePoint);
    String name = Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    if (name.codePointCount(0, name.length()) > most) {
      name = name.substring(0, name.offsetByCodePoints(0, most)).strip();
    }
    return name.isEmpty() ? null : name;
  }
}
