package org.disclosureledger.service.turnaround;

import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.format.LedgerZone;

/**
 * A stretch of time that figures are about.
 *
 * @param from first instant, UTC
 * @param to first instant after it, UTC
 */
public record TurnaroundPeriod(Instant from, Instant to) {
  /**
   * @throws IllegalArgumentException when it is empty or reversed
   */
  public TurnaroundPeriod {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a period ends after it begins");
    }
  }

  /**
   * The first or second half of a year, Asia/Ho_Chi_Minh.
   *
   * @throws IllegalArgumentException when {@code half} is neither 1 nor 2
   */
  public static TurnaroundPeriod half(int year, int half) {
    if (half != 1 && half != 2) {
      throw new IllegalArgumentException("a year has two halves");
    }
    LocalDate first = LocalDate.of(year, half == 1 ? 1 : 7, 1);
    return new TurnaroundPeriod(
        first.atStartOfDay(LedgerZone.ID).toInstant(),
        first.plusMonths(6).atStartOfDay(LedgerZone.ID).toInstant());
  }

  /** The half-year, [01-01, 07-01) or [07-01, 01-01) Asia/Ho_Chi_Minh, that holds the instant. */
  public static TurnaroundPeriod halfYearOf(Instant instant) {
    LocalDate day = instant.atZone(LedgerZone.ID).toLocalDate();
    return half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
  }
}
