package org.disclosureledger.service.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.FiguresUnderHead;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.LedgerTree;
import org.springframework.stereotype.Component;

/**
 * Figures for a report: counted once the facts rest on all that the ledger has when it is asked, or
 * on what the head has that is named.
 */
@Component
final class CoveredFigures implements FigureSource, FiguresUnderHead {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final LedgerDirectory directory;
  private final LedgerTree tree;
  private final StatisticsQuery query;

  CoveredFigures(LedgerDirectory directory, LedgerTree tree, StatisticsQuery query) {
    this.directory = directory;
    this.tree = tree;
    this.query = query;
  }

  @Override
  public StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf) {
    LedgerDescription found = found(ledger);
    return counted(found, period, asOf, tree.withHashes(found.id(), LedgerTree.TreeHashes::size));
  }

  @Override
  public StatedFigures stated(String ledger, ReportingPeriod period, Instant asOf, long size) {
    return counted(found(ledger), period, asOf, size);
  }

  private LedgerDescription found(String ledger) {
    return directory
        .find(ledger)
        .orElseThrow(() -> new IllegalArgumentException("there is no ledger " + ledger));
  }

  private StatedFigures counted(
      LedgerDescription found, ReportingPeriod period, Instant asOf, long size) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (query.covered(found) < size) {
      if (System.nanoTime() - end > 0) {
        throw new FiguresBehind("the facts do not rest on " + size + " entries yet");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return query.of(found, period, asOf);
  }
}
