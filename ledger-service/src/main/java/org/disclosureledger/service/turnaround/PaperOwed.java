package org.disclosureledger.service.turnaround;

import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.request.Confirmation;
import org.disclosureledger.service.request.RequestState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What figures need to know of the paper that an oral emergency needs.
 *
 * @param confirmBy absent when no policy sets it
 * @param owed false while all of the request was taken back or refused, and nothing was given
 * @param claimed when it came, as claimed
 * @param recorded when the ledger took it
 */
record PaperOwed(
    @Nullable Instant confirmBy,
    boolean owed,
    @Nullable Instant claimed,
    @Nullable Instant recorded) {

  private static final PaperOwed NONE = new PaperOwed(null, true, null, null);

  /**
   * Without a time to confirm by where the demand came in writing, or is no emergency. What was
   * taken back is told all the same: a correction may say later that it was an oral one.
   */
  static PaperOwed of(RequestState state) {
    if (!state.exists()) {
      return NONE;
    }
    boolean owed = !state.nothingOwed();
    if (!state.oral()) {
      return new PaperOwed(null, owed, null, null);
    }
    Confirmation paper = state.confirmation();
    return new PaperOwed(paper.confirmBy(), owed, paper.confirmedAt(), paper.recordedAt());
  }

  void insert(EventHeader header, UUID request, JdbcClient db) {
    db.sql(
            """
            INSERT INTO writing_fact (ledger, request_id, sequence, recorded_at, confirm_by, owed,
              confirmed_at, confirmed_recorded)
            VALUES (:ledger, :id, :sequence, :now, :by, :owed, :claimed, :recorded)\
            """)
        .param("ledger", header.ledger())
        .param("id", request)
        .param("sequence", header.sequence())
        .param("now", SqlTime.of(header.recordedTime()))
        .param("by", SqlTime.ofNullable(confirmBy), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("owed", owed)
        .param("claimed", SqlTime.ofNullable(claimed), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("recorded", SqlTime.ofNullable(recorded), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
