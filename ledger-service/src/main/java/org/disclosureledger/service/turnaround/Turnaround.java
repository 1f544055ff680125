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
 * @param received requests received within the period, and what became of them
 * @param openAtAsOf requests of the whole ledger without a complete answer
 * @param onTime of those due within the period and by {@code asOf}: answered by their effective due
 *     time; without an answer is late
 * @param onTimeOriginal the same with the due time as first set
 * @param onTimeByRecordedTime as {@code onTime}, with the instants at which the ledger took the
 *     answers instead of the claimed ones
 */
public record Turnaround(
    String ledger,
    Instant asOf,
    Head head,
    Instant from,
    Instant to,
    Received received,
    long openAtAsOf,
    Rate onTime,
    Rate onTimeOriginal,
    Rate onTimeByRecordedTime) {

  /**
   * The ledger's head over the entries that the figures rest on.
   *
   * @param root base64, as in a checkpoint; absent for an empty ledger
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Head(long size, @Nullable String root) {}

  /**
   * Requests received within the period.
   *
   * @param noDeadline those that nothing gives a due time, outside every on-time cohort
   * @param p50Millis gross turnaround, nearest rank over the answered; absent when none is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Received(
      long count,
      long answered,
      long open,
      long noDeadline,
      @Nullable Long p50Millis,
      @Nullable Long p90Millis) {}
}
