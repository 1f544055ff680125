package org.disclosureledger.service.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an answer is due, and why.
 *
 * @param due UTC, milliseconds; absent when nothing sets a due time
 * @param policy id of the {@code policy.adopted} event, for basis POLICY
 * @param row the row of that policy
 * @param item ordinal, from 1, of the item whose due time comes first
 * @param hours hours of the row, or of the default
 * @param workingDays working days of the row
 * @param calendar id of the {@code calendar.imported} event it was counted with
 * @param startsAt when the clock started, UTC
 */
public record DueTime(
    DeadlineBasis basis,
    @Nullable Instant due,
    @Nullable UUID policy,
    @Nullable String row,
    @Nullable Integer item,
    @Nullable Integer hours,
    @Nullable Integer workingDays,
    @Nullable UUID calendar,
    @Nullable Instant startsAt) {

  static DueTime none() {
    return new DueTime(DeadlineBasis.NONE, null, null, null, null, null, null, null, null);
  }

  static DueTime byDefault(Instant startsAt, int hours) {
    Instant due = startsAt.plus(Duration.ofHours(hours));
    return new DueTime(DeadlineBasis.DEFAULT, due, null, null, null, hours, null, null, startsAt);
  }

  static DueTime stated(Instant due) {
    return new DueTime(DeadlineBasis.STATED, due, null, null, null, null, null, null, null);
  }
}
