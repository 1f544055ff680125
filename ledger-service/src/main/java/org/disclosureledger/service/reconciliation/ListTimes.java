package org.disclosureledger.service.reconciliation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/**
 * Dates as agencies write them, {@code 2026-11-03} or {@code 03/11/2026} (day first), and times
 * after them, {@code 09:12}, {@code 09:12:30}, with {@code Z}, {@code +07} or {@code +07:00} or
 * else in Asia/Ho_Chi_Minh.
 */
final class ListTimes {
  private static final String DAY =
      "(?:(?<iso>[0-9]{4})-(?<isoMonth>[0-9]{2})-(?<isoDay>[0-9]{2})"
          + "|(?<day>[0-9]{1,2})/(?<month>[0-9]{1,2})/(?<year>[0-9]{4}))";
  private static final String TIME =
      "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<part>[0-9]{1,3}))?)?"
          + " ?(?<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?";
  private static final Pattern DAYS = Pattern.compile(DAY);
  private static final Pattern TIMES = Pattern.compile(DAY + "(?:(?:T| {1,3})" + TIME + ")?");
  private static final int EARLIEST_YEAR = 1900;

  private ListTimes() {}

  /** Empty when it is no real date. */
  static Optional<LocalDate> day(String text) {
    Matcher matcher = DAYS.matcher(text);
    try {
      return matcher.matches() ? Optional.of(day(matcher)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // 31/02/2026
    }
  }

  /** Empty when it is no real date or time. */
  static Optional<ReceivedTime> received(String text) {
    Matcher matcher = TIMES.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate day = day(matcher);
      return Optional.of(
          matcher.group("hour") == null
              ? ReceivedTime.on(day)
              : ReceivedTime.at(instant(day, matcher)));
    } catch (DateTimeException e) {
      return Optional.empty(); // 25:00
    }
  }

  private static LocalDate day(Matcher matcher) {
    LocalDate day =
        matcher.group("iso") == null
            ? LocalDate.of(
                number(matcher, "year"), number(matcher, "month"), number(matcher, "day"))
            : LocalDate.of(
                number(matcher, "iso"), number(matcher, "isoMonth"), number(matcher, "isoDay"));
    if (day.getYear() < EARLIEST_YEAR) {
      throw new DateTimeException("before " + EARLIEST_YEAR);
    }
    return day;
  }

  private static Instant instant(LocalDate day, Matcher matcher) {
    String part = matcher.group("part");
    int nanos = part == null ? 0 : Integer.parseInt((part + "00").substring(0, 3)) * 1_000_000;
    String second = matcher.group("second");
    LocalTime time =
        LocalTime.of(
            number(matcher, "hour"),
            number(matcher, "minute"),
            second == null ? 0 : Integer.parseInt(second),
            nanos);
    @Nullable String zone = matcher.group("zone");
    return zone == null
        ? day.atTime(time).atZone(LedgerZone.ID).toInstant()
        : OffsetDateTime.of(day, time, ZoneOffset.of(zone)).toInstant();
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }
}
