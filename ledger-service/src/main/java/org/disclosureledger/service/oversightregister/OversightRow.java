package org.disclosureledger.service.oversightregister;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.jspecify.annotations.Nullable;

/**
 * One inspection, drill or voluntary report, as it holds now: recorded, or last corrected. Times
 * are UTC; what its kind has not is absent.
 *
 * @param corrections how often it was corrected: by two people, or in old streams by recording it
 *     again
 * @param openCorrection what waits for its second person
 * @param leafIndex of the entry that says what holds
 * @param from first day, Asia/Ho_Chi_Minh
 * @param to last day, included
 * @param forwarded where a voluntary report went, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OversightRow(
    UUID id,
    OversightKind kind,
    int corrections,
    @Nullable OpenCorrection openCorrection,
    long leafIndex,
    Instant recordedAt,
    @Nullable String inspector,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable Instant receivedAt,
    @Nullable String channel,
    @Nullable String by,
    List<String> forwarded) {

  /**
   * @param prepared event id of what the first person proposed
   * @param by the first person, who is not to be the second
   * @param at when the ledger took it
   */
  public record OpenCorrection(UUID prepared, String by, Instant at) {}
}
