package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.intake.Caller;
import org.disclosureledger.service.intake.CommandDispatcher;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.content.RequestRule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a timer does: it asks the domain, as the system, whether a confirmation was missed. The
 * domain says no where it came in time or is not needed any more; then the timer has done its work
 * too. Everything else is tried again.
 */
final class ConfirmationTask {
  private static final Logger log = LoggerFactory.getLogger(ConfirmationTask.class);
  private static final Caller SYSTEM = new Caller("system", Actor.SYSTEM, ActorRole.SYSTEM);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration NOT_NEEDED = Duration.ofDays(1);
  private static final Duration EARLY = Duration.ofSeconds(1);

  private final Supplier<CommandDispatcher> dispatcher;

  ConfirmationTask(Supplier<CommandDispatcher> dispatcher) {
    this.dispatcher = dispatcher;
  }

  CustomTask<Void> task() {
    return Tasks.custom(ConfirmationDue.TASK, Void.class)
        .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY, 2))
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(instance.getId()));
  }

  private CompletionHandler<Void> run(String instance) {
    Optional<ConfirmationDue> timer = ConfirmationDue.parse(instance);
    if (timer.isEmpty()) {
      log.error("timer of an unknown form is dropped");
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return miss(timer.get());
  }

  private CompletionHandler<Void> miss(ConfirmationDue timer) {
    MissWriting command = new MissWriting(timer.request(), timer.deadline());
    try {
      dispatcher.get().dispatch(timer.ledger(), command, SYSTEM, null, null);
    } catch (CommandRefused refused) {
      if (refused.rule() == RequestRule.WRITING_NOT_DUE) {
        // The ledger's clock is a little behind this machine's.
        return (complete, operations) -> operations.reschedule(complete, Instant.now().plus(EARLY));
      }
      if (refused.rule() == RequestRule.WRITING_NOT_NEEDED) {
        // It may be needed again: a cancelled request can be reopened.
        return (complete, operations) ->
            operations.reschedule(complete, Instant.now().plus(NOT_NEEDED));
      }
      log.debug("request {}: {}", timer.request(), refused.rule().code());
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }
}
