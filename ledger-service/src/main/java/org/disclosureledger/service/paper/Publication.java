package org.disclosureledger.service.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.suppression.CountTable;
import org.disclosureledger.service.suppression.Shown;
import org.disclosureledger.service.suppression.Suppression;
import org.disclosureledger.service.vocabulary.AgencyKind;

/**
 * Which figures anybody may see, and how (decision 0025). All that it prints falls into blocks that
 * nothing but a total ties together which is always told, so each is judged alone by room {@code
 * suppression}; what nobody has proved stands nowhere. Its rows are the same whatever happened.
 */
final class Publication {
  /** How many requests have to lie on either side of a quantile that is printed. */
  private static final long BESIDE = Suppression.LEAST;

  private final List<PrintedRow> rows;

  private Publication(List<PrintedRow> rows) {
    this.rows = List.copyOf(rows);
  }

  List<PrintedRow> rows() {
    return rows;
  }

  /**
   * @throws IllegalArgumentException when there must be no public variant of the report: a second
   *     table of the same requests tells what lies between the two
   */
  static Publication of(ReportPaper paper) {
    StatedFigures figures = paper.figures();
    if (!figures.period().isHalfYear()
        || paper.kind() != ReportKind.HALF_YEAR
        || paper.amendment() != null) {
      throw new IllegalArgumentException("only a half-year's report is published, as first frozen");
    }
    if (!figures.asOf().equals(figures.period().to())) {
      throw new IllegalArgumentException("what is published is as of the half-year's end");
    }
    return of(figures, Suppression::of);
  }

  static Publication of(
      StatedFigures figures, Function<CountTable, Map<String, Shown>> suppression) {
    Figures all = figures.all();
    EnumMap<Figure, Cell> cells = new EnumMap<>(Figure.class);
    CountTable table = table(all);
    Map<String, Shown> shown = suppression.apply(table);
    table
        .printed()
        .forEach((name, count) -> {
          Figure figure = Figure.of(name).orElseThrow();
          cells.put(figure, Cell.of(count, shown.getOrDefault(name, Shown.WITHHELD)));
        });
    for (Figure late : List.of(Figure.ON_TIME_RECORDED, Figure.ON_TIME_ORIGINAL)) {
      boolean few =
          shown.get(late == Figure.ON_TIME_RECORDED ? "due" : "dueOriginal")
              == Shown.FEWER_THAN_FIVE;
      cells.computeIfAbsent(late, same -> Cell.of(0, few ? Shown.FEWER_THAN_FIVE : Shown.WITHHELD));
    }
    quantiles(all, shown, cells);
    List<PrintedRow> rows = new ArrayList<>();
    rows.add(new PrintedRow(Slice.ALL, "", cells));
    if (shown.get("received") == Shown.EXACT) {
      // Of fewer than five in all, the slices could say which number of them it is.
      slice(figures, Slice.AGENCY_KIND, kinds(), suppression, rows);
      slice(figures, Slice.EMERGENCY, List.of("true"), suppression, rows);
      slice(
          figures, Slice.MONTH, List.copyOf(figures.period().months().keySet()), suppression, rows);
    }
    return new Publication(rows);
  }

  private static List<String> kinds() {
    return Arrays.stream(AgencyKind.values()).map(AgencyKind::name).sorted().toList();
  }

