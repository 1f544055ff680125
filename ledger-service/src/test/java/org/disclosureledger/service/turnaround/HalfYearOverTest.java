package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.Test;

/** What is published of a half-year is the same whenever somebody asks. */
class HalfYearOverTest {
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final Instant END = HALF.to();
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("demo");

  private static Optional<Turnaround> asked(
      ProjectionDatabase database, MemoryEntryStore store, ReportingPeriod half) {
    database.fill(store, new FactsProjector());
    return query(database.reader()).whenOver(LEDGER, half, Supplier::get);
  }

  private static TurnaroundQuery query(LedgerReader reader) {
    return new TurnaroundQuery(reader, (ledger, size) -> Optional.empty(), ledger -> 0);
  }

  @Test
  void aHalfYearHasNoTableBeforeItsLastEntryIsCountedAndTheSameOneEverAfter() {
    long seed = new Random().nextLong();
    System.out.println("a half-year that ends: seed " + seed);
    SyntheticHistory history = new SyntheticHistory(seed, END.minus(Duration.ofDays(15)));
    while (history.now().isBefore(END.plus(Duration.ofDays(5)))) {
      history.run(LEDGER.name(), 1);
    }
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(List.of());
    Turnaround first = null;
    int later = 0;
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      for (StoredEvent event : events) {
        store.add(event);
        Instant recorded = event.header().recordedTime();
        if (recorded.isBefore(END.minus(Duration.ofHours(12)))) {
          continue;
        }
        Optional<Turnaround> told = asked(database, store, HALF);
        if (!recorded.isAfter(END.plusSeconds(10)) && first == null) {
          assertThat(told).as("seed %d, %s", seed, recorded).isEmpty();
        } else if (first == null) {
          first = told.orElseThrow();
          assertThat(first.head().size()).isEqualTo(event.header().leafIndex());
          assertThat(headless(first))
              .isEqualTo(headless(BruteForce.of(events, LEDGER.name(), HALF, END)));
        } else {
          assertThat(told).as("seed %d, %s", seed, recorded).contains(first);
          later++;
        }
      }
    }
    assertThat(later).isGreaterThan(5);
  }

  /** Neither entries that follow nor facts that are made anew would change it. */
  @Test
  void whatIsPublishedIsCountedOnceAndIsWhatAFreshCountSays() {
    long seed = new Random().nextLong();
    System.out.println("a half-year that is counted once: seed " + seed);
    SyntheticHistory history = new SyntheticHistory(seed, END.minus(Duration.ofDays(15)));
    while (history.now().isBefore(END.plus(Duration.ofDays(2)))) {
      history.run(LEDGER.name(), 1);
    }
    MemoryEntryStore store = new MemoryEntryStore(List.of());
    int asked = 0;
    Turnaround kept = null;
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      LedgerReader reader = spy(database.reader());
      TurnaroundQuery query = query(reader);
      for (StoredEvent event : history.events()) {
        store.add(event);
        if (event.header().recordedTime().isBefore(END.minusSeconds(3600))) {
          continue;
        }
        Optional<Turnaround> fresh = asked(database, store, HALF);
        assertThat(query.whenOver(LEDGER, HALF, Supplier::get))
            .as("seed %d", seed)
            .isEqualTo(fresh);
        kept = fresh.orElse(null);
        asked += fresh.isPresent() ? 1 : 0;
      }
      assertThat(asked).isGreaterThan(3);
      verify(reader, times(1)).inSnapshot(any(), any());
    }
    try (ProjectionDatabase anew = new ProjectionDatabase(List.of(LEDGER))) {
      assertThat(asked(anew, store, HALF).orElseThrow()).isEqualTo(kept);
    }
  }

  private static List<Object> headless(Turnaround figures) {
    return List.of(
        figures.received(),
        figures.openAtAsOf(),
        figures.onTime(),
        figures.onTimeOriginal(),
        figures.onTimeByRecordedTime(),
        figures.confirmedInWriting());
  }

  /** An entry past any decision, so that only its time counts. */
  private static void put(SyntheticHistory history, Instant recorded, int request) {
    history.force(
        LEDGER.name(),
        recorded,
        new UUID(0x7000L, 0x8000_0000_0000_0000L + request),
        new RequestCancelled(Committed.of("Thôi (ví dụ)"), Committed.of(null)));
  }

  @Test
  void anEntryThatStandsBehindALaterOneStillBelongsToTheHalfYear() {
    SyntheticHistory history = new SyntheticHistory(1, END);
    put(history, END.plusSeconds(9), 1);
    put(history, END.minusMillis(500), 2);
    put(history, END.plusSeconds(10), 3);
    MemoryEntryStore store = new MemoryEntryStore(history.events());
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      assertThat(asked(database, store, HALF)).isEmpty();
      put(history, END.plusSeconds(10).plusMillis(1), 4);
      store.add(history.events().getLast());
      assertThat(asked(database, store, HALF).orElseThrow().head().size()).isEqualTo(3);
      put(history, END.plusSeconds(2), 5);
      store.add(history.events().getLast());
      assertThat(asked(database, store, HALF).orElseThrow().head().size()).isEqualTo(3);
    }
  }

  @Test
  void halfYearsWithoutAnEntryEndWithTheFirstOneThatFollows() {
    SyntheticHistory history = new SyntheticHistory(1, HALF.from());
    put(history, HALF.from().plusSeconds(60), 1);
    Instant next = ReportingPeriod.half(2027, 1).from();
    put(history, next.plusSeconds(11), 2);
    put(history, next.plusSeconds(5), 3);
    MemoryEntryStore store = new MemoryEntryStore(history.events());
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      for (ReportingPeriod over : List.of(HALF, ReportingPeriod.half(2026, 2))) {
        assertThat(asked(database, store, over).orElseThrow().head().size()).isEqualTo(1);
      }
      assertThat(asked(database, store, ReportingPeriod.half(2027, 1))).isEmpty();
    }
  }
}
