package org.disclosureledger.service.storm;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process will do, with a deadline. */
final class Awaiting {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(20);

  private Awaiting() {}

  /** Something that is so or not yet so. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  static void until(String what, Condition condition) {
    until(PATIENCE, what, condition);
  }

  /** The same of what takes longer. */
  static void until(Duration patience, String what, Condition condition) {
    Instant deadline = Instant.now().plus(patience);
    while (!holds(what, condition)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("not after " + patience + ": " + what);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private static boolean holds(String what, Condition condition) {
    try {
      return condition.holds();
    } catch (Exception e) {
      throw new AssertionError(what, e);
    }
  }
}
