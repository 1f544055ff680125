package org.disclosureledger.service.statistics;

import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;

/** What one part of a statement gives: figures in the order of its numbers. */
enum Measured {
  COHORT(SummedSql.COHORT.stream().map(SummedSql.Term::figure).toArray(Figure[]::new)),
  ITEMS(
      Figure.TARGETS,
      Figure.ITEMS,
      Figure.ITEMS_DISCLOSED,
      Figure.ITEMS_IN_FORCE,
      Figure.ITEMS_NO_DATA,
      Figure.ITEMS_REJECTED,
      Figure.ITEMS_CANCELLED,
      Figure.ITEMS_OPEN),
  PARTS(Figure.PARTS, Figure.PARTS_BEYOND),
  QUANTILES(
      Figure.GROSS_P50,
      Figure.GROSS_P90,
      Figure.GROSS_P95,
      Figure.GROSS_CORRECTED_P50,
      Figure.GROSS_CORRECTED_P90,
      Figure.GROSS_CORRECTED_P95,
      Figure.REPLY_P50,
      Figure.LAG_P50),
  NET(Figure.NET_P50, Figure.NET_P90, Figure.NET_P95),
  AGING(
      Figure.OPEN_AT_AS_OF,
      Figure.AGING_NO_DEADLINE,
      Figure.AGING_NOT_DUE,
      Figure.AGING_3H,
      Figure.AGING_24H,
      Figure.AGING_7D,
      Figure.AGING_OVER),
  UNREADABLE(Figure.UNREADABLE),
  BEFORE(Figure.OPEN_BEFORE),
  AFTER(Figure.OPEN_AFTER);

  private final List<Figure> figures;

  Measured(Figure... figures) {
    this.figures = List.of(figures);
  }

  List<Figure> figures() {
    return figures;
  }

  /**
   * @param at where the numbers of this part begin
   * @return where those of the next one do
   */
  int put(Long[] numbers, int at, Map<Figure, Long> into) {
    for (Figure figure : figures) {
      Long number = numbers[at];
      if (number != null) {
        into.put(figure, number);
      }
      at++;
    }
    return at;
  }
}
