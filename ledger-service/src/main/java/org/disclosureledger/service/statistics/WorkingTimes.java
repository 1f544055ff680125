package org.disclosureledger.service.statistics;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the calendar imported last by T says of working time.
 *
 * @param coversFrom first millisecond that it covers
 * @param coversTo first one that it no longer covers
 * @param bounds an array of PostgreSQL's: when sessions begin and end in turn, ascending
 * @param sums the working time that has passed by each of them
 */
record WorkingTimes(long coversFrom, long coversTo, String bounds, String sums) {
  static Optional<WorkingTimes> at(JdbcClient db, String ledger, Instant asOf) {
    return db.sql(
            """
            SELECT covers_from, covers_to, bounds::text, sums::text FROM facts.calendar_fact
            WHERE ledger = :ledger AND recorded_at <= :asOf ORDER BY leaf DESC LIMIT 1\
            """)
        .param("ledger", ledger)
        .param("asOf", asOf.toEpochMilli())
        .query((row, n) ->
            new WorkingTimes(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)))
        .optional();
  }
}
