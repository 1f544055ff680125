package org.disclosureledger.service.timer;

import java.time.Instant;

/** Sets timers in the caller's transaction. */
@FunctionalInterface
interface TimerClient {
  /** Once for each name, however often it is set. */
  void set(ConfirmationDue timer, Instant due);
}
