package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.jspecify.annotations.Nullable;

/**
 * Opens items again that had their answer; they and the authority are checked anew.
 *
 * @param items ordinals of answered items, at least one
 * @param reason required, except above secrecy Thường, where it is refused
 * @param document SHA-256 of the document that asks for it, 64 hexadecimal digits
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ReopenRequest(
    UUID requestId,
    List<Integer> items,
    @Nullable String reason,
    @Nullable String document,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public ReopenRequest {
    requestId = Form.required("requestId", requestId);
    items = RequestForm.itemOrdinals("items", items);
    reason = Form.text("reason", reason);
    document = Form.optionalDigest("document", document);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReopenRequest[" + requestId + "]";
  }
}
