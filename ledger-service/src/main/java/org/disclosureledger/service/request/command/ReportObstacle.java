package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.jspecify.annotations.Nullable;

/**
 * Tells the supervisors what stands in the way of an answer (vướng mắc).
 *
 * @param items ordinals of the items concerned; empty for all that are open
 * @param reason required, except above secrecy Thường, where it is refused
 * @param expectedAt when the answer is expected, UTC
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ReportObstacle(
    UUID requestId,
    List<Integer> items,
    @Nullable String reason,
    @Nullable Instant expectedAt,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public ReportObstacle {
    requestId = Form.required("requestId", requestId);
    items = RequestForm.itemOrdinals("items", items);
    reason = Form.text("reason", reason);
    expectedAt = Form.optionalInstant("expectedAt", expectedAt);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReportObstacle[" + requestId + "]";
  }
}
