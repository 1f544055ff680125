package org.disclosureledger.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.service.facts.FactsProjector;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.ProjectionDatabase;
import org.disclosureledger.service.projection.ProjectionRebuild;
import org.disclosureledger.service.projection.SyntheticHistory;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.Test;

/**
 * Figures of a half-year over requests of five years, and a rebuild of the facts from random
 * histories. In {@code verify} both are small, to prove that they work; {@code mvn -Pbench verify}
 * takes a million requests. Speed is printed, never asserted.
 */
class StatisticsBenchmarkTest {
  private static final boolean LONG =
      Double.parseDouble(System.getProperty("bench.seconds", "0.3")) > 1;
  private static final int REQUESTS =
      LONG ? Integer.getInteger("bench.requests", 1_000_000) : 2_000;
  private static final int STEPS = LONG ? Integer.getInteger("bench.steps", 300_000) : 500;
  private static final int TIMES = LONG ? 7 : 2;
  private static final Instant FIRST = Instant.parse("2021-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2025-12-31T16:00:00Z");
  private static final LedgerDescription LEDGER = SyntheticHistory.ledger("bench");

  /**
   * Each request is answered in four steps within about a day and a half, after rows that say each
   * step; one in fifty is refused, one in a hundred still open for long.
   */
  private static final String REQUEST_ROWS =
      """
      INSERT INTO facts.request_fact
      SELECT 'bench', ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
        CASE step WHEN 0 THEN w WHEN 1 THEN w + took / 3 ELSE w + took END,
        CASE step WHEN 0 THEN w + took / 3 WHEN 1 THEN
          CASE WHEN stays THEN 9223372036854775807 ELSE w + took END
          ELSE 9223372036854775807 END,
        r, CASE WHEN step = 2 THEN greatest(r + 86400000, w + took) ELSE r + 86400000 END,
        w, r, r, 'CQ-' || n % 700, kinds[1 + n % 10], n % 9 = 0, n % 63 = 0, false,
        CASE WHEN step = 2 THEN w + took - 60000 ELSE 9223372036854775807 END,
        CASE WHEN step = 2 THEN w + took ELSE 9223372036854775807 END,
        9223372036854775807, r + 86400000, r + 86400000,
        CASE WHEN step = 2 THEN w + took - 60000 END, 0, '{}', '{}',
        CASE n % 3 WHEN 0 THEN 2 ELSE 1 END, 3,
        CASE WHEN step = 2 AND n % 50 > 0 THEN CASE n % 3 WHEN 0 THEN 2 ELSE 1 END ELSE 0 END,
        0, 0,
        CASE WHEN step = 2 AND n % 50 = 0 THEN CASE n % 3 WHEN 0 THEN 2 ELSE 1 END ELSE 0 END,
        0,
        CASE n % 3 WHEN 0 THEN '{SUBSCRIBER_DATA,TRAFFIC_DATA}'
          WHEN 1 THEN '{TRAFFIC_DATA}' ELSE '{STORED_CONTENT}' END::text[],
        CASE n % 3 WHEN 0 THEN '{1,2}' ELSE '{3}' END::integer[],
        array_fill(CASE WHEN step < 2 THEN 'NONE' WHEN n % 50 = 0 THEN 'REJECTED'
          ELSE 'DISCLOSED' END, ARRAY[CASE n % 3 WHEN 0 THEN 2 ELSE 1 END]),
        array_fill(CASE WHEN step = 2 AND n % 50 = 0 THEN 'OVERBROAD' ELSE 'NONE' END,
          ARRAY[CASE n % 3 WHEN 0 THEN 2 ELSE 1 END]),
        CASE n % 3 WHEN 0 THEN '{SUBSCRIBER_DATA,TRAFFIC_DATA}'
          WHEN 1 THEN '{TRAFFIC_DATA}' ELSE '{STORED_CONTENT}' END::text[],
        CASE WHEN step = 2 AND n % 50 = 0 THEN '{OVERBROAD}' ELSE '{}' END::text[],
        NULL, true, NULL, NULL,
        CASE WHEN step = 2 THEN ARRAY[w + took] ELSE '{}' END, '{}', '{}',
        CASE WHEN step = 2 AND n % 50 > 0 THEN ARRAY[w + took] ELSE '{}' END,
        CASE WHEN step = 2 AND n % 50 > 0 THEN '{1}' ELSE '{}' END::integer[],
        CASE WHEN step = 2 AND n % 50 > 0 THEN '{f}' ELSE '{}' END::boolean[],
        '{}', '{}'
      FROM (
        SELECT n, r, r + 60000 + (n * 7919 %% 7200000) AS w, 3600000 + (n * 104729 %% 126000000) AS took,
          n %% 100 = 0 AND n > %2$d - %2$d / 20 AS stays,
          '{PROCURACY,COURT,INSPECTORATE,PROVINCIAL_POLICE,COMMUNE_POLICE,INVESTIGATION_AGENCY,'
            'NATIONAL_SECURITY_FORCE,CYBERSECURITY_FORCE,PROVINCIAL_DEPARTMENT,PEOPLES_COMMITTEE}'
            ::text[] AS kinds
        FROM (SELECT n::bigint AS n, %1$d + n::bigint * %3$d AS r FROM generate_series(1, %2$d) AS n) s
      ) q CROSS JOIN generate_series(0, 2) AS step
      WHERE NOT (stays AND step = 2)\
      """;

