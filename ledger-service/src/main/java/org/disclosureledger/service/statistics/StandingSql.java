package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.disclosureledger.service.figures.Slice;

/** The requests that were open or standing at an instant, and those that nobody can read. */
final class StandingSql {
  private static final int MOST_UNBALANCED = 100;

  private static final String AGING =
      """
      ARRAY[
        count(*),
        count(*) FILTER (WHERE c.due IS NULL),
        count(*) FILTER (WHERE c.late <= 0),
        count(*) FILTER (WHERE c.late > 0 AND c.late <= 10800000),
        count(*) FILTER (WHERE c.late > 10800000 AND c.late <= 86400000),
        count(*) FILTER (WHERE c.late > 86400000 AND c.late <= 604800000),
        count(*) FILTER (WHERE c.late > 604800000)
      ]\
      """;

  /** Of the requests open or standing at an instant, which are few, as they are at T. */
  private static final String STANDING =
      """
      {name} AS MATERIALIZED (
        SELECT q.request_id, q.agency, q.agency_kind, p.province, q.emergency, q.kinds, q.grounds,
          q.due, :asOf - q.due AS late
        FROM (
          SELECT s.request_id FROM facts.request_fact s
          WHERE s.ledger = :ledger AND {open} AND s.answered_at > s.recorded_from
            AND s.recorded_until <= s.recorded_from + 2592000000
            AND s.recorded_from <= {at} AND s.recorded_from > {at} - 2592000001
            AND s.recorded_until > {at}
          UNION ALL
          SELECT s.request_id FROM facts.request_fact s
          WHERE s.ledger = :ledger AND {open} AND s.answered_at > s.recorded_from
            AND s.recorded_until > s.recorded_from + 2592000000
            AND s.recorded_from <= {at} AND s.recorded_until > {at}
        ) was
        -- One by one: they are few, and a planner that thinks otherwise reads the whole table.
        CROSS JOIN LATERAL (
          SELECT * FROM facts.request_fact q
          WHERE q.ledger = :ledger AND q.request_id = was.request_id AND {held} LIMIT 1
        ) q
        {province}
        WHERE {filter}
      )\
      """;

  private static final String UNREADABLE =
      """
      unread AS MATERIALIZED (
        SELECT q.agency, q.agency_kind, p.province, q.emergency, q.kinds, q.grounds
        FROM facts.request_fact q {province}
        WHERE q.ledger = :ledger AND q.unreadable AND {held} AND {filter}
        UNION ALL
        -- Of no agency, no kind, nothing: in the row of all alone.
        SELECT NULL, NULL, NULL, false, '{}'::text[], '{}'::text[] FROM facts.unreadable_stream u
        WHERE u.ledger = :ledger AND u.recorded_from <= :asOf AND {unfiltered}
      )\
      """;

  private static final String NAMED =
      """
      SELECT request_id
      FROM (SELECT c.request_id, c.opened::int + c.reopened - c.closed AS change FROM %s) c
      FULL JOIN (SELECT request_id, 1 AS one FROM before) b USING (request_id)
      FULL JOIN (SELECT request_id, 1 AS one FROM after) e USING (request_id)
      WHERE coalesce(b.one, 0) + coalesce(c.change, 0) <> coalesce(e.one, 0)
      ORDER BY request_id LIMIT %d\
      """;

  private final CohortSql cohort;

  StandingSql(CohortSql cohort) {
    this.cohort = cohort;
  }

  /** What does not depend on the period: open at T, by how late; and what nobody can read. */
  String asOf(Set<Slice> slices) {
    return "WITH "
        + standing("open_now", ":asOf", "s.answered_at > :asOf")
        + ",\n"
        + UNREADABLE
            .replace("{province}", cohort.province())
            .replace("{held}", cohort.held("q"))
            .replace("{filter}", cohort.filter().condition())
            .replace(
                "{unfiltered}", Boolean.toString(cohort.filter().equals(StatisticsFilter.NONE)))
        + "\n"
        + union(
            slices,
            slice ->
                List.of(
                    select(slice, Measured.AGING, AGING, "open_now"),
                    select(slice, Measured.UNREADABLE, "ARRAY[count(*)]", "unread")));
  }

  /** The backlog at both ends of the period. */
  String backlog(Set<Slice> slices) {
    return ends()
        + union(
            slices,
            slice ->
                List.of(
                    select(slice, Measured.BEFORE, "ARRAY[count(*)]", "before"),
                    select(slice, Measured.AFTER, "ARRAY[count(*)]", "after")));
  }

  /** Requests whose flows and stocks contradict each other, some of them. */
  String unbalanced() {
    return ends() + NAMED.formatted(cohort.with(), MOST_UNBALANCED);
  }

  private String ends() {
    return "WITH "
        + standing("before", ":before", "s.answered_at = " + Long.MAX_VALUE)
        + ",\n"
        + standing("after", ":after", "s.answered_at = " + Long.MAX_VALUE)
        + "\n";
  }

  private String standing(String name, String at, String open) {
    return STANDING
        .replace("{name}", name)
        .replace("{open}", open)
        .replace("{at}", at)
        .replace("{province}", cohort.province())
        .replace("{held}", cohort.held("q"))
        .replace("{filter}", cohort.filter().condition());
  }

  private static String union(Set<Slice> slices, Function<Slice, List<String>> selects) {
    List<String> all = new ArrayList<>();
    SliceSql.BY_REQUEST.stream()
        .filter(slices::contains)
        .forEach(slice -> all.addAll(selects.apply(slice)));
    return String.join("\nUNION ALL ", all);
  }

  private static String select(Slice slice, Measured measured, String numbers, String table) {
    return SliceSql.select(
        slice,
        measured.name(),
        SliceSql.key(slice),
        numbers,
        SliceSql.from(slice, table),
        SliceSql.where(slice));
  }
}
