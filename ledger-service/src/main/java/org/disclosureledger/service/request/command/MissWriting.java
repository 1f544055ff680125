package org.disclosureledger.service.request.command;

import java.util.UUID;
import org.disclosureledger.service.request.content.Given;

/**
 * Records, as the system, that a written confirmation did not come in time.
 *
 * @param deadline event id of the {@code deadline.set} that has passed
 */
public record MissWriting(UUID requestId, UUID deadline) implements RequestCommand {

  public MissWriting {
    requestId = Given.required("requestId", requestId);
    deadline = Given.required("deadline", deadline);
  }

  /** Without the values: commands hold personal data in clear. */
  @Override
  public String toString() {
    return "MissWriting[" + requestId + "]";
  }
}
