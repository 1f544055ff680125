package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a later due time.
 *
 * @param due the new due time, UTC, after the present one
 * @param reason required, except above secrecy Thường, where it is refused
 * @param consent whether the agency agrees
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareExtension(
    UUID requestId,
    Instant due,
    @Nullable String reason,
    boolean consent,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareExtension {
    requestId = Form.required("requestId", requestId);
    due = Form.instant("due", due);
    reason = Form.text("reason", reason);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareExtension[" + requestId + "]";
  }
}
