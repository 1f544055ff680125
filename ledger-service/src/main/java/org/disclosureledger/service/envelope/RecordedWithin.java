package org.disclosureledger.service.envelope;

import java.time.Instant;

/**
 * An event that counts only if the ledger takes it at the right time: when it does is known at the
 * append alone, under the head lock. Recorded at another time it is not recorded at all.
 *
 * @param from first {@code recordedtime} that is late enough, UTC
 * @param limit first {@code recordedtime} that is too late, UTC
 * @param rule that refuses the command where it comes too late
 */
public record RecordedWithin(Instant from, Instant limit, RefusalRule rule) {

  /** What comes too late does not count. */
  public static RecordedWithin before(Instant limit, RefusalRule rule) {
    return new RecordedWithin(Instant.MIN, limit, rule);
  }

  /**
   * What speaks of an instant stands behind it, though the ledger's clock be set back meanwhile:
   * then nothing is appended, and it may be tried again.
   *
   * @param rule that refuses the command where it is decided before the instant
   */
  public static RecordedWithin notBefore(Instant from, RefusalRule rule) {
    return new RecordedWithin(from, Instant.MAX, rule);
  }
}
