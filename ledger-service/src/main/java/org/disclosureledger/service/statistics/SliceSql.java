package org.disclosureledger.service.statistics;

import java.util.List;
import org.disclosureledger.service.figures.Slice;

/** How a slice's requests, items and parts are told apart in SQL. */
final class SliceSql {
  /** Those that stand apart by a key of the request. */
  static final List<Slice> BY_REQUEST =
      List.of(
          Slice.ALL,
          Slice.AGENCY,
          Slice.AGENCY_KIND,
          Slice.ITEM_KIND,
          Slice.PROVINCE,
          Slice.EMERGENCY,
          Slice.REFUSAL_GROUND);

  private SliceSql() {}

  /** Whether what each item is matters to it. */
  static boolean ofItems(Slice slice) {
    return slice == Slice.ITEM_KIND || slice == Slice.REFUSAL_GROUND;
  }

  /** The key of a row {@code c}, or of what {@link #from} unfolds of it. */
  static String key(Slice slice) {
    return switch (slice) {
      case ALL, MONTH -> "''::text";
      case AGENCY -> "c.agency";
      case AGENCY_KIND -> "c.agency_kind";
      case PROVINCE -> "c.province";
      case EMERGENCY -> "'true'::text";
      case ITEM_KIND, REFUSAL_GROUND -> "k.key";
    };
  }

  /** A row for each key, with its numbers. */
  static String select(
      Slice slice, String measured, String key, String numbers, String from, String where) {
    return "SELECT '%s' AS slice, '%s' AS measured, %s AS key, (%s)::bigint[] AS numbers"
            .formatted(slice, measured, key, numbers)
        + " FROM "
        + from
        + " WHERE "
        + where
        + " GROUP BY 3";
  }

  /** The rows {@code c} of a table, a row for each key that they have. */
  static String from(Slice slice, String table) {
    return switch (slice) {
      case ITEM_KIND -> table + " c CROSS JOIN LATERAL unnest(c.kinds) AS k(key)";
      case REFUSAL_GROUND -> table + " c CROSS JOIN LATERAL unnest(c.grounds) AS k(key)";
      default -> table.endsWith(" c") ? table : table + " c";
    };
  }

  /** Which rows {@code c} have one of the keys that a parameter names. */
  static String among(Slice slice, String parameter) {
    String keys = "CAST(:" + parameter + " AS text[])";
    return switch (slice) {
      case ITEM_KIND -> "c.kinds && " + keys;
      case REFUSAL_GROUND -> "c.grounds && " + keys;
      default -> key(slice) + " = ANY (" + keys + ")";
    };
  }

  /** Which of them stand in it. */
  static String where(Slice slice) {
    return switch (slice) {
      case AGENCY, AGENCY_KIND -> "c.agency IS NOT NULL";
      case PROVINCE -> "c.province IS NOT NULL";
      case EMERGENCY -> "c.emergency";
      // Few are refused: the others' items need not be unfolded.
      case REFUSAL_GROUND -> "cardinality(c.grounds) > 0";
      default -> "true";
    };
  }

  /** The same with an item {@code i} of each row: of its kind, or refused by its ground. */
  static String itemKey(Slice slice) {
    return switch (slice) {
      case ITEM_KIND -> "i.kind";
      case REFUSAL_GROUND -> "g.key";
      default -> key(slice);
    };
  }

  static String itemFrom(Slice slice) {
    String items =
        "alike c CROSS JOIN LATERAL unnest(c.item_kinds, c.item_targets, c.item_ends,"
            + " c.item_grounds) AS i(kind, targets, ended, grounds)";
    return slice == Slice.REFUSAL_GROUND
        ? items + " CROSS JOIN LATERAL unnest(string_to_array(i.grounds, '-')) AS g(key)"
        : items;
  }

  static String itemWhere(Slice slice) {
    return slice == Slice.REFUSAL_GROUND
        ? where(slice) + " AND i.ended = 'REJECTED'"
        : where(slice);
  }
}
