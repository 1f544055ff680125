package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.EventJson;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.disclosureledger.verifier.figures.Row;
import org.junit.jupiter.api.Test;

/** The statements against the verifier, whose author saw schemas/REPORTS.md alone. */
class VerifierAgreesTest {
  private static final Instant START = Instant.parse("2026-05-03T00:00:00Z");
  private static final int HISTORIES = Integer.getInteger("agree.histories", 12);
  private static final int QUESTIONS = 4;

  private static final Map<Class<?>, String> TYPES =
      Stream.of(new RequestEvents(), new AgencyEvents())
          .flatMap(events -> events.bindings().stream())
          .collect(Collectors.toMap(EventBinding::payload, EventBinding::type));

  private record Line(String slice, String key, Map<String, Long> figures) {}

  @Test
  void theVerifierCountsWhatTheStatementsCount() {
    long seed = Long.getLong("statistics.seed", new Random().nextLong());
    System.out.println("statistics and verifier: seed " + seed);
    Random random = new Random(seed);
    SyntheticHistory history = new SyntheticHistory(seed, START);
    List<LedgerDescription> ledgers = new ArrayList<>();
    for (int i = 0; i < HISTORIES; i++) {
      ledgers.add(SyntheticHistory.ledger("ledger-" + i));
      history.run("ledger-" + i, 20 + random.nextInt(300));
    }
    int lines = 0;
    long byProvince = 0;
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      StatisticsQuery query =
          new StatisticsQuery(database.reader(), (ledger, size) -> Optional.empty());
      for (LedgerDescription ledger : ledgers) {
        List<ReportFigures.Recorded> entries =
            history.events().stream()
                .filter(event -> event.header().ledger().equals(ledger.name()))
                .map(VerifierAgreesTest::recorded)
                .toList();
        for (int k = 0; k < QUESTIONS; k++) {
          Instant asOf = k == 0 ? history.now() : START.plus(hours(random));
          ReportingPeriod period = period(random, history.now(), k == 0);
          StatedFigures stated = query.of(ledger, period, asOf);
          List<Row> rows =
              ReportFigures.of(entries, entries.size(), asOf, period.from(), period.to());
          List<Line> verified =
              rows.stream()
                  .map(row -> new Line(row.slice().name(), row.key(), row.figures()))
                  .toList();
          assertThat(
                  stated.rows().stream()
                      .map(row -> new Line(row.slice().name(), row.key(), row.figures().members()))
                      .toList())
              .as("seed %d, %s, %s as of %s", seed, ledger.name(), period, asOf)
              .isEqualTo(verified);
          lines += verified.size();
          byProvince += verified.stream().filter(line -> line.slice().equals("PROVINCE")).count();
        }
      }
    }
    assertThat(lines).isGreaterThan(HISTORIES * QUESTIONS * 5);
    assertThat(byProvince).isPositive();
  }

  private static ReportingPeriod period(Random random, Instant now, boolean whole) {
    if (whole) {
      return new ReportingPeriod(START.minus(Duration.ofDays(9)), now);
    }
    Instant from = START.plus(hours(random));
    return new ReportingPeriod(from, from.plus(hours(random)).plusMillis(1));
  }

  private static Duration hours(Random random) {
    return Duration.ofHours(random.nextInt(2_000));
  }

  private static ReportFigures.Recorded recorded(StoredEvent stored) {
    EventHeader header = stored.header();
    Object event = stored.payload();
    String data = event == null ? "{}" : EventJson.MAPPER.writeValueAsString(event);
    EventHeader typed =
        new EventHeader(
            header.id(),
            header.ledger(),
            header.subject(),
            event == null ? header.type() : Objects.requireNonNull(TYPES.get(event.getClass())),
            header.time(),
            header.recordedTime(),
            header.actor(),
            header.role(),
            null,
            header.sequence(),
            header.leafIndex(),
            header.position());
    return new ReportFigures.Recorded(header.leafIndex(), TestEntries.of(typed, data).payload());
  }
}
