package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.statistics.Coverage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was acknowledged is waited for, and nothing else. */
class CoverageTest {
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final Coverage BEHIND =
      ledger -> {
        throw new FiguresBehind("behind");
      };

  private final SyntheticHistory history = new SyntheticHistory(1, HALF.from());
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER));

  @BeforeEach
  void begin() {
    put(HALF.from().plusSeconds(60), 1);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private long put(Instant recorded, int stream) {
    StreamId subject = new StreamId("other/" + new UUID(0x7000L, 0x8000_0000_0000_0000L + stream));
    history.force(LEDGER.name(), recorded, recorded, subject, null);
    store.add(history.events().getLast());
    database.fill(store, new FactsProjector());
    return history.events().size();
  }

  private TurnaroundQuery query(Coverage coverage) {
    return new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty(), coverage);
  }

  @Test
  void figuresAreCountedAfterTheWaitAndNotAtAllWithoutItsEnd() {
    assertThatThrownBy(() -> query(BEHIND).figures(LEDGER, HALF, HALF.to()))
        .isInstanceOf(FiguresBehind.class);
    Turnaround told =
        query(ledger -> put(HALF.from().plusSeconds(120), 2)).figures(LEDGER, HALF, HALF.to());
    assertThat(told.head().size()).isEqualTo(2);
  }

  @Test
  void thatAHalfYearIsNotOverIsSaidOfAllThatTheLedgerHas() {
    assertThat(query(ledger -> 0).whenOver(LEDGER, HALF, Supplier::get)).isEmpty();
    assertThatThrownBy(() -> query(BEHIND).whenOver(LEDGER, HALF, Supplier::get))
        .isInstanceOf(FiguresBehind.class);
    Optional<Turnaround> told =
        query(ledger -> put(HALF.to().plusSeconds(11), 2)).whenOver(LEDGER, HALF, Supplier::get);
    assertThat(told.orElseThrow().head().size()).isEqualTo(1);
  }

  @Test
  void aHalfYearThatIsOverWaitsForNothingThatCameLater() {
    put(HALF.to().plusSeconds(11), 2);
    assertThat(query(BEHIND).whenOver(LEDGER, HALF, Supplier::get).orElseThrow().head().size())
        .isEqualTo(1);
  }
}
