package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * When the ledger itself reached each due time to confirm by: the recordedtime of its first entry
 * at or after it. A service that stood still over a due time could not remark on it before.
 */
final class DueTimes {
  private record Awaited(Instant due, RequestState request) {}

  private final PriorityQueue<Awaited> ahead =
      new PriorityQueue<>(Comparator.comparing(Awaited::due));

  /** Of the request's confirmation, which lies ahead. */
  void await(Instant due, RequestState request) {
    ahead.add(new Awaited(due, request));
  }

  /** An entry of this recordedtime came. */
  void reached(Instant time) {
    while (!ahead.isEmpty() && !ahead.peek().due().isAfter(time)) {
      Awaited awaited = ahead.remove();
      RequestState.Confirmation confirmation = awaited.request().confirmation;
      if (confirmation != null
          && confirmation.due().equals(awaited.due())
          && awaited.request().dueReachedAt == null) {
        awaited.request().dueReachedAt = time;
      }
    }
  }
}
