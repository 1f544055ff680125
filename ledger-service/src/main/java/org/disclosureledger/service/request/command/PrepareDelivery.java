package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.vocabulary.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to hand over data for one or more approved items.
 *
 * @param channel the way it goes out
 * @param items each item once
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareDelivery(
    UUID requestId,
    Channel channel,
    @Nullable String recipient,
    List<Handover> items,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareDelivery {
    requestId = Form.required("requestId", requestId);
    channel = Form.required("channel", channel);
    recipient = Form.text("recipient", recipient);
    items = RequestForm.someItems(items);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareDelivery[" + requestId + "]";
  }
}
