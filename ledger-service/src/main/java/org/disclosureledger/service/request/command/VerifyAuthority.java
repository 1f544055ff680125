package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Records how the authority of a request was checked, and what came of it.
 *
 * @param contact random id of the contact, in our own agency register, that was asked
 * @param happenedAt when it happened, UTC; absent for now
 */
public record VerifyAuthority(
    UUID requestId,
    VerificationMethod method,
    @Nullable UUID contact,
    VerificationOutcome outcome,
    @Nullable String note,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public VerifyAuthority {
    requestId = Form.required("requestId", requestId);
    method = Form.required("method", method);
    outcome = Form.required("outcome", outcome);
    note = Form.text("note", note);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "VerifyAuthority[" + requestId + "]";
  }
}
