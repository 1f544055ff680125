package org.disclosureledger.service.wire;

import org.disclosureledger.service.envelope.UnknownLedger;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.stereotype.Component;

/** The ledger that a path names. */
@Component
public class LedgerLookup {
  private final LedgerDirectory directory;

  public LedgerLookup(LedgerDirectory directory) {
    this.directory = directory;
  }

  /**
   * @throws UnknownLedger when there is none
   */
  public LedgerDescription find(String name) {
    return directory.find(name).orElseThrow(() -> new UnknownLedger(name));
  }
}
