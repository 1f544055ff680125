package org.disclosureledger.format;

import java.time.ZoneId;

/**
 * Whose days, years and half-years a ledger counts in (DOMAIN §1, §3): register numbers, policies,
 * calendars and periods. Instants themselves are UTC everywhere.
 */
public final class LedgerZone {
  /** Asia/Ho_Chi_Minh. */
  public static final ZoneId ID = ZoneId.of("Asia/Ho_Chi_Minh");

  private LedgerZone() {}
}
