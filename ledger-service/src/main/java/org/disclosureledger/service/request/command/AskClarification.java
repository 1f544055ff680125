package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Asks the agency what it means; the service clock stands still until it says.
 *
 * @param question required, except above secrecy Thường, where it is refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record AskClarification(
    UUID requestId, @Nullable String question, @Nullable Instant happenedAt)
    implements RequestCommand {

  public AskClarification {
    requestId = Form.required("requestId", requestId);
    question = Form.text("question", question);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "AskClarification[" + requestId + "]";
  }
}
