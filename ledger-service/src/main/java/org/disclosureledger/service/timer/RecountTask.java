package org.disclosureledger.service.timer;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerCorrupted;
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
  private static final Caller SYSTEM = new Caller("system", Actor.SYSTEM, ActorRole.SYSTEM);
  private static final int TOO_LARGE = 413;
  private static final int UNAVAILABLE = 503;
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final Duration KNOWN_FOR = Duration.ofDays(90);
  private static final List<StreamId> RULES =
      List.of(new StreamId("policy"), new StreamId("calendar"));

  /** The open requests of a ledger, as far as a projection has come. */
  interface Open {
    /** Position of the last event that it has taken. */
    long applied(String ledger);

    /** The next of them, in one order; none at the end. */
    List<UUID> after(Recount recount, int limit);
  }

  private final Supplier<CommandDispatcher> dispatcher;
  private final EntryStore store;
  private final Open open;
  private final Counter refused;

  /**
   * @param refused counts requests that are left as they are for a reason that nobody foresaw
   */
  RecountTask(
      Supplier<CommandDispatcher> dispatcher, EntryStore store, Open open, Counter refused) {
    this.dispatcher = dispatcher;
    this.store = store;
    this.open = open;
    this.refused = refused;
  }

  CustomTask<Void> task() {
    return Tasks.custom(Recount.TASK, Void.class)
        .onFailure(RetryPause.afterFailure())
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(instance.getId()));
  }

  /** Forgets what came of one. */
  static CustomTask<Void> done() {
    return Tasks.custom(Recount.DONE, Void.class)
        .execute((instance, context) -> new CompletionHandler.OnCompleteRemove<>());
  }

  private CompletionHandler<Void> run(String instance) {
    Optional<Recount> recount = Recount.parse(instance);
    if (recount.isEmpty()) {
      log.error("a recount of an unknown form is dropped");
      return new CompletionHandler.OnCompleteRemove<>();
    }
    return batch(recount.get());
  }

  private CompletionHandler<Void> batch(Recount before) {
    if (isSuperseded(before)) {
      log.info("due times of {}: another adoption counts them again", before.ledger());
      return new CompletionHandler.OnCompleteRemove<>();
    }
    if (open.applied(before.ledger()) < before.position()) {
      // A request that was recorded just before might be left out.
      return (complete, operations) ->
          operations.reschedule(complete, complete.getTimeDone().plus(GLANCE));
    }
    List<UUID> requests = open.after(before, BATCH);
    Recount after = before;
    Set<String> alarmed = new HashSet<>();
    for (UUID request : requests) {
      after = count(after, request, alarmed);
    }
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

  /** The last policy and the last calendar are what any of them counts by. */
  private boolean isSuperseded(Recount recount) {
    return RULES.stream()
        .flatMap(stream -> store.latest(recount.ledger(), stream, 1).stream())
        .noneMatch(last -> last.header().id().equals(recount.adoption()));
  }

  private Recount count(Recount before, UUID request, Set<String> alarmed) {
    try {
      dispatcher
          .get()
          .dispatch(before.ledger(), new RecomputeDeadline(request), SYSTEM, null, null);
      return before.moved(request);
    } catch (CommandRefused refused) {
      return switch (refused.rule()) {
        case RequestRule.DUE_UNCHANGED,
            RequestRule.NO_OPEN_ITEM,
            RequestRule.REQUEST_CLOSED,
            RequestRule.REOPENING_FIRST,
            RequestRule.PERSONAL_DATA_ERASED ->
            before.unmoved(request);
        case DeadlineRule _ -> kept(before, request, refused);
        case RequestRule.STREAM_UNREADABLE -> kept(before, request, refused);
        case AppendRefused.Rule rule when rule.status() != TOO_LARGE -> throw refused;
        default -> refused(before, request, refused, alarmed);
      };
    } catch (LedgerCorrupted corrupted) {
      return kept(before, request, corrupted);
    }
  }

  /**
   * One request keeps no other from being counted; whoever is busy is asked again. The alarm is one
   * of a rule and a batch, for what refuses one request may refuse all.
   */
  private Recount refused(Recount before, UUID request, CommandRefused why, Set<String> alarmed) {
    if (why.rule().status() == UNAVAILABLE) {
      throw why;
    }
    refused.increment();
    if (alarmed.add(why.rule().code())) {
      log.error(
          "ALARM, ledger {}: request {} keeps its due time for a reason that nobody foresaw: {}",
          before.ledger(),
          request,
          why.rule().code());
    }
    return before.kept(request);
  }

  private static Recount kept(Recount before, UUID request, RuntimeException why) {
    log.warn("request {} keeps its due time: {}", request, why.getMessage());
    return before.kept(request);
  }
}
