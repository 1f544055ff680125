package org.disclosureledger.service.intake;

import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.stereotype.Component;

/** The ledger that a path names. */
@Component
class LedgerLookup {
  private final LedgerDirectory directory;

  LedgerLookup(LedgerDirectory directory) {
    this.directory = directory;
  }

  /**
   * @throws UnknownLedger when there is none
   */
  LedgerDescription find(String name) {
    return directory.find(name).orElseThrow(() -> new UnknownLedger(name));
  }
}
