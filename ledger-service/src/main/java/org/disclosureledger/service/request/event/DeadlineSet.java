package org.disclosureledger.service.request.event;

import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.DueTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code deadline.set}: when something is due, and on what basis, so that anyone can recompute it.
 * The words for it are not stored but derived: {@link
 * org.disclosureledger.service.deadline.Explanation}.
 *
 * @param cause why it is set now
 * @param due UTC; absent for basis NONE
 * @param policy event id of the {@code policy.adopted} it rests on, for basis POLICY
 * @param calendar event id of the {@code calendar.imported} it was counted with
 * @param row the row of that policy
 * @param item ordinal of the item whose due time comes first
 * @param hours hours of the row, or of the default
 * @param workingDays working days of the row
 * @param startsAt when the clock started, UTC
 * @param extension event id of the {@code extension.approved}, for basis EXTENSION
 */
public record DeadlineSet(
    DeadlinePurpose purpose,
    DeadlineCause cause,
    DeadlineBasis basis,
    @Nullable Instant due,
    @Nullable UUID policy,
    @Nullable UUID calendar,
    @Nullable String row,
    @Nullable Integer item,
    @Nullable Integer hours,
    @Nullable Integer workingDays,
    @Nullable Instant startsAt,
    @Nullable UUID extension)
    implements RequestEvent {

  /** As recording a request sets it. */
  public static DeadlineSet atRecording(DeadlinePurpose purpose, DueTime time) {
    return of(purpose, DeadlineCause.RECORDING, time);
  }

  /** Of the paper that an emergency owes which a correction has found to be oral. */
  public static DeadlineSet byCorrection(DueTime time) {
    return of(DeadlinePurpose.CONFIRM_IN_WRITING, DeadlineCause.RECOMPUTATION, time);
  }

  /** Of an answer, by another policy or calendar, or after a pause of the service clock. */
  public static DeadlineSet recomputed(DueTime time) {
    return of(DeadlinePurpose.ANSWER, DeadlineCause.RECOMPUTATION, time);
  }

  private static DeadlineSet of(DeadlinePurpose purpose, DeadlineCause cause, DueTime time) {
    return new DeadlineSet(
        purpose,
        cause,
        time.basis(),
        time.due(),
        time.policy(),
        time.calendar(),
        time.row(),
        time.item(),
        time.hours(),
        time.workingDays(),
        time.startsAt(),
        null);
  }

  /** As an approved extension sets it. */
  public static DeadlineSet byExtension(Instant due, UUID extension) {
    return new DeadlineSet(
        DeadlinePurpose.ANSWER,
        DeadlineCause.EXTENSION,
        DeadlineBasis.EXTENSION,
        due,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        extension);
  }

  /** The same, as {@code deadline} explains it. */
  public DueTime dueTime() {
    return new DueTime(basis, due, policy, row, item, hours, workingDays, calendar, startsAt);
  }
}
