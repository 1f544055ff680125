package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a look raises, of lists as they stand. */
class AlertScanTest {
  private static final String OUT_OF_TURN = "0196a5b0-0000-7000-8000-000000000001";

  private final AlertDatabase database = new AlertDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  private void look() {
    database.scan().run();
  }

  @Test
  void whereAListLagsNothingIsRaisedAndTheRightThingsOnceItHasCaughtUp() {
    database.now = Instant.parse("2025-03-20T03:00:00.000Z");
    Instant past = database.now.minus(Duration.ofHours(1));
    UUID answered = database.request(1, past);
    UUID open = database.request(2, past);
    database.report(OUT_OF_TURN, "AD_HOC", past);
    // What the lists do not know yet: an answer, and that the report was submitted.
    database.append();
    look();
    assertThat(database.alerts()).isEmpty();

    database.answered(answered);
    database.catchUp("register");
    look();
    assertThat(database.alerts()).as("the list of reports lags still").isEmpty();

    database.submitted(OUT_OF_TURN);
    database.catchUp("report");
    look();
    look();
    assertThat(database.alerts()).containsExactly("OVERDUE " + open + " " + past);
  }

  @Test
  void aRegularReportIsToldFiveDaysBeforeFifteenDaysAfterItsPeriod() {
    Instant due = Instant.parse("2026-07-15T17:00:00Z"); // the 16th, Asia/Ho_Chi_Minh
    database.now = due.minus(Duration.ofDays(5)).minusMillis(1);
    look();
    assertThat(database.alerts()).containsExactly("REPORT_DUE 2025 2026-01-15T17:00:00Z");
    database.now = due.minus(Duration.ofDays(5));
    look();
    look();
    assertThat(database.alerts())
        .containsExactly("REPORT_DUE 2025 2026-01-15T17:00:00Z", "REPORT_DUE 2026-h1 " + due);
  }

  @Test
  void aSubmittedReportIsNotToldNorOneOfATimeBeforeTheLedger() {
    database.now = AlertDatabase.OPENED.plus(Duration.ofDays(200));
    database.report("2025-h1", "HALF_YEAR", null);
    database.submitted("2025-h1");
    look();
    assertThat(database.alerts()).isEmpty();
  }

  @Test
  void aFrozenReportsOwnDueTimeGoesBeforeTheUsualOne() {
    Instant due = Instant.parse("2026-08-01T00:00:00Z");
    database.report("2025", "YEAR", Instant.parse("2026-02-01T00:00:00Z"));
    database.report("2026-h1", "HALF_YEAR", due);
    database.now = due.minus(Duration.ofDays(5)).minusMillis(1);
    look();
    assertThat(database.alerts()).containsExactly("REPORT_DUE 2025 2026-02-01T00:00:00Z");
    database.now = due.minus(Duration.ofDays(5));
    look();
    assertThat(database.alerts()).contains("REPORT_DUE 2026-h1 " + due).hasSize(2);
  }

  @Test
  void aReportOutOfTurnIsToldByItsOwnDueTimeAndNotOnceSubmittedOrWithoutOne() {
    database.now = Instant.parse("2025-06-01T00:00:00.000Z");
    Instant due = database.now.plus(Duration.ofDays(5));
    database.report(OUT_OF_TURN, "AD_HOC", due.plusMillis(1));
    String open = OUT_OF_TURN.replace('1', '2');
    database.report(open, "AD_HOC", null);
    String submitted = OUT_OF_TURN.replace('1', '3');
    database.report(submitted, "AD_HOC", due);
    database.submitted(submitted);
    look();
    assertThat(database.alerts()).isEmpty();
    database.now = database.now.plusMillis(1);
    look();
    look();
    assertThat(database.alerts())
        .containsExactly("REPORT_DUE " + OUT_OF_TURN + " " + due.plusMillis(1));
  }

  @Test
  void aRegularReportOfLongAgoThatHasADueTimeIsToldToo() {
    Instant due = Instant.parse("2026-07-22T00:00:00Z");
    database.report("2025-h1", "HALF_YEAR", due);
    database.report("2025", "YEAR", null);
    database.submitted("2025");
    database.report("2026-h1", "HALF_YEAR", null);
    database.submitted("2026-h1");
    look();
    assertThat(database.alerts()).containsExactly("REPORT_DUE 2025-h1 " + due);
  }

  @Test
  void aCalendarThatEndsSoonIsToldOnceUntilAnotherEndsSoonToo() {
    database.now = Instant.parse("2025-03-20T16:59:59.999Z"); // the end of that day in Viet Nam
    UUID first = database.calendar(LocalDate.parse("2025-05-20"), 1);
    look();
    assertThat(database.alerts()).as("61 days before").isEmpty();
    database.now = database.now.plusMillis(1);
    look();
    look();
    String told = "CALENDAR_ENDS " + first + " 2025-05-20T17:00:00Z";
    assertThat(database.alerts()).containsExactly(told);

    UUID second = database.calendar(LocalDate.parse("2025-12-31"), 2);
    look();
    assertThat(database.alerts()).containsExactly(told);
    database.now = Instant.parse("2025-12-01T00:00:00Z");
    look();
    assertThat(database.alerts()).contains("CALENDAR_ENDS " + second + " 2025-12-31T17:00:00Z");
  }
}
