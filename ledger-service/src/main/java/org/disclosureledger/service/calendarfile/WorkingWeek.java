package org.disclosureledger.service.calendarfile;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.disclosureledger.service.deadline.Session;
import org.disclosureledger.service.deadline.Weekday;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.form.FormRule;

/**
 * What a file of holidays does not say: which days it covers, and how an ordinary week goes.
 *
 * @param from first day that it covers, Asia/Ho_Chi_Minh
 * @param to last day that it covers
 */
public record WorkingWeek(
    LocalDate from, LocalDate to, List<Weekday> weekdays, List<Session> sessions) {
  private static final String WEEKDAYS = "MON,TUE,WED,THU,FRI";
  private static final String SESSIONS = "07:30-11:30,13:00-17:00";

  public WorkingWeek {
    weekdays = List.copyOf(weekdays);
    sessions = List.copyOf(sessions);
  }

  /** Monday to Friday, eight hours with a break at noon. */
  public static WorkingWeek usual(LocalDate from, LocalDate to) {
    return new WorkingWeek(from, to, weekdays(WEEKDAYS), sessions(SESSIONS));
  }

  /**
   * Reads {@code MON,TUE}.
   *
   * @throws CommandRefused when a day is unknown
   */
  public static List<Weekday> weekdays(String text) {
    try {
      return Arrays.stream(text.split(",", -1)).map(Weekday::valueOf).toList();
    } catch (IllegalArgumentException e) {
      throw new CommandRefused(FormRule.MEMBER_INVALID, "weekdays: as in " + WEEKDAYS);
    }
  }

  /**
   * Reads {@code 07:30-11:30,13:00-17:00}.
   *
   * @throws CommandRefused when one is of another form, or ends before it begins
   */
  public static List<Session> sessions(String text) {
    List<Session> sessions = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", 2);
      try {
        if (ends.length != 2) {
          throw new IllegalArgumentException(part);
        }
        sessions.add(new Session(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
      } catch (IllegalArgumentException | DateTimeParseException e) {
        throw new CommandRefused(FormRule.MEMBER_INVALID, "sessions: as in " + SESSIONS);
      }
    }
    return sessions;
  }
}
