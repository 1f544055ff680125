package org.disclosureledger.service.oversightregister;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which records to list; an absent member does not restrict. A voluntary report is of the day on
 * which it was received.
 *
 * @param from first day, Asia/Ho_Chi_Minh; what ended before it is left out
 * @param to last day, included; what began after it is left out
 * @param correctionOpen whether a correction waits for its second person
 */
public record OversightFilter(
    @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Boolean correctionOpen) {
  public static final OversightFilter ALL = new OversightFilter(null, null, null);
}
