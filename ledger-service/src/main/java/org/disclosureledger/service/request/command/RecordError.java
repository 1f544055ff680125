package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.RequestForm;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Records an error made in answering, found by whoever found it.
 *
 * @param event event id of the entry in which it was made
 * @param items ordinals of the items concerned
 * @param severity REPORTABLE when the entry is one of a delivery that went out, RECORDABLE when
 *     none of the items was handed over or the entry only proposed a delivery; else as it was
 * @param description required, except above secrecy Thường, where it is refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record RecordError(
    UUID requestId,
    UUID event,
    List<Integer> items,
    ErrorCause cause,
    ErrorSeverity severity,
    @Nullable String description,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public RecordError {
    requestId = Form.required("requestId", requestId);
    event = Form.required("event", event);
    items = RequestForm.itemOrdinals("items", items);
    cause = Form.required("cause", cause);
    severity = Form.required("severity", severity);
    description = Form.text("description", description);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "RecordError[" + requestId + "]";
  }
}
