package org.disclosureledger.service.deadline;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/**
 * A stretch of a working day in which work is done, Asia/Ho_Chi_Minh.
 *
 * @param from first minute of it
 * @param to first minute after it, on the same day
 */
public record Session(
    @JsonFormat(pattern = MINUTE) LocalTime from, @JsonFormat(pattern = MINUTE) LocalTime to) {
  private static final String MINUTE = "HH:mm";

  /**
   * @throws IllegalArgumentException when it is empty, reversed or not of whole minutes
   */
  public Session {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a session ends after it begins");
    }
    if (isWithinAMinute(from) || isWithinAMinute(to)) {
      throw new IllegalArgumentException("a session is of whole minutes");
    }
  }

  private static boolean isWithinAMinute(LocalTime time) {
    return time.getSecond() != 0 || time.getNano() != 0;
  }
}
