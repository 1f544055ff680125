package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.junit.jupiter.api.Test;

/** The statements against a count of the events one by one. */
class StatisticsTest {
  private static final Instant START = Instant.parse("2026-05-03T00:00:00Z");
  private static final int HISTORIES = 50;
  private static final int QUESTIONS = 4;

  @Test
  void fiftyRandomLedgersGiveWhatCountingOneByOneGives() {
    long seed = Long.getLong("statistics.seed", new Random().nextLong());
    System.out.println("statistics of random ledgers: seed " + seed);
    Random random = new Random(seed);
    SyntheticHistory history = new SyntheticHistory(seed, START);
    List<LedgerDescription> ledgers = new ArrayList<>();
    List<Instant> starts = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(SyntheticHistory.ledger("ledger-" + i));
      starts.add(history.now());
      history.run("ledger-" + i, 20 + random.nextInt(300));
    }
    List<StoredEvent> events = history.events();
    Map<Figure, Long> said = new EnumMap<>(Figure.class);
    EnumSet<Slice> slices = EnumSet.noneOf(Slice.class);
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      database.fill(new MemoryEntryStore(events), new FactsProjector());
      StatisticsQuery query =
          new StatisticsQuery(database.reader(), (ledger, size) -> Optional.empty());
      for (int i = 0; i < HISTORIES; i++) {
        LedgerDescription ledger = ledgers.get(i);
        List<StoredEvent> own =
            events.stream().filter(e -> e.header().ledger().equals(ledger.name())).toList();
        for (int k = 0; k < QUESTIONS; k++) {
          Instant asOf = k == 0 ? history.now() : instant(random, starts.get(i), own);
          ReportingPeriod period =
              k == 0
                  ? new ReportingPeriod(START.minus(Duration.ofDays(9)), history.now())
                  : period(random, starts.get(i), own);
          StatisticsFilter filter = k % 2 == 0 ? StatisticsFilter.NONE : filter(random);
          StatedFigures stated = query.of(ledger, period, asOf, EnumSet.allOf(Slice.class), filter);
          StatedFigures naive = NaiveRows.of(own, ledger.name(), period, asOf, filter);
          assertThat(lines(stated))
              .as("seed %d, %s, %s as of %s, %s", seed, ledger.name(), period, asOf, filter)
              .isEqualTo(lines(naive));
          assertThat(stated).isEqualTo(naive);
          for (FigureRow row : stated.rows()) {
            slices.add(row.slice());
            row.figures()
                .members()
                .forEach((name, value) -> said.merge(Figure.of(name).orElseThrow(), 1L, Long::sum));
          }
        }
      }
    }
    // No calendar, no part beyond its scope, few papers: those have tests of their own.
    assertThat(said).as("the ledgers say something of most figures").hasSizeGreaterThan(50);
    assertThat(said)
        .containsKeys(
            Figure.GROSS_P50,
            Figure.PAUSED_MILLIS,
            Figure.REFUSED,
            Figure.ON_TIME,
            Figure.REOPENED,
            Figure.PARTS,
            Figure.ERRORS_REPORTABLE);
    assertThat(slices).isEqualTo(EnumSet.allOf(Slice.class));
  }

  private static String lines(StatedFigures figures) {
    StringBuilder lines = new StringBuilder();
    figures
        .rows()
        .forEach(row ->
            lines
                .append(row.slice())
                .append(' ')
                .append(row.key())
                .append(' ')
                .append(row.figures())
                .append('\n'));
    return lines.append(figures.unbalanced()).toString();
  }

  /** One of those that the ledger names, to the millisecond, or any other. */
  private static Instant instant(Random random, Instant start, List<StoredEvent> events) {
    if (events.isEmpty() || random.nextInt(3) == 0) {
      return start.plus(Duration.ofHours(random.nextInt(400)));
    }
    StoredEvent event = events.get(random.nextInt(events.size()));
    Instant named =
        switch (event.payload()) {
          case RequestRecorded recorded -> recorded.receivedAt();
          case DeadlineSet deadline when deadline.due() != null -> deadline.due();
          case null, default ->
              random.nextBoolean() ? event.header().time() : event.header().recordedTime();
        };
    return named.plusMillis(random.nextInt(3) - 1);
  }

  private static ReportingPeriod period(Random random, Instant start, List<StoredEvent> events) {
    if (random.nextInt(5) == 0) {
      return ReportingPeriod.halfYearOf(start);
    }
    Instant one = instant(random, start, events);
    Instant two = instant(random, start, events);
    return one.isBefore(two)
        ? new ReportingPeriod(one, two)
        : new ReportingPeriod(two, one.plusMillis(1));
  }

  private static StatisticsFilter filter(Random random) {
    return new StatisticsFilter(
        random.nextInt(3) == 0 ? "cq-" + (1 + random.nextInt(4)) : null,
        random.nextInt(4) == 0 ? AgencyKind.COURT : null,
        random.nextInt(4) == 0 ? any(random, ItemKind.values()) : null,
        random.nextInt(4) == 0 ? "9" + (7 + random.nextInt(3)) : null,
        random.nextInt(4) == 0 ? random.nextBoolean() : null,
        random.nextInt(4) == 0 ? any(random, RefusalGround.values()) : null);
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
