package org.disclosureledger.service.guard;

import java.util.List;
import org.disclosureledger.service.sealing.LedgerDescription;

/** A place outside the database where signed heads are. */
interface OutsideHeads {
  /**
   * The newest notes there, as they stand; none if there are none.
   *
   * @throws RuntimeException when the place cannot be read
   */
  List<byte[]> newest(LedgerDescription ledger);

  /** Whether nobody but this service writes there, and can mend it. */
  default boolean isOurs() {
    return false;
  }

  /** For people. */
  String place(LedgerDescription ledger);
}
