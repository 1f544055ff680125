package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to refuse items, or the request.
 *
 * @param items ordinals of the items; empty for every one that is still open
 * @param grounds at least one
 * @param reason required, except above secrecy Thường, where it is refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareRefusal(
    UUID requestId,
    List<Integer> items,
    List<RefusalGround> grounds,
    @Nullable String reason,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareRefusal {
    requestId = Form.required("requestId", requestId);
    items = RequestForm.itemOrdinals("items", items);
    grounds = RequestForm.grounds(grounds);
    reason = Form.text("reason", reason);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareRefusal[" + requestId + "]";
  }
}
