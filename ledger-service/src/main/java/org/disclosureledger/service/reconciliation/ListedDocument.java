package org.disclosureledger.service.reconciliation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of an agency's list.
 *
 * @param row the header being 1, as a spreadsheet counts
 * @param number as written, NFC; absent if the cell is empty
 * @param date on the document; absent if the cell is empty
 */
public record ListedDocument(
    int row, @Nullable String number, @Nullable LocalDate date, ReceivedTime received) {

  /** Without the values: the number is the agency's. */
  @Override
  public String toString() {
    return "ListedDocument[row " + row + "]";
  }
}
