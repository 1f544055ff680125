package org.disclosureledger.service.figures;

import java.time.Instant;

/**
 * Where figures come from that no entry after a head can change, such as a published half-year's.
 */
@FunctionalInterface
public interface FiguresUnderHead {
  /**
   * All rows of a period, resting on this many entries at least.
   *
   * @param ledger its name
   * @param size of a head of the ledger
   * @throws FiguresBehind when what they are counted from does not reach that head
   */
  StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf, long size);
}
