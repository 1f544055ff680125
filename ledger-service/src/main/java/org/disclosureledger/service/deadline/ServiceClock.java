package org.disclosureledger.service.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Working time from a start, which stands still in pauses.
 *
 * @param pauses in their order, none within another
 */
record ServiceClock(WorkingCalendar calendar, Instant start, List<Pause> pauses) {

  /** The instant by which that many working hours have passed outside pauses. */
  Instant dueInHours(int hours) {
    Duration time = Duration.ofHours(hours);
    Instant due = calendar.after(start, time);
    for (Pause pause : pauses) {
      if (pause.from().isBefore(due)) {
        time = time.plus(calendar.workingTime(begin(pause), pause.to()));
        due = calendar.after(start, time);
      }
    }
    return due;
  }

  /**
   * The end of the working day with which that many have passed. A pause takes those that begin in
   * it: as at the start, the day on which it begins is not counted for it, and that on which it
   * ends is.
   */
  Instant dueInDays(int days) {
    int all = days;
    Instant due = calendar.endOfWorkingDay(start, all);
    for (Pause pause : pauses) {
      if (pause.from().isBefore(due)) {
        all += calendar.workingDays(begin(pause), pause.to());
        due = calendar.endOfWorkingDay(start, all);
      }
    }
    return due;
  }

  private Instant begin(Pause pause) {
    return pause.from().isBefore(start) ? start : pause.from();
  }
}
