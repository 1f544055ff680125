package org.disclosureledger.service.statistics;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerTree;
import org.springframework.stereotype.Component;

/** Looks again and again, for the facts are written by another thread or process. */
@Component
final class CoveredHead implements Coverage {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final LedgerTree tree;
  private final StatisticsQuery query;

  CoveredHead(LedgerTree tree, StatisticsQuery query) {
    this.tree = tree;
    this.query = query;
  }

  @Override
  public long await(LedgerDescription ledger) {
    long size = tree.withHashes(ledger.id(), LedgerTree.TreeHashes::size);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (query.covered(ledger) < size) {
      if (System.nanoTime() - end > 0) {
        throw new FiguresBehind("the facts do not rest on " + size + " entries yet");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return size;
  }
}
