package org.disclosureledger.verifier.figures;

import java.util.Collection;
import java.util.stream.LongStream;

/** How many requests were standing after what was recorded before an instant (REPORTS §3.5). */
final class Stocks {
  private final long[] begun;
  private final long[] ended;

  Stocks(Collection<RequestFold> requests) {
    begun = sorted(requests.stream().flatMapToLong(r -> r.standing.turns(true)));
    ended = sorted(requests.stream().flatMapToLong(r -> r.standing.turns(false)));
  }

  private static long[] sorted(LongStream instants) {
    return instants.sorted().toArray();
  }

  long before(long instant) {
    return (long) below(begun, instant) - below(ended, instant);
  }

  private static int below(long[] sorted, long instant) {
    int low = 0;
    for (int high = sorted.length; low < high; ) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < instant) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
