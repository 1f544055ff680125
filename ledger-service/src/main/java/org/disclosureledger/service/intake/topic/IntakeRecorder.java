package org.disclosureledger.service.intake.topic;

import org.disclosureledger.service.envelope.RefusalRule;
import org.jspecify.annotations.Nullable;

/** Records what a message asks for, or says which rule refuses it for good. */
@FunctionalInterface
interface IntakeRecorder {
  /**
   * Returns once the request is committed, or was before.
   *
   * @param ledger name of a ledger that exists
   * @return the rule that refuses it, whenever it comes; {@code null} when it is recorded
   * @throws org.disclosureledger.service.envelope.CommandRefused when it may be recorded later
   */
  @Nullable RefusalRule record(String ledger, IntakeMessage message);
}
