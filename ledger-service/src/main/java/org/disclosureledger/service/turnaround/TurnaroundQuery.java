package org.disclosureledger.service.turnaround;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerHeads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes the figures in one statement, so that all of them and the head rest on one snapshot. */
@Component
public class TurnaroundQuery {
  // A: when every item had its answer, as claimed; AR: when the ledger knew. D0, D: due times.
  private static final String FIGURES =
      """
      WITH deadline AS (
        SELECT request_id,
          (array_agg(due ORDER BY sequence))[1] AS d0,
          (array_agg(due ORDER BY sequence DESC))[1] AS d
        FROM turnaround.deadline_fact
        WHERE ledger = :ledger AND recorded_at <= :asOf
        GROUP BY request_id
      ), item AS (
        SELECT DISTINCT ON (request_id, item) request_id, terminal_at, recorded_at
        FROM turnaround.item_change
        WHERE ledger = :ledger AND recorded_at <= :asOf
        ORDER BY request_id, item, sequence DESC
      ), answer AS (
        SELECT request_id, count(terminal_at) AS terminal,
          max(terminal_at) AS a, max(recorded_at) AS ar
        FROM item GROUP BY request_id
      ), fact AS (
        SELECT f.received_at AS r, d.d0, d.d,
          CASE WHEN x.terminal = f.item_count AND x.a <= :asOf THEN x.a END AS a,
          CASE WHEN x.terminal = f.item_count AND x.a <= :asOf THEN x.ar END AS ar,
          f.received_at >= :from AND f.received_at < :to AS received,
          d.d >= :from AND d.d < :to AND d.d <= :asOf AS cohort,
          d.d0 >= :from AND d.d0 < :to AND d.d0 <= :asOf AS cohort0
        FROM turnaround.request_fact f
        LEFT JOIN deadline d USING (request_id)
        LEFT JOIN answer x USING (request_id)
        WHERE f.ledger = :ledger AND f.recorded_at <= :asOf
      )
      SELECT
        coalesce((SELECT size FROM turnaround.covered WHERE ledger = :ledger), 0) AS head_size,
        count(*) FILTER (WHERE received) AS received,
        count(*) FILTER (WHERE received AND a IS NOT NULL) AS answered,
        count(*) FILTER (WHERE received AND d IS NULL) AS no_deadline,
        count(*) FILTER (WHERE a IS NULL) AS open,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY a - r) FILTER (WHERE received AND a IS NOT NULL)
          AS p50,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY a - r) FILTER (WHERE received AND a IS NOT NULL)
          AS p90,
        count(*) FILTER (WHERE cohort) AS due,
        count(*) FILTER (WHERE cohort AND a <= d) AS on_time,
        count(*) FILTER (WHERE cohort AND ar <= d) AS on_time_recorded,
        count(*) FILTER (WHERE cohort0) AS due0,
        count(*) FILTER (WHERE cohort0 AND a <= d0) AS on_time0
      FROM fact\
      """;
  private static final String MILLIS =
      "SELECT f.*, (extract(epoch FROM p50) * 1000)::bigint AS p50_millis,"
          + " (extract(epoch FROM p90) * 1000)::bigint AS p90_millis FROM ("
          + FIGURES
          + ") f";

  private final LedgerReader reader;
  private final LedgerHeads heads;

  TurnaroundQuery(LedgerReader reader, LedgerHeads heads) {
    this.reader = reader;
    this.heads = heads;
  }

  /**
   * The figures of a period.
   *
   * @param asOf T: facts recorded later do not count
   */
  public Turnaround figures(LedgerDescription ledger, TurnaroundPeriod period, Instant asOf) {
    Turnaround figures =
        reader.in(
            ledger.id(),
            db ->
                db.sql(MILLIS)
                    .param("ledger", ledger.name())
                    .param("asOf", SqlTime.of(asOf))
                    .param("from", SqlTime.of(period.from()))
                    .param("to", SqlTime.of(period.to()))
                    .query((row, n) -> read(row, ledger.name(), period, asOf))
                    .single());
    return withRoot(figures);
  }

  private Turnaround withRoot(Turnaround figures) {
    long size = figures.head().size();
    String root = heads.at(figures.ledger(), size).map(head -> head.root().toBase64()).orElse(null);
    return new Turnaround(
        figures.ledger(),
        figures.asOf(),
        new Turnaround.Head(size, root),
        figures.from(),
        figures.to(),
        figures.received(),
        figures.openAtAsOf(),
        figures.onTime(),
        figures.onTimeOriginal(),
        figures.onTimeByRecordedTime());
  }

  private static Turnaround read(
      ResultSet row, String ledger, TurnaroundPeriod period, Instant asOf) throws SQLException {
    long received = row.getLong("received");
    long answered = row.getLong("answered");
    return new Turnaround(
        ledger,
        asOf,
        new Turnaround.Head(row.getLong("head_size"), null),
        period.from(),
        period.to(),
        Turnaround.Received.of(
            received,
            answered,
            row.getLong("no_deadline"),
            millis(row, "p50_millis"),
            millis(row, "p90_millis")),
        row.getLong("open"),
        Rate.of(row.getLong("on_time"), row.getLong("due")),
        Rate.of(row.getLong("on_time0"), row.getLong("due0")),
        Rate.of(row.getLong("on_time_recorded"), row.getLong("due")));
  }

  private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
