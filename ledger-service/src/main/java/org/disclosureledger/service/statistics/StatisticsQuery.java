package org.disclosureledger.service.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.disclosureledger.service.database.Beside;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerHeads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts figures, all of a question and the head they rest on from one snapshot. */
@Component
public class StatisticsQuery {
  private final LedgerReader reader;
  private final LedgerHeads heads;

  StatisticsQuery(LedgerReader reader, LedgerHeads heads) {
    this.reader = reader;
    this.heads = heads;
  }

  /**
   * What needs many statements, of several ledgers too, takes no longer than figures of one may.
   */
  public static <T> T question(Supplier<? extends T> figures) {
    return LedgerReader.question(figures);
  }

  /** The rows of all slices. */
  public StatedFigures of(LedgerDescription ledger, ReportingPeriod period, Instant asOf) {
    return of(ledger, period, asOf, EnumSet.allOf(Slice.class), StatisticsFilter.NONE);
  }

  /**
   * @param asOf T: what was recorded later does not count
   * @param slices whose rows are asked for
   */
  public StatedFigures of(
      LedgerDescription ledger,
      ReportingPeriod period,
      Instant asOf,
      Set<Slice> slices,
      StatisticsFilter filter) {
    StatedFigures figures =
        reader.inSharedSnapshot(
            ledger.id(),
            (db, beside) -> within(db, beside, ledger.name(), period, asOf, slices, filter));
    // Which head a size has never changes, so that it need not be of the same snapshot.
    String root =
        figures.size() == 0
            ? null
            : heads
                .at(ledger.name(), figures.size())
                .map(head -> head.root().toBase64())
                .orElse(null);
    return new StatedFigures(
        period, asOf, figures.size(), root, figures.rows(), figures.unbalanced());
  }

  /**
   * The same within a snapshot of the caller's, who counts more from it; without a root.
   *
   * <p>A snapshot holds rows, not names: when facts that were made anew take the place of the old
   * ones meanwhile, later statements would count what the snapshot does not see all of.
   *
   * @param ledger its name
   * @throws FiguresBehind when that happens
   */
  public static StatedFigures within(
      JdbcClient db,
      String ledger,
      ReportingPeriod period,
      Instant asOf,
      Set<Slice> slices,
      StatisticsFilter filter) {
    return within(db, Beside.one(db), ledger, period, asOf, slices, filter);
  }

  private static StatedFigures within(
      JdbcClient db,
      Beside beside,
      String ledger,
      ReportingPeriod period,
      Instant asOf,
      Set<Slice> slices,
      StatisticsFilter filter) {
    long tables = tables(db);
    StatedFigures figures = counted(db, beside, ledger, period, asOf, slices, filter);
    if (tables(db) != tables) {
      throw new FiguresBehind("the facts have been made anew meanwhile");
    }
    return figures;
  }

  /** Which tables the facts are in. */
  private static long tables(JdbcClient db) {
    return db.sql("SELECT 'facts.covered'::regclass::oid").query(Long.class).single();
  }

  private static StatedFigures counted(
      JdbcClient db,
      Beside beside,
      String ledger,
      ReportingPeriod period,
      Instant asOf,
      Set<Slice> slices,
      StatisticsFilter filter) {
    Optional<Reached> reached = reached(db, ledger);
    if (reached.isEmpty()) {
      return new StatedFigures(period, asOf, 0, null, empty(period, slices), List.of());
    }
    boolean now = asOf.toEpochMilli() >= reached.get().newest();
    Optional<WorkingTimes> calendar = WorkingTimes.at(db, ledger, asOf);
    Function<JdbcClient, Computation> computation =
        one -> new Computation(one, ledger, asOf, filter, now, calendar);
    // Quantiles and months take about as long as all the rest does.
    Supplier<Sorted> reading =
        StatisticsSql.ofAll(slices)
            ? () -> new Sorted(new Numbers(), List.of())
            : beside.read(other -> sorted(computation.apply(other), period, slices));
    Computation counting = computation.apply(db);
    Numbers counts = counting.counts(period, slices);
    Sorted sorted = reading.get();
    Map<Slice, Map<String, Figures>> found = counting.figures(period, counts, sorted.quantiles());
    // Of each request alone it is asked where everything is: for a report. Elsewhere the sum tells.
    boolean each = slices.containsAll(EnumSet.allOf(Slice.class));
    List<UUID> unbalanced = each || !addsUp(all(found)) ? counting.unbalanced(period) : List.of();
    List<FigureRow> rows = new ArrayList<>(sorted.months());
    found.forEach((slice, keys) ->
        keys.forEach((key, figures) -> rows.add(new FigureRow(slice, key, figures))));
    rows.sort(FigureRow.ORDER);
    return new StatedFigures(period, asOf, reached.get().size(), null, rows, unbalanced);
  }

  /** What can be read beside the counts of a period: its quantiles, and its months as a whole. */
  private record Sorted(Numbers quantiles, List<FigureRow> months) {}

  private static Sorted sorted(Computation computation, ReportingPeriod period, Set<Slice> slices) {
    Numbers quantiles = computation.quantiles(period, slices);
    List<FigureRow> months = new ArrayList<>();
    if (slices.contains(Slice.MONTH)) {
      period
          .months()
          .forEach((month, cut) -> {
            Map<Slice, Map<String, Figures>> all = computation.figures(cut, EnumSet.of(Slice.ALL));
            months.add(new FigureRow(Slice.MONTH, month, all(all)));
          });
    }
    return new Sorted(quantiles, months);
  }

  /** The identity of schemas/REPORTS.md §3.5. */
  private static boolean addsUp(Figures figures) {
    long flows =
        figures.count(Figure.OPENED)
            + figures.count(Figure.REOPENED)
            - figures.count(Figure.CLOSED);
    return figures.count(Figure.OPEN_BEFORE) + flows == figures.count(Figure.OPEN_AFTER);
  }

  private static Figures all(Map<Slice, Map<String, Figures>> found) {
    return found.getOrDefault(Slice.ALL, Map.of()).getOrDefault("", Figures.NONE);
  }

  /** Of a ledger without entries. */
  private static List<FigureRow> empty(ReportingPeriod period, Set<Slice> slices) {
    List<FigureRow> rows = new ArrayList<>();
    if (slices.contains(Slice.ALL)) {
      rows.add(new FigureRow(Slice.ALL, "", Figures.NONE));
    }
    if (slices.contains(Slice.MONTH)) {
      period
          .months()
          .keySet()
          .forEach(month -> rows.add(new FigureRow(Slice.MONTH, month, Figures.NONE)));
    }
    return rows;
  }

  /** How many entries the facts rest on, and the largest time at which one was recorded. */
  private record Reached(long size, long newest) {}

  private static Optional<Reached> reached(JdbcClient db, String ledger) {
    return db.sql("SELECT size, newest FROM facts.covered WHERE ledger = :ledger")
        .param("ledger", ledger)
        .query((row, n) -> new Reached(row.getLong(1), row.getLong(2)))
        .optional();
  }

  /** How many entries of the ledger the facts rest on by now. */
  long covered(LedgerDescription ledger) {
    return reader.in(ledger.id(), db -> reached(db, ledger.name()).map(Reached::size).orElse(0L));
  }
}
