package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.request.content.Given;
import org.jspecify.annotations.Nullable;

/**
 * The second person agrees to refuse; everything is checked again against the state now.
 *
 * @param prepared event id of the {@code refusal.prepared} that stands open
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ApproveRefusal(UUID requestId, UUID prepared, @Nullable Instant happenedAt)
    implements RequestCommand {

  public ApproveRefusal {
    requestId = Given.required("requestId", requestId);
    prepared = Given.required("prepared", prepared);
    happenedAt = Given.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ApproveRefusal[" + requestId + "]";
  }
}
