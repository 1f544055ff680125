package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.disclosureledger.format.LedgerZone;

/**
 * Ascending times at which requests come in, most of them in working hours: each takes the next
 * equal share of the whole intensity, at a random place within it.
 */
final class ArrivalTimes {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Random random;
  private final double share;
  private Instant hour;
  private double passed;
  private int drawn;

  ArrivalTimes(Instant start, Instant end, int count, Random random) {
    this.random = random;
    this.hour = start.truncatedTo(ChronoUnit.HOURS);
    double total = 0;
    for (Instant each = hour; each.isBefore(end); each = each.plusMillis(HOUR)) {
      total += intensity(each);
    }
    this.share = total / count;
  }

  Instant next() {
    double target = (drawn++ + random.nextDouble()) * share;
    while (passed + intensity(hour) <= target) {
      passed += intensity(hour);
      hour = hour.plusMillis(HOUR);
    }
    return hour.plusMillis((long) ((target - passed) / intensity(hour) * HOUR));
  }

  private static double intensity(Instant instant) {
    ZonedDateTime local = instant.atZone(LedgerZone.ID);
    boolean working =
        local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 8 && local.getHour() < 17;
    return working ? 10 : 1;
  }
}
