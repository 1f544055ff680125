package org.disclosureledger.verifier.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;
import org.junit.jupiter.api.Test;

/** 2026-03-02 is a Monday. */
class CalendarTest {
  private static final long HOUR = 3_600_000;
  private static final String SESSIONS =
      "[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"13:30\",\"to\":\"17:30\"}]";

  private static Calendar calendar(String sessions) {
    return calendar(sessions, "", "");
  }

  private static Calendar calendar(String sessions, String from, String to) {
    String data =
        """
        {"from":"2026-01-01","to":"2026-12-31","weekdays":["MON","TUE","WED","THU","FRI"],
         "sessions":%s,
         "days":[{"date":"2026-03-04","sessions":[]},
                 {"date":"2026-03-07","sessions":[{"from":"08:00","to":"12:00"}]}]}
        """
            .formatted(sessions)
            .replace(from, to);
    return new Calendar(EventData.parse(data.getBytes(StandardCharsets.UTF_8)));
  }

  private static long at(String local) {
    return LocalDateTime.parse(local).atZone(LedgerZone.ID).toInstant().toEpochMilli();
  }

  @Test
  void timePassesInSessionsOnly() {
    Calendar calendar = calendar(SESSIONS);
    assertThat(calendar.between(at("2026-03-02T07:00"), at("2026-03-02T18:00")))
        .isEqualTo(8 * HOUR);
    assertThat(calendar.between(at("2026-03-02T11:00"), at("2026-03-02T14:00")))
        .isEqualTo(HOUR + HOUR / 2);
    assertThat(calendar.between(at("2026-03-02T12:00"), at("2026-03-02T13:30"))).isZero();
    // Over a holiday, a weekend, and a Saturday on which half a day is worked.
    assertThat(calendar.between(at("2026-03-03T17:00"), at("2026-03-09T08:00")))
        .isEqualTo(HOUR / 2 + 8 * HOUR + 8 * HOUR + 4 * HOUR);
  }

  @Test
  void whatEndsBeforeItBeginsTakesNoTime() {
    assertThat(calendar(SESSIONS).between(at("2026-03-03T11:00"), at("2026-03-03T09:00"))).isZero();
  }

  @Test
  void itCoversTheDaysFromItsFirstToItsLast() {
    Calendar calendar = calendar(SESSIONS);
    assertThat(calendar.covers(at("2026-01-01T00:00"), at("2026-12-31T23:59"))).isTrue();
    assertThat(calendar.covers(at("2025-12-31T23:59"), at("2026-12-31T23:59"))).isFalse();
    assertThat(calendar.covers(at("2026-01-01T00:00"), at("2027-01-01T00:00"))).isFalse();
  }

  @Test
  void sessionsThatOverlapCannotBeCountedWith() {
    assertThatThrownBy(() -> calendar(SESSIONS.replace("13:30", "11:30")))
        .isInstanceOf(Unreadable.class);
  }

  /** As the grade conduct reads it (FORMAT §9), and the service imports no other. */
  @Test
  void oneThatContradictsItselfCannotBeCountedWith() {
    String weekday = "{\"date\":\"2026-03-04\",\"sessions\":[]}";
    for (String[] change :
        new String[][] {
          {"2026-12-31", "2025-12-31"},
          {"2026-12-31", "2036-01-09"},
          {weekday, weekday + "," + weekday},
          {"2026-03-04", "2026-03-08"},
          {"2026-03-04", "2025-12-31"},
          {"2026-03-07", "2027-01-01"}
        }) {
      assertThatThrownBy(() -> calendar(SESSIONS, change[0], change[1]))
          .as(change[1])
          .isInstanceOf(Unreadable.class);
    }
    assertThat(calendar(SESSIONS, "2026-12-31", "2036-01-08").covers(0, 0)).isFalse();
  }
}
