package org.disclosureledger.service.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due times by the calendar, against tables counted by hand. */
class WorkingDueTimeTest {
  private static final UUID ADOPTED = UUID.fromString("0198f000-0000-7000-8000-00000000ad09");
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(ExampleCalendar.ID, ExampleCalendar.year2026());

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(LedgerZone.ID).toInstant();
  }

  private static PolicyRow row(
      String id,
      String from,
      @Nullable String to,
      ClockKind clock,
      @Nullable Integer hours,
      @Nullable Integer days) {
    return new PolicyRow(
        id,
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to),
        "Điều mẫu",
        "Sample article",
        true,
        List.of(ItemKind.DOCUMENT),
        null,
        DeadlinePurpose.ANSWER,
        clock,
        hours,
        days);
  }

  private static PolicyInForce policy(PolicyRow... rows) {
    return new PolicyInForce(ADOPTED, List.of(rows), CALENDAR);
  }

  /** Pauses as {@code from/to from/to}. */
  private static DueTime due(PolicyInForce policy, String receivedAt, String pauses) {
    List<Pause> all = new ArrayList<>();
    for (String pause : pauses.isBlank() ? new String[0] : pauses.split(" ")) {
      String[] ends = pause.split("/");
      all.add(new Pause(at(ends[0]), at(ends[1])));
    }
    return policy.resolve(
        new AnswerDue(at(receivedAt), false, List.of(ItemKind.DOCUMENT), null, all));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00,5,'',2026-03-09",
    // Asked and answered within a day: nothing is won.
    "2026-03-02T10:00,5,2026-03-04T08:00/2026-03-04T16:00,2026-03-09",
    // Asked on Wednesday, answered on Friday: Thursday and Friday do not count.
    "2026-03-02T10:00,5,2026-03-04T23:59:59/2026-03-06T00:00,2026-03-11",
    // Over the weekend: Monday alone.
    "2026-03-02T10:00,5,2026-03-06T10:00/2026-03-09T10:00,2026-03-10",
    // Two pauses; the second begins after the first due time, within the one that the first gives.
    "2026-03-02T10:00,5,2026-03-04T10:00/2026-03-06T10:00 2026-03-10T10:00/2026-03-11T10:00,2026-03-12",
    // Too late to stop anything.
    "2026-03-02T10:00,5,2026-03-10T00:00/2026-03-20T00:00,2026-03-09",
    // All of Tết.
    "2026-02-11T10:00,2,2026-02-12T10:00/2026-02-24T10:00,2026-02-25"
  })
  void daysOfTheServiceClockStandStillInPauses(
      String receivedAt, int days, String pauses, String last) {
    PolicyInForce service = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, null, days));
    DueTime due = due(service, receivedAt, pauses);
    assertThat(due.due()).isEqualTo(at(last + "T23:59:59.999"));
    assertThat(due.workingDays()).isEqualTo(days);
    assertThat(due.hours()).isNull();
    assertThat(due.calendar()).isEqualTo(ExampleCalendar.ID);
    PolicyInForce statutory = policy(row("s", "2026-01-01", null, ClockKind.STATUTORY, null, days));
    assertThat(due(statutory, receivedAt, pauses).due())
        .as("the statutory clock never stands still")
        .isEqualTo(due(statutory, receivedAt, "").due());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:30,8,'',2026-03-03T08:30",
    "2026-03-02T08:30,8,2026-03-02T10:00/2026-03-02T14:00,2026-03-03T11:00",
    "2026-03-02T08:30,8,2026-03-02T11:30/2026-03-02T13:00,2026-03-03T08:30",
    "2026-03-02T08:30,8,2026-03-02T17:00/2026-03-03T07:30,2026-03-03T08:30",
    "2026-02-13T10:00,2,2026-02-13T11:00/2026-02-23T08:00,2026-02-23T09:00",
    "2026-03-02T08:30,1,2026-03-02T09:30/2026-03-05T09:30,2026-03-02T09:30",
    // Asked before it was received, as claimed: it counts from the receipt.
    "2026-03-02T08:30,1,2026-03-02T07:00/2026-03-02T09:00,2026-03-02T10:00"
  })
  void hoursOfTheServiceClockToo(String receivedAt, int hours, String pauses, String end) {
    PolicyInForce service = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, hours, null));
    DueTime due = due(service, receivedAt, pauses);
    assertThat(due.due()).isEqualTo(at(end));
    assertThat(due.hours()).isEqualTo(hours);
    assertThat(due.calendar()).isEqualTo(ExampleCalendar.ID);
  }

  @Test
  void plainHoursNeedNoCalendarAndNeverStandStill() {
    PolicyInForce plain = policy(row("p", "2026-01-01", null, ClockKind.STATUTORY, 24, null));
    assertThat(plain.needsCalendar()).isFalse();
    DueTime due = due(plain, "2026-02-14T23:59:59", "2026-02-15T00:00/2026-02-20T00:00");
    assertThat(due.due()).isEqualTo(at("2026-02-15T23:59:59"));
    assertThat(due.calendar()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-30T23:59:59.999,old,2026-07-07",
    "2026-07-01T00:00,new,2026-07-03",
  })
  void onTheDayOfAChangeTheRowOfTheReceiptHolds(String receivedAt, String row, String last) {
    PolicyInForce changed =
        policy(
            row("old", "2026-01-01", "2026-06-30", ClockKind.STATUTORY, null, 5),
            row("new", "2026-07-01", null, ClockKind.STATUTORY, null, 2));
    DueTime due = due(changed, receivedAt, "");
    assertThat(due.row()).isEqualTo(row);
    assertThat(due.due()).isEqualTo(at(last + "T23:59:59.999"));
  }

  @Test
  void theEarliestOfSeveralRowsHolds() {
    PolicyInForce two =
        policy(
            row("days", "2026-01-01", null, ClockKind.STATUTORY, null, 1),
            row("hours", "2026-01-01", null, ClockKind.SERVICE, 8, null));
    assertThat(due(two, "2026-03-02T08:30", "").row()).isEqualTo("hours");
    assertThat(due(two, "2026-03-06T17:00", "").row()).isEqualTo("hours");
    assertThat(due(two, "2026-03-06T17:00", "2026-03-09T08:00/2026-03-10T12:00").row())
        .isEqualTo("days");
  }

  @Test
  void aCalendarThatEndsTooSoonIsNamed() {
    PolicyInForce service = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, null, 5));
    assertThatThrownBy(() -> due(service, "2026-12-28T08:00", ""))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(DeadlineRule.CALENDAR_TOO_SHORT))
        .hasMessageContaining(ExampleCalendar.ID.toString());
  }

  @Test
  void theExplanationSaysWhatWasCounted() {
    PolicyInForce days = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, null, 5));
    DueTime due = due(days, "2026-03-02T10:00", "");
    assertThat(Explanation.of(due, false, days).en())
        .isEqualTo(
            "5 working days from 2026-03-02 10:00, Sample article, policy %s, calendar %s"
                .formatted(ADOPTED, ExampleCalendar.ID));
    assertThat(Explanation.of(due, false, days).vi())
        .isEqualTo(
            "5 ngày làm việc kể từ 2026-03-02 10:00, Điều mẫu, chính sách %s, lịch %s"
                .formatted(ADOPTED, ExampleCalendar.ID));
    PolicyInForce hours = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, 8, null));
    assertThat(Explanation.of(due(hours, "2026-03-02T10:00", ""), false, hours).vi())
        .startsWith("8 giờ làm việc kể từ ");
    PolicyInForce one = policy(row("s", "2026-01-01", null, ClockKind.STATUTORY, null, 1));
    assertThat(Explanation.of(due(one, "2026-03-02T10:00", ""), false, one).en())
        .startsWith("1 working day from 2026-03-02 10:00, Sample article");
  }

  @Test
  void pausesAreToldOnlyOfTheClockThatTheyStopped() {
    PolicyInForce service = policy(row("s", "2026-01-01", null, ClockKind.SERVICE, null, 5));
    DueTime due = due(service, "2026-03-02T10:00", "2026-03-04T23:59:59/2026-03-06T00:00");
    assertThat(Explanation.of(due, true, service).en())
        .startsWith("5 working days from 2026-03-02 10:00, less what clarification took, Sample");
    assertThat(Explanation.of(due, true, service).vi())
        .startsWith("5 ngày làm việc kể từ 2026-03-02 10:00, trừ lúc chờ làm rõ, Điều mẫu");
    PolicyInForce statutory = policy(row("s", "2026-01-01", null, ClockKind.STATUTORY, null, 5));
    assertThat(Explanation.of(due(statutory, "2026-03-02T10:00", ""), true, statutory).en())
        .startsWith("5 working days from 2026-03-02 10:00, Sample article");
  }

  /** The calendar ends with Thursday 31 December. */
  @ParameterizedTest
  @CsvSource({
    // 24 hours end within it, and five working days beyond.
    "2026-12-28T08:00,24,hours",
    "2026-12-30T23:59:59,24,hours",
    "2026-12-31T08:00,15,hours",
    // Both beyond: which comes first, nobody knows.
    "2026-12-31T08:00,16,''",
    "2026-12-31T08:00,24,''",
    // Before it begins, no day is known to be worked.
    "2025-12-30T08:00,24,''"
  })
  void aRowThatEndsBeyondTheCalendarIsLaterThanOneThatEndsWithinIt(
      String receivedAt, int hours, String row) {
    PolicyInForce both =
        policy(
            row("days", "2025-01-01", null, ClockKind.STATUTORY, null, 5),
            row("hours", "2025-01-01", null, ClockKind.STATUTORY, hours, null));
    if (row.isEmpty()) {
      assertThatThrownBy(() -> due(both, receivedAt, ""))
          .isInstanceOfSatisfying(
              CommandRefused.class,
              refused -> assertThat(refused.rule()).isEqualTo(DeadlineRule.CALENDAR_TOO_SHORT));
    } else {
      assertThat(due(both, receivedAt, "").row()).isEqualTo(row);
    }
  }
}
