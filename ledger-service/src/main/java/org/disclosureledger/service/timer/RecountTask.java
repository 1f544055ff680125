package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After another policy or calendar: asks the domain, as the system, to count the due time of each
 * open request again, some at a time, so that confirmations that fall due meanwhile do not wait. A
 * batch that was cut off is done again, and moves nothing twice.
 */
final class RecountTask {
  static final int BATCH = 50;

  private static final Logger log = LoggerFactory.getLogger(RecountTask.class);

  /** How long it is known what came of a recount. */
  static final Duration KNOWN_FOR = Duration.ofDays(90);

  /** Where all requests of a batch fail it is rather something else; so often it is all tried. */
  static final int OUTAGE = 5;

  private static final Duration GLANCE = Duration.ofSeconds(1);

  /** The open requests of a ledger, as far as a projection has come. */
  interface Open {
    /** Position of the last event that it has taken. */
    long applied(String ledger);

    /** The next of them, in one order; none at the end. */
    List<UUID> after(Recount recount, int limit);
  }

  private final RecountOne one;
  private final Open open;

  RecountTask(RecountOne one, Open open) {
    this.one = one;
    this.open = open;
  }

  CustomTask<Void> task() {
    return Tasks.custom(Recount.TASK, Void.class)
        .onFailure(RetryPause.afterFailure())
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(instance.getId(), context));
  }

  /** Forgets what came of one. */
  static CustomTask<Void> done() {
    return Tasks.custom(Recount.DONE, Void.class)
        .execute((instance, context) -> new CompletionHandler.OnCompleteRemove<>());
  }

  private CompletionHandler<Void> run(String instance, ExecutionContext context) {
    Optional<Recount> recount = Recount.parse(instance);
    if (recount.isEmpty()) {
      log.error("a recount of an unknown form is dropped");
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return batch(recount.get(), context);
  }

  private CompletionHandler<Void> batch(Recount before, ExecutionContext context) {
    if (one.isSuperseded(before.ledger(), before.adoption())) {
      log.info("due times of {}: another adoption counts them again", before.ledger());
      return new CompletionHandler.OnCompleteRemove<>();
    }
    if (open.applied(before.ledger()) < before.position()) {
      // A request that was recorded just before might be left out.
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(GLANCE));
    }
    List<UUID> requests = open.after(before, BATCH);
    Map<UUID, RuntimeException> failed = new LinkedHashMap<>();
    Recount after = before;
    for (UUID request : requests) {
      try {
        after = count(after, request, failed);
      } catch (CommandRefused busy) {
        if (after.counted() == before.counted()) {
          throw busy;
        }
        // What has moved by now is not to be counted as unmoved another time.
        later(before, failed, context);
        return next(Recount.TASK, after, LateRecountTask.BUSY);
      }
    }
    boolean all = failed.size() > 1 && failed.size() == requests.size();
    if (all && context.getExecution().consecutiveFailures < OUTAGE) {
      throw failed.values().iterator().next();
    }
    later(before, failed, context);
    boolean more = requests.size() == BATCH;
    log.info(
        "due times of {}: {} open requests counted again, {} moved, {} could not be counted{}",
        after.ledger(),
        after.counted(),
        after.moved(),
        after.kept(),
        more ? "; to be continued" : "");
    return next(more ? Recount.TASK : Recount.DONE, after, more ? Duration.ZERO : KNOWN_FOR);
  }

  private static CompletionHandler<Void> next(String task, Recount recount, Duration later) {
    return (complete, operations) ->
        operations.removeAndScheduleNew(
            SchedulableInstance.of(
                new TaskInstance<Void>(task, recount.instance()),
                complete.getTimeDone().plus(later)));
  }

  /** What fails without being refused, or for a reason that nobody foresaw, keeps no other back. */
  private Recount count(Recount before, UUID request, Map<UUID, RuntimeException> failed) {
    try {
      return switch (one.count(before.ledger(), request)) {
        case MOVED -> before.moved(request);
        case UNMOVED -> before.unmoved(request);
        case KEPT -> before.kept(request);
      };
    } catch (RuntimeException failure) {
      if (RecountOne.isBusy(failure)) {
        throw failure;
      }
      failed.put(request, failure);
      // Whether it moves is counted by its own task.
      return before.unmoved(request);
    }
  }

  /** One line of a reason and a batch, for what fails for one request may fail for all. */
  private static void later(
      Recount recount, Map<UUID, RuntimeException> failed, ExecutionContext context) {
    Set<String> said = new HashSet<>();
    failed.forEach((request, failure) -> {
      if (said.add(RecountOne.nameOf(failure))) {
        log.error(
            "ledger {}: the due time of request {} is counted again later, for now it failed: {}",
            recount.ledger(),
            request,
            RecountOne.nameOf(failure));
      }
      context
          .getSchedulerClient()
          .scheduleIfNotExists(
              new TaskInstance<Integer>(
                  LateRecount.TASK, LateRecount.begin(recount, request).instance()),
              context.getExecution().getExecutionTime());
    });
  }
}
