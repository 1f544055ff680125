package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Records that the agency took its request back; what is open ends.
 *
 * @param reason reason or document must be given, except above secrecy Thường
 * @param document SHA-256 of the document that says so, 64 hexadecimal digits
 * @param happenedAt when it happened, UTC; absent for now
 */
public record CancelRequest(
    UUID requestId,
    @Nullable String reason,
    @Nullable String document,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public CancelRequest {
    requestId = Form.required("requestId", requestId);
    reason = Form.text("reason", reason);
    document = Form.optionalDigest("document", document);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "CancelRequest[" + requestId + "]";
  }
}
