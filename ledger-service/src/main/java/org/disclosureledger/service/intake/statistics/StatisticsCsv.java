package org.disclosureledger.service.intake.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.StatedFigures;
import org.jspecify.annotations.Nullable;

/**
 * Figures as comma-separated values: a line a row, a column a figure. As of when and under which
 * head they were counted stands in each line, for a spreadsheet that sorts and filters them knows
 * no comment lines. A count of 0 is said; a quantile that does not exist is empty.
 */
public final class StatisticsCsv {
  private static final List<String> FIRST =
      List.of("ledger", "asOf", "headSize", "headRoot", "from", "to", "slice", "slice_vi", "key");

  private StatisticsCsv() {}

  static String of(String ledger, StatedFigures stated) {
    return stated.rows().stream()
        .map(row -> CsvLine.of(cells(ledger, stated, row).toArray()))
        .collect(
            Collectors.joining("", CsvLine.BYTE_ORDER_MARK + CsvLine.of(names().toArray()), ""));
  }

  /** The columns' names. */
  public static List<@Nullable Object> names() {
    List<@Nullable Object> names = new ArrayList<>(FIRST);
    for (Figure figure : Figure.values()) {
      names.add(figure.member());
    }
    return names;
  }

  /** A row in the order of {@link #names}. */
  public static List<@Nullable Object> cells(String ledger, StatedFigures stated, FigureRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(ledger);
    cells.add(stated.asOf());
    cells.add(stated.size());
    cells.add(stated.rootInCell());
    cells.add(stated.period().from());
    cells.add(stated.period().to());
    cells.add(row.slice());
    cells.add(row.slice().vi());
    cells.add(row.key());
    Map<String, Long> values = row.figures().members();
    for (Figure figure : Figure.values()) {
      Long value = values.get(figure.member());
      cells.add(value == null && figure.unit() != Figure.Unit.QUANTILE ? Long.valueOf(0) : value);
    }
    return cells;
  }
}
