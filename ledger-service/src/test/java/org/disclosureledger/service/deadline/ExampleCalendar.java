package org.disclosureledger.service.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** 2026 as it might be announced: Tết, two swapped Saturdays, and half a day before Tết. */
public final class ExampleCalendar {
  public static final UUID ID = UUID.fromString("0198f000-0000-7000-8000-00000000ca1e");
  public static final Session MORNING = session("07:30", "11:30");
  public static final Session AFTERNOON = session("13:00", "17:00");

  private ExampleCalendar() {}

  public static CalendarImported year2026() {
    List<CalendarDay> days = new ArrayList<>();
    days.add(off("2026-01-01", "Tết Dương lịch"));
    days.add(off("2026-01-02", "Nghỉ hoán đổi"));
    days.add(worked("2026-01-10", "Làm bù"));
    days.add(new CalendarDay(LocalDate.parse("2026-02-13"), List.of(MORNING), "Nửa ngày"));
    for (int day = 16; day <= 20; day++) {
      days.add(off("2026-02-" + day, "Tết Nguyên đán"));
    }
    days.add(off("2026-04-27", "Giỗ Tổ, nghỉ bù"));
    days.add(off("2026-04-30", "Ngày Chiến thắng"));
    days.add(off("2026-05-01", "Quốc tế Lao động"));
    days.add(worked("2026-08-22", "Làm bù"));
    days.add(off("2026-08-31", "Nghỉ hoán đổi"));
    days.add(off("2026-09-01", "Quốc khánh"));
    days.add(off("2026-09-02", "Quốc khánh"));
    days.sort(Comparator.comparing(CalendarDay::date));
    return new CalendarImported(
        LocalDate.parse("2026-01-01"),
        LocalDate.parse("2026-12-31"),
        List.of(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI),
        List.of(MORNING, AFTERNOON),
        days);
  }

  public static Session session(String from, String to) {
    return new Session(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static CalendarDay off(String date, String name) {
    return new CalendarDay(LocalDate.parse(date), List.of(), name);
  }

  private static CalendarDay worked(String date, String name) {
    return new CalendarDay(LocalDate.parse(date), List.of(MORNING, AFTERNOON), name);
  }
}
