package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.Instant;

/** How long a timer waits before it tries again: ever longer, but never for good. */
final class RetryPause {
  /** Between two tries after a failure, at most; an outage must not leave a timer asleep. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final Duration FIRST_FAILURE = Duration.ofSeconds(2);
  private static final Duration FIRST_EARLY = Duration.ofSeconds(1);

  private RetryPause() {}

  /** After a failure: 2 s, 4 s, 8 s, … up to {@link #LONGEST}. */
  static <T> FailureHandler<T> afterFailure() {
    return (ExecutionComplete complete, ExecutionOperations<T> operations) ->
        operations.reschedule(
            complete,
            complete
                .getTimeDone()
                .plus(afterFailures(complete.getExecution().consecutiveFailures + 1)));
  }

  /**
   * @param failures so far, from 1
   */
  static Duration afterFailures(int failures) {
    // Past the tenth doubling the cap holds anyway, and no shift overflows.
    return shorter(FIRST_FAILURE.multipliedBy(1L << Math.min(failures - 1, 10)));
  }

  /** Too early by the ledger's clock: as long again as it has been due by this machine's. */
  static Duration tooEarly(Instant due, Instant now) {
    Duration overdue = Duration.between(due, now);
    return overdue.compareTo(FIRST_EARLY) < 0 ? FIRST_EARLY : shorter(overdue);
  }

  private static Duration shorter(Duration pause) {
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
