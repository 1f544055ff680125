package org.disclosureledger.service.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdoptionTest {
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));
  private static final Instant NOW = Instant.parse("2026-12-31T03:00:00Z");

  private static CommandContext context(ActorRole role, Instant now) {
    return new CommandContext("demo", PERSON, role, now, () -> ID, null);
  }

  private static AdoptPolicy policy(
      ClockKind clock, @Nullable Integer hours, @Nullable Integer days) {
    return policy(clock, hours, days, "2026-07-01");
  }

  private static AdoptPolicy policy(
      ClockKind clock, @Nullable Integer hours, @Nullable Integer days, String from) {
    return new AdoptPolicy(
        new PolicyAdopted(
            List.of(
                new PolicyRow(
                    "row",
                    LocalDate.parse(from),
                    null,
                    "Điều mẫu",
                    "Sample article",
                    true,
                    List.of(ItemKind.DOCUMENT),
                    null,
                    DeadlinePurpose.ANSWER,
                    clock,
                    hours,
                    days))));
  }

  private static void refused(RefusalRule rule, Runnable decision) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, decision::run);
    assertThat(refused).as(rule.code()).isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }

  private static final PolicyInForce COUNTED =
      PolicyInForce.NONE.with(new WorkingCalendar(ID, ExampleCalendar.year2026()));

  private static CommandContext admin(String vietnam) {
    Instant now = LocalDateTime.parse(vietnam).atZone(LedgerZone.ID).toInstant();
    return context(ActorRole.ADMIN, now);
  }

  private static ImportCalendar covering(String from, String to) {
    CalendarImported year = ExampleCalendar.year2026();
    return new ImportCalendar(
        new CalendarImported(
            LocalDate.parse(from),
            LocalDate.parse(to),
            year.weekdays(),
            year.sessions(),
            List.of()));
  }

  private static PolicyInForce counted(ImportCalendar calendar) {
    return PolicyInForce.NONE.with(new WorkingCalendar(ID, calendar.calendar()));
  }

  @Test
  void aPolicyOfHoursNeedsNoCalendarAndOneOfWorkingTimeDoes() {
    AdoptPolicy hours = policy(ClockKind.STATUTORY, 24, null);
    CommandContext now = admin("2026-12-01T10:00");
    assertThat(Adoption.decide(hours, PolicyInForce.NONE, now)).isEqualTo(hours.policy());
    for (AdoptPolicy working :
        List.of(
            policy(ClockKind.STATUTORY, null, 5),
            policy(ClockKind.SERVICE, null, 5),
            policy(ClockKind.SERVICE, 24, null))) {
      refused(
          DeadlineRule.CALENDAR_MISSING, () -> Adoption.decide(working, PolicyInForce.NONE, now));
      assertThat(Adoption.decide(working, COUNTED, now)).isEqualTo(working.policy());
    }
  }

  /** The calendar ends with Thursday 31 December. */
  @Test
  void aPolicyIsAdoptedWhileTheCalendarReachesForWhatComesNow() {
    AdoptPolicy days = policy(ClockKind.STATUTORY, null, 5);
    assertThat(Adoption.decide(days, COUNTED, admin("2026-12-24T23:59:59"))).isNotNull();
    refused(
        DeadlineRule.CALENDAR_TOO_SHORT,
        () -> Adoption.decide(days, COUNTED, admin("2026-12-25T00:00")));
    AdoptPolicy hours = policy(ClockKind.SERVICE, 4, null);
    assertThat(Adoption.decide(hours, COUNTED, admin("2026-12-31T11:30"))).isNotNull();
    refused(
        DeadlineRule.CALENDAR_TOO_SHORT,
        () -> Adoption.decide(hours, COUNTED, admin("2026-12-31T14:00")));
  }

  @Test
  void aRowWhoseDayHasNotComeNeedsACalendarOfTodayAlone() {
    AdoptPolicy next = policy(ClockKind.STATUTORY, null, 5, "2027-01-01");
    assertThat(Adoption.decide(next, COUNTED, admin("2026-12-31T23:59:59"))).isNotNull();
    refused(
        DeadlineRule.CALENDAR_TOO_SHORT,
        () -> Adoption.decide(next, COUNTED, admin("2027-01-01T00:00")));
  }

  @Test
  void aCalendarThatIsOverIsRefused() {
    ImportCalendar calendar = new ImportCalendar(ExampleCalendar.year2026());
    // Its last day in Vietnam, to the last moment.
    Instant last = Instant.parse("2026-12-31T16:59:59.999Z");
    assertThat(Adoption.decide(calendar, PolicyInForce.NONE, context(ActorRole.ADMIN, last)))
        .isEqualTo(calendar.calendar());
    refused(
        DeadlineRule.CALENDAR_OVER,
        () ->
            Adoption.decide(
                calendar, PolicyInForce.NONE, context(ActorRole.ADMIN, last.plusMillis(1))));
  }

  @Test
  void aCalendarThatHasNotBegunIsRefused() {
    ImportCalendar calendar = covering("2027-01-01", "2027-12-31");
    refused(
        DeadlineRule.CALENDAR_BEGINS_LATE,
        () -> Adoption.decide(calendar, PolicyInForce.NONE, admin("2026-12-31T23:59:59")));
    assertThat(Adoption.decide(calendar, PolicyInForce.NONE, admin("2027-01-01T00:00")))
        .isNotNull();
  }

  @Test
  void aCalendarBeginsNoLaterThanTheOneBeforeButFiveYearsBackIsEnough() {
    CommandContext now = admin("2031-06-01T10:00");
    for (String late : List.of("2028-01-02", "2031-06-01")) {
      refused(
          DeadlineRule.CALENDAR_BEGINS_LATE,
          () ->
              Adoption.decide(
                  covering(late, "2031-12-31"),
                  counted(covering("2028-01-01", "2031-12-31")),
                  now));
    }
    PolicyInForce old = counted(covering("2022-01-01", "2031-12-31"));
    assertThat(Adoption.decide(covering("2026-06-01", "2032-12-31"), old, now)).isNotNull();
    refused(
        DeadlineRule.CALENDAR_BEGINS_LATE,
        () -> Adoption.decide(covering("2026-06-02", "2032-12-31"), old, now));
  }

  @Test
  void aCalendarReachesAsFarAsThePolicyCountsFromNow() {
    PolicyInForce days = PolicyInForce.of(ID, policy(ClockKind.STATUTORY, null, 5).policy());
    CommandContext now = admin("2026-12-01T10:00");
    assertThat(Adoption.decide(covering("2026-01-01", "2026-12-08"), days, now)).isNotNull();
    refused(
        DeadlineRule.CALENDAR_TOO_SHORT,
        () -> Adoption.decide(covering("2026-01-01", "2026-12-07"), days, now));
    assertThat(Adoption.decide(covering("2026-01-01", "2026-12-01"), PolicyInForce.NONE, now))
        .isNotNull();
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void nobodyButAnAdministratorAdopts(ActorRole role) {
    refused(
        DeadlineRule.ADOPTION_NOT_ALLOWED,
        () -> Adoption.decide(policy(ClockKind.STATUTORY, 24, null), COUNTED, context(role, NOW)));
    refused(
        DeadlineRule.ADOPTION_NOT_ALLOWED,
        () ->
            Adoption.decide(
                new ImportCalendar(ExampleCalendar.year2026()), COUNTED, context(role, NOW)));
  }

  @Test
  void aCalendarThatContradictsItselfCannotBe() {
    LocalDate first = LocalDate.parse("2026-01-01");
    List<Session> usual = List.of(ExampleCalendar.MORNING, ExampleCalendar.AFTERNOON);
    List<Weekday> week = List.of(Weekday.MON);
    CalendarDay inside = new CalendarDay(first.plusDays(1), List.of(), null);
    for (Runnable bad :
        List.<Runnable>of(
            () -> new CalendarImported(first, first.minusDays(1), week, usual, List.of()),
            () -> new CalendarImported(first, first.plusDays(3_660), week, usual, List.of()),
            () -> new CalendarImported(first, first, week, List.of(), List.of()),
            () -> new CalendarImported(first, first, week, usual.reversed(), List.of()),
            () ->
                new CalendarImported(
                    first, first, List.of(Weekday.MON, Weekday.MON), usual, List.of()),
            () -> new CalendarImported(first, first, week, usual, List.of(inside)),
            () ->
                new CalendarImported(
                    first, first.plusDays(9), week, usual, List.of(inside, inside)),
            () -> new CalendarDay(first, usual.reversed(), null),
            () -> new CalendarDay(first, List.of(), " "),
            () -> new CalendarDay(first, List.of(), "𝐓".repeat(101)),
            () -> ExampleCalendar.session("12:00", "12:00"),
            () -> ExampleCalendar.session("12:00:30", "13:00"),
            () -> ExampleCalendar.session("13:00", "12:00"))) {
      assertThat(catchThrowableOfType(IllegalArgumentException.class, bad::run)).isNotNull();
    }
    assertThat(new CalendarDay(first, List.of(), "𝐓".repeat(100))).isNotNull();
    assertThat(
            new CalendarImported(first, first.plusDays(3_659), List.of(), usual, List.of(inside)))
        .isNotNull();
  }
}
