package org.disclosureledger.service.statistics;

import java.time.Instant;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.FiguresUnderHead;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.stereotype.Component;

/**
 * Figures for a report: counted once the facts rest on all that the ledger has when it is asked, or
 * on what the head has that is named.
 */
@Component
final class CoveredFigures implements FigureSource, FiguresUnderHead {
  private final LedgerDirectory directory;
  private final Coverage coverage;
  private final StatisticsQuery query;

  CoveredFigures(LedgerDirectory directory, Coverage coverage, StatisticsQuery query) {
    this.directory = directory;
    this.coverage = coverage;
    this.query = query;
  }

  @Override
  public StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf) {
    LedgerDescription found = found(ledger);
    return LedgerReader.question(() -> counted(found, period, asOf, coverage.await(found)));
  }

  /** Whoever knows the head mostly has it from the facts: they need not be waited for. */
  @Override
  public StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf, long size) {
    return counted(found(ledger), period, asOf, size);
  }

  /** Looked at in the same snapshot: facts that are made anew may rest on less than before. */
  private StatedFigures counted(
      LedgerDescription ledger, ReportingPeriod period, Instant asOf, long size) {
    StatedFigures figures = query.of(ledger, period, asOf);
    if (figures.size() < size) {
      throw new FiguresBehind("the facts do not rest on " + size + " entries yet");
    }
    return figures;
  }

  private LedgerDescription found(String ledger) {
    return directory
        .find(ledger)
        .orElseThrow(() -> new IllegalArgumentException("there is no ledger " + ledger));
  }
}
