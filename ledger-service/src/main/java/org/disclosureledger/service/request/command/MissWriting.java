package org.disclosureledger.service.request.command;

import java.util.UUID;
import org.disclosureledger.service.form.Form;

/**
 * Records, as the system, that a written confirmation did not come in time.
 *
 * @param deadline event id of the {@code deadline.set} that has passed
 */
public record MissWriting(UUID requestId, UUID deadline) implements RequestCommand {

  public MissWriting {
    requestId = Form.required("requestId", requestId);
    deadline = Form.required("deadline", deadline);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "MissWriting[" + requestId + "]";
  }
}
