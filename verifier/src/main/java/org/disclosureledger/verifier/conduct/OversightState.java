package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One inspection, drill or voluntary report as of the leaf reached. */
final class OversightState extends StreamState {
  /** A correction that waits for its second person. */
  record Proposed(UUID id, String actor, Instant time) implements OpenActs.Waiting {}

  final EventIds ids = new EventIds();

  /** What records it: one event, and in a stream begun again, which is a finding, each. */
  final List<UUID> recorded = new ArrayList<>(1);

  /** Codes, in capitals, of the agencies that a report was passed on to. */
  final Set<String> forwarded = new HashSet<>(2);

  final OpenActs<Proposed> open = new OpenActs<>();

  boolean isBegun() {
    return !recorded.isEmpty();
  }
}
