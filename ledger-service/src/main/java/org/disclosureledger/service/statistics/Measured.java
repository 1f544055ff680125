package org.disclosureledger.service.statistics;

import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.Figure;

/** What one part of the statement gives: figures in the order of its numbers. */
enum Measured {
  COHORT(
      Figure.RECEIVED,
      Figure.ANSWERED,
      Figure.CANCELLED,
      Figure.OPEN,
      Figure.NO_DEADLINE,
      Figure.EMERGENCIES,
      Figure.REFUTED,
      Figure.GROSS_MILLIS,
      Figure.PAUSED_MILLIS,
      Figure.NET_COUNTED,
      Figure.REPLIED,
      Figure.FULL,
      Figure.PARTIAL,
      Figure.NONE,
      Figure.REFUSED,
      Figure.RECEIVED_CORRECTED,
      Figure.OPEN_CORRECTED,
      Figure.DUE,
      Figure.ON_TIME,
      Figure.ON_TIME_RECORDED,
      Figure.DUE_ORIGINAL,
      Figure.ON_TIME_ORIGINAL,
      Figure.RECORDED,
      Figure.LAG_OVER_HOUR,
      Figure.OPENED,
      Figure.REOPENED,
      Figure.CLOSED,
      Figure.PAPERS,
      Figure.PAPERS_IN_TIME,
      Figure.PAPERS_CLAIMED,
      Figure.ERRORS_REPORTABLE,
      Figure.ERRORS_RECORDABLE,
      Figure.GROSS_P50,
      Figure.GROSS_P90,
      Figure.GROSS_P95,
      Figure.GROSS_CORRECTED_P50,
      Figure.GROSS_CORRECTED_P90,
      Figure.GROSS_CORRECTED_P95,
      Figure.REPLY_P50,
      Figure.LAG_P50,
      Figure.LAG_MAX,
      Figure.NET_P50,
      Figure.NET_P90,
      Figure.NET_P95),
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

  void put(Long[] numbers, Map<Figure, Long> into) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] != null) {
        into.put(figures.get(i), numbers[i]);
      }
    }
  }
}
