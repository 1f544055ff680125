package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One report as of the leaf reached: what was frozen, and what was stated anew. */
final class ReportState extends StreamState {
  /**
   * A statement whose lists are not all there.
   *
   * @param next number of the list that comes next, which stands at {@code leaf}
   */
  record Listing(Place place, UUID report, long next, long last, long leaf) {}

  /** What may be handed over. */
  final EventIds statements = new EventIds();

  boolean begun;
  @Nullable Listing listing;
}
