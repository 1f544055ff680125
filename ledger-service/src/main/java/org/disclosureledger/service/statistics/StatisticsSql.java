package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.disclosureledger.service.figures.Slice;

/**
 * The statements: a row is a slice, what is measured ({@link Measured}, several parts joined by
 * {@code +}), a key of the slice and the numbers of those parts one behind the other.
 */
final class StatisticsSql {
  private static final String QUANTILE_COLUMNS =
      "c.agency, c.agency_kind, c.province, c.emergency, c.gross, c.gross_too, c.reply, c.lag,"
          + " c.net";

  private final CohortSql cohort;

  StatisticsSql(CohortSql cohort) {
    this.cohort = cohort;
  }

  /** All of the requests in one pass. */
  String ofAll() {
    List<Measured> parts = counted(!cohort.filter().ofItems());
    parts.addAll(quantiles());
    return select(Slice.ALL, parts, cohort.with(), false, "true");
  }

  /** Whether a question is of none but all of the requests. */
  static boolean ofAll(Set<Slice> slices) {
    return EnumSet.of(Slice.ALL).containsAll(slices);
  }

  /** Counts and sums of slices, by groups of requests alike. */
  String counts(Set<Slice> slices) {
    String keys = "c.agency, c.agency_kind, c.province, ";
    String kinds = "c.kinds, c.grounds, ";
    boolean items = slices.stream().anyMatch(SliceSql::ofItems);
    String groups =
        """
        WITH alike AS MATERIALIZED (
          SELECT %s, %s AS of_items FROM %s GROUP BY GROUPING SETS (%s)
        )
        """
            .formatted(
                SummedSql.alike(items ? keys + kinds : keys),
                items ? "grouping(c.kinds) = 0" : "false",
                cohort.with(slices.contains(Slice.PROVINCE), "kinds", "grounds"),
                "(%s)".formatted(keys + SummedSql.alikeBy())
                    + (items ? ", (%s)".formatted(kinds + SummedSql.alikeBy()) : ""));
    return groups
        + union(
            slices,
            slice -> {
              boolean ofItems = SliceSql.ofItems(slice);
              List<Measured> parts = counted(!ofItems && !cohort.filter().ofItems());
              return select(slice, parts, "alike", true, ofItems ? "c.of_items" : "NOT c.of_items");
            });
  }

  /** Quantiles of slices: each has to sort what is in it. */
  String quantiles(Set<Slice> slices) {
    boolean ofItems = slices.stream().anyMatch(SliceSql::ofItems);
    String columns = ofItems ? QUANTILE_COLUMNS + ", c.kinds, c.grounds" : QUANTILE_COLUMNS;
    String from = cohort.with(slices.contains(Slice.PROVINCE), "kinds", "grounds");
    return "WITH cohort AS MATERIALIZED (SELECT %s FROM %s)\n".formatted(columns, from)
        + union(slices, slice -> select(slice, quantiles(), "cohort", false, "true"));
  }

  private List<Measured> quantiles() {
    return cohort.calendar()
        ? List.of(Measured.QUANTILES, Measured.NET)
        : List.of(Measured.QUANTILES);
  }

  private static List<Measured> counted(boolean items) {
    List<Measured> parts = new ArrayList<>(List.of(Measured.COHORT));
    if (items) {
      parts.add(Measured.ITEMS);
      parts.add(Measured.PARTS);
    }
    return parts;
  }

  private static String select(
      Slice slice, List<Measured> parts, String table, boolean groups, String where) {
    return SliceSql.select(
        slice,
        parts.stream().map(Measured::name).collect(Collectors.joining("+")),
        SliceSql.key(slice),
        SummedSql.numbers(parts, groups),
        SliceSql.from(slice, table),
        SliceSql.where(slice) + " AND " + where);
  }

  /**
   * How long each request took or has waited, for rows in which many wait.
   *
   * @param first slices with such rows by receipts as first told; parameter {@code keys_SLICE}
   *     names them
   * @param corrected the same by receipts as last told; {@code keys_SLICE_corrected}
   */
  String times(Set<Slice> first, Set<Slice> corrected) {
    List<String> parts = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    first.forEach(slice -> {
      parts.add(times(slice, false));
      asked.add("c.received AND " + SliceSql.among(slice, keys(slice, false)));
    });
    corrected.forEach(slice -> {
      parts.add(times(slice, true));
      asked.add("c.received_too AND " + SliceSql.among(slice, keys(slice, true)));
    });
    return """
    WITH cohort AS MATERIALIZED (
      SELECT c.agency, c.agency_kind, c.province, c.emergency, c.kinds, c.grounds, c.received,
        c.received_too, c.answered, coalesce(c.gross, :asOf - c.received_at) AS first,
        coalesce(c.gross_too, :asOf - c.received_corrected) AS corrected
      FROM %s WHERE %s
    )
    """
            .formatted(
                cohort.with(
                    first.contains(Slice.PROVINCE) || corrected.contains(Slice.PROVINCE),
                    "received_at",
                    "received_corrected",
                    "kinds",
                    "grounds"),
                String.join(" OR ", asked))
        + String.join("\nUNION ALL ", parts)
        + "\nORDER BY 1, 2, 3, 4";
  }

  /** The parameter that names the rows whose times are asked for. */
  static String keys(Slice slice, boolean corrected) {
    return "keys_" + slice + (corrected ? "_corrected" : "");
  }

  private static String times(Slice slice, boolean corrected) {
    return """
    SELECT '%s' AS slice, %s AS corrected, %s AS key, c.%s AS t,
      count(*) FILTER (WHERE c.answered) AS events, count(*) AS every
    FROM %s WHERE %s AND c.%s AND %s = ANY (CAST(:%s AS text[])) GROUP BY 3, 4\
    """
        .formatted(
            slice,
            corrected,
            SliceSql.key(slice),
            corrected ? "corrected" : "first",
            SliceSql.from(slice, "cohort"),
            SliceSql.where(slice),
            corrected ? "received_too" : "received",
            SliceSql.key(slice),
            keys(slice, corrected));
  }

  private static String union(Set<Slice> slices, Function<Slice, String> select) {
    return SliceSql.BY_REQUEST.stream()
        .filter(slices::contains)
        .map(select)
        .collect(Collectors.joining("\nUNION ALL "));
  }
}
