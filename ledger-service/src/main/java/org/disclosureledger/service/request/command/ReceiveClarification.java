package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
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
    requestId = Form.required("requestId", requestId);
    asked = Form.required("asked", asked);
    outcome = Form.required("outcome", outcome);
    answer = Form.text("answer", answer);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReceiveClarification[" + requestId + "]";
  }
}
