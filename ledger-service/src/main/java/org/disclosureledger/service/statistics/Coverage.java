package org.disclosureledger.service.statistics;

import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.sealing.LedgerDescription;

/** Whether the facts rest on all that was acknowledged. */
@FunctionalInterface
public interface Coverage {
  /**
   * Returns once they rest on no fewer entries than the ledger had when this was called.
   *
   * @return how many it had
   * @throws FiguresBehind when they do not catch up within ten seconds
   */
  long await(LedgerDescription ledger);
}
