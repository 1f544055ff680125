package org.disclosureledger.service.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.format.LedgerZone;

/**
 * When an agency says that something was received: an instant, or any time of a day.
 *
 * @param first UTC
 * @param last not before {@code first}
 * @param text the day, or the instant in UTC
 */
public record ReceivedTime(Instant first, Instant last, String text) {
  public static ReceivedTime at(Instant instant) {
    return new ReceivedTime(instant, instant, instant.toString());
  }

  public static ReceivedTime on(LocalDate day) {
    return new ReceivedTime(
        day.atStartOfDay(LedgerZone.ID).toInstant(),
        day.plusDays(1).atStartOfDay(LedgerZone.ID).toInstant().minusMillis(1),
        day.toString());
  }

  /** How far an instant lies outside; zero within the day. */
  Duration distance(Instant instant) {
    if (instant.isBefore(first)) {
      return Duration.between(instant, first);
    }
    return instant.isAfter(last) ? Duration.between(last, instant) : Duration.ZERO;
  }

  /** The first day of it, Asia/Ho_Chi_Minh. */
  LocalDate day() {
    return LocalDate.ofInstant(first, LedgerZone.ID);
  }
}
