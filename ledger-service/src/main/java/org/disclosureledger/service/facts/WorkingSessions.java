package org.disclosureledger.service.facts;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.CalendarDay;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;

/**
 * The sessions of all days that a calendar covers, in milliseconds since 1970.
 *
 * @param from first instant that it covers
 * @param to first one that it does not
 * @param bounds when sessions begin and end in turn, ascending
 * @param sums the working time that has passed by each of them
 */
record WorkingSessions(long from, long to, List<Long> bounds, List<Long> sums) {
  /** Of no day at all. */
  static final WorkingSessions NONE = new WorkingSessions(0, 0, List.of(), List.of());

  static WorkingSessions of(CalendarImported calendar) {
    Map<LocalDate, List<Session>> others = new HashMap<>();
    for (CalendarDay day : calendar.days()) {
      others.put(day.date(), day.sessions());
    }
    List<Long> bounds = new ArrayList<>();
    List<Long> sums = new ArrayList<>();
    long sum = 0;
    LocalDate end = calendar.to().plusDays(1);
    for (LocalDate day = calendar.from(); day.isBefore(end); day = day.plusDays(1)) {
      boolean works = calendar.weekdays().contains(Weekday.of(day.getDayOfWeek()));
      List<Session> usual = works ? calendar.sessions() : List.of();
      for (Session session : others.getOrDefault(day, usual)) {
        long begins = millis(day, session.from());
        long ends = millis(day, session.to());
        bounds.add(begins);
        sums.add(sum);
        sum += ends - begins;
        bounds.add(ends);
        sums.add(sum);
      }
    }
    return new WorkingSessions(
        millis(calendar.from(), LocalTime.MIN),
        millis(end, LocalTime.MIN),
        List.copyOf(bounds),
        List.copyOf(sums));
  }

  private static long millis(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(LedgerZone.ID).toInstant().toEpochMilli();
  }
}
