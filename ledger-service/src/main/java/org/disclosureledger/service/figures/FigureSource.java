package org.disclosureledger.service.figures;

import java.time.Instant;

/** Where figures come from. */
@FunctionalInterface
public interface FigureSource {
  /**
   * All rows of a period. They rest on no fewer entries than the ledger has when this is asked:
   * what was acknowledged by then is counted.
   *
   * @param ledger its name
   * @throws FiguresBehind when what they are counted from does not catch up with the ledger
   */
  StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf);
}
