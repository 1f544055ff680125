package org.disclosureledger.service.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.disclosureledger.service.figures.Figure;

/**
 * How figures are summed over rows {@code c} of {@link CohortSql}: over the requests themselves, or
 * over groups of requests alike, each with their number {@code n} and with what they add up to. Of
 * a hundred thousand requests there are a few thousand groups, so that each slice costs little.
 */
final class SummedSql {
  /** Columns of the facts that say how many items a request has, in all and by their end. */
  static final List<String> ITEMS =
      List.of("targets", "items", "disclosed", "in_force", "no_data", "rejected", "cancelled");

  private static final List<String> HANDED = List.of("parts", "beyond");

  /** What tells requests apart that are counted differently. */
  private static final String ALIKE =
      "c.received, c.received_too, c.recorded, c.answered, c.refuted, c.no_due, c.taken_back,"
          + " c.filled, c.replied, c.lags, c.cohort, c.on_time, c.on_time_recorded, c.cohort0,"
          + " c.on_time0, c.paper, c.paper_in_time, c.paper_claimed, c.opened, c.emergency";

  private enum How {
    /** A condition on a request: how many fulfil it. */
    COUNT("sum(c.n) FILTER (WHERE {what})", "count(*) FILTER (WHERE {what})"),
    /** A column: how many have a value in it. */
    PRESENT("sum(c.{what})", "count(c.{what})"),
    /** A column: the sum of it. */
    SUM("sum(c.{what})", "sum(c.{what})"),
    /** A column: the largest of it. */
    MOST("max(c.{what})", "max(c.{what})");

    private final String ofGroups;
    private final String ofRequests;

    How(String ofGroups, String ofRequests) {
      this.ofGroups = ofGroups;
      this.ofRequests = ofRequests;
    }
  }

  /** How one figure comes about. */
  record Term(Figure figure, How how, String what) {
    private String sql(boolean groups) {
      return (groups ? how.ofGroups : how.ofRequests).replace("{what}", what);
    }
  }

  static final List<Term> COHORT =
      List.of(
          count(Figure.RECEIVED, "c.received"),
          count(Figure.ANSWERED, "c.received AND c.answered"),
          count(Figure.CANCELLED, "c.received AND c.answered AND c.taken_back"),
          count(Figure.OPEN, "c.received AND NOT c.answered"),
          count(Figure.NO_DEADLINE, "c.received AND c.no_due"),
          count(Figure.EMERGENCIES, "c.received AND c.emergency"),
          count(Figure.REFUTED, "c.received AND c.emergency AND c.refuted"),
          new Term(Figure.GROSS_MILLIS, How.SUM, "gross"),
          new Term(Figure.PAUSED_MILLIS, How.SUM, "paused"),
          new Term(Figure.NET_COUNTED, How.PRESENT, "net"),
          count(Figure.REPLIED, "c.replied"),
          count(Figure.FULL, "c.filled = 'FULL'"),
          count(Figure.PARTIAL, "c.filled = 'PARTIAL'"),
          count(Figure.NONE, "c.filled IN ('NONE', 'REFUSED')"),
          count(Figure.REFUSED, "c.filled = 'REFUSED'"),
          count(Figure.RECEIVED_CORRECTED, "c.received_too"),
          count(Figure.OPEN_CORRECTED, "c.received_too AND NOT c.answered"),
          count(Figure.DUE, "c.cohort"),
          count(Figure.ON_TIME, "c.on_time"),
          count(Figure.ON_TIME_RECORDED, "c.on_time_recorded"),
          count(Figure.DUE_ORIGINAL, "c.cohort0"),
          count(Figure.ON_TIME_ORIGINAL, "c.on_time0"),
          count(Figure.RECORDED, "c.recorded"),
          count(Figure.LAG_OVER_HOUR, "c.lags"),
          count(Figure.OPENED, "c.opened"),
          new Term(Figure.REOPENED, How.SUM, "reopened"),
          new Term(Figure.CLOSED, How.SUM, "closed"),
          count(Figure.PAPERS, "c.paper"),
          count(Figure.PAPERS_IN_TIME, "c.paper_in_time"),
          count(Figure.PAPERS_CLAIMED, "c.paper_claimed"),
          new Term(Figure.ERRORS_REPORTABLE, How.SUM, "reportable"),
          new Term(Figure.ERRORS_RECORDABLE, How.SUM, "recordable"),
          new Term(Figure.LAG_MAX, How.MOST, "lag"));

  private static final String QUANTILE =
      """
      coalesce(percentile_disc(ARRAY[0.5, 0.9, 0.95]) WITHIN GROUP (ORDER BY c.%s),
        '{NULL,NULL,NULL}'::bigint[])\
      """;
  private static final String MEDIAN = "percentile_disc(0.5) WITHIN GROUP (ORDER BY c.%s)";

  private SummedSql() {}

  private static Term count(Figure figure, String condition) {
    return new Term(figure, How.COUNT, condition);
  }

  /** Requests alike in one row, by these keys besides. */
  static String alike(String keys) {
    List<String> columns = new ArrayList<>(List.of("count(*) AS n"));
    for (Term term : COHORT) {
      if (term.how() != How.COUNT) {
        columns.add(term.how().ofRequests.replace("{what}", term.what()) + " AS " + term.what());
      }
    }
    ITEMS.forEach(column -> columns.add("sum(c.%1$s) AS %1$s".formatted(column)));
    HANDED.forEach(column -> columns.add("sum(c.%1$s) AS %1$s".formatted(column)));
    return keys + ALIKE + ", " + String.join(", ", columns);
  }

  static String alikeBy() {
    return ALIKE;
  }

  /**
   * The numbers of some parts, one behind the other.
   *
   * @param groups whether a row is a group of requests
   */
  static String numbers(List<Measured> parts, boolean groups) {
    return parts.stream()
        .map(part ->
            switch (part) {
              case COHORT ->
                  COHORT.stream()
                      .map(term -> term.sql(groups))
                      .collect(Collectors.joining(",\n  ", "ARRAY[", "]::bigint[]"));
              case ITEMS ->
                  ITEMS.stream()
                      .map("sum(c.%s)"::formatted)
                      .collect(
                          Collectors.joining(
                              ", ",
                              "ARRAY[",
                              ", sum(c.items - c.disclosed - c.in_force - c.no_data - c.rejected"
                                  + " - c.cancelled)]::bigint[]"));
              case PARTS -> "ARRAY[sum(c.parts), sum(c.beyond)]::bigint[]";
              case QUANTILES ->
                  QUANTILE.formatted("gross")
                      + " || "
                      + QUANTILE.formatted("gross_too")
                      + " || ARRAY["
                      + MEDIAN.formatted("reply")
                      + ", "
                      + MEDIAN.formatted("lag")
                      + "]";
              case NET -> QUANTILE.formatted("net");
              case AGING, UNREADABLE, BEFORE, AFTER ->
                  throw new IllegalArgumentException(part + " is not of the cohort");
            })
        .collect(Collectors.joining("\n  || "));
  }
}
