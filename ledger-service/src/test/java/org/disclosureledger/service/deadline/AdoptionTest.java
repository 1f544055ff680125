package org.disclosureledger.service.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
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
    return new AdoptPolicy(
        new PolicyAdopted(
            List.of(
                new PolicyRow(
                    "row",
                    LocalDate.parse("2026-07-01"),
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

  @Test
  void aPolicyOfHoursNeedsNoCalendarAndOneOfWorkingTimeDoes() {
    AdoptPolicy hours = policy(ClockKind.STATUTORY, 24, null);
    assertThat(Adoption.decide(hours, false, context(ActorRole.ADMIN, NOW)))
        .isEqualTo(hours.policy());
    for (AdoptPolicy working :
        List.of(
            policy(ClockKind.STATUTORY, null, 5),
            policy(ClockKind.SERVICE, null, 5),
            policy(ClockKind.SERVICE, 24, null))) {
      refused(
          DeadlineRule.CALENDAR_MISSING,
          () -> Adoption.decide(working, false, context(ActorRole.ADMIN, NOW)));
      assertThat(Adoption.decide(working, true, context(ActorRole.ADMIN, NOW)))
          .isEqualTo(working.policy());
    }
  }

  @Test
  void aCalendarThatIsOverIsRefused() {
    ImportCalendar calendar = new ImportCalendar(ExampleCalendar.year2026());
    // Its last day in Vietnam, to the last moment.
    Instant last = Instant.parse("2026-12-31T16:59:59.999Z");
    assertThat(Adoption.decide(calendar, context(ActorRole.ADMIN, last)))
        .isEqualTo(calendar.calendar());
    refused(
        DeadlineRule.CALENDAR_OVER,
        () -> Adoption.decide(calendar, context(ActorRole.ADMIN, last.plusMillis(1))));
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void nobodyButAnAdministratorAdopts(ActorRole role) {
    refused(
        DeadlineRule.ADOPTION_NOT_ALLOWED,
        () -> Adoption.decide(policy(ClockKind.STATUTORY, 24, null), true, context(role, NOW)));
    refused(
        DeadlineRule.ADOPTION_NOT_ALLOWED,
        () -> Adoption.decide(new ImportCalendar(ExampleCalendar.year2026()), context(role, NOW)));
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
            () -> new CalendarDay(first, List.of(), "x".repeat(101)),
            () -> ExampleCalendar.session("12:00", "12:00"),
            () -> ExampleCalendar.session("12:00:30", "13:00"),
            () -> ExampleCalendar.session("13:00", "12:00"))) {
      assertThat(catchThrowableOfType(IllegalArgumentException.class, bad::run)).isNotNull();
    }
    assertThat(
            new CalendarImported(first, first.plusDays(3_659), List.of(), usual, List.of(inside)))
        .isNotNull();
  }
}
