package org.disclosureledger.service.sealing;

import java.time.Instant;

/** The clock of {@code recordedtime}: the database's, or a simulated one in a sample ledger. */
public interface LedgerClock {
  /** UTC, truncated to milliseconds. */
  Instant now(String ledger);

  /** Whether this process is writing it as a sample just now, by a simulated clock. */
  default boolean isSimulated(String ledger) {
    return false;
  }
}
