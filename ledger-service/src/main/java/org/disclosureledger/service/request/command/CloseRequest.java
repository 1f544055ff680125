package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Closes a request of which every item has its answer.
 *
 * @param happenedAt when it happened, UTC; absent for now
 */
public record CloseRequest(UUID requestId, @Nullable String reason, @Nullable Instant happenedAt)
    implements RequestCommand {

  public CloseRequest {
    requestId = Form.required("requestId", requestId);
    reason = Form.text("reason", reason);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "CloseRequest[" + requestId + "]";
  }
}
