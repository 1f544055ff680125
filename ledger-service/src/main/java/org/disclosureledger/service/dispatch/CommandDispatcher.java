package org.disclosureledger.service.dispatch;

import java.util.function.Supplier;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.jspecify.annotations.Nullable;

/** Takes a command to its stream and answers once it is committed and under a checkpoint. */
public interface CommandDispatcher {
  /**
   * Decides, seals and commits.
   *
   * @param idempotency {@code null} when the caller gave no key: each call is new
   * @param expectedSequence the stream's last sequence as the caller saw it, or {@code null}
   * @throws org.disclosureledger.service.envelope.CommandRefused when a rule refuses it; nothing
   *     was appended
   */
  default Acknowledgement dispatch(
      String ledger,
      LedgerCommand command,
      Caller caller,
      @Nullable Idempotency idempotency,
      @Nullable Long expectedSequence) {
    return dispatchUnlessDone(ledger, () -> command, caller, idempotency, expectedSequence);
  }

  /**
   * Like {@link #dispatch}, of a command that costs something to make, or that may be refused while
   * it is made: a repetition gets the first answer and makes none.
   *
   * @param command asked once, unless the key says that it was done before
   */
  Acknowledgement dispatchUnlessDone(
      String ledger,
      Supplier<? extends LedgerCommand> command,
      Caller caller,
      @Nullable Idempotency idempotency,
      @Nullable Long expectedSequence);
}
