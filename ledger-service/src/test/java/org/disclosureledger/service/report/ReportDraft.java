package org.disclosureledger.service.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.figures.Figure;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;

/** Figures that nobody counted, for tests of what is done with them. */
public final class ReportDraft {
  static final String ROOT = "A".repeat(43) + "=";

  private ReportDraft() {}

  public static StatedFigures figures(ReportingPeriod period, Instant asOf) {
    return figures(period, asOf, Map.of(), 0);
  }

  /**
   * @param all of the first row, beside a backlog that adds up
   * @param agencies how many other rows
   */
  static StatedFigures figures(
      ReportingPeriod period, Instant asOf, Map<Figure, Long> all, int agencies) {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.OPENED, 5L);
    figures.put(Figure.CLOSED, 4L);
    figures.put(Figure.OPEN_AFTER, 1L);
    figures.putAll(all);
    List<FigureRow> rows = new ArrayList<>();
    rows.add(new FigureRow(Slice.ALL, "", Figures.of(figures)));
    for (int agency = 0; agency < agencies; agency++) {
      rows.add(new FigureRow(Slice.AGENCY, "CQ-MAU-%05d".formatted(agency), full()));
    }
    return new StatedFigures(period, asOf, 42, ROOT, rows, List.of());
  }

  /** As large as a row can be. */
  private static Figures full() {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, 9_007_199_254_740_991L);
    }
    return Figures.of(figures);
  }

  static StatedFigures unbalanced(StatedFigures figures, UUID request) {
    return new StatedFigures(
        figures.period(),
        figures.asOf(),
        figures.size(),
        figures.root(),
        figures.rows(),
        List.of(request));
  }
}
