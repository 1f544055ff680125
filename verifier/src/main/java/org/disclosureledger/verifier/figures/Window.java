package org.disclosureledger.verifier.figures;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.format.LedgerZone;

/** A period and as of when, in milliseconds (REPORTS §1). */
record Window(long from, long to, long asOf) {
  /** A year of months, a hundred years of years: no report has room for more. */
  static final int MOST_MONTHS = 1_200;

  static Window of(Instant from, Instant to, Instant asOf) {
    return new Window(from.toEpochMilli(), to.toEpochMilli(), asOf.toEpochMilli());
  }

  boolean has(long instant) {
    return from <= instant && instant < to;
  }

  /** What is recorded in the period and counts. */
  boolean hasRecorded(long instant) {
    return from <= instant && instant < upto();
  }

  long upto() {
    return Math.min(to, asOf + 1);
  }

  /** The months that it meets. */
  List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = month(to - 1);
    for (YearMonth month = month(from);
        !month.isAfter(last) && months.size() <= MOST_MONTHS;
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  Window cutTo(YearMonth month) {
    return new Window(Math.max(from, start(month)), Math.min(to, start(month.plusMonths(1))), asOf);
  }

  private static YearMonth month(long instant) {
    return YearMonth.from(Instant.ofEpochMilli(instant).atZone(LedgerZone.ID));
  }

  private static long start(YearMonth month) {
    return month.atDay(1).atStartOfDay(LedgerZone.ID).toInstant().toEpochMilli();
  }
}
