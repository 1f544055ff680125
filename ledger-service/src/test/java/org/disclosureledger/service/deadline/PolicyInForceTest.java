package org.disclosureledger.service.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyInForceTest {
  private static final UUID ADOPTED = UUID.fromString("01980000-0000-7000-8000-0000000000b1");
  private static final PolicyInForce SHIPPED = PolicyInForce.of(ADOPTED, StatutoryRows.read());
  private static final Instant RECEIVED = Instant.parse("2026-11-03T02:12:00Z");

  @Test
  void anOrdinaryRequestForUserInformationIsDueInADay() {
    DueTime due = SHIPPED.resolve(asked(false, null, ItemKind.SUBSCRIBER_DATA));
    assertThat(due)
        .isEqualTo(
            new DueTime(
                DeadlineBasis.POLICY,
                Instant.parse("2026-11-04T02:12:00Z"),
                ADOPTED,
                "user-information-ordinary",
                1,
                24,
                null,
                null,
                RECEIVED));
  }

  @Test
  void theItemDueFirstSetsTheDueTime() {
    DueTime due =
        SHIPPED.resolve(
            asked(true, null, ItemKind.FIGURES, ItemKind.TAKEDOWN, ItemKind.SUBSCRIBER_DATA));
    assertThat(due.row()).isEqualTo("user-information-emergency");
    assertThat(due.item()).isEqualTo(3);
    assertThat(due.due()).isEqualTo(Instant.parse("2026-11-03T05:12:00Z"));
  }

  @Test
  void shippedRowsSayWhatTheirSourcesSay() {
    assertHours(false, ItemKind.SUBSCRIBER_DATA, 24);
    assertHours(true, ItemKind.SUBSCRIBER_DATA, 3);
    assertHours(false, ItemKind.TAKEDOWN, 24);
    assertHours(true, ItemKind.TAKEDOWN, 6);
    assertHours(false, ItemKind.USER_IDENTIFYING_DATA, 24);
    assertHours(true, ItemKind.USER_IDENTIFYING_DATA, 3);
    assertThat(SHIPPED.rows()).allMatch(PolicyRow::secondHand);
    PolicyRow confirmation = SHIPPED.row("written-confirmation").orElseThrow();
    assertThat(confirmation.itemKinds()).containsExactly(ItemKind.values());
    assertThat(confirmation.hours()).isEqualTo(24);
  }

  @Test
  void aRowHoldsFromItsFirstDayInVietnamAndNotBefore() {
    Instant firstMoment = Instant.parse("2026-06-30T17:00:00Z");
    assertThat(SHIPPED.resolve(subscriber(firstMoment)).basis()).isEqualTo(DeadlineBasis.POLICY);
    assertThat(SHIPPED.resolve(subscriber(firstMoment.minusMillis(1))).basis())
        .isEqualTo(DeadlineBasis.NONE);
  }

  @Test
  void aRowHoldsThroughItsLastDayInVietnamAndNotAfter() {
    PolicyInForce ended =
        new PolicyInForce(ADOPTED, List.of(row(LocalDate.parse("2026-11-03"), 5, null)), null);
    Instant lastMoment = Instant.parse("2026-11-03T16:59:59.999Z");
    assertThat(ended.resolve(subscriber(lastMoment)).hours()).isEqualTo(5);
    assertThat(ended.resolve(subscriber(lastMoment.plusMillis(1))).basis())
        .isEqualTo(DeadlineBasis.NONE);
  }

  @Test
  void theAgencysOwnDeadlineCountsOnlyWhereNoRowApplies() {
    Instant stated = RECEIVED.plusSeconds(60);
    assertThat(SHIPPED.resolve(asked(false, stated, ItemKind.SUBSCRIBER_DATA)).basis())
        .isEqualTo(DeadlineBasis.POLICY);
    assertThat(SHIPPED.resolve(asked(false, stated, ItemKind.FIGURES)))
        .isEqualTo(
            new DueTime(DeadlineBasis.STATED, stated, null, null, null, null, null, null, null));
    assertThat(PolicyInForce.NONE.resolve(asked(false, stated, ItemKind.SUBSCRIBER_DATA)).due())
        .isEqualTo(stated);
  }

  @Test
  void withNeitherThereIsNoDeadline() {
    DueTime due = SHIPPED.resolve(asked(true, null, ItemKind.FIGURES));
    assertThat(due.basis()).isEqualTo(DeadlineBasis.NONE);
    assertThat(due.due()).isNull();
  }

  @Test
  void aConfirmationThatNoRowSpeaksOfIsDueWithinADay() {
    DueTime due = PolicyInForce.NONE.confirmInWriting(subscriber(RECEIVED));
    assertThat(due)
        .isEqualTo(
            new DueTime(
                DeadlineBasis.DEFAULT,
                RECEIVED.plus(Duration.ofHours(24)),
                null,
                null,
                null,
                24,
                null,
                null,
                RECEIVED));
    assertThat(Explanation.of(due, false, PolicyInForce.NONE).vi()).startsWith("24 giờ kể từ ");
    assertThat(Explanation.of(due, false, PolicyInForce.NONE).en()).startsWith("24 h from ");
  }

  @Test
  void aRowOfWorkingDaysWithoutACalendarIsAnErrorAndNotAGuess() {
    PolicyInForce working = new PolicyInForce(ADOPTED, List.of(row(null, null, 2)), null);
    assertThatThrownBy(() -> working.resolve(asked(false, null, ItemKind.SUBSCRIBER_DATA)))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(DeadlineRule.CALENDAR_MISSING));
    assertThat(working.resolve(asked(false, null, ItemKind.FIGURES)).basis())
        .isEqualTo(DeadlineBasis.NONE);
  }

  @Test
  void aRowThatContradictsItselfIsRefused() {
    assertThatThrownBy(() -> row(null, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row(null, null, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row(null, 0, null)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> row(LocalDate.parse("2026-06-30"), 1, null))
        .isInstanceOf(IllegalArgumentException.class);
    PolicyRow one = row(null, 1, null);
    assertThatThrownBy(() -> new PolicyAdopted(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PolicyAdopted(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDueTimeExplainsItselfInBothLanguages() {
    DueTime due = SHIPPED.resolve(asked(false, null, ItemKind.SUBSCRIBER_DATA));
    Explanation explanation = Explanation.of(due, false, SHIPPED);
    assertThat(explanation.en())
        .isEqualTo("24 h from 2026-11-03 09:12, Law 116/2025/QH15 art. 25.2.a, policy " + ADOPTED);
    assertThat(explanation.vi())
        .isEqualTo(
            "24 giờ kể từ 2026-11-03 09:12, Luật 116/2025/QH15 điều 25.2.a, chính sách " + ADOPTED);
    DueTime stated = PolicyInForce.NONE.resolve(asked(false, RECEIVED, ItemKind.FIGURES));
    assertThat(Explanation.of(stated, false, PolicyInForce.NONE).en())
        .isEqualTo("by 2026-11-03 09:12, as the requesting agency stated");
    DueTime none = PolicyInForce.NONE.resolve(asked(false, null, ItemKind.FIGURES));
    assertThat(Explanation.of(none, false, SHIPPED).en()).startsWith("no deadline");
  }

  @Test
  void aDueTimeIsNotExplainedByAnotherPolicy() {
    DueTime due = SHIPPED.resolve(asked(false, null, ItemKind.SUBSCRIBER_DATA));
    PolicyInForce later = new PolicyInForce(UUID.randomUUID(), SHIPPED.rows(), null);
    assertThatThrownBy(() -> Explanation.of(due, false, later))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertHours(boolean emergency, ItemKind kind, int hours) {
    assertThat(SHIPPED.resolve(asked(emergency, null, kind)).hours()).isEqualTo(hours);
  }

  private static AnswerDue asked(
      boolean emergency, @Nullable Instant dueStated, ItemKind... kinds) {
    return new AnswerDue(RECEIVED, emergency, List.of(kinds), dueStated);
  }

  private static AnswerDue subscriber(Instant receivedAt) {
    return new AnswerDue(receivedAt, false, List.of(ItemKind.SUBSCRIBER_DATA), null);
  }

  private static PolicyRow row(
      @Nullable LocalDate to, @Nullable Integer hours, @Nullable Integer workingDays) {
    return new PolicyRow(
        "row",
        LocalDate.parse("2026-07-01"),
        to,
        "Điều mẫu",
        "Sample article",
        true,
        List.of(ItemKind.SUBSCRIBER_DATA),
        null,
        DeadlinePurpose.ANSWER,
        workingDays == null ? ClockKind.STATUTORY : ClockKind.SERVICE,
        hours,
        workingDays);
  }
}
