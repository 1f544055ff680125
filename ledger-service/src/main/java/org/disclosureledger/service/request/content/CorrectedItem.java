package org.disclosureledger.service.request.content;

import org.disclosureledger.service.form.Form;

/**
 * One item as it should have been recorded, in full.
 *
 * @param ordinal of the item, from 1; the next one after the last adds an item
 */
public record CorrectedItem(int ordinal, RequestedItem item) {

  public CorrectedItem {
    RequestForm.ordinal("ordinal", ordinal);
    item = Form.required("item", item);
  }
}
