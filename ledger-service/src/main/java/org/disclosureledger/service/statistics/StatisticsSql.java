package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.figures.Slice;

/** The statements: each row is a slice's key with the numbers of one {@link Measured}. */
final class StatisticsSql {
  private static final String COHORT =
      """
      ARRAY[
        count(*) FILTER (WHERE c.received),
        count(*) FILTER (WHERE c.received AND c.answered),
        count(*) FILTER (WHERE c.received AND c.answered AND c.taken_back),
        count(*) FILTER (WHERE c.received AND NOT c.answered),
        count(*) FILTER (WHERE c.received AND c.due IS NULL),
        count(*) FILTER (WHERE c.received AND c.emergency),
        count(*) FILTER (WHERE c.received AND c.emergency AND c.refuted),
        coalesce(sum(c.a - c.r) FILTER (WHERE c.received AND c.answered), 0),
        coalesce(sum(c.paused) FILTER (WHERE c.received AND c.answered), 0),
        count(c.net),
        count(c.f) FILTER (WHERE c.received),
        count(*) FILTER (WHERE c.received AND c.answered AND c.given = c.items),
        count(*) FILTER (WHERE c.received AND c.answered AND c.given > 0 AND c.given < c.items),
        count(*) FILTER (WHERE c.received AND c.answered AND c.given = 0),
        count(*) FILTER (WHERE c.received AND c.answered AND c.rejected = c.items),
        count(*) FILTER (WHERE c.received_too),
        count(*) FILTER (WHERE c.received_too AND NOT c.answered),
        count(*) FILTER (WHERE c.cohort),
        count(*) FILTER (WHERE c.on_time),
        count(*) FILTER (WHERE c.on_time_recorded),
        count(*) FILTER (WHERE c.cohort0),
        count(*) FILTER (WHERE c.on_time0),
        count(*) FILTER (WHERE c.recorded),
        count(*) FILTER (WHERE c.recorded AND c.w - c.r > 3600000),
        count(*) FILTER (WHERE c.opened),
        sum(c.reopened), sum(c.closed),
        count(*) FILTER (WHERE c.paper),
        count(*) FILTER (WHERE c.paper AND c.paper_in_time),
        count(*) FILTER (WHERE c.paper AND c.paper_claimed),
        sum(c.reportable), sum(c.recordable)
      ]::bigint[] || coalesce(
        percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY c.a - c.r)
          FILTER (WHERE c.received AND c.answered), {none})
      || coalesce(
        percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY c.a - c.rc)
          FILTER (WHERE c.received_too AND c.answered), {none})
      || ARRAY[
        percentile_disc(0.5) WITHIN GROUP (ORDER BY c.f - c.r)
          FILTER (WHERE c.received AND c.f IS NOT NULL),
        percentile_disc(0.5) WITHIN GROUP (ORDER BY c.w - c.r) FILTER (WHERE c.recorded),
        max(c.w - c.r) FILTER (WHERE c.recorded)
      ]\
      """
          .replace("{none}", "'{NULL,NULL,NULL}'::bigint[]");
  private static final String NET =
      """
       || coalesce(
        percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY c.net)
          FILTER (WHERE c.net IS NOT NULL), '{NULL,NULL,NULL}'::bigint[])\
      """;
  private static final String ITEM_SUMS =
      """
      ARRAY[sum(c.targets), sum(c.items), sum(c.disclosed), sum(c.in_force), sum(c.no_data),
        sum(c.rejected), sum(c.cancelled),
        sum(c.items - c.disclosed - c.in_force - c.no_data - c.rejected - c.cancelled)]\
      """;
  private static final String ITEMS =
      """
      ARRAY[
        sum(i.targets), count(*),
        count(*) FILTER (WHERE i.ended = 'DISCLOSED'),
        count(*) FILTER (WHERE i.ended = 'IN_FORCE'),
        count(*) FILTER (WHERE i.ended = 'NO_DATA'),
        count(*) FILTER (WHERE i.ended = 'REJECTED'),
        count(*) FILTER (WHERE i.ended = 'CANCELLED'),
        count(*) FILTER (WHERE i.ended = 'NONE')
      ]\
      """;
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
        LEFT JOIN province p ON p.code = q.agency
        WHERE {filter}
      )\
      """;

  private static final String UNREADABLE =
      """
      unread AS MATERIALIZED (
        SELECT q.agency, q.agency_kind, p.province, q.emergency, q.kinds, q.grounds
        FROM facts.request_fact q LEFT JOIN province p ON p.code = q.agency
        WHERE q.ledger = :ledger AND q.unreadable AND {held} AND {filter}
        UNION ALL
        -- Of no agency, no kind, nothing: in the row of all alone.
        SELECT NULL, NULL, NULL, false, '{}'::text[], '{}'::text[] FROM facts.unreadable_stream u
        WHERE u.ledger = :ledger AND u.recorded_from <= :asOf AND {unfiltered}
      )\
      """;

  /** Says of a row that its key is a request whose backlog does not add up. */
  static final String UNBALANCED = "UNBALANCED";

  private static final int MOST_UNBALANCED = 100;

  private final StatisticsFilter filter;
  private final boolean now;
  private final boolean calendar;

  /**
   * @param now whether T is no earlier than anything recorded
   * @param calendar whether there is one to count working time by
   */
  StatisticsSql(StatisticsFilter filter, boolean now, boolean calendar) {
    this.filter = filter;
    this.now = now;
    this.calendar = calendar;
  }

  /**
   * @param balance whether requests whose backlog does not add up are named too
   */
  String figures(Set<Slice> slices, boolean balance) {
    List<String> parts = new ArrayList<>();
    for (Slice slice : SliceSql.BY_REQUEST) {
      if (slices.contains(slice)) {
        parts.addAll(parts(slice));
      }
    }
    if (balance) {
      parts.add(unbalanced());
    }
    boolean ofItems = filter.ofItems() || slices.stream().anyMatch(SliceSql::ofItems);
    return common(ofItems) + "\n" + String.join("\nUNION ALL ", parts);
  }

  private String common(boolean ofItems) {
    return String.join(
        ",\n",
        CohortSql.of(filter, now, calendar, ofItems),
        standing("open_now", ":asOf", "s.answered_at > :asOf"),
        standing("before", ":before", "s.answered_at = " + Long.MAX_VALUE),
        standing("after", ":after", "s.answered_at = " + Long.MAX_VALUE),
        UNREADABLE
            .replace("{held}", CohortSql.held("q", now))
            .replace("{filter}", filter.condition())
            .replace("{unfiltered}", Boolean.toString(filter.equals(StatisticsFilter.NONE))));
  }

  private String standing(String name, String at, String open) {
    return STANDING
        .replace("{name}", name)
        .replace("{open}", open)
        .replace("{at}", at)
        .replace("{held}", CohortSql.held("q", now))
        .replace("{filter}", filter.condition());
  }

  private List<String> parts(Slice slice) {
    List<String> parts = new ArrayList<>();
    parts.add(part(slice, Measured.COHORT, calendar ? COHORT + NET : COHORT, "cohort", "true"));
    parts.add(items(slice));
    parts.addAll(handed(slice));
    parts.add(part(slice, Measured.AGING, AGING, "open_now", "true"));
    parts.add(part(slice, Measured.UNREADABLE, "ARRAY[count(*)]", "unread", "true"));
    parts.add(part(slice, Measured.BEFORE, "ARRAY[count(*)]", "before", "true"));
    parts.add(part(slice, Measured.AFTER, "ARRAY[count(*)]", "after", "true"));
    return parts;
  }

  private static String part(
      Slice slice, Measured measured, String numbers, String table, String where) {
    return select(
        slice,
        measured,
        SliceSql.key(slice),
        numbers,
        SliceSql.from(slice, table),
        SliceSql.where(slice) + " AND " + where);
  }

  private static String select(
      Slice slice, Measured measured, String key, String numbers, String from, String where) {
    return "SELECT '%s' AS slice, '%s' AS measured, %s AS key, (%s)::bigint[] AS numbers"
            .formatted(slice, measured, key, numbers)
        + " FROM "
        + from
        + " WHERE "
        + where
        + " GROUP BY 3";
  }

  /** The items of requests received; of a kind or ground that is asked for, those alone. */
  private String items(Slice slice) {
    if (!filter.ofItems() && !SliceSql.ofItems(slice)) {
      return part(slice, Measured.ITEMS, ITEM_SUMS, "cohort", "c.received");
    }
    return select(
        slice,
        Measured.ITEMS,
        SliceSql.itemKey(slice),
        ITEMS,
        SliceSql.itemFrom(slice),
        SliceSql.itemWhere(slice) + " AND c.received AND " + counting("i.kind", "i.grounds"));
  }

  private String counting(String kind, String grounds) {
    String ofKind = filter.itemKind() == null ? "true" : kind + " = :itemKind";
    return filter.refusalGround() == null
        ? ofKind
        : ofKind + " AND :refusalGround = ANY (string_to_array(" + grounds + ", '-'))";
  }

  /** A refused item has none, so that nothing is counted by a ground. */
  private List<String> handed(Slice slice) {
    if (slice == Slice.REFUSAL_GROUND || filter.refusalGround() != null) {
      return List.of();
    }
    if (filter.itemKind() == null && slice != Slice.ITEM_KIND) {
      String sums = "ARRAY[sum(c.parts), sum(c.beyond)]";
      return List.of(part(slice, Measured.PARTS, sums, "cohort", "c.parts > 0"));
    }
    String kind = "c.item_kinds[h.item]";
    String where =
        SliceSql.where(slice) + " AND c.parts > 0 AND h.at >= :from AND h.at < :upto AND ";
    return List.of(
        select(
            slice,
            Measured.PARTS,
            slice == Slice.ITEM_KIND ? kind : SliceSql.key(slice),
            "ARRAY[count(*), count(*) FILTER (WHERE h.beyond)]",
            "cohort c CROSS JOIN LATERAL unnest(c.part_at, c.part_item, c.part_beyond)"
                + " AS h(at, item, beyond)",
            where + counting(kind, "''")));
  }

  /** How long each request took or has waited, for slices in which many wait. */
  String times(Set<Slice> slices) {
    List<String> parts = new ArrayList<>();
    for (Slice slice : slices) {
      parts.add(times(slice, false));
      parts.add(times(slice, true));
    }
    return CohortSql.of(filter, now, calendar, slices.stream().anyMatch(SliceSql::ofItems))
        + "\n"
        + String.join("\nUNION ALL ", parts)
        + "\nORDER BY 1, 2, 3, 4";
  }

  private static String times(Slice slice, boolean corrected) {
    return """
    SELECT '%s' AS slice, %s AS corrected, %s AS key,
      CASE WHEN c.answered THEN c.a ELSE :asOf END - %s AS t,
      count(*) FILTER (WHERE c.answered) AS events, count(*) AS every
    FROM %s WHERE %s AND %s GROUP BY 3, 4\
    """
        .formatted(
            slice,
            corrected,
            SliceSql.key(slice),
            corrected ? "c.rc" : "c.r",
            SliceSql.from(slice, "cohort"),
            SliceSql.where(slice),
            corrected ? "c.received_too" : "c.received");
  }

  /** Requests whose backlog does not add up, some of them, each as a key. */
  private static String unbalanced() {
    return """
    (SELECT 'ALL', '%s', request_id::text, '{}'::bigint[]
     FROM (SELECT request_id, opened::int + reopened - closed AS change FROM cohort) c
     FULL JOIN (SELECT request_id, 1 AS one FROM before) b USING (request_id)
     FULL JOIN (SELECT request_id, 1 AS one FROM after) e USING (request_id)
     WHERE coalesce(b.one, 0) + coalesce(c.change, 0) <> coalesce(e.one, 0)
     ORDER BY request_id LIMIT %d)\
    """
        .formatted(UNBALANCED, MOST_UNBALANCED);
  }
}
