package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestForm;
import org.jspecify.annotations.Nullable;

/**
 * Proposes to accept items of an emergency before its papers are complete.
 *
 * @param items each item once; items left out stay as they are
 * @param happenedAt when it happened, UTC; absent for now
 */
public record PrepareEmergency(UUID requestId, List<ItemScope> items, @Nullable Instant happenedAt)
    implements RequestCommand {

  public PrepareEmergency {
    requestId = Form.required("requestId", requestId);
    items = RequestForm.someItems(items);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "PrepareEmergency[" + requestId + "]";
  }
}
