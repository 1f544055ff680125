package org.disclosureledger.service.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.ExampleCalendar;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.projection.MemoryEntryStore;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.sealing.AnswerStore;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.disclosureledger.service.sealing.AppendResult;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.sealing.StoredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;

/** How often a command is made and decided. */
class AxonCommandDispatcherTest {
  private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
  private static final LedgerDescription DEMO =
      new LedgerDescription(new UUID(0, 1), "demo", new Origin("ledger.example/demo"), false);
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Caller CALLER =
      new Caller("linh", Actor.of(new UUID(0x4000L, 1L << 63)), ActorRole.LEGAL);

  private static final CloseRequest CLOSE = new CloseRequest(ID, "Xong", null);
  private static final Idempotency KEY = new Idempotency("linh", "khoa-1", new byte[] {1});

  private final CommandGateway gateway = mock(CommandGateway.class);
  private final LedgerDirectory directory = mock(LedgerDirectory.class);
  private final MemoryEntryStore store = new MemoryEntryStore(List.of());
  private final Map<String, AnswerStore.Answer> answered = new HashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private boolean simulated;
  private final AxonCommandDispatcher dispatcher =
      new AxonCommandDispatcher(
          directory,
          store,
          mock(AnswerStore.class, this::find),
          new LedgerClock() {
            @Override
            public Instant now(String ledger) {
              return NOW;
            }

            @Override
            public boolean isSimulated(String ledger) {
              return simulated;
            }
          },
          EventIds.secure(),
          mock(LookupHmac.class, call -> digest(call.getRawArguments())),
          new CommandMessages(mock(AgencyQuery.class), mock(ErasedStreams.class)),
          gateway);

  /** Its clock runs through months, and nothing would be counted again in them. */
  @Test
  void whileASampleIsWrittenNobodyAdoptsAPolicyOrCalendar() {
    simulated = true;
    for (LedgerCommand adoption :
        List.of(
            new AdoptPolicy(StatutoryRows.read()),
            new ImportCalendar(ExampleCalendar.year2026()))) {
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class,
              () -> dispatcher.dispatch("demo", adoption, CALLER, null, null));
      assertThat(refused.rule()).isEqualTo(DeadlineRule.SAMPLE_UNFINISHED);
    }
    verifyNoInteractions(gateway);
  }

  @BeforeEach
  void oneLedger() {
    when(directory.find("demo")).thenReturn(Optional.of(DEMO));
  }

  private Optional<AnswerStore.Answer> find(InvocationOnMock call) {
    return Optional.ofNullable(
        answered.get(
            call.<String>getArgument(1) + " " + Arrays.toString(call.<byte[]>getArgument(2))));
  }

  /** Another digest for another purpose or other parts, as the real one. */
  private static byte[] digest(Object[] purposeAndParts) {
    return Sha256.of(Arrays.deepToString(purposeAndParts).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(String purpose, byte[] part) {
    byte[] scope = DEMO.id().toString().getBytes(StandardCharsets.US_ASCII);
    return digest(new Object[] {purpose, new byte[][] {scope, part}});
  }

  /** The command that these bytes ask for is done under {@link #KEY}, with the entry at leaf 0. */
  private void done(byte[] commandBytes) {
    EventHeader header =
        new EventHeader(
            new UUID(0x7000L, 1L << 63),
            "demo",
            RequestStream.of(ID),
            "org.disclosureledger.anything.v1",
            NOW,
            NOW,
            CALLER.actor(),
            CALLER.role(),
            null,
            3,
            0,
            0);
    store.add(new StoredEvent(header, TestEntries.of(header, "{}"), null));
    answered.put(
        KEY.client()
            + " "
            + Arrays.toString(
                hmac("idempotency-key", KEY.key().getBytes(StandardCharsets.US_ASCII))),
        new AnswerStore.Answer(
            hmac("command", commandBytes),
            new AppendResult(0, 2, -1, Optional.empty(), Optional.empty(), true)));
  }

  private Acknowledgement unlessDone(Supplier<CloseRequest> command) {
    return dispatcher.dispatchUnlessDone(
        "demo",
        () -> {
          asked.incrementAndGet();
          return command.get();
        },
        CALLER,
        KEY,
        null);
  }

  private void isTheFirstAnswer(Acknowledgement ack) {
    assertThat(ack.replayed()).isTrue();
    assertThat(ack.eventId()).isEqualTo(new UUID(0x7000L, 1L << 63));
    assertThat(ack.lastSequence()).isEqualTo(4);
    verifyNoInteractions(gateway);
  }

  private CommandRefused refusal(RuntimeException... failures) {
    when(gateway.sendAndWait(any(), any(MetaData.class))).thenThrow(failures);
    return catchThrowableOfType(
        CommandRefused.class, () -> dispatcher.dispatch("demo", CLOSE, CALLER, null, null));
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

  @Test
  void ofWhatWasDoneUnderTheKeyNoCommandIsMade() {
    done(KEY.commandBytes());
    isTheFirstAnswer(unlessDone(() -> CLOSE));
    assertThat(asked).hasValue(0);
  }

  @Test
  void aKeyOfAnotherCommandIsRefusedBeforeAnyIsMade() {
    done(new byte[] {2});
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> unlessDone(() -> CLOSE));
    assertThat(refused.rule()).isEqualTo(Rule.IDEMPOTENCY_KEY_REUSED);
    assertThat(asked).hasValue(0);
    verifyNoInteractions(gateway);
  }

  @Test
  void underANewKeyTheCommandIsMadeOnceHoweverOftenItIsDecided() {
    when(gateway.sendAndWait(any(), any(MetaData.class)))
        .thenThrow(
            new AppendRefused(Rule.DECISION_STALE, "moved"),
            new CommandRefused(RequestRule.CONTACT_UNKNOWN, "retired"));
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> unlessDone(() -> CLOSE));
    assertThat(refused.rule()).isEqualTo(RequestRule.CONTACT_UNKNOWN);
    verify(gateway, times(2)).sendAndWait(any(), any(MetaData.class));
    assertThat(asked).hasValue(1);
  }

  @Test
  void whatIsRefusedWhileItIsMadeIsRefused() {
    CommandRefused refusal = new CommandRefused(RequestRule.CONTACT_UNKNOWN, "retired");
    assertThatThrownBy(() ->
            unlessDone(() -> {
              throw refusal;
            }))
        .isSameAs(refusal);
    verifyNoInteractions(gateway);
  }

  @Test
  void whatIsRefusedWhileItIsMadeButWasDoneMeanwhileIsAnswered() {
    isTheFirstAnswer(
        unlessDone(() -> {
          done(KEY.commandBytes());
          throw new CommandRefused(RequestRule.CONTACT_UNKNOWN, "retired");
        }));
    assertThat(asked).hasValue(1);
  }
}
