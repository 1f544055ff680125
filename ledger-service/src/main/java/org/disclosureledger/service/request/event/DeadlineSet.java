package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DueTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code deadline.set}: when the answer is due, and on what basis, so that anyone can recompute it.
 * The words for it are not stored but derived: {@link
 * org.disclosureledger.service.deadline.Explanation}.
 *
 * @param due UTC; absent for basis NONE
 * @param policy event id of the {@code policy.adopted} it rests on, for basis POLICY
 * @param row the row of that policy
 * @param item ordinal of the item whose due time comes first
 * @param hours hours of the row
 * @param startsAt when the clock started, UTC
 */
public record DeadlineSet(
    DeadlineBasis basis,
    @Nullable Instant due,
    @Nullable UUID policy,
    @Nullable String row,
    @Nullable Integer item,
    @Nullable Integer hours,
    @Nullable Instant startsAt)
    implements RequestEvent {

  public static DeadlineSet of(DueTime time) {
    return new DeadlineSet(
        time.basis(),
        time.due(),
        time.policy(),
        time.row(),
        time.item(),
        time.hours(),
        time.startsAt());
  }

  /** The same, as {@code deadline} explains it. */
  public DueTime dueTime() {
    return new DueTime(basis, due, policy, row, item, hours, startsAt);
  }
}
