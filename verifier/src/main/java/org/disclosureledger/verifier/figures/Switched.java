package org.disclosureledger.verifier.figures;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Something that is so or not, by what was recorded when; off at first. */
final class Switched {
  private long[] at = new long[2];
  private int changes;

  boolean isOn() {
    return changes % 2 == 1;
  }

  /** How it is after an entry recorded then; entries come in the order of their streams. */
  void now(boolean on, long recorded) {
    if (on != isOn()) {
      at = changes == at.length ? Arrays.copyOf(at, 2 * changes) : at;
      at[changes++] = recorded;
    }
  }

  /** After the entries recorded before that. */
  boolean wasOnBefore(long instant) {
    int before = 0;
    while (before < changes && at[before] < instant) {
      before++;
    }
    return before % 2 == 1;
  }

  /** How often it went on (or off) in that time, but for the first time. */
  int switched(boolean on, Window window) {
    int count = 0;
    for (int i = 1; i < changes; i++) {
      if ((i % 2 == 0) == on && window.hasRecorded(at[i])) {
        count++;
      }
    }
    return count;
  }

  /** When it went on or off. */
  LongStream changes() {
    return Arrays.stream(at, 0, changes);
  }

  /**
   * When it went on, or off, in this order: each after all before it, as {@link #wasOnBefore} takes
   * them even where their times run backwards.
   */
  LongStream turns(boolean on) {
    LongStream.Builder turns = LongStream.builder();
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < changes; i++) {
      latest = Math.max(latest, at[i]);
      if ((i % 2 == 0) == on) {
        turns.add(latest);
      }
    }
    return turns.build();
  }
}
