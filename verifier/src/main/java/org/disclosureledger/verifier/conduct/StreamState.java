package org.disclosureledger.verifier.conduct;

/** What is kept of one stream. */
abstract sealed class StreamState
    permits RequestState, AgencyState, OversightState, PlainState, UncheckedState {
  private long entries;

  /** False if an entry before this one is missing: grade streams says so, and nothing is sure. */
  final boolean follows(long sequence) {
    return sequence == entries++;
  }
}
