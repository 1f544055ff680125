package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Records that a delivery arrived, or that it did not.
 *
 * @param delivery event id of the {@code delivery.dispatched}
 * @param signer who signed for it
 * @param minutes SHA-256 of the minutes (biên bản), 64 hexadecimal digits
 * @param happenedAt when it happened, UTC; absent for now
 */
public record RecordReceipt(
    UUID requestId,
    UUID delivery,
    ReceiptOutcome outcome,
    @Nullable String signer,
    @Nullable String minutes,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public RecordReceipt {
    requestId = Form.required("requestId", requestId);
    delivery = Form.required("delivery", delivery);
    outcome = Form.required("outcome", outcome);
    signer = Form.text("signer", signer);
    minutes = Form.optionalDigest("minutes", minutes);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordReceipt[" + requestId + "]";
  }
}