  @Test
  void figuresOfAHalfYearAreCountedAndSaidHowFast() {
    try (ProjectionDatabase database = new ProjectionDatabase(List.of(LEDGER))) {
      database.fill(new MemoryEntryStore(List.of()), new FactsProjector());
      long from = FIRST.toEpochMilli();
      long each = (NOW.toEpochMilli() - from - Duration.ofDays(2).toMillis()) / REQUESTS;
      String rows = REQUEST_ROWS.replace("n % ", "n %% ").formatted(from, REQUESTS, each);
      List<String> indexes = indexes(database, "SELECT indexdef FROM pg_indexes");
      indexes(database, "SELECT 'DROP INDEX facts.' || indexname FROM pg_indexes")
          .forEach(drop -> database.client().sql(drop).update());
      database.client().sql(rows).update();
      indexes.forEach(index -> database.client().sql(index).update());
      database.client().sql("ANALYZE facts.request_fact").update();
      database
          .client()
          .sql("INSERT INTO facts.covered VALUES ('bench', 1, :newest)")
          .param("newest", NOW.toEpochMilli())
          .update();
      StatisticsQuery query =
          new StatisticsQuery(database.reader(), (ledger, size) -> Optional.empty());
      Set<Slice> all = EnumSet.of(Slice.ALL);
      Set<Slice> every = EnumSet.allOf(Slice.class);
      StatisticsFilter agency = new StatisticsFilter("CQ-7", null, null, null, null, null);
      ReportingPeriod last = ReportingPeriod.half(2025, 2);
      ReportingPeriod old = ReportingPeriod.half(2022, 1);
      System.out.printf(Locale.ROOT, "%n%,d requests of five years; warm, median%n", REQUESTS);
      StatedFigures some = measured("half-year", query, last, NOW, all, StatisticsFilter.NONE);
      assertThat(some.all().count(Figure.RECEIVED)).isPositive();
      assertThat(some.unbalanced()).isEmpty();
      Set<Slice> dashboard =
          EnumSet.of(Slice.ALL, Slice.MONTH, Slice.AGENCY, Slice.AGENCY_KIND, Slice.REFUSAL_GROUND);
      measured("half-year, dashboard", query, last, NOW, dashboard, StatisticsFilter.NONE);
      measured("half-year, all rows", query, last, NOW, every, StatisticsFilter.NONE);
      measured("half-year, one agency", query, last, NOW, every, agency);
      measured("old half-year", query, old, NOW, all, StatisticsFilter.NONE);
      measured("as of its end", query, old, old.to(), all, StatisticsFilter.NONE);
      measured("as of its end, all rows", query, old, old.to(), every, StatisticsFilter.NONE);
    }
  }

  /** Made after the rows: a million at once go in faster. */
  private static List<String> indexes(ProjectionDatabase database, String select) {
    return database
        .client()
        .sql(
            select
                + " WHERE schemaname = 'facts' AND indexname LIKE 'request_fact_%'"
                + " AND indexname <> 'request_fact_pkey'")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static StatedFigures measured(
      String what,
      StatisticsQuery query,
      ReportingPeriod period,
      Instant asOf,
      Set<Slice> slices,
      StatisticsFilter filter) {
    StatedFigures found = query.of(LEDGER, period, asOf, slices, filter);
    long[] millis = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      found = query.of(LEDGER, period, asOf, slices, filter);
      millis[i] = Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-28s %6d ms, %,9d received, %5d rows%n",
        what,
        millis[TIMES / 2],
        found.all().count(Figure.RECEIVED),
        found.rows().size());
    return found;
  }

  @Test
  void aRebuildSaysHowManyEventsItTakesASecond() {
    SyntheticHistory history = new SyntheticHistory(1, FIRST);
    List<LedgerDescription> ledgers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ledgers.add(SyntheticHistory.ledger("ledger-" + i));
      history.run("ledger-" + i, STEPS / 10);
    }
    List<StoredEvent> events = history.events();
    try (ProjectionDatabase database = new ProjectionDatabase(ledgers)) {
      MemoryEntryStore store = new MemoryEntryStore(events);
      database.fill(new MemoryEntryStore(List.of()), new FactsProjector());
      for (int i = 0; i < (LONG ? 3 : 1); i++) {
        ProjectionRebuild rebuild = database.rebuild(store, new FactsProjector());
        long begun = System.nanoTime();
        rebuild.run(FactsProjector.NAME, (done, total) -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "rebuild of facts: %,d events in %.1f s, %,.0f a second%n",
            events.size(),
            seconds,
            events.size() / seconds);
      }
      assertThat(
              database
                  .client()
                  .sql("SELECT sum(size) FROM facts.covered")
                  .query(Long.class)
                  .single())
          .isEqualTo(events.size());
    }
  }
}
