package org.disclosureledger.service.turnaround;

import org.disclosureledger.service.suppression.CountTable;

/** What the figures for publication are suppressed by, for who publishes the same elsewhere. */
public final class PublicTables {
  private PublicTables() {}

  public static CountTable of(Turnaround figures) {
    return PublicFigures.table(figures);
  }

  /** Figures of a half-year that say what the whole numbers say; all else is as if of none. */
  public static Turnaround figures(
      Turnaround.Received received,
      long open,
      Rate onTime,
      Rate original,
      Rate recorded,
      Rate papers) {
    Turnaround.Head head = new Turnaround.Head(412, null);
    return new Turnaround(
        "demo",
        PublicFiguresTest.HALF.to(),
        head,
        PublicFiguresTest.HALF.from(),
        PublicFiguresTest.HALF.to(),
        received,
        received,
        open,
        0,
        onTime,
        original,
        recorded,
        papers,
        papers);
  }

  public static Rate rate(long part, long whole) {
    return Rate.of(part, whole);
  }
}
