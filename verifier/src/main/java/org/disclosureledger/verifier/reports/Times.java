package org.disclosureledger.verifier.reports;

import java.util.Arrays;

/** When each leaf was recorded, in milliseconds: eight bytes a leaf. */
final class Times {
  private long[] at = new long[1_024];
  private int size;

  /** Of the next leaf. */
  void add(long recorded) {
    at = size == at.length ? Arrays.copyOf(at, 2 * size) : at;
    at[size++] = recorded;
  }

  /** How many leaves there are. */
  int size() {
    return size;
  }

  /** The first leaf such that none from it to the head was recorded by then. */
  int end(long head, long asOf) {
    int end = (int) Math.min(head, size);
    while (end > 0 && at[end - 1] > asOf) {
      end--;
    }
    return end;
  }

  /** How many of the leaves before were recorded later; no more than enough of them. */
  int later(int leaf, long asOf, int enough) {
    int count = 0;
    for (int i = leaf - 1; i >= 0 && count < enough; i--) {
      count += at[i] > asOf ? 1 : 0;
    }
    return count;
  }

  /** The latest of those before that were recorded by then; none: the first of all times. */
  long latest(int leaf, long asOf) {
    long latest = Long.MIN_VALUE;
    for (int i = 0; i < leaf; i++) {
      latest = at[i] <= asOf ? Math.max(latest, at[i]) : latest;
    }
    return latest;
  }
}
