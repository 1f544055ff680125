package org.disclosureledger.service.turnaround;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * First figures of a period as of an instant (DOMAIN §4). Only entries recorded by {@code asOf}
 * count; {@code head} says of which ledger state they were computed. All times UTC, all durations
 * whole milliseconds.
 *
 * @param from first instant of the period
 * @param to first instant after it
 * @param received requests received within the period by the time first claimed, and what became of
 *     them
 * @param receivedAsCorrected the same by the corrected times of receipt, where there are any; due
 *     times rest on the first claim, whatever was corrected
 * @param openAtAsOf requests of the whole ledger without a complete answer
 * @param unreadable requests of the whole ledger with an entry that cannot follow those before it;
 *     they count as they stood before, and nobody knows what became of them
 * @param onTime of those due within the period and by {@code asOf} and not cancelled before they
 *     were due: answered by their effective due time; without an answer is late. A cancellation
 *     counts from when the ledger took it, whatever it claims, and one taken after the due time
 *     answers nothing in time. A request reopened after it was cancelled counts again.
 * @param onTimeOriginal the same with the due time as first set
 * @param onTimeByRecordedTime as {@code onTime}, with the instants at which the ledger took the
 *     answers instead of the claimed ones
 * @param confirmedInWriting of the oral emergencies whose paper was due within the period and by
 *     {@code asOf}, and still owed then: the ledger took it by that time
 * @param confirmedInWritingAsClaimed the same by the times that the confirmations claim
 */
public record Turnaround(
    String ledger,
    Instant asOf,
    Head head,
    Instant from,
    Instant to,
    Received received,
    Received receivedAsCorrected,
    long openAtAsOf,
    long unreadable,
    Rate onTime,
    Rate onTimeOriginal,
    Rate onTimeByRecordedTime,
    Rate confirmedInWriting,
    Rate confirmedInWritingAsClaimed) {

  /**
   * The newest head that the figures were computed under. They rest on those of its entries whose
   * {@code recordedtime} is at most {@code asOf}: for a past {@code asOf} the head is younger than
   * the figures, and whoever repeats the sum filters its entries by time. It is not the head of the
   * instant {@code asOf}, which need not exist: times may run up to 10 s against the leaf order.
   *
   * @param root base64, as in a checkpoint; absent for an empty ledger
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Head(long size, @Nullable String root) {}

  /**
   * Requests received within the period.
   *
   * @param answered those of which every item has its end, be it by the agency's cancellation
   * @param cancelled how many of the answered the agency took back
   * @param noDeadline those that nothing gives a due time, outside every on-time cohort
   * @param p50Millis gross turnaround, nearest rank over the answered; absent when none is, and
   *     when more than a tenth are open: those left out would be the slow ones
   * @param percentilesWithheld why p50 and p90 are absent though some are answered: {@link
   *     #MANY_OPEN}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Received(
      long count,
      long answered,
      long cancelled,
      long open,
      long noDeadline,
      @Nullable Long p50Millis,
      @Nullable Long p90Millis,
      @Nullable String percentilesWithheld) {

    public static final String MANY_OPEN = "more-than-10-percent-open";

    /** The same with the percentiles left out if too many are open for them to be true. */
    static Received of(
        long count,
        long answered,
        long cancelled,
        long noDeadline,
        @Nullable Long p50,
        @Nullable Long p90) {
      long open = count - answered;
      boolean withheld = answered > 0 && open * 10 > count;
      return withheld
          ? new Received(count, answered, cancelled, open, noDeadline, null, null, MANY_OPEN)
          : new Received(count, answered, cancelled, open, noDeadline, p50, p90, null);
    }
  }
}
