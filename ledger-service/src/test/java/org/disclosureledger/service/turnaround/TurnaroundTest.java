package org.disclosureledger.service.turnaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.Test;

class TurnaroundTest {
  private static final Instant START = Instant.parse("2026-07-03T00:00:00Z");
  private static final int HISTORIES = 50;

  @Test
  void fiftyRandomHistoriesGiveWhatCountingByHandGives() {
    long seed = new Random().nextLong();
    System.out.println("turnaround histories: seed " + seed);
    SyntheticHistory history = new SyntheticHistory(seed, START);
    Random random = new Random(seed);
    List<LedgerDescription> ledgers = new ArrayList<>();
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(SyntheticHistory.ledger("ledger-" + i));
      starts.add(history.now());
      history.run("ledger-" + i, 20 + random.nextInt(300));
    }
    List<StoredEvent> events = history.events();
    MemoryEntryStore store = new MemoryEntryStore(events);
    long someAnswered = 0;
    long someCancelled = 0;
    long someCorrected = 0;
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      database.fill(store, new TurnaroundProjector());
      TurnaroundQuery query =
          new TurnaroundQuery(database.reader(), (ledger, size) -> Optional.empty());
      for (int i = 0; i < HISTORIES; i++) {
        Instant start = starts.get(i);
        for (int k = 0; k < 12; k++) {
          // The end of each history, instants of its events to the millisecond, and any other.
          Instant asOf =
              k == 0
                  ? history.now()
                  : k < 6
                      ? events.get(random.nextInt(events.size())).header().recordedTime()
                      : start.plus(Duration.ofHours(random.nextInt(400)));
          Instant from = start.plus(Duration.ofHours(random.nextInt(300) - 50));
          TurnaroundPeriod period =
              k == 0
                  ? new TurnaroundPeriod(START.minus(Duration.ofDays(9)), history.now())
                  : new TurnaroundPeriod(
                      from, from.plus(Duration.ofHours(1 + random.nextInt(300))));
          LedgerDescription ledger = ledgers.get(i);
          Turnaround figures = query.figures(ledger, period, asOf);
          assertThat(figures)
              .as("seed %d, %s, as of %s", seed, ledger.name(), asOf)
              .isEqualTo(BruteForce.of(events, ledger.name(), period, asOf));
          someAnswered += figures.received().answered();
          someCancelled += figures.received().cancelled();
          someCorrected += figures.receivedAsCorrected().equals(figures.received()) ? 0 : 1;
        }
      }
    }
    assertThat(someAnswered).as("the histories say something").isGreaterThan(HISTORIES);
    assertThat(someCancelled).as("some were cancelled").isPositive();
    assertThat(someCorrected).as("some receipts were corrected").isPositive();
  }

  @Test
  void halfYearsBeginAtMidnightInHoChiMinhCity() {
    Instant lastOfJune = Instant.parse("2026-06-30T16:59:59.999Z");
    assertThat(TurnaroundPeriod.halfYearOf(lastOfJune).from())
        .isEqualTo(Instant.parse("2025-12-31T17:00:00Z"));
    assertThat(TurnaroundPeriod.halfYearOf(lastOfJune.plusMillis(1)))
        .isEqualTo(
            new TurnaroundPeriod(
                Instant.parse("2026-06-30T17:00:00Z"), Instant.parse("2026-12-31T17:00:00Z")));
  }

  @Test
  void withMoreThanATenthOpenThePercentilesAreWithheldAndSayWhy() {
    assertThat(Turnaround.Received.of(10, 9, 2, 0, 5L, 8L))
        .isEqualTo(new Turnaround.Received(10, 9, 2, 1, 0, 5L, 8L, null));
    assertThat(Turnaround.Received.of(19, 17, 0, 0, 5L, 8L))
        .isEqualTo(
            new Turnaround.Received(19, 17, 0, 2, 0, null, null, "more-than-10-percent-open"));
    assertThat(Turnaround.Received.of(3, 0, 0, 0, null, null).percentilesWithheld()).isNull();
  }

  @Test
  void aRateIsExactAndRoundsHalfUp() {
    assertThat(Rate.of(1, 3)).isEqualTo(new Rate(1, 3, "0.3333"));
    assertThat(Rate.of(2, 3).decimal()).isEqualTo("0.6667");
    assertThat(Rate.of(1, 32).decimal()).isEqualTo("0.0313");
    assertThat(Rate.of(0, 0)).isEqualTo(new Rate(0, 0, null));
  }
}
