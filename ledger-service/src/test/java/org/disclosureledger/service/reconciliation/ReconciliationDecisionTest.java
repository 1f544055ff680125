package org.disclosureledger.service.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliation.event.DifferenceKind;
import org.disclosureledger.service.reconciliation.event.ReconciliationEvents;
import org.disclosureledger.service.reconciliation.event.ReconciliationRecorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationDecisionTest {
  /** 00:30 of 4 November in Ho Chi Minh City. */
  private static final Instant NOW = Instant.parse("2026-11-03T17:30:00Z");

  static final LocalDate TODAY = LocalDate.parse("2026-11-04");
  private static final UUID ID = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);
  private static final String NUMBER = "0001/CV-MẪU";

  static CommandContext context(ActorRole role) {
    return new CommandContext(
        "demo",
        role == ActorRole.SYSTEM ? Actor.SYSTEM : Actor.of(new UUID(0x4000L, 1L << 63)),
        role,
        NOW,
        () -> new UUID(0x01980000_0000_7000L, 1L << 63),
        null);
  }

  private static Difference theirs(int row, String number) {
    return new Difference(
        DifferenceKind.THEIRS_ONLY,
        List.of(),
        row,
        number,
        TODAY,
        "2026-11-03T02:00:00.123Z",
        null,
        null,
        null,
        null);
  }

  static RecordReconciliation command(LocalDate to, List<Difference> differences) {
    int theirs = differences.size();
    return new RecordReconciliation(
        ID,
        "toa-mau",
        List.of("TOA-CU"),
        new ReceiptPeriod(to.minusDays(9), to),
        new Comparison(theirs + 1, 1, 1, 0, theirs, 0, 0, 0, differences),
        "ab".repeat(32),
        42);
  }

  private static ReconciliationRecorded recorded(RecordReconciliation command) {
    var events =
        Reconciliation.decide(ReconciliationState.EMPTY, command, context(ActorRole.LEGAL));
    return (ReconciliationRecorded) events.getFirst().event();
  }

  @ParameterizedTest
  @EnumSource(ActorRole.class)
  void onlyOfficersReconcile(ActorRole role) {
    RecordReconciliation command = command(TODAY, List.of());
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> Reconciliation.decide(ReconciliationState.EMPTY, command, context(role)));
    boolean officer = role == ActorRole.LEGAL || role == ActorRole.APPROVER;
    assertThat(refused == null).isEqualTo(officer);
  }

  @Test
  void aReconciliationIsMadeOnceAndOfDaysThatHaveBegun() {
    CommandRefused again =
        catchThrowableOfType(
            CommandRefused.class,
            () ->
                Reconciliation.decide(
                    ReconciliationState.RECORDED,
                    command(TODAY, List.of()),
                    context(ActorRole.LEGAL)));
    assertThat(again.rule()).isEqualTo(ReconciliationRule.RECONCILIATION_EXISTS);
    CommandRefused early =
        catchThrowableOfType(
            CommandRefused.class, () -> recorded(command(TODAY.plusDays(1), List.of())));
    assertThat(early.rule()).isEqualTo(ReconciliationRule.PERIOD_IN_FUTURE);
  }

  @Test
  void theEventStatesCountsAndNothingOfTheList() {
    ReconciliationRecorded none = recorded(command(TODAY, List.of()));
    ReconciliationRecorded some = recorded(command(TODAY, List.of(theirs(2, NUMBER))));
    assertThat(some.agency()).isEqualTo("TOA-MAU");
    assertThat(some.theirsOnly()).isEqualTo(1);
    assertThat(none.differences()).isEmpty();
    assertThat(command(TODAY, List.of(theirs(2, NUMBER))).toString()).doesNotContain(NUMBER);
    EventSchemas.check(new ReconciliationEvents(), List.of(none, some), NUMBER, "abab");
  }

  @Test
  void fortyThousandDifferencesFitOneTransactionAndTooManyAreRefused() {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      differences.add(theirs(i + 2, NUMBER));
    }
    assertThat(DifferenceParts.of(differences).size()).isBetween(100, DifferenceParts.MAX_PARTS);
    List<Difference> long200 = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      long200.add(theirs(i + 2, "\\".repeat(200)));
    }
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> DifferenceParts.of(long200));
    assertThat(refused.rule()).isEqualTo(ReconciliationRule.TOO_MUCH_TO_COMPARE);
  }
}
