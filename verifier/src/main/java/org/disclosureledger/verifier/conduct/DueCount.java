package org.disclosureledger.verifier.conduct;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Due times from one instant by one calendar, in the time that pauses leave (FORMAT §9, <em>Of
 * conduct</em>). The pauses are counted once, for all rows of a policy; a due time is then found by
 * halving, however long the calendar and however many the pauses.
 */
final class DueCount {
  private final WorkingDays calendar;
  private final Instant start;

  /** Working days that the pauses before each put on top, and at last all of them. */
  private final long[] days;

  /**
   * The most working days that were over, without those, the day before it or one of the pauses
   * before it began.
   */
  private final long[] daysOver;

  /** Working time that passes in the pauses before each, and at last in all, in milliseconds. */
  private final long[] worked;

  /** Working time that has passed outside of pauses when each begins, in milliseconds. */
  private final long[] workedOver;

  /** The first pause that ends behind the calendar; as many as there are if none does. */
  private final int beyond;

  DueCount(WorkingDays calendar, Instant start, List<Pause> pauses) {
    this.calendar = calendar;
    this.start = start;
    int count = pauses.size();
    days = new long[count + 1];
    daysOver = new long[count];
    worked = new long[count + 1];
    workedOver = new long[count];
    int first = count;
    for (int i = 0; i < count && calendar.latest() != null; i++) {
      Pause pause = pauses.get(i);
      Instant begin = pause.from().isBefore(start) ? start : pause.from();
      Instant end = pause.to().isBefore(begin) ? begin : pause.to();
      LocalDate from = WorkingDays.day(begin);
      LocalDate to = WorkingDays.day(end);
      first = first == count && !calendar.hasDay(to) ? i : first;
      long over = calendar.number(from.minusDays(1)) - days[i];
      daysOver[i] = i == 0 ? over : Math.max(over, daysOver[i - 1]);
      days[i + 1] = days[i] + calendar.number(to) - calendar.number(from);
      workedOver[i] = calendar.worked(begin) - calendar.worked(start) - worked[i];
      worked[i + 1] = worked[i] + calendar.worked(end) - calendar.worked(begin);
    }
    beyond = first;
  }

  /**
   * The last millisecond of the n-th working day after that of the start; null beyond the end. Of
   * each pause that begins before that, the working days after that of its beginning, up to that of
   * its end, come on top.
   */
  @Nullable Instant endOfDay(long number) {
    LocalDate first = WorkingDays.day(start);
    if (!calendar.hasDay(first)) {
      return null;
    }
    long last = calendar.number(first) + number;
    int before = first(daysOver, last);
    return before > beyond ? null : calendar.endOf(last + days[before]);
  }

  /** When that many working hours have passed outside of pauses; null beyond the end. */
  @Nullable Instant after(long hours) {
    if (!calendar.hasDay(WorkingDays.day(start))) {
      return null;
    }
    long much = Duration.ofHours(hours).toMillis();
    int before = first(workedOver, much);
    return calendar.when(calendar.worked(start) + worked[before] + much);
  }

  /** The first of ascending values that is no less; as many as there are if none is. */
  private static int first(long[] values, long least) {
    int low = 0;
    for (int high = values.length; low < high; ) {
      int middle = (low + high) >>> 1;
      if (values[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
