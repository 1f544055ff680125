package org.disclosureledger.service.erasure.event;

import java.util.List;
import java.util.Optional;

/** {@code retention.adopted}, stream {@code retention}: all rows that hold from now on. */
public record RetentionAdopted(List<RetentionRow> rows) {
  public static final int MAX_ROWS = 50;

  /**
   * @throws IllegalArgumentException when there are no rows, too many, or two of one id
   */
  public RetentionAdopted {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("retention rules have 1 to " + MAX_ROWS + " rows");
    }
    if (rows.stream().map(RetentionRow::id).distinct().count() != rows.size()) {
      throw new IllegalArgumentException("retention rules name each row once");
    }
  }

  public Optional<RetentionRow> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }
}
