package org.disclosureledger.service.statistics;

import java.time.Instant;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A period, T, and the calendar that counts by then.
 *
 * @param calendar counts working time by its days, as due times are counted
 */
record NaiveMoment(ReportingPeriod period, Instant asOf, @Nullable WorkingCalendar calendar) {
  NaiveMoment cut(ReportingPeriod month) {
    return new NaiveMoment(month, asOf, calendar);
  }
}
