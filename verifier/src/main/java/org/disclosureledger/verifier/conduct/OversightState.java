package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One inspection, drill or voluntary report as of the leaf reached. */
final class OversightState extends StreamState {
  private static final int MOST_OPEN = 8;

  /** A correction that waits for its second person. */
  record Proposed(UUID id, String actor, Instant time) {}

  final EventIds ids = new EventIds();

  /** What records it: one event, and in a stream begun again, which is a finding, each. */
  final List<UUID> recorded = new ArrayList<>(1);

  private final List<Proposed> open = new ArrayList<>(0);

  boolean isBegun() {
    return !recorded.isEmpty();
  }

  /** The correction that waits, if one does; of those that may not, the last few are enough. */
  @Nullable Proposed waiting() {
    return open.isEmpty() ? null : open.getFirst();
  }

  void propose(Proposed correction) {
    if (open.size() == MOST_OPEN) {
      open.removeFirst();
    }
    open.add(correction);
  }

  /** Takes what was decided on from what waits; null if it did not. */
  @Nullable Proposed settle(UUID prepared) {
    for (Proposed correction : open) {
      if (correction.id().equals(prepared)) {
        open.remove(correction);
        return correction;
      }
    }
    return null;
  }
}
