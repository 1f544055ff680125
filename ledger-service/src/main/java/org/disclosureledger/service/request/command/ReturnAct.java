package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * The second person sends back what the first prepared.
 *
 * @param act kind of what stands open
 * @param prepared event id of the {@code <act>.prepared} that stands open
 * @param reason required, except above secrecy Thường, where it is refused
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ReturnAct(
    UUID requestId,
    ActKind act,
    UUID prepared,
    @Nullable String reason,
    @Nullable Instant happenedAt)
    implements RequestCommand {

  public ReturnAct {
    requestId = Form.required("requestId", requestId);
    act = Form.required("act", act);
    prepared = Form.required("prepared", prepared);
    reason = Form.text("reason", reason);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ReturnAct[" + requestId + "]";
  }
}
