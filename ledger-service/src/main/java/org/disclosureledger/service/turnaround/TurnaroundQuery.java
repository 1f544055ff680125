package org.disclosureledger.service.turnaround;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
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
  // R: received, as first claimed; RC: as last corrected. CR: when the ledger took that the agency
  // takes it back, which alone decides the cohort: dated back, a cancellation would hide lateness.
  // WB: by when the paper of an oral emergency is due; WC, WR: when it came, as claimed and as
  // taken.
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
      ), size AS (
        SELECT DISTINCT ON (request_id) request_id, items FROM turnaround.size_fact
        WHERE ledger = :ledger AND recorded_at <= :asOf ORDER BY request_id, sequence DESC
      ), corrected AS (
        SELECT DISTINCT ON (request_id) request_id, received_at FROM turnaround.correction_fact
        WHERE ledger = :ledger AND recorded_at <= :asOf ORDER BY request_id, sequence DESC
      ), cancelled AS (
        SELECT DISTINCT ON (request_id) request_id,
          CASE WHEN cancelled_at IS NOT NULL THEN recorded_at END AS cr
        FROM turnaround.cancellation_fact
        WHERE ledger = :ledger AND recorded_at <= :asOf ORDER BY request_id, sequence DESC
      ), paper AS (
        SELECT DISTINCT ON (request_id) request_id, confirm_by, confirmed_at, confirmed_recorded
        FROM turnaround.writing_fact
        WHERE ledger = :ledger AND recorded_at <= :asOf ORDER BY request_id, sequence DESC
      ), writing AS (
        SELECT confirm_by AS wb, confirmed_at AS wc, confirmed_recorded AS wr FROM paper p
        WHERE confirm_by >= :from AND confirm_by < :to AND confirm_by <= :asOf
          -- Owed when it was due: what was taken back before needs none.
          AND coalesce((SELECT w.owed FROM turnaround.writing_fact w
                        WHERE w.ledger = :ledger AND w.request_id = p.request_id
                          AND w.recorded_at <= p.confirm_by
                        ORDER BY w.sequence DESC LIMIT 1), true)
      ), joined AS (
        SELECT coalesce(f.unreadable_at <= :asOf, false) AS unreadable, f.received_at AS r, coalesce(k.received_at, f.received_at) AS rc, d.d0, d.d,
          CASE WHEN x.terminal = s.items AND x.a <= :asOf THEN x.a END AS a,
          CASE WHEN x.terminal = s.items AND x.a <= :asOf THEN x.ar END AS ar,
          c.cr
        FROM turnaround.request_fact f
        LEFT JOIN deadline d USING (request_id)
        LEFT JOIN answer x USING (request_id)
        LEFT JOIN size s USING (request_id)
        LEFT JOIN corrected k USING (request_id)
        LEFT JOIN cancelled c USING (request_id)
        WHERE f.ledger = :ledger AND f.recorded_at <= :asOf
      ), fact AS (
        SELECT unreadable, r, rc, d0, d, a, ar, cr,
          r >= :from AND r < :to AS received,
          rc >= :from AND rc < :to AS received_corrected,
          a IS NOT NULL AND cr IS NOT NULL AS cancelled,
          d >= :from AND d < :to AND d <= :asOf AND (cr IS NULL OR cr >= d) AS cohort,
          d0 >= :from AND d0 < :to AND d0 <= :asOf AND (cr IS NULL OR cr >= d0) AS cohort0
        FROM joined
      )
      SELECT
        (SELECT count(*) FROM writing) AS papers,
        (SELECT count(*) FROM writing WHERE wr <= wb) AS papers_in_time,
        (SELECT count(*) FROM writing WHERE wc <= wb) AS papers_claimed,
        coalesce((SELECT size FROM turnaround.covered WHERE ledger = :ledger), 0) AS head_size,
        count(*) FILTER (WHERE received) AS received,
        count(*) FILTER (WHERE received AND a IS NOT NULL) AS answered,
        count(*) FILTER (WHERE received AND cancelled) AS cancelled,
        count(*) FILTER (WHERE received AND d IS NULL) AS no_deadline,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY a - r) FILTER (WHERE received AND a IS NOT NULL)
          AS p50,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY a - r) FILTER (WHERE received AND a IS NOT NULL)
          AS p90,
        count(*) FILTER (WHERE received_corrected) AS received_corrected,
        count(*) FILTER (WHERE received_corrected AND a IS NOT NULL) AS answered_corrected,
        count(*) FILTER (WHERE received_corrected AND cancelled) AS cancelled_corrected,
        count(*) FILTER (WHERE received_corrected AND d IS NULL) AS no_deadline_corrected,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY a - rc) FILTER (WHERE received_corrected AND a IS NOT NULL)
          AS p50_corrected,
        percentile_disc(0.9) WITHIN GROUP (ORDER BY a - rc) FILTER (WHERE received_corrected AND a IS NOT NULL)
          AS p90_corrected,
        count(*) FILTER (WHERE a IS NULL) AS open,
        count(*) FILTER (WHERE unreadable) AS unreadable,
        count(*) FILTER (WHERE cohort) AS due,
        count(*) FILTER (WHERE cohort AND a <= d AND (cr IS NULL OR cr <= d)) AS on_time,
        count(*) FILTER (WHERE cohort AND ar <= d) AS on_time_recorded,
        count(*) FILTER (WHERE cohort0) AS due0,
        count(*) FILTER (WHERE cohort0 AND a <= d0 AND (cr IS NULL OR cr <= d0)) AS on_time0
      FROM fact\
      """;
  private static final String MILLIS =
      "SELECT f.*, (extract(epoch FROM p50) * 1000)::bigint AS p50_millis,"
          + " (extract(epoch FROM p90) * 1000)::bigint AS p90_millis,"
          + " (extract(epoch FROM p50_corrected) * 1000)::bigint AS p50_millis_corrected,"
          + " (extract(epoch FROM p90_corrected) * 1000)::bigint AS p90_millis_corrected FROM ("
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
    Turnaround figures = computed(ledger, period, asOf);
    return withRoot(figures, figures.head().size());
  }

  private Turnaround computed(LedgerDescription ledger, TurnaroundPeriod period, Instant asOf) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(MILLIS)
                .param("ledger", ledger.name())
                .param("asOf", SqlTime.of(asOf))
                .param("from", SqlTime.of(period.from()))
                .param("to", SqlTime.of(period.to()))
                .query((row, n) -> read(row, ledger.name(), period, asOf))
                .single());
  }

  /**
   * The figures of a half-year as of its end, under the head at which it was known to be over: the
   * same whenever they are asked for.
   *
   * @return empty until these facts rest on an entry after which none of the half-year can come
   */
  public Optional<Turnaround> whenOver(LedgerDescription ledger, TurnaroundPeriod half) {
    // Read before the figures: what was over then is over.
    return over(ledger, half).map(size -> withRoot(computed(ledger, half, half.to()), size));
  }

  /** How many entries of the ledger a half-year that is over rests on. */
  private Optional<Long> over(LedgerDescription ledger, TurnaroundPeriod half) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT leaf FROM turnaround.half_over
                    WHERE ledger = :ledger AND ended >= :to ORDER BY leaf LIMIT 1\
                    """)
                .param("ledger", ledger.name())
                .param("to", SqlTime.of(half.to()))
                .query(Long.class)
                .optional());
  }

  private Turnaround withRoot(Turnaround figures, long size) {
    String root = heads.at(figures.ledger(), size).map(head -> head.root().toBase64()).orElse(null);
    return new Turnaround(
        figures.ledger(),
        figures.asOf(),
        new Turnaround.Head(size, root),
        figures.from(),
        figures.to(),
        figures.received(),
        figures.receivedAsCorrected(),
        figures.openAtAsOf(),
        figures.unreadable(),
        figures.onTime(),
        figures.onTimeOriginal(),
        figures.onTimeByRecordedTime(),
        figures.confirmedInWriting(),
        figures.confirmedInWritingAsClaimed());
  }

  private static Turnaround read(
      ResultSet row, String ledger, TurnaroundPeriod period, Instant asOf) throws SQLException {
    return new Turnaround(
        ledger,
        asOf,
        new Turnaround.Head(row.getLong("head_size"), null),
        period.from(),
        period.to(),
        received(row, ""),
        received(row, "_corrected"),
        row.getLong("open"),
        row.getLong("unreadable"),
        Rate.of(row.getLong("on_time"), row.getLong("due")),
        Rate.of(row.getLong("on_time0"), row.getLong("due0")),
        Rate.of(row.getLong("on_time_recorded"), row.getLong("due")),
        Rate.of(row.getLong("papers_in_time"), row.getLong("papers")),
        Rate.of(row.getLong("papers_claimed"), row.getLong("papers")));
  }

  private static Turnaround.Received received(ResultSet row, String suffix) throws SQLException {
    return Turnaround.Received.of(
        row.getLong("received" + suffix),
        row.getLong("answered" + suffix),
        row.getLong("cancelled" + suffix),
        row.getLong("no_deadline" + suffix),
        millis(row, "p50_millis" + suffix),
        millis(row, "p90_millis" + suffix));
  }

  private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }
}
