package org.disclosureledger.service.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a computation of {@code schemas/REPORTS.md} gives.
 *
 * @param asOf T: what was recorded later does not count
 * @param size N, the entries that it rests on; 0 for an empty ledger
 * @param root of the tree of that size, base64; absent for an empty ledger
 * @param rows in the order of {@link FigureRow#ORDER}
 * @param unbalanced requests whose backlog does not add up, some of them
 */
public record StatedFigures(
    ReportingPeriod period,
    Instant asOf,
    long size,
    @Nullable String root,
    List<FigureRow> rows,
    List<UUID> unbalanced) {
  public StatedFigures {
    rows = List.copyOf(rows);
    unbalanced = List.copyOf(unbalanced);
  }

  /** The root for cells of spreadsheets, which take what begins with a plus sign for a formula. */
  public @Nullable String rootInCell() {
    return root == null ? null : "sha256:" + root;
  }

  /** The figures of all. */
  public Figures all() {
    return rows.stream()
        .filter(row -> row.slice() == Slice.ALL)
        .map(FigureRow::figures)
        .findFirst()
        .orElse(Figures.NONE);
  }
}
