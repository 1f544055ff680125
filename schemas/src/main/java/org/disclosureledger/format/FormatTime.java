package org.disclosureledger.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The one way a time is written: RFC 3339 in UTC with milliseconds, {@code …T08:15:30.123Z}. */
public final class FormatTime {
  private static final Pattern FORM =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z");
  private static final DateTimeFormatter WRITER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
          .withResolverStyle(ResolverStyle.STRICT);
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private FormatTime() {}

  /** Truncates to milliseconds; refuses years outside 0000 to 9999 by rule {@code timestamp}. */
  public static String format(Instant time) {
    return WRITER.format(truncate(time).atOffset(ZoneOffset.UTC));
  }

  /** Rule {@code timestamp}: real dates, three fraction digits, {@code Z}, no second 60. */
  public static Instant parse(String text) {
    if (text.length() != 24 || !FORM.matcher(text).matches()) {
      throw FormatRule.TIMESTAMP.violation(0, "not of the form YYYY-MM-DDThh:mm:ss.sssZ");
    }
    try {
      return LocalDateTime.parse(text, WRITER).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      FormatException violation = FormatRule.TIMESTAMP.violation(0, "not a real date and time");
      violation.initCause(e);
      throw violation;
    }
  }

  static Instant truncate(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw FormatRule.TIMESTAMP.violation("a year has four digits");
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
