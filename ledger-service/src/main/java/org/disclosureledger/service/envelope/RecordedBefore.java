package org.disclosureledger.service.envelope;

import java.time.Instant;

/**
 * An event that counts only if the ledger takes it in time: when it does is known at the append
 * alone, under the head lock. Recorded later it is not recorded at all.
 *
 * @param limit first {@code recordedtime} that is too late, UTC
 * @param rule that refuses the command then
 */
public record RecordedBefore(Instant limit, RefusalRule rule) {

  /** Whether an entry of this {@code recordedtime} is in time. */
  public boolean holds(Instant recordedTime) {
    return recordedTime.isBefore(limit);
  }
}
