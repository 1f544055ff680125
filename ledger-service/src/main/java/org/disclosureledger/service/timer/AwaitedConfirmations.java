package org.disclosureledger.service.timer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which written confirmations are still awaited, as far as the timers' projection has come. */
@FunctionalInterface
interface AwaitedConfirmations {
  /**
   * What one request still waits for.
   *
   * @param deadline event id of the last {@code deadline.set} for it
   * @param confirmBy UTC
   */
  record Awaited(UUID deadline, Instant confirmBy) {}

  /** Empty once it was confirmed or missed, or when the last deadline names no time. */
  Optional<Awaited> of(String ledger, UUID request);
}
