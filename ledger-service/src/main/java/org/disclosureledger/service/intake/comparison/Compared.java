package org.disclosureledger.service.intake.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.statistics.StatisticsCsv;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;

/**
 * What the ledgers said, as an answer and as a file.
 *
 * @param said in the order of their ledgers' names
 * @param leftOut how many more ledgers there are
 */
record Compared(ReportingPeriod period, List<Said> said, int leftOut) {
  static final int MOST_ROWS = 5_000;

  /** A file says also what is 0, and is held in memory until it is whole. */
  static final int MOST_LINES = 100_000;

  Compared {
    said = List.copyOf(said);
  }

  /** The figures of one ledger. */
  record Said(LedgerDescription ledger, StatedFigures stated) {}

  /** What several enterprises may have a row of. */
  private record Key(Slice slice, String key) {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::slice).thenComparing(Key::key);

    static Key of(FigureRow row) {
      return new Key(row.slice(), row.key());
    }
  }

  /** All beside those of all, which each enterprise has. */
  private List<Key> keys() {
    return said.stream()
        .flatMap(each -> each.stated().rows().stream())
        .filter(row -> row.slice() != Slice.ALL)
        .map(Key::of)
        .distinct()
        .sorted(Key.ORDER)
        .toList();
  }

  Comparison answer() {
    List<Key> keys = keys();
    Map<Key, Map<String, Map<String, Long>>> rows = new LinkedHashMap<>();
    keys.stream().limit(MOST_ROWS).forEach(key -> rows.put(key, new LinkedHashMap<>()));
    for (Said each : said) {
      for (FigureRow row : each.stated().rows()) {
        Map<String, Map<String, Long>> byLedger = rows.get(Key.of(row));
        if (byLedger != null) {
          byLedger.put(each.ledger().name(), row.figures().members());
        }
      }
    }
    return new Comparison(
        period.from(),
        period.to(),
        said.stream()
            .map(each ->
                Comparison.Enterprise.of(
                    each.ledger().name(), each.ledger().sample(), each.stated()))
            .toList(),
        leftOut,
        rows.entrySet().stream()
            .map(
                row -> new Comparison.Row(row.getKey().slice(), row.getKey().key(), row.getValue()))
            .toList(),
        keys.size() - rows.size());
  }

  /**
   * The lines of each ledger as its own file has them, behind what a line of several must say:
   * whether it is of an invented ledger, and what is left out.
   */
  String csv() {
    List<Key> keys = keys();
    int most = Math.min(MOST_ROWS, MOST_LINES / Math.max(1, said.size()));
    Set<Key> shown = keys.stream().limit(most).collect(Collectors.toSet());
    List<@Nullable Object> names =
        new ArrayList<>(List.of("sample", "enterprisesLeftOut", "rowsLeftOut"));
    names.addAll(StatisticsCsv.names());
    StringBuilder csv = new StringBuilder(CsvLine.BYTE_ORDER_MARK);
    csv.append(CsvLine.of(names.toArray()));
    for (Said each : said) {
      for (FigureRow row : each.stated().rows()) {
        if (row.slice() == Slice.ALL || shown.contains(Key.of(row))) {
          List<@Nullable Object> cells = new ArrayList<>();
          cells.add(each.ledger().sample());
          cells.add(leftOut);
          cells.add(keys.size() - shown.size());
          cells.addAll(StatisticsCsv.cells(each.ledger().name(), each.stated(), row));
          csv.append(CsvLine.of(cells.toArray()));
        }
      }
    }
    return csv.toString();
  }
}
