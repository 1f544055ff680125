package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.content.Given;
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
    requestId = Given.required("requestId", requestId);
    items = Given.itemOrdinals("items", items);
    reason = Given.text("reason", reason);
    document = Given.optionalDigest("document", document);
    happenedAt = Given.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReopenRequest[" + requestId + "]";
  }
}
