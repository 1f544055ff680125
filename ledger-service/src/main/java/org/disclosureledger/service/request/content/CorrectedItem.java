package org.disclosureledger.service.request.content;

/**
 * One item as it should have been recorded, in full.
 *
 * @param ordinal of the item, from 1; the next one after the last adds an item
 */
public record CorrectedItem(int ordinal, RequestedItem item) {

  public CorrectedItem {
    Given.ordinal("ordinal", ordinal);
    item = Given.required("item", item);
  }
}
