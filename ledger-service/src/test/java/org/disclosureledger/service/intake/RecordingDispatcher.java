package org.disclosureledger.service.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AppendRefused;
import org.jspecify.annotations.Nullable;

/** Keeps what it is given and answers as the real one would, at sequence {@link #SEQUENCE}. */
final class RecordingDispatcher implements CommandDispatcher {
  static final long SEQUENCE = 7;

  private record Done(byte[] command, Acknowledgement answer) {}

  private final Map<String, Done> byKey = new HashMap<>();
  final List<RequestCommand> commands = new ArrayList<>();

  /** Commands of every family, those of {@link #commands} among them. */
  final List<LedgerCommand> all = new ArrayList<>();

  final List<Caller> callers = new ArrayList<>();
  @Nullable RuntimeException failure;

  synchronized void clear() {
    byKey.clear();
    commands.clear();
    all.clear();
    callers.clear();
    failure = null;
  }

  @Override
  public synchronized Acknowledgement dispatchUnlessDone(
      String ledger,
      Supplier<? extends LedgerCommand> made,
      Caller caller,
      @Nullable Idempotency idempotency,
      @Nullable Long expectedSequence) {
    if (failure != null) {
      throw failure;
    }
    String key = idempotency == null ? null : idempotency.client() + " " + idempotency.key();
    Done done = key == null ? null : byKey.get(key);
    if (done != null && idempotency != null) {
      if (!Arrays.equals(done.command(), idempotency.commandBytes())) {
        throw new AppendRefused(AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED, "other command");
      }
      Acknowledgement a = done.answer();
      return new Acknowledgement(
          a.ledger(),
          a.stream(),
          a.eventId(),
          a.firstLeafIndex(),
          a.ownLeafIndex(),
          a.entryCount(),
          a.lastSequence(),
          a.registerNumber(),
          true);
    }
    if (expectedSequence != null && expectedSequence != SEQUENCE - 1) {
      throw new CommandRefused(RequestRule.STALE_VERSION, "the stream is at 6");
    }
    LedgerCommand command = made.get();
    all.add(command);
    if (command instanceof RequestCommand request) {
      commands.add(request);
    }
    callers.add(caller);
    Acknowledgement answer =
        new Acknowledgement(
            ledger,
            command.stream(),
            new UUID(0x7000L, 0x8000_0000_0000_0000L + all.size()),
            40 + all.size(),
            40 + all.size(),
            command instanceof RecordRequest ? 2 : 1,
            SEQUENCE,
            command instanceof RecordRequest ? "12/2026" : null,
            false);
    if (key != null && idempotency != null) {
      byKey.put(key, new Done(idempotency.commandBytes(), answer));
    }
    return answer;
  }
}
