package org.disclosureledger.service.sealing;

import java.time.Instant;
import org.disclosureledger.format.LedgerZone;

/**
 * A register number (số đến) that the appender gave: the ordinal of an entry among the numbered
 * ones of its ledger and year by leaf index. It stands in no entry; anyone derives it.
 *
 * @param ordinal from 1
 * @param year of {@code recordedtime}, Asia/Ho_Chi_Minh
 */
public record AssignedNumber(int ordinal, int year) {
  static int yearOf(Instant recordedTime) {
    return recordedTime.atZone(LedgerZone.ID).getYear();
  }

  /** As a person writes it, e.g. {@code 12/2026}. */
  @Override
  public String toString() {
    return ordinal + "/" + year;
  }
}
