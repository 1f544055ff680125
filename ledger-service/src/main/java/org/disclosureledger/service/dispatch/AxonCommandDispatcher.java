package org.disclosureledger.service.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.envelope.UnknownLedger;
import org.disclosureledger.service.sealing.AlreadyAppended;
import org.disclosureledger.service.sealing.AnswerStore;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.AppendResult;
import org.disclosureledger.service.sealing.AppendSlot;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.IdempotencyRecord;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.StreamReads;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Commands in, acknowledgements out (ARCHITECTURE §2 step 1): the idempotency key is looked up
 * before the aggregate loads, again when the domain refuses, and by the appender under its lock. A
 * decision on other streams that have moved meanwhile is made again, a few times.
 */
@Component
public class AxonCommandDispatcher implements CommandDispatcher {
  /** How often a command is decided before its caller is told to try again. */
  static final int DECISIONS = 3;

  /** The same of what is recorded about looking at a request. */
  static final int ACCESS_DECISIONS = 5;

  private final LedgerDirectory directory;
  private final EntryStore store;
  private final AnswerStore answers;
  private final LedgerClock clock;
  private final EventIds ids;
  private final LookupHmac hmac;
  private final CommandMessages messages;
  private final CommandGateway gateway;

  AxonCommandDispatcher(
      LedgerDirectory directory,
      EntryStore store,
      AnswerStore answers,
      LedgerClock clock,
      EventIds ids,
      LookupHmac hmac,
      CommandMessages messages,
      CommandGateway gateway) {
    this.directory = directory;
    this.store = store;
    this.answers = answers;
    this.clock = clock;
    this.ids = ids;
    this.hmac = hmac;
    this.messages = messages;
    this.gateway = gateway;
  }

  @Override
  public Acknowledgement dispatchUnlessDone(
      String ledgerName,
      Supplier<? extends LedgerCommand> command,
      Caller caller,
      @Nullable Idempotency idempotency,
      @Nullable Long expectedSequence) {
    LedgerDescription ledger =
        directory.find(ledgerName).orElseThrow(() -> new UnknownLedger(ledgerName));
    IdempotencyRecord record = idempotency == null ? null : record(ledger, idempotency);
    Optional<AppendResult> earlier = earlier(ledger, record);
    if (earlier.isPresent()) {
      return acknowledge(ledger, earlier.get());
    }
    try {
      return acknowledge(ledger, decided(ledger, command.get(), caller, record, expectedSequence));
    } catch (AlreadyAppended repeated) {
      return acknowledge(ledger, repeated.result());
    } catch (CommandRefused refused) {
      // The command may have been done meanwhile: then the refusal is but its own echo.
      return earlier(ledger, record)
          .map(result -> acknowledge(ledger, result))
          .orElseThrow(() -> refused);
    }
  }

  private AppendResult decided(
      LedgerDescription ledger,
      LedgerCommand command,
      Caller caller,
      @Nullable IdempotencyRecord record,
      @Nullable Long expectedSequence) {
    notWhileItIsWritten(ledger, command);
    for (int decision = 1; ; decision++) {
      try {
        return append(ledger, command, caller, record, expectedSequence);
      } catch (AppendRefused refused) {
        if (!again(command, refused.rule(), decision)) {
          throw refused;
        }
      }
    }
  }

  /** In the simulated time months may pass before anything could be counted again. */
  private void notWhileItIsWritten(LedgerDescription ledger, LedgerCommand command) {
    boolean adoption = command instanceof AdoptPolicy || command instanceof ImportCalendar;
    if (adoption && clock.isSimulated(ledger.name())) {
      throw new CommandRefused(DeadlineRule.SAMPLE_UNFINISHED, "ledger " + ledger.name());
    }
  }

  /** Who reads a request moves its access stream all the time, and contradicts nobody by that. */
  private static boolean again(LedgerCommand command, RefusalRule rule, int decision) {
    boolean access = command.stream().value().startsWith("access/");
    return decision < (access ? ACCESS_DECISIONS : DECISIONS)
        && (rule == AppendRefused.Rule.DECISION_STALE
            || (access && rule == AppendRefused.Rule.STREAM_CONFLICT));
  }

  private AppendResult append(
      LedgerDescription ledger,
      LedgerCommand command,
      Caller caller,
      @Nullable IdempotencyRecord record,
      @Nullable Long expectedSequence) {
    StreamReads reads = new StreamReads(store, ledger.name());
    AppendSlot slot = new AppendSlot(ledger, record, reads);
    gateway.sendAndWait(
        messages.of(command, context(ledger, caller), expectedSequence, reads),
        MetaData.with(AppendSlot.KEY, slot));
    AppendResult result = slot.result();
    if (result == null) {
      throw new IllegalStateException("an accepted command appended nothing");
    }
    return result;
  }

  private CommandContext context(LedgerDescription ledger, Caller caller) {
    return caller.context(ledger.name(), clock, ids);
  }

  private IdempotencyRecord record(LedgerDescription ledger, Idempotency idempotency) {
    byte[] scope = ledger.id().toString().getBytes(StandardCharsets.US_ASCII);
    return new IdempotencyRecord(
        idempotency.client(),
        hmac.of("idempotency-key", scope, idempotency.key().getBytes(StandardCharsets.US_ASCII)),
        hmac.of("command", scope, idempotency.commandBytes()));
  }

  private Optional<AppendResult> earlier(
      LedgerDescription ledger, @Nullable IdempotencyRecord record) {
    if (record == null) {
      return Optional.empty();
    }
    Optional<AnswerStore.Answer> answer =
        answers.find(ledger.id(), record.client(), record.keyHmac());
    if (answer.isPresent() && !Arrays.equals(answer.get().commandHmac(), record.commandHmac())) {
      throw new AppendRefused(
          AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED, "first used for another command");
    }
    return answer.map(AnswerStore.Answer::result);
  }

  private Acknowledgement acknowledge(LedgerDescription ledger, AppendResult result) {
    AppendResult.FirstEntry first = result.first().orElseGet(() -> firstEntry(ledger, result));
    return new Acknowledgement(
        ledger.name(),
        first.stream(),
        first.id(),
        result.firstLeafIndex(),
        first.ownLeafIndex(),
        result.entryCount(),
        // A command's entries are neighbours in one stream.
        first.sequence() + result.entryCount() - 1,
        result.number().map(AssignedNumber::toString).orElse(null),
        result.replayed());
  }

  private AppendResult.FirstEntry firstEntry(LedgerDescription ledger, AppendResult result) {
    long leaf = result.firstLeafIndex();
    try {
      EventHeader first = header(ledger, leaf);
      EventHeader own = first;
      for (int next = 1; own.actor().isSystem() && next < result.entryCount(); next++) {
        own = header(ledger, leaf + next);
      }
      EventHeader named = own.actor().isSystem() ? first : own;
      return new AppendResult.FirstEntry(
          named.id(),
          leaf + named.sequence() - first.sequence(),
          first.subject(),
          first.sequence());
    } catch (DataAccessException e) {
      // The command was done: to say that it failed would be wrong.
      throw new AppendRefused(AppendRefused.Rule.OUTCOME_UNKNOWN, "the answer cannot be read", e);
    }
  }

  private EventHeader header(LedgerDescription ledger, long leafIndex) {
    return store.entry(ledger.name(), leafIndex).orElseThrow().header();
  }
}
