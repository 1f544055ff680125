package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.request.content.Given;
import org.jspecify.annotations.Nullable;

/**
 * The second person does not agree to refuse.
 *
 * @param prepared event id of the {@code refusal.prepared} that stands open
 * @param reason required, except above secrecy Thường, where it is refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ReturnRefusal(
    UUID requestId, UUID prepared, @Nullable String reason, @Nullable Instant happenedAt)
    implements RequestCommand {

  public ReturnRefusal {
    requestId = Given.required("requestId", requestId);
    prepared = Given.required("prepared", prepared);
    reason = Given.text("reason", reason);
    happenedAt = Given.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReturnRefusal[" + requestId + "]";
  }
}
