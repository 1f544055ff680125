package org.disclosureledger.service.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.format.LedgerZone;

/**
 * A stretch of time that figures are about.
 *
 * @param from first instant, UTC
 * @param to first instant after it, UTC
 * @throws IllegalArgumentException when it is empty, reversed, or meets more months than {@code
 *     schemas/REPORTS.md} §1 allows
 */
public record ReportingPeriod(Instant from, Instant to) {
  private static final int MOST_MONTHS = 1_200;

  public ReportingPeriod {
    if (!mayBe(from, to)) {
      throw new IllegalArgumentException("a period ends after it begins, and meets few months");
    }
  }

  /** Whether there is a period of these bounds. */
  public static boolean mayBe(Instant from, Instant to) {
    return from.isBefore(to)
        && ChronoUnit.MONTHS.between(month(from), month(to.minusMillis(1))) < MOST_MONTHS;
  }

  private static YearMonth month(Instant instant) {
    return YearMonth.from(instant.atZone(LedgerZone.ID));
  }

  /** The first or second half of a year, Asia/Ho_Chi_Minh. */
  public static ReportingPeriod half(int year, int half) {
    if (half != 1 && half != 2) {
      throw new IllegalArgumentException("a year has two halves");
    }
    return ofMonths(YearMonth.of(year, half == 1 ? 1 : 7), 6);
  }

  /** A year, Asia/Ho_Chi_Minh. */
  public static ReportingPeriod year(int year) {
    return ofMonths(YearMonth.of(year, 1), 12);
  }

  /** The half-year that holds the instant. */
  public static ReportingPeriod halfYearOf(Instant instant) {
    LocalDate day = LocalDate.ofInstant(instant, LedgerZone.ID);
    return half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
  }

  public boolean isHalfYear() {
    return equals(halfYearOf(from));
  }

  public boolean isYear() {
    return equals(year(LocalDate.ofInstant(from, LedgerZone.ID).getYear()));
  }

  /** The months that it meets, cut to it, by {@code YYYY-MM}, in order. */
  public Map<String, ReportingPeriod> months() {
    Map<String, ReportingPeriod> months = new LinkedHashMap<>();
    YearMonth month = month(from);
    for (ReportingPeriod whole = ofMonths(month, 1);
        whole.from.isBefore(to);
        whole = ofMonths(month, 1)) {
      Instant begin = whole.from.isBefore(from) ? from : whole.from;
      Instant end = whole.to.isAfter(to) ? to : whole.to;
      months.put(month.toString(), new ReportingPeriod(begin, end));
      month = month.plusMonths(1);
    }
    return months;
  }

  private static ReportingPeriod ofMonths(YearMonth first, int count) {
    return new ReportingPeriod(startOf(first), startOf(first.plusMonths(count)));
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(LedgerZone.ID).toInstant();
  }
}
