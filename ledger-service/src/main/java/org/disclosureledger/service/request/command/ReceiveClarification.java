package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.request.content.Given;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Records what the agency said, or that the question was withdrawn.
 *
 * @param asked event id of the {@code clarification.asked}
 * @param answer what the agency said
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ReceiveClarification(
    UUID requestId,
    UUID asked,
    ClarificationOutcome outcome,
    @Nullable String answer,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public ReceiveClarification {
    requestId = Given.required("requestId", requestId);
    asked = Given.required("asked", asked);
    outcome = Given.required("outcome", outcome);
    answer = Given.text("answer", answer);
    happenedAt = Given.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReceiveClarification[" + requestId + "]";
  }
}
