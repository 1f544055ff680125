package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Urges, as a supervisor, an answer (đôn đốc).
 *
 * @param text required, except above secrecy Thường, where it is refused
 * @param answerBy by when, UTC
 * @param happenedAt when it happened, UTC; absent for now
 */
public record IssueReminder(
    UUID requestId, @Nullable String text, @Nullable Instant answerBy, @Nullable Instant happenedAt)
    implements RequestCommand {

  public IssueReminder {
    requestId = Form.required("requestId", requestId);
    text = Form.text("text", text);
    answerBy = Form.optionalInstant("answerBy", answerBy);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "IssueReminder[" + requestId + "]";
  }
}
