package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to answer that there is no such data.
 *
 * @param items ordinals of approved items
 * @param search the search that was performed; required, except above secrecy Thường, where it is
 *     refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareNoData(
    UUID requestId, List<Integer> items, @Nullable String search, @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareNoData {
    requestId = Form.required("requestId", requestId);
    items = RequestForm.itemOrdinals("items", items);
    search = Form.text("search", search);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareNoData[" + requestId + "]";
  }
}
