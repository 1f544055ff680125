package org.disclosureledger.service.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;

/** A random ledger and its figures as the service counts them, for others to count them again. */
public record RandomLedger(LedgerDescription ledger, List<StoredEvent> events, Instant now) {
  public RandomLedger {
    events = List.copyOf(events);
  }

  /**
   * @param steps commands that are tried, a few of them refused
   */
  public static RandomLedger of(long seed, Instant start, int steps) {
    SyntheticHistory history = new SyntheticHistory(seed, start).run("demo", steps);
    return new RandomLedger(SyntheticHistory.ledger("demo"), history.events(), history.now());
  }

  /** The rows of all slices; without a root. */
  public StatedFigures stated(ReportingPeriod period, Instant asOf) {
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(ledger))) {
      database.fill(new MemoryEntryStore(events), new FactsProjector());
      return new StatisticsQuery(database.reader(), (name, size) -> Optional.empty())
          .of(ledger, period, asOf);
    }
  }
}
