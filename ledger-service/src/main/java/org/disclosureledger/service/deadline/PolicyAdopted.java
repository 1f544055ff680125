package org.disclosureledger.service.deadline;

import java.util.List;

/** {@code policy.adopted}, stream {@code policy}: all rows that hold from now on. */
public record PolicyAdopted(List<PolicyRow> rows) {
  public static final int MAX_ROWS = 50;

  /**
   * @throws IllegalArgumentException when there are no rows, too many, or two of one id
   */
  public PolicyAdopted {
    rows = List.copyOf(rows);
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("a policy has 1 to " + MAX_ROWS + " rows");
    }
    if (rows.stream().map(PolicyRow::id).distinct().count() != rows.size()) {
      throw new IllegalArgumentException("a policy names each row once");
    }
  }
}
