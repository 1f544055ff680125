package org.disclosureledger.verifier.conduct;

import org.jspecify.annotations.Nullable;

/**
 * Entries that cannot be read at all. Each may have been of any stream that had no entry since, or
 * have begun one; a stream whose next entry follows its last one lost none.
 */
final class Lost {
  private int entries;

  void more() {
    entries++;
  }

  int entries() {
    return entries;
  }

  /**
   * Whether one of them may be of this stream.
   *
   * @param state null for a stream that has no entry so far
   */
  boolean mayBeOf(@Nullable StreamState state) {
    return state == null ? entries > 0 : state.lostBefore() < entries;
  }
}
