package org.disclosureledger.service.intake.statistics;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.statistics.StatisticsFilter;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * What a query string asks for: by default the half-year of T, as of now.
 *
 * @param slice whose rows are asked for beside those of all; absent when none is named
 */
public record StatisticsQuestion(
    ReportingPeriod period, Instant asOf, @Nullable Slice slice, StatisticsFilter filter) {
  public static final Set<String> PARAMETERS =
      Set.of(
          "from",
          "to",
          "half",
          "year",
          "asOf",
          "slice",
          "agency",
          "agencyKind",
          "itemKind",
          "province",
          "emergency",
          "refusalGround");

  private static final Pattern HALF = Pattern.compile("(20[0-9]{2})-[Hh]([12])");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

  /**
   * @param now by the clock of who is asked
   * @throws org.disclosureledger.service.wire.InputRefused when it asks for what cannot be
   */
  public static StatisticsQuestion of(QueryParameters query, Instant now) {
    Instant asked = query.moment("asOf");
    Instant asOf = asked == null ? now : asked;
    if (asOf.isAfter(now)) {
      throw QueryParameters.refused("asOf", "lies in the future");
    }
    return new StatisticsQuestion(
        period(query, asOf), asOf, query.code("slice", Slice.class), filter(query));
  }

  /** Those of all and of the slice that is named, or else of the given ones. */
  public Set<Slice> slicesOr(Set<Slice> unnamed) {
    return slice == null ? unnamed : EnumSet.of(Slice.ALL, slice);
  }

  private static StatisticsFilter filter(QueryParameters query) {
    return new StatisticsFilter(
        query.agency("agency"),
        query.code("agencyKind", AgencyKind.class),
        query.code("itemKind", ItemKind.class),
        query.province("province"),
        query.flag("emergency"),
        query.code("refusalGround", RefusalGround.class));
  }

  private static ReportingPeriod period(QueryParameters query, Instant asOf) {
    Instant from = query.moment("from");
    Instant to = query.moment("to");
    ReportingPeriod named = named(query.text("half"), query.text("year"));
    if (named != null) {
      if (from != null || to != null) {
        throw QueryParameters.refused("from", "and to are not said beside half or year");
      }
      return named;
    }
    ReportingPeriod half = ReportingPeriod.halfYearOf(asOf);
    return between(from == null ? half.from() : from, to == null ? half.to() : to);
  }

  private static @Nullable ReportingPeriod named(@Nullable String half, @Nullable String year) {
    if (half != null && year != null) {
      throw QueryParameters.refused("half", "and year say the same");
    }
    if (half != null) {
      Matcher parts = HALF.matcher(half);
      if (!parts.matches()) {
        throw QueryParameters.refused("half", "is a half-year such as 2026-H1");
      }
      return ReportingPeriod.half(
          Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }
    if (year != null && !YEAR.matcher(year).matches()) {
      throw QueryParameters.refused("year", "is a year such as 2026");
    }
    return year == null ? null : ReportingPeriod.year(Integer.parseInt(year));
  }

  private static ReportingPeriod between(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw QueryParameters.refused("to", "is not after from");
    }
    if (!ReportingPeriod.mayBe(from, to)) {
      throw QueryParameters.refused("to", "is too far from from");
    }
    return new ReportingPeriod(from, to);
  }
}
