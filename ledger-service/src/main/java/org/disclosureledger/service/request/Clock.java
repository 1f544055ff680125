package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.jspecify.annotations.Nullable;

/**
 * When the answer is due, and when the service clock stood still.
 *
 * @param set whether a due time was ever set, be it that there is none
 * @param originalDue UTC; absent without a deadline
 * @param due in effect now, UTC
 * @param basis what that rests on; absent before one was set
 * @param question event id of the question that waits for the agency
 * @param askedAt when it was asked, as claimed, UTC
 * @param pauses of the service clock that have ended
 */
public record Clock(
    boolean set,
    @Nullable Instant originalDue,
    @Nullable Instant due,
    @Nullable DeadlineBasis basis,
    @Nullable UUID question,
    @Nullable Instant askedAt,
    List<Period> pauses) {

  static final Clock NEW = new Clock(false, null, null, null, null, null, List.of());

  /** Whether the agency has still to say what it means. */
  public boolean paused() {
    return question != null;
  }

  Clock dueBy(DeadlineSet event) {
    Instant next = event.due();
    return new Clock(
        true, set ? originalDue : next, next, event.basis(), question, askedAt, pauses);
  }

  Clock asked(UUID id, Instant at) {
    return new Clock(set, originalDue, due, basis, id, at, pauses);
  }

  /** Without a question open, nothing changes. */
  Clock resumed(Instant at) {
    if (askedAt == null) {
      return this;
    }
    List<Period> all = new ArrayList<>(pauses);
    Instant last = all.isEmpty() ? askedAt : all.getLast().to();
    // Where one claims to have asked before the last was answered, no moment counts twice.
    Instant begin = askedAt.isBefore(last) ? last : askedAt;
    if (begin.isBefore(at)) {
      all.add(new Period(begin, at));
    }
    return new Clock(set, originalDue, due, basis, null, null, List.copyOf(all));
  }
}
