package org.disclosureledger.service.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on which things are otherwise than on its weekday: a holiday, a Saturday worked in place of
 * another day, half a day.
 *
 * @param sessions of that day, in their order; none: nobody works
 * @param name what it is called, for people to read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CalendarDay(LocalDate date, List<Session> sessions, @Nullable String name) {
  /** Characters, as JSON Schema counts them. */
  public static final int MAX_NAME = 100;

  /**
   * @throws IllegalArgumentException when its sessions overlap, or its name is too long
   */
  public CalendarDay {
    sessions = CalendarImported.inOrder(sessions);
    if (name != null && (name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME)) {
      throw new IllegalArgumentException("a day's name has 1 to " + MAX_NAME + " characters");
    }
  }
}
