package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a timer does: it asks the domain, as the system, whether a confirmation was missed. The
 * domain says no where it came in time or is not owed any more; then the timer has done its work
 * too, as it has when another deadline took its place. Everything else is tried again, ever more
 * seldom.
 */
final class ConfirmationTask {
  private static final Logger log = LoggerFactory.getLogger(ConfirmationTask.class);
  private static final Caller SYSTEM = new Caller("system", Actor.SYSTEM, ActorRole.SYSTEM);

  private final Supplier<CommandDispatcher> dispatcher;
  private final AwaitedConfirmations awaited;

  ConfirmationTask(Supplier<CommandDispatcher> dispatcher, AwaitedConfirmations awaited) {
    this.dispatcher = dispatcher;
    this.awaited = awaited;
  }

  CustomTask<Void> task() {
    return Tasks.custom(ConfirmationDue.TASK, Void.class)
        .onFailure(RetryPause.afterFailure())
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
      return new CompletionHandler.OnCompleteRemove<>();
    } catch (CommandRefused refused) {
      return switch (refused.rule()) {
        // Not owed ends it too: whatever opens the request again sets a timer of its own.
        case RequestRule.WRITING_CONFIRMED,
            RequestRule.WRITING_MISSED,
            RequestRule.WRITING_NOT_NEEDED,
            RequestRule.PERSONAL_DATA_ERASED,
            // For ever.
            AppendRefused.Rule.LEDGER_SUCCEEDED ->
            new CompletionHandler.OnCompleteRemove<>();
        case RequestRule.WRITING_NOT_DUE -> early(timer);
        default -> throw refused;
      };
    }
  }

  /**
   * Either the ledger's clock is behind this machine's, or the deadline is not the one any more.
   */
  private CompletionHandler<Void> early(ConfirmationDue timer) {
    Optional<Instant> confirmBy =
        awaited
            .of(timer.ledger(), timer.request())
            .filter(waiting -> waiting.deadline().equals(timer.deadline()))
            .map(AwaitedConfirmations.Awaited::confirmBy);
    if (confirmBy.isEmpty()) {
      log.debug("request {}: another deadline took the place of this timer's", timer.request());
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return (complete, operations) ->
        operations.reschedule(
            complete,
            complete
                .getTimeDone()
                .plus(RetryPause.tooEarly(confirmBy.get(), complete.getTimeDone())));
  }
}
