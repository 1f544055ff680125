package org.disclosureledger.service.paper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Slice;

/** What is printed of one row of figures, each in the order of {@code schemas/REPORTS.md}. */
record PrintedRow(Slice slice, String key, Map<Figure, Cell> cells) {
  PrintedRow {
    EnumMap<Figure, Cell> ordered = new EnumMap<>(Figure.class);
    ordered.putAll(cells);
    cells = Collections.unmodifiableMap(ordered);
  }

  /** All of it; a count that is left out is 0, a quantile that is left out is none. */
  static PrintedRow of(FigureRow row) {
    EnumMap<Figure, Cell> cells = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      if (figure.unit() == Figure.Unit.QUANTILE) {
        row.figures().quantile(figure).ifPresent(value -> cells.put(figure, Cell.exact(value)));
      } else {
        cells.put(figure, Cell.exact(row.figures().count(figure)));
      }
    }
    return new PrintedRow(row.slice(), row.key(), cells);
  }

  /** Of a report, whomever it is for. */
  static List<PrintedRow> of(ReportPaper paper) {
    return switch (paper.variant()) {
      case FULL -> paper.figures().rows().stream().map(PrintedRow::of).toList();
      case PUBLIC -> Publication.of(paper).rows();
    };
  }
}
