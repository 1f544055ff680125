package org.disclosureledger.service.request.command;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.request.content.ActKind;
import org.jspecify.annotations.Nullable;

/**
 * The second person agrees to what the first prepared; all is checked again against the state now.
 *
 * @param act kind of what stands open
 * @param prepared event id of the {@code <act>.prepared} that stands open
 * @param happenedAt when it happened, UTC; absent for now
 */
public record ApproveAct(UUID requestId, ActKind act, UUID prepared, @Nullable Instant happenedAt)
    implements RequestCommand {

  public ApproveAct {
    requestId = Form.required("requestId", requestId);
    act = Form.required("act", act);
    prepared = Form.required("prepared", prepared);
    happenedAt = Form.optionalInstant("happenedAt", happenedAt);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "ApproveAct[" + requestId + "]";
  }
}
