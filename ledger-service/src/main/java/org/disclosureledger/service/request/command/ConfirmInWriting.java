package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * Records that an oral emergency was confirmed in writing.
 *
 * @param documentDate date on the document, Asia/Ho_Chi_Minh, not in the future
 * @param digest SHA-256 of the document, 64 hexadecimal digits
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ConfirmInWriting(
    UUID requestId,
    @Nullable String documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable String digest,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public ConfirmInWriting {
    requestId = Form.required("requestId", requestId);
    documentNumber = Form.text("documentNumber", documentNumber);
    documentDate = Form.optionalDate("documentDate", documentDate);
    digest = Form.optionalDigest("digest", digest);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ConfirmInWriting[" + requestId + "]";
  }
}
