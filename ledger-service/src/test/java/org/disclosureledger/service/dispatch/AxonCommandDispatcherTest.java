package org.disclosureledger.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AnswerStore;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.junit.jupiter.api.Test;

/** How often a command is decided. */
class AxonCommandDispatcherTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final LedgerDescription DEMO =
      new LedgerDescription(new UUID(0, 1), "demo", new Origin("ledger.example/demo"), false);
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Caller CALLER =
      new Caller("linh", Actor.of(new UUID(0x4000L, 1L << 63)), ActorRole.LEGAL);

  private final CommandGateway gateway = mock(CommandGateway.class);
  private final LedgerDirectory directory = mock(LedgerDirectory.class);
  private final AxonCommandDispatcher dispatcher =
      new AxonCommandDispatcher(
          directory,
          new MemoryEntryStore(List.of()),
          mock(AnswerStore.class),
          ledger -> NOW,
          EventIds.secure(),
          mock(LookupHmac.class),
          new CommandMessages(mock(AgencyQuery.class)),
          gateway);

  private CommandRefused refusal(RuntimeException... failures) {
    when(directory.find("demo")).thenReturn(Optional.of(DEMO));
    when(gateway.sendAndWait(any(), any(MetaData.class))).thenThrow(failures);
    return catchThrowableOfType(
        CommandRefused.class,
        () -> dispatcher.dispatch("demo", new CloseRequest(ID, "Xong", null), CALLER, null, null));
  }

  @Test
  void aDecisionOnWhatHasMovedIsMadeAgainAndAnsweredAsItThenStands() {
    CommandRefused refused =
        refusal(
            new AppendRefused(Rule.DECISION_STALE, "moved"),
            new CommandRefused(RequestRule.CONTACT_UNKNOWN, "retired"));
    assertThat(refused.rule()).isEqualTo(RequestRule.CONTACT_UNKNOWN);
    verify(gateway, times(2)).sendAndWait(any(), any(MetaData.class));
  }

  @Test
  void whatMovesEveryTimeIsTheCallersToTryAgain() {
    CommandRefused refused = refusal(new AppendRefused(Rule.DECISION_STALE, "moved"));
    assertThat(refused.rule()).isEqualTo(Rule.DECISION_STALE);
    assertThat(refused.rule().status()).isEqualTo(409);
    verify(gateway, times(AxonCommandDispatcher.DECISIONS)).sendAndWait(any(), any(MetaData.class));
  }

  @Test
  void aConflictOnTheStreamItselfIsNotDecidedAgain() {
    CommandRefused refused = refusal(new AppendRefused(Rule.STREAM_CONFLICT, "moved"));
    assertThat(refused.rule()).isEqualTo(Rule.STREAM_CONFLICT);
    verify(gateway).sendAndWait(any(), any(MetaData.class));
  }
}
