package org.disclosureledger.service.timer;

import java.util.List;
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

/** Asks the domain, as the system, to count one request's due time again. */
final class RecountOne {
  private static final Logger log = LoggerFactory.getLogger(RecountOne.class);
  private static final Caller SYSTEM = new Caller("system", Actor.SYSTEM, ActorRole.SYSTEM);
  private static final int UNAVAILABLE = 503;
  private static final List<StreamId> RULES =
      List.of(new StreamId("policy"), new StreamId("calendar"));

  private final Supplier<CommandDispatcher> dispatcher;
  private final EntryStore store;

  RecountOne(Supplier<CommandDispatcher> dispatcher, EntryStore store) {
    this.dispatcher = dispatcher;
    this.store = store;
  }

  /** What came of it. */
  enum Outcome {
    MOVED,
    UNMOVED,
    /** It cannot be counted, as where the calendar ends. */
    KEPT
  }

  /** The last policy and the last calendar are what any recount counts by. */
  boolean isSuperseded(String ledger, UUID adoption) {
    return RULES.stream()
        .flatMap(stream -> store.latest(ledger, stream, 1).stream())
        .noneMatch(last -> last.header().id().equals(adoption));
  }

  /** Throws what nobody foresaw, of a refusal too. */
  Outcome count(String ledger, UUID request) {
    try {
      dispatcher.get().dispatch(ledger, new RecomputeDeadline(request), SYSTEM, null, null);
      return Outcome.MOVED;
    } catch (CommandRefused refused) {
      return switch (refused.rule()) {
        case RequestRule.DUE_UNCHANGED,
            RequestRule.NO_OPEN_ITEM,
            RequestRule.REQUEST_CLOSED,
            RequestRule.REOPENING_FIRST,
            RequestRule.PERSONAL_DATA_ERASED,
            AppendRefused.Rule.LEDGER_SUCCEEDED ->
            Outcome.UNMOVED;
        case DeadlineRule _ -> kept(request, refused);
        case RequestRule.STREAM_UNREADABLE -> kept(request, refused);
        default -> throw refused;
      };
    } catch (LedgerCorrupted corrupted) {
      return kept(request, corrupted);
    }
  }

  private static Outcome kept(UUID request, RuntimeException why) {
    log.warn("request {} keeps its due time: {}", request, why.getMessage());
    return Outcome.KEPT;
  }

  /** Whoever is busy is no matter of one request. */
  static boolean isBusy(RuntimeException failure) {
    return failure instanceof CommandRefused refused && refused.rule().status() == UNAVAILABLE;
  }

  /** Without the words of an exception, which may hold anything. */
  static String nameOf(RuntimeException failure) {
    return failure instanceof CommandRefused refused
        ? refused.rule().code()
        : failure.getClass().getName();
  }
}
