package org.disclosureledger.service.statistics;

/**
 * The requests that figures of a period can rest on, a row {@code c} for each with what it adds to
 * them. Names follow {@code schemas/REPORTS.md}; what counts nowhere in the period is 0, false or
 * NULL in it, so that whoever sums need not ask again.
 */
final class CohortSql {
  private static final String NEVER = "9223372036854775807";

  /**
   * As of T: row by row the one that held then; of the newest T there is one that still does.
   *
   * <p>OFFSET 0 keeps the planner from writing each expression out wherever its name is used.
   */
  private static final String COHORT =
      """
      (
        SELECT j.request_id, j.agency, j.agency_kind, j.province, j.emergency, {more}
          j.received, j.received_too, j.recorded, j.answered, j.refuted,
          j.due IS NULL AS no_due, j.cancelled_recorded <> {never} AS taken_back,
          CASE WHEN NOT (j.received AND j.answered) THEN 'OPEN'
            WHEN j.disclosed + j.in_force = j.items THEN 'FULL'
            WHEN j.disclosed + j.in_force > 0 THEN 'PARTIAL'
            WHEN j.rejected = j.items THEN 'REFUSED' ELSE 'NONE' END AS filled,
          CASE WHEN j.received AND j.answered THEN j.answered_at - j.received_at END AS gross,
          CASE WHEN j.received_too AND j.answered
            THEN j.answered_at - j.received_corrected END AS gross_too,
          CASE WHEN j.received AND j.answered THEN j.paused END AS paused,
          {net} AS net,
          CASE WHEN j.received THEN j.replied_at - j.received_at END AS reply,
          j.received AND j.replied_at IS NOT NULL AS replied,
          CASE WHEN j.recorded THEN j.recorded_at - j.received_at END AS lag,
          j.recorded AND j.recorded_at - j.received_at > 3600000 AS lags,
          j.cohort,
          j.cohort AND j.answered_at <= j.due AND {never_before_due} AS on_time,
          j.cohort AND j.answered AND j.answered_recorded <= j.due AS on_time_recorded,
          j.cohort0,
          j.cohort0 AND j.answered_at <= j.due_original AND {never_before_original} AS on_time0,
          j.paper, j.paper AND j.confirmed_recorded <= j.confirm_by AS paper_in_time,
          j.paper AND j.confirmed_at <= j.confirm_by AS paper_claimed,
          j.recorded_at >= :from AND j.recorded_at < :upto AS opened,
          {items}
          {closes} AS closed, {reopens} AS reopened,
          {parts} AS parts, {beyond} AS beyond,
          {reportable} AS reportable, {recordable} AS recordable
        FROM (
          SELECT q.*, p.province,
            q.received_at >= :from AND q.received_at < :to AS received,
            q.received_corrected >= :from AND q.received_corrected < :to AS received_too,
            q.recorded_at >= :from AND q.recorded_at < :to AS recorded,
            q.answered_at <= :asOf AS answered,
            q.due >= :from AND q.due < :to AND q.due <= :asOf AND q.cancelled_recorded >= q.due
              AS cohort,
            q.due_original >= :from AND q.due_original < :to AND q.due_original <= :asOf
              AND q.cancelled_recorded >= q.due_original AS cohort0,
            CASE WHEN q.confirm_by >= :from AND q.confirm_by < :to AND q.confirm_by <= :asOf
              THEN coalesce((SELECT v.owed FROM facts.request_fact v
                             WHERE v.ledger = :ledger AND v.request_id = q.request_id
                               AND v.recorded_from <= q.confirm_by
                               AND v.recorded_until > q.confirm_by), true) END AS paper
          FROM facts.request_fact q {province}
          WHERE q.ledger = :ledger AND {held} AND {filter} AND (
            (q.span_to <= q.span_from + 2592000000
              AND q.span_from > :from - 2592000001 AND q.span_from < :to AND q.span_to >= :from)
            OR (q.span_to > q.span_from + 2592000000
              AND q.span_from < :to AND q.span_to >= :from))
          OFFSET 0
        ) j
        OFFSET 0
      ) c\
      """;

