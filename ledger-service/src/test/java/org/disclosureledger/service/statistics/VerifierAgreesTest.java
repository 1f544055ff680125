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
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.PolicyEvents;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.Disorder;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.EventJson;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The statements against the verifier, whose author saw schemas/REPORTS.md alone. */
class VerifierAgreesTest {
  private static final Instant START = Instant.parse("2026-05-03T00:00:00Z");
  private static final int HISTORIES = Integer.getInteger("agree.histories", 12);
  private static final int QUESTIONS = 4;
  private static final int DISORDERS = Integer.getInteger("agree.disorders", 4);

  private static final Map<Class<?>, String> TYPES =
      Stream.of(new RequestEvents(), new AgencyEvents(), new PolicyEvents())
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
          List<Line> verified = verified(entries, period, asOf);
          assertThat(lines(stated))
              .as("seed %d, %s, %s as of %s", seed, ledger.name(), period, asOf)
              .isEqualTo(verified);
          lines += verified.size();
          byProvince += verified.stream().filter(VerifierAgreesTest::isOfProvince).count();
        }
      }
    }
    assertThat(lines).isGreaterThan(HISTORIES * QUESTIONS * 5);
    assertThat(byProvince).isPositive();
  }

  /** Of what no command could have recorded, too: what cannot follow ends the reading of both. */
  @Test
  void bothReadWhatNobodyCouldHaveRecorded() {
    long seed = Long.getLong("statistics.seed", new Random().nextLong());
    System.out.println("statistics, verifier and disorder: seed " + seed);
    Random random = new Random(seed);
    LedgerDescription ledger = SyntheticHistory.ledger("demo");
    long unreadable = 0;
    long answered = 0;
    long provinces = 0;
    for (int i = 0; i < DISORDERS; i++) {
      SyntheticHistory history =
          new SyntheticHistory(random.nextLong(), START).run(ledger.name(), 400);
      List<StoredEvent> events = Disorder.of(history.events(), random);
      List<ReportFigures.Recorded> entries =
          events.stream().map(VerifierAgreesTest::recorded).toList();
      try (ProjectionDatabase database = new ProjectionDatabase(List.of(ledger))) {
        database.fill(new MemoryEntryStore(events), new FactsProjector());
        StatisticsQuery query =
            new StatisticsQuery(database.reader(), (name, size) -> Optional.empty());
        for (int k = 0; k < QUESTIONS; k++) {
          Instant asOf = k == 0 ? history.now() : START.plus(hours(random));
          ReportingPeriod period = period(random, history.now(), k == 0);
          StatedFigures stated = query.of(ledger, period, asOf);
          List<Line> verified = verified(entries, period, asOf);
          provinces += verified.stream().filter(VerifierAgreesTest::isOfProvince).count();
          agree(
              "seed %d, walk %d, %s as of %s".formatted(seed, i, period, asOf),
              lines(stated),
              verified);
          unreadable += stated.all().count(Figure.UNREADABLE);
          answered += stated.all().count(Figure.ANSWERED);
        }
      }
    }
    assertThat(unreadable).isPositive();
    assertThat(answered).isPositive();
    assertThat(provinces).isPositive();
  }

  /** By working time too, and by none where what counts cannot be read, until another comes. */
  @Test
  void bothCountWorkingTimeByTheSameCalendar() {
    long seed = Long.getLong("statistics.seed", new Random().nextLong());
    System.out.println("statistics, verifier and calendar: seed " + seed);
    LedgerDescription ledger = SyntheticHistory.ledger("demo");
    SyntheticHistory history = new SyntheticHistory(seed, START).run(ledger.name(), 400);
    ReportingPeriod period = period(new Random(seed), history.now(), true);
    List<Instant> times = new ArrayList<>();
    times.add(history.now());
    CalendarImported calendar = ExampleCalendar.year2026();
    CalendarImported day =
        new CalendarImported(
            calendar.from(), calendar.from(), calendar.weekdays(), calendar.sessions(), List.of());
    times.add(imported(history, "calendar", calendar));
    // In another stream it is none.
    times.add(imported(history, "policy", day));
    times.add(imported(history, "agency/of-nobody", day));
    times.add(imported(history, "calendar", null));
    times.add(imported(history, "calendar", null));
    times.add(imported(history, "calendar", calendar));
    List<ReportFigures.Recorded> entries =
        history.events().stream().map(VerifierAgreesTest::recorded).toList();
    List<Long> counted = new ArrayList<>();
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(ledger))) {
      database.fill(new MemoryEntryStore(history.events()), new FactsProjector());
      StatisticsQuery query =
          new StatisticsQuery(database.reader(), (name, size) -> Optional.empty());
      for (Instant asOf : times) {
        StatedFigures stated = query.of(ledger, period, asOf);
        assertThat(lines(stated))
            .as("seed %d as of %s", seed, asOf)
            .isEqualTo(verified(entries, period, asOf));
        counted.add(stated.all().count(Figure.NET_COUNTED));
      }
    }
    long all = counted.get(1);
    assertThat(all).isPositive();
    assertThat(counted).containsExactly(0L, all, all, all, 0L, 0L, all);
  }

  private static Instant imported(
      SyntheticHistory history, String stream, @Nullable CalendarImported calendar) {
    Instant at = history.now().plusMillis(1);
    history.force("demo", at, at, new StreamId(stream), calendar);
    return at;
  }

  /** Line by line, so that what differs can be read. */
  private static void agree(String as, List<Line> all, List<Line> verified) {
    // Where what stands in an agency's stream cannot be read, the verifier tells no province.
    boolean provinces = verified.stream().anyMatch(VerifierAgreesTest::isOfProvince);
    List<Line> stated = all.stream().filter(line -> provinces || !isOfProvince(line)).toList();
    for (int i = 0; i < Math.min(stated.size(), verified.size()); i++) {
      assertThat(stated.get(i)).as(as).isEqualTo(verified.get(i));
    }
    assertThat(stated).as(as).hasSameSizeAs(verified);
  }

  private static boolean isOfProvince(Line line) {
    return line.slice().equals("PROVINCE");
  }

  private static List<Line> lines(StatedFigures stated) {
    return stated.rows().stream()
        .map(row -> new Line(row.slice().name(), row.key(), row.figures().members()))
        .toList();
  }

  private static List<Line> verified(
      List<ReportFigures.Recorded> entries, ReportingPeriod period, Instant asOf) {
    return ReportFigures.of(entries, entries.size(), asOf, period.from(), period.to()).stream()
        .map(row -> new Line(row.slice().name(), row.key(), row.figures()))
        .toList();
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

  static ReportFigures.Recorded recorded(StoredEvent stored) {
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
