package org.disclosureledger.verifier.conduct;

/** What is kept of one stream. */
abstract sealed class StreamState
    permits RequestState,
        AgencyState,
        OversightState,
        AccessState,
        ReportState,
        PlainState,
        UncheckedState {
  private long entries;
  private int lostBefore;

  /** Commitments in its entries so far. */
  long slots;

  /** An entry of an unknown type stands in it, which may have changed anything. */
  boolean uncertain;

  /** False if an entry before this one is missing: grade streams says so, and nothing is sure. */
  final boolean follows(long sequence, Lost lost) {
    lostBefore = lost.entries();
    boolean follows = sequence == entries;
    entries = sequence + 1;
    return follows;
  }

  /** How many entries of whatever stream could not be read before its last one. */
  final int lostBefore() {
    return lostBefore;
  }
}
