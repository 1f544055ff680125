package org.disclosureledger.service.reconciliation.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of differences; an array in JSON, since there may be 100,000. Members of the
 * side that has no such record are absent.
 *
 * @param row of the agency's list, the header being 1, as a spreadsheet counts
 * @param number as the agency wrote it
 * @param theirReceived as precise as the agency stated it: a day, or an instant in UTC
 * @param ourReceived as last corrected, UTC
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
@JsonPropertyOrder({
  "kind",
  "causes",
  "row",
  "number",
  "theirDate",
  "theirReceived",
  "request",
  "registerNumber",
  "ourDate",
  "ourReceived"
})
public record Difference(
    DifferenceKind kind,
    List<DifferenceCause> causes,
    @Nullable Integer row,
    @Nullable String number,
    @Nullable LocalDate theirDate,
    @Nullable String theirReceived,
    @Nullable UUID request,
    @Nullable String registerNumber,
    @Nullable LocalDate ourDate,
    @Nullable Instant ourReceived) {

  /** Without the values: the number is the agency's. */
  @Override
  public String toString() {
    return "Difference[" + kind + ", row " + row + "]";
  }
}
