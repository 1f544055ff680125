package org.disclosureledger.service.deadline;

import java.time.DayOfWeek;

/** A day of the week as entries spell it. */
public enum Weekday {
  MON,
  TUE,
  WED,
  THU,
  FRI,
  SAT,
  SUN;

  public static Weekday of(DayOfWeek day) {
    return values()[day.getValue() - 1];
  }
}
