package org.disclosureledger.service.request.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;

/** Counts, as the system, the answer's due time again by the policy and calendar that hold now. */
public record RecomputeDeadline(UUID requestId) implements RequestCommand {

  public RecomputeDeadline {
    requestId = Form.required("requestId", requestId);
  }
}