  /** Where agencies are, as of T. */
  private static final String PROVINCE =
      """
      LEFT JOIN (
        SELECT code, province FROM facts.agency_fact
        WHERE ledger = :ledger AND recorded_from <= :asOf AND recorded_until > :asOf
      ) p ON p.code = q.agency\
      """;

  /** Nobody asks where; joining them to every request takes as long as reading the requests. */
  private static final String NOWHERE = "CROSS JOIN (SELECT NULL::text AS province) p";

  /** Whoever is taken back after the due time was late. */
  private static final String NEVER_BEFORE =
      "(j.cancelled_recorded = {never} OR j.cancelled_recorded <= {due})";

  private final StatisticsFilter filter;
  private final boolean now;
  private final boolean calendar;

  /**
   * @param now whether T is no earlier than anything recorded
   * @param calendar whether there is one to count working time by
   */
  CohortSql(StatisticsFilter filter, boolean now, boolean calendar) {
    this.filter = filter;
    this.now = now;
    this.calendar = calendar;
  }

  StatisticsFilter filter() {
    return filter;
  }

  boolean calendar() {
    return calendar;
  }

  /**
   * A subquery {@code c}.
   *
   * @param more columns of the facts besides
   */
  String with(String... more) {
    return with(false, more);
  }

  /**
   * @param provinces whether the rows say their agency's province too
   */
  String with(boolean provinces, String... more) {
    StringBuilder columns = new StringBuilder();
    for (String column : more) {
      columns.append("j.").append(column).append(", ");
    }
    return COHORT
        .replace("{more}", columns)
        .replace("{never_before_due}", NEVER_BEFORE.replace("{due}", "j.due"))
        .replace("{never_before_original}", NEVER_BEFORE.replace("{due}", "j.due_original"))
        .replace("{items}", items())
        .replace("{province}", provinces || filter.province() != null ? PROVINCE : NOWHERE)
        .replace("{held}", held("q"))
        .replace("{filter}", filter.condition())
        .replace("{net}", calendar ? net() : "NULL::bigint")
        .replace("{closes}", inPeriod("j.closes"))
        .replace("{reopens}", inPeriod("j.reopens"))
        .replace("{parts}", inPeriod("j.part_at"))
        .replace("{beyond}", inPeriod("j.beyond_at"))
        .replace("{reportable}", inPeriod("j.reportable_at"))
        .replace("{recordable}", inPeriod("j.recordable_at"))
        .replace("{never}", NEVER);
  }

  String province() {
    return PROVINCE;
  }

  /** The row that held at T. */
  String held(String row) {
    return now
        ? row + ".recorded_until = " + NEVER
        : "%1$s.recorded_from <= :asOf AND %1$s.recorded_until > :asOf".formatted(row);
  }

  /** The items of what was received, in all and by their end. */
  private static String items() {
    StringBuilder columns = new StringBuilder();
    for (String column : SummedSql.ITEMS) {
      columns.append(
          "CASE WHEN j.received THEN j.%1$s ELSE 0 END AS %1$s,\n    ".formatted(column));
    }
    return columns.toString();
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
    CASE WHEN j.received AND j.answered
        AND least(j.received_at, j.answered_at) >= :coversFrom
        AND greatest(j.received_at, j.answered_at) < :coversTo
      THEN greatest(%s - %s, 0) - CASE cardinality(j.pause_from) WHEN 0 THEN 0
        ELSE (SELECT sum(%s - %s)::bigint FROM unnest(j.pause_from, j.pause_to) AS x(p, q)) END
      END\
    """
        .formatted(worked("j.answered_at"), worked("j.received_at"), worked("x.q"), worked("x.p"));
  }

  /**
   * Working time from the beginning of the calendar to an instant: between two bounds it passes.
   */
  private static String worked(String at) {
    return """
    (SELECT coalesce((CAST(:sums AS bigint[]))[b], 0)
       + CASE WHEN b %% 2 = 1 THEN %1$s - (CAST(:bounds AS bigint[]))[b] ELSE 0 END
     FROM width_bucket(%1$s, CAST(:bounds AS bigint[])) AS b)\
    """
        .formatted(at);
  }
}