  /** Names, order and sums of decision 0023, so that both say the same of the same half-year. */
  static CountTable table(Figures all) {
    Builder table =
        new Builder(all)
            .print(Figure.RECEIVED, Figure.ANSWERED, Figure.OPEN)
            .sum("received", "answered", "open")
            .print(Figure.CANCELLED)
            .rest("answeredInSubstance", Figure.ANSWERED, Figure.CANCELLED)
            .print(Figure.NO_DEADLINE)
            .rest("withDeadline", Figure.RECEIVED, Figure.NO_DEADLINE)
            .print(Figure.OPEN_AT_AS_OF)
            .rest("openFromBefore", Figure.OPEN_AT_AS_OF, Figure.OPEN)
            .print(Figure.DUE, Figure.ON_TIME)
            .rest("late", Figure.DUE, Figure.ON_TIME)
            .print(Figure.DUE_ORIGINAL, Figure.PAPERS, Figure.PAPERS_IN_TIME)
            .rest("papersLate", Figure.PAPERS, Figure.PAPERS_IN_TIME);
    long onTime = all.count(Figure.ON_TIME);
    if (all.count(Figure.ON_TIME_RECORDED) <= onTime) {
      table
          .print(Figure.ON_TIME_RECORDED)
          .rest("lateByRecordedTime", Figure.DUE, Figure.ON_TIME_RECORDED)
          .rest("claimedOnly", Figure.ON_TIME, Figure.ON_TIME_RECORDED);
    }
    boolean sameCohort = all.count(Figure.DUE) == all.count(Figure.DUE_ORIGINAL);
    if (!sameCohort || all.count(Figure.ON_TIME_ORIGINAL) <= onTime) {
      table
          .print(Figure.ON_TIME_ORIGINAL)
          .rest("lateOriginally", Figure.DUE_ORIGINAL, Figure.ON_TIME_ORIGINAL);
      if (sameCohort) {
        table.rest("byExtension", Figure.ON_TIME, Figure.ON_TIME_ORIGINAL);
      }
    }
    return table
        .print(Figure.PARTS, Figure.PARTS_BEYOND)
        .rest("partsWithin", Figure.PARTS, Figure.PARTS_BEYOND)
        .print(Figure.ERRORS_REPORTABLE, Figure.ERRORS_RECORDABLE)
        .table
        .build();
  }

  private record Builder(Figures all, CountTable.Builder table) {
    Builder(Figures all) {
      this(all, new CountTable.Builder());
    }

    Builder print(Figure... figures) {
      for (Figure figure : figures) {
        table.print(figure.member(), all.count(figure));
      }
      return this;
    }

    Builder rest(String name, Figure total, Figure part) {
      table.rest(name, total.member(), part.member());
      return this;
    }

    Builder sum(String total, String... parts) {
      table.sum(total, parts);
      return this;
    }
  }

  /** Nearest rank only: of an estimator nobody can say how many lie beyond. */
  private static void quantiles(
      Figures all, Map<String, Shown> shown, EnumMap<Figure, Cell> cells) {
    long answered = all.count(Figure.ANSWERED);
    if (shown.get("answered") != Shown.EXACT
        || 10 * all.count(Figure.OPEN) > all.count(Figure.RECEIVED)) {
      return;
    }
    Map<Figure, Long> least =
        Map.of(
            Figure.GROSS_P50, 2 * BESIDE + 1,
            Figure.GROSS_P90, 10 * BESIDE,
            Figure.GROSS_P95, 20 * BESIDE);
    least.forEach((figure, needed) -> {
      if (answered >= needed) {
        all.quantile(figure).ifPresent(millis -> cells.put(figure, Cell.hours(millis)));
      }
    });
  }

  /**
   * Requests received, by keys that do not depend on them; what is left of all is one part more.
   */
  private static void slice(
      StatedFigures figures,
      Slice slice,
      List<String> keys,
      Function<CountTable, Map<String, Shown>> suppression,
      List<PrintedRow> rows) {
    CountTable table = sliceTable(figures, slice, keys);
    Map<String, Shown> shown = suppression.apply(table);
    for (String key : keys) {
      EnumMap<Figure, Cell> cells = new EnumMap<>(Figure.class);
      long count = Optional.ofNullable(table.printed().get(key)).orElseThrow();
      cells.put(Figure.RECEIVED, Cell.of(count, shown.getOrDefault(key, Shown.WITHHELD)));
      rows.add(new PrintedRow(slice, key, cells));
    }
  }

  static CountTable sliceTable(StatedFigures figures, Slice slice, List<String> keys) {
    CountTable.Builder table = new CountTable.Builder();
    long all = figures.all().count(Figure.RECEIVED);
    table.print("received", all);
    long left = all;
    for (String key : keys) {
      long count = received(figures.rows(), slice, key);
      table.print(key, count);
      left -= count;
    }
    List<String> parts = new ArrayList<>(keys);
    if (keys.size() == 1) {
      table.rest("others", "received", keys.getFirst());
      return table.build();
    }
    if (left != 0) {
      throw new IllegalArgumentException(slice + " does not add up to all: " + left + " are left");
    }
    return table.sum("received", parts.toArray(String[]::new)).build();
  }

  private static long received(List<FigureRow> rows, Slice slice, String key) {
    return rows.stream()
        .filter(row -> row.slice() == slice && row.key().equals(key))
        .mapToLong(row -> row.figures().count(Figure.RECEIVED))
        .sum();
  }
}
