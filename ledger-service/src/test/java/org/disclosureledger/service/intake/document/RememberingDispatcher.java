package org.disclosureledger.service.intake.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** Answers as the real one does what it did under a key, and makes no command of it. */
final class RememberingDispatcher implements CommandDispatcher {
  private final CommandDispatcher first;
  private final Map<String, Acknowledgement> done = new HashMap<>();

  /**
   * @param first does what was not done yet
   */
  RememberingDispatcher(CommandDispatcher first) {
    this.first = first;
  }

  @Override
  public Acknowledgement dispatchUnlessDone(
      String ledger,
      Supplier<? extends LedgerCommand> command,
      Caller caller,
      @Nullable Idempotency idempotency,
      @Nullable Long expectedSequence) {
    String bound = new String(requireNonNull(idempotency).commandBytes(), UTF_8);
    Acknowledgement earlier = done.get(bound);
    if (earlier != null) {
      return earlier;
    }
    Acknowledgement ack = first.dispatchUnlessDone(ledger, command, caller, idempotency, null);
    done.put(bound, replayed(ack));
    return ack;
  }

  private static Acknowledgement replayed(Acknowledgement ack) {
    return new Acknowledgement(
        ack.ledger(),
        ack.stream(),
        ack.eventId(),
        ack.firstLeafIndex(),
        ack.ownLeafIndex(),
        ack.entryCount(),
        ack.lastSequence(),
        null,
        true);
  }
}
