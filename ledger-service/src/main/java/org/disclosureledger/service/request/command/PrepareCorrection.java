package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to correct what an entry says; the entry stays.
 *
 * @param corrects event id of the entry, in this stream
 * @param cause absent where none of them is meant
 * @param reason required, except above secrecy Thường, now or as corrected, where it is refused
 * @param statement what is right, in words; needed where there are no changes
 * @param changes only when the entry is the {@code request.recorded}
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareCorrection(
    UUID requestId,
    UUID corrects,
    @Nullable ErrorCause cause,
    ErrorSeverity severity,
    @Nullable String reason,
    @Nullable String statement,
    @Nullable Changes changes,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareCorrection {
    requestId = Form.required("requestId", requestId);
    corrects = Form.required("corrects", corrects);
    severity = Form.required("severity", severity);
    reason = Form.text("reason", reason);
    statement = Form.text("statement", statement);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareCorrection[" + requestId + "]";
  }
}
