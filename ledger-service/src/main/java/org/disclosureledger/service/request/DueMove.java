package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.Optional;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.jspecify.annotations.Nullable;

/**
 * How the due time of one open request would move under another policy or calendar; pure.
 *
 * @param from as it is, UTC; absent where nothing is due
 * @param to as it would be, UTC; absent where nothing would be due
 */
public record DueMove(@Nullable Instant from, @Nullable Instant to) {

  /**
   * Empty where it would stay, as of what is answered or closed.
   *
   * @throws org.disclosureledger.service.envelope.CommandRefused with a deadline rule where it
   *     could not be counted
   */
  public static Optional<DueMove> of(RequestState state, PolicyInForce next) {
    return state.closed() || state.answered()
        ? Optional.empty()
        : Recomputation.after(state, state.clock().pauses(), next)
            .map(set -> new DueMove(state.clock().due(), set.due()));
  }
}
