package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What failed while the others were counted again is tried again by itself, ever more seldom; when
 * it stays so somebody is told, and after a day it is left as it is.
 */
final class LateRecountTask {
  /** After 2 + 4 + … + 128 s. */
  static final int TOLD_AFTER = 8;

  /** Another day's, every ten minutes. */
  static final int MOST_TRIES = TOLD_AFTER + 2 + 144;

  /** While the ledger takes nothing: no failure of the request, and no try. */
  static final Duration BUSY = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(LateRecountTask.class);

  /** Tells people of a request that keeps its due time for a reason that nobody foresaw. */
  @FunctionalInterface
  interface Told {
    /** Once, however often it is said. */
    void of(String ledger, UUID request, UUID adoption);
  }

  private final RecountOne one;
  private final Told told;
  private final Counter stays;

  /**
   * @param stays counts requests of which somebody was told
   */
  LateRecountTask(RecountOne one, Told told, Counter stays) {
    this.one = one;
    this.told = told;
    this.stays = stays;
  }

  /**
   * How often it has failed stands in its data: what the scheduler counts begins anew whenever the
   * ledger was busy.
   */
  CustomTask<Integer> task() {
    return Tasks.custom(LateRecount.TASK, Integer.class)
        .onFailure(RetryPause.afterFailure())
        .onDeadExecutionRevive()
        .execute((instance, context) ->
            run(instance.getId(), Objects.requireNonNullElse(instance.getData(), 0) + 1));
  }

  /** Forgets what came of one. */
  static CustomTask<Void> done() {
    return Tasks.custom(LateRecount.DONE, Void.class)
        .execute((instance, context) -> new CompletionHandler.OnCompleteRemove<>());
  }

  private CompletionHandler<Integer> run(String instance, int tries) {
    Optional<LateRecount> parsed = LateRecount.parse(instance);
    if (parsed.isEmpty()) {
      log.error("a late recount of an unknown form is dropped");
      return new CompletionHandler.OnCompleteRemove<>();
    }
    LateRecount late = parsed.get();
    if (one.isSuperseded(late.ledger(), late.adoption())) {
      return new CompletionHandler.OnCompleteRemove<>();
    }
    try {
      return done(late, one.count(late.ledger(), late.request()));
    } catch (RuntimeException failure) {
      if (RecountOne.isBusy(failure)) {
        return (complete, operations) ->
            operations.reschedule(complete, complete.getTimeDone().plus(BUSY));
      }
      if (tries >= TOLD_AFTER) {
        tell(late, tries, failure);
      }
      if (tries >= MOST_TRIES) {
        return done(late, RecountOne.Outcome.KEPT);
      }
      log.warn(
          "ledger {}: request {} is counted again later: {}",
          late.ledger(),
          late.request(),
          RecountOne.nameOf(failure));
      return (complete, operations) ->
          operations.reschedule(
              complete, complete.getTimeDone().plus(RetryPause.afterFailures(tries)), tries);
    }
  }

  /** The alarm first; whom the list of alerts could not tell it tells at the next try. */
  private void tell(LateRecount late, int tries, RuntimeException failure) {
    if (tries == TOLD_AFTER) {
      stays.increment();
      log.error(
          "ALARM, ledger {}: request {} keeps its due time for a reason that nobody foresaw: {}",
          late.ledger(),
          late.request(),
          RecountOne.nameOf(failure));
    }
    try {
      told.of(late.ledger(), late.request(), late.adoption());
    } catch (RuntimeException untold) {
      log.error(
          "ledger {}: no alert says yet that request {} keeps its due time: {}",
          late.ledger(),
          late.request(),
          untold.getClass().getName());
    }
  }

  private static CompletionHandler<Integer> done(LateRecount late, RecountOne.Outcome outcome) {
    return (complete, operations) ->
        operations.removeAndScheduleNew(
            SchedulableInstance.of(
                new TaskInstance<Void>(LateRecount.DONE, late.done(outcome).instance()),
                complete.getTimeDone().plus(RecountTask.KNOWN_FOR)));
  }
}
