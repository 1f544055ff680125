package org.disclosureledger.service.report;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.figures.ReportingPeriod;

/**
 * What a report is called, and its stream: {@code 2026-h1}, {@code 2026}, or a UUID for one out of
 * turn. So each half-year and each year has one report, whoever freezes it first.
 */
public record ReportName(String value) {
  private static final String STREAM = "report/";
  private static final Pattern REGULAR = Pattern.compile("([0-9]{4})(?:-h([12]))?");
  private static final Pattern OUT_OF_TURN =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /**
   * @throws IllegalArgumentException when no report can be called so
   */
  public ReportName {
    if (!REGULAR.matcher(value).matches() && !OUT_OF_TURN.matcher(value).matches()) {
      throw new IllegalArgumentException("no report is called so");
    }
  }

  public static ReportName half(int year, int half) {
    return new ReportName(String.format(Locale.ROOT, "%04d-h%d", year, half));
  }

  public static ReportName year(int year) {
    return new ReportName(String.format(Locale.ROOT, "%04d", year));
  }

  public static ReportName outOfTurn(UUID id) {
    return new ReportName(id.toString());
  }

  /** Empty where no report can be called so. */
  public static Optional<ReportName> of(String text) {
    return REGULAR.matcher(text).matches() || OUT_OF_TURN.matcher(text).matches()
        ? Optional.of(new ReportName(text))
        : Optional.empty();
  }

  /** Of the stream's report; empty where it is none's. */
  public static Optional<ReportName> of(StreamId stream) {
    return stream.value().startsWith(STREAM)
        ? of(stream.value().substring(STREAM.length()))
        : Optional.empty();
  }

  public StreamId stream() {
    return new StreamId(STREAM + value);
  }

  public ReportKind kind() {
    Matcher regular = REGULAR.matcher(value);
    if (!regular.matches()) {
      return ReportKind.AD_HOC;
    }
    return regular.group(2) == null ? ReportKind.YEAR : ReportKind.HALF_YEAR;
  }

  /** Of a regular report; one out of turn says its own. */
  public Optional<ReportingPeriod> period() {
    Matcher regular = REGULAR.matcher(value);
    if (!regular.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(regular.group(1));
    return Optional.of(
        regular.group(2) == null
            ? ReportingPeriod.year(year)
            : ReportingPeriod.half(year, Integer.parseInt(regular.group(2))));
  }

  /** The regular report of the period before; one out of turn follows none. */
  public Optional<ReportName> previous() {
    Matcher regular = REGULAR.matcher(value);
    if (!regular.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(regular.group(1));
    if (year == 0) {
      return Optional.empty();
    }
    if (regular.group(2) == null) {
      return Optional.of(year(year - 1));
    }
    return Optional.of(regular.group(2).equals("2") ? half(year, 1) : half(year - 1, 2));
  }

  @Override
  public String toString() {
    return value;
  }
}
