package org.disclosureledger.service.statistics;

/**
 * The rows that figures of a period can rest on, each with what it adds to them. Names follow
 * {@code schemas/REPORTS.md}.
 */
final class CohortSql {
  private static final String NEVER = "9223372036854775807";

  /** As of T: row by row the one that held then; of the newest T there is one that still does. */
  private static final String COHORT =
      """
      WITH province AS (
        SELECT code, province FROM facts.agency_fact
        WHERE ledger = :ledger AND recorded_from <= :asOf AND recorded_until > :asOf
      ), fact AS (
        SELECT q.*, p.province
        FROM facts.request_fact q LEFT JOIN province p ON p.code = q.agency
        WHERE q.ledger = :ledger AND {held} AND {filter} AND (
          (q.span_to <= q.span_from + 2592000000
            AND q.span_from > :from - 2592000001 AND q.span_from < :to)
          OR (q.span_to > q.span_from + 2592000000 AND q.span_from < :to AND q.span_to >= :from))
      ), joined AS (
        SELECT q.*,
          q.received_at >= :from AND q.received_at < :to AS received,
          q.received_corrected >= :from AND q.received_corrected < :to AS received_too,
          q.recorded_at >= :from AND q.recorded_at < :to AS recorded,
          q.answered_at <= :asOf AS answered,
          CASE WHEN q.answered_at <= :asOf THEN q.answered_at ELSE {never} END AS a,
          CASE WHEN q.answered_at <= :asOf THEN q.answered_recorded ELSE {never} END AS ar,
          q.due >= :from AND q.due < :to AND q.due <= :asOf AND q.cancelled_recorded >= q.due
            AS cohort,
          q.due_original >= :from AND q.due_original < :to AND q.due_original <= :asOf
            AND q.cancelled_recorded >= q.due_original AS cohort0,
          CASE WHEN q.confirm_by >= :from AND q.confirm_by < :to AND q.confirm_by <= :asOf
            THEN coalesce((SELECT v.owed FROM facts.request_fact v
                           WHERE v.ledger = :ledger AND v.request_id = q.request_id
                             AND v.recorded_from <= q.confirm_by
                             AND v.recorded_until > q.confirm_by), true) END AS paper
        FROM fact q
      ), cohort AS MATERIALIZED (
        SELECT c.request_id, c.agency, c.agency_kind, c.province, c.emergency, {arrays}
          c.received, c.received_too, c.recorded, c.answered,
          c.received_at AS r, c.received_corrected AS rc, c.recorded_at AS w, c.a, c.replied_at AS f,
          c.refuted, c.due, c.paused, c.cancelled_recorded <> {never} AS taken_back,
          {net} AS net,
          c.items, c.targets, c.disclosed, c.in_force, c.no_data, c.rejected, c.cancelled,
          c.disclosed + c.in_force AS given,
          c.cohort, c.cohort AND c.a <= c.due
            AND (c.cancelled_recorded = {never} OR c.cancelled_recorded <= c.due) AS on_time,
          c.cohort AND c.ar <= c.due AS on_time_recorded,
          c.cohort0, c.cohort0 AND c.a <= c.due_original
            AND (c.cancelled_recorded = {never} OR c.cancelled_recorded <= c.due_original)
            AS on_time0,
          c.paper, c.confirmed_recorded <= c.confirm_by AS paper_in_time,
          c.confirmed_at <= c.confirm_by AS paper_claimed,
          c.recorded_at >= :from AND c.recorded_at < :upto AS opened,
          {closes} AS closed, {reopens} AS reopened,
          {parts} AS parts, {beyond} AS beyond, {reportable} AS reportable, {recordable} AS recordable
        FROM joined c
      )\
      """;

  private static final String ARRAYS =
      "c.kinds, c.grounds, c.item_kinds, c.item_targets, c.item_ends, c.item_grounds, c.part_at,"
          + " c.part_item, c.part_beyond,";

  private CohortSql() {}

  /**
   * @param now whether T is no earlier than anything recorded
   * @param ofItems whether what each item is matters, and not only how many are what
   */
  static String of(StatisticsFilter filter, boolean now, boolean calendar, boolean ofItems) {
    return COHORT
        .replace("{arrays}", ofItems ? ARRAYS : "")
        .replace("{beyond}", inPeriod("c.beyond_at"))
        .replace("{held}", held("q", now))
        .replace("{filter}", filter.condition())
        .replace("{net}", calendar ? net() : "NULL::bigint")
        .replace("{closes}", inPeriod("c.closes"))
        .replace("{reopens}", inPeriod("c.reopens"))
        .replace("{parts}", inPeriod("c.part_at"))
        .replace("{reportable}", inPeriod("c.reportable_at"))
        .replace("{recordable}", inPeriod("c.recordable_at"))
        .replace("{never}", NEVER);
  }

  /** The row that held at T. */
  static String held(String row, boolean now) {
    return now
        ? row + ".recorded_until = " + NEVER
        : "%1$s.recorded_from <= :asOf AND %1$s.recorded_until > :asOf".formatted(row);
  }

  /** How many of an array's instants lie in [from, upto): mostly it holds none or one. */
  private static String inPeriod(String array) {
    return """
    CASE cardinality(%1$s) WHEN 0 THEN 0
      WHEN 1 THEN (%1$s[1] >= :from AND %1$s[1] < :upto)::int
      ELSE (SELECT count(*) FROM unnest(%1$s) AS x(at) WHERE at >= :from AND at < :upto)::int END\
    """
        .formatted(array);
  }

  /** Working time in [R, A] less that in its pauses; none where the calendar does not reach. */
  private static String net() {
    return """
    CASE WHEN c.received AND c.answered
        AND least(c.received_at, c.a) >= :coversFrom AND greatest(c.received_at, c.a) < :coversTo
      THEN greatest(%s - %s, 0) - CASE cardinality(c.pause_from) WHEN 0 THEN 0
        ELSE (SELECT sum(%s - %s)::bigint FROM unnest(c.pause_from, c.pause_to) AS x(p, q)) END
      END\
    """
        .formatted(worked("c.a"), worked("c.received_at"), worked("x.q"), worked("x.p"));
  }

  /** Working time from the beginning of the calendar to an instant: between two bounds it passes. */
  private static String worked(String at) {
    return """
    (SELECT coalesce((CAST(:sums AS bigint[]))[b], 0)
       + CASE WHEN b %% 2 = 1 THEN %1$s - (CAST(:bounds AS bigint[]))[b] ELSE 0 END
     FROM width_bucket(%1$s, CAST(:bounds AS bigint[])) AS b)\
    """
        .formatted(at);
  }
}
