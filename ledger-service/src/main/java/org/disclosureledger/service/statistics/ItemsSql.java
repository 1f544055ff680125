package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.figures.Slice;

/**
 * Items and parts where it matters what each of them is: in slices by kind or ground, and wherever
 * a kind or ground is asked for.
 */
final class ItemsSql {
  private static final String ITEMS =
      """
      ARRAY[
        sum(c.n * i.targets), sum(c.n),
        sum(c.n) FILTER (WHERE i.ended = 'DISCLOSED'),
        sum(c.n) FILTER (WHERE i.ended = 'IN_FORCE'),
        sum(c.n) FILTER (WHERE i.ended = 'NO_DATA'),
        sum(c.n) FILTER (WHERE i.ended = 'REJECTED'),
        sum(c.n) FILTER (WHERE i.ended = 'CANCELLED'),
        sum(c.n) FILTER (WHERE i.ended = 'NONE')
      ]\
      """;

  /** Requests whose items are alike, once, with their number: few have any that nobody else has. */
  private static final String ALIKE =
      """
      WITH alike AS MATERIALIZED (
        SELECT c.*, count(*) AS n FROM (
          SELECT {keys} c.kinds, c.grounds, c.received, c.item_kinds, c.item_targets, c.item_ends,
            c.item_grounds,
            CASE WHEN c.parts = cardinality(c.part_item) THEN c.part_item
              ELSE {handed_item} END AS handed,
            CASE WHEN c.parts = cardinality(c.part_item) THEN c.part_beyond
              ELSE {handed_beyond} END AS beyond
          FROM {cohort} WHERE c.received OR c.parts > 0
        ) c
        GROUP BY {keys} c.kinds, c.grounds, c.received, c.item_kinds, c.item_targets, c.item_ends,
          c.item_grounds, c.handed, c.beyond
      )
      """;

  private static final String HANDED =
      """
      ARRAY(SELECT h.{what}
        FROM unnest(c.part_at, c.part_item, c.part_beyond) AS h(at, item, beyond)
        WHERE h.at >= :from AND h.at < :upto)\
      """;

  private final CohortSql cohort;
  private final StatisticsFilter filter;

  ItemsSql(CohortSql cohort) {
    this.cohort = cohort;
    this.filter = cohort.filter();
  }

  /** Whether it matters of these slices. */
  boolean matters(Slice slice) {
    return filter.ofItems() || SliceSql.ofItems(slice);
  }

  /**
   * @param slices of which each {@link #matters}
   */
  String of(Set<Slice> slices) {
    List<String> parts = new ArrayList<>();
    for (Slice slice : SliceSql.BY_REQUEST) {
      if (slices.contains(slice)) {
        parts.add(items(slice));
        // A refused item has no part, so that none is counted by a ground.
        if (slice != Slice.REFUSAL_GROUND && filter.refusalGround() == null) {
          parts.add(handed(slice));
        }
      }
    }
    String keys =
        slices.stream().allMatch(SliceSql::ofItems)
            ? ""
            : "c.agency, c.agency_kind, c.province, c.emergency,";
    return ALIKE
            .replace("{keys}", keys)
            .replace("{handed_item}", HANDED.replace("{what}", "item"))
            .replace("{handed_beyond}", HANDED.replace("{what}", "beyond"))
            .replace(
                "{cohort}",
                cohort.with(
                    slices.contains(Slice.PROVINCE),
                    "kinds",
                    "grounds",
                    "item_kinds",
                    "item_targets",
                    "item_ends",
                    "item_grounds",
                    "part_at",
                    "part_item",
                    "part_beyond"))
        + String.join("\nUNION ALL ", parts);
  }

  private String items(Slice slice) {
    return SliceSql.select(
        slice,
        Measured.ITEMS.name(),
        SliceSql.itemKey(slice),
        ITEMS,
        SliceSql.itemFrom(slice),
        SliceSql.itemWhere(slice) + " AND c.received AND " + counting("i.kind", "i.grounds"));
  }

  private String handed(Slice slice) {
    String kind = "c.item_kinds[h.item]";
    // A part of none of the request's items is of no kind.
    String where =
        SliceSql.where(slice)
            + (slice == Slice.ITEM_KIND ? " AND " + kind + " IS NOT NULL" : "")
            + " AND "
            + counting(kind, "''");
    return SliceSql.select(
        slice,
        Measured.PARTS.name(),
        slice == Slice.ITEM_KIND ? kind : SliceSql.key(slice),
        "ARRAY[sum(c.n), sum(c.n) FILTER (WHERE h.beyond)]",
        "alike c CROSS JOIN LATERAL unnest(c.handed, c.beyond) AS h(item, beyond)",
        where);
  }

  private String counting(String kind, String grounds) {
    String ofKind = filter.itemKind() == null ? "true" : kind + " = :itemKind";
    return filter.refusalGround() == null
        ? ofKind
        : ofKind + " AND :refusalGround = ANY (string_to_array(" + grounds + ", '-'))";
  }
}
