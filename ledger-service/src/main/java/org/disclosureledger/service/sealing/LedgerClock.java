package org.disclosureledger.service.sealing;

import java.time.Instant;

/** The clock of {@code recordedtime}: the database's, or a simulated one in a sample ledger. */
public interface LedgerClock {
  /** UTC, truncated to milliseconds. */
  Instant now(String ledger);
}
