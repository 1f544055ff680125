package org.disclosureledger.service.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is recorded of a look, over a stream that others append to at the same moment. */
class TraceTest {
  private static final LedgerDescription LEDGER =
      new LedgerDescription(new UUID(0, 1), "demo", new Origin("ledger.example/test"), false);
  private static final UUID RECORD = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);
  private static final StreamId STREAM = new StreamId("access/" + RECORD);
  private static final Caller LEGAL = caller(1, ActorRole.LEGAL);
  private static final Caller OTHER = caller(2, ActorRole.LEGAL);
  private static final RecordViewed DETAIL =
      new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.DETAIL, null, null);

  private static final Trace.Permission FREE = _ -> null;

  private final List<StoredEvent> stored = new ArrayList<>();
  private final EntryStore store = mock(EntryStore.class);
  private final LedgerSealing sealing = mock(LedgerSealing.class);
  private Instant now = Instant.parse("2026-11-21T03:00:00Z");
  private int refusals;
  private int appends;
  private Runnable meanwhile = () -> {};
  private final Trace trace = new Trace(store, sealing, ledger -> now, EventIds.secure());

  private final ErasedStreams erased = mock(ErasedStreams.class);
  private final Access access = new Access(new GrantReading(store), erased, ledger -> now);

  private static Caller caller(int number, ActorRole role) {
    return new Caller("ai-do", Actor.of(new UUID(0x4000L, (1L << 63) | number)), role);
  }

  @BeforeEach
  void aLedger() {
    when(store.latest(eq("demo"), eq(STREAM), anyInt())).thenAnswer(call -> List.copyOf(stored));
    when(sealing.append(eq(LEDGER), any(), any(), any()))
        .thenAnswer(call -> {
          List<UnsealedEvent> events = call.getArgument(1);
          if (refusals > 0) {
            refusals--;
            meanwhile.run();
            throw new AppendRefused(AppendRefused.Rule.STREAM_CONFLICT, "another was first");
          }
          StreamLink head = call.getArgument(2);
          assertThat(head == null).isEqualTo(stored.isEmpty());
          appends++;
          events.forEach(event -> add(event.header(), event.event()));
          return null;
        });
  }

  private void add(EventHeader header, Object event) {
    EventHeader placed =
        new EventHeader(
            header.id(),
            "demo",
            header.subject(),
            header.type(),
            header.time(),
            now,
            header.actor(),
            header.role(),
            null,
            stored.size(),
            stored.size(),
            stored.size());
    stored.add(new StoredEvent(placed, TestEntries.of(placed, "{}"), event));
  }

  private void look(Caller caller, RecordViewed event) {
    trace.viewed(LEDGER, caller, RECORD, event, FREE);
  }

  @Test
  void aLookIsRecordedWithWhoAndWhyAndTheLedgersTime() {
    look(LEGAL, DETAIL);
    assertThat(stored).hasSize(1);
    EventHeader header = stored.getFirst().header();
    assertThat(header.subject()).isEqualTo(STREAM);
    assertThat(header.type()).isEqualTo("org.disclosureledger.record.viewed.v3");
    assertThat(header.time()).isEqualTo(now);
    assertThat(header.actor()).isEqualTo(LEGAL.actor());
    assertThat(header.role()).isEqualTo(ActorRole.LEGAL);
    assertThat(stored.getFirst().payload()).isEqualTo(DETAIL);
  }

  @Test
  void theSameLookWithinTenMinutesIsRecordedOnceAndThenAgain() {
    look(LEGAL, DETAIL);
    now = now.plus(Trace.ONCE).minus(Duration.ofMillis(1));
    look(LEGAL, DETAIL);
    assertThat(stored).hasSize(1);
    now = now.plus(Duration.ofMillis(1));
    look(LEGAL, DETAIL);
    assertThat(stored).hasSize(2);
  }

  @Test
  void anotherPersonPurposePartOrDocumentIsAnotherLook() {
    look(LEGAL, DETAIL);
    look(OTHER, DETAIL);
    look(new Caller("ai-do", LEGAL.actor(), ActorRole.APPROVER), DETAIL);
    look(LEGAL, new RecordViewed(ViewPurpose.COMPLAINT, ViewedPart.DETAIL, null, null));
    look(LEGAL, new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.EVENTS, null, null));
    look(LEGAL, new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.DOCUMENT, RECORD, null));
    look(LEGAL, new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.DOCUMENT, null, null));
    assertThat(stored).hasSize(7);
  }

  @Test
  void theLooksAtTwoPartsOfOneAnswerAreOneAppendOfWhatIsNew() {
    StreamId record = new StreamId("agency/" + RECORD);
    RecordViewed contacts =
        new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.CONTACTS, null, null);
    RecordViewed officers =
        new RecordViewed(ViewPurpose.ANSWERING, ViewedPart.OFFICERS, null, null);
    trace.viewed(LEDGER, LEGAL, record, List.of(contacts));
    trace.viewed(LEDGER, OTHER, record, List.of(contacts, officers));
    assertThat(appends).isEqualTo(2);
    trace.viewed(LEDGER, LEGAL, record, List.of(contacts, officers));
    trace.viewed(LEDGER, LEGAL, record, List.of());
    assertThat(appends).isEqualTo(3);
    assertThat(stored)
        .extracting(StoredEvent::payload)
        .containsExactly(contacts, contacts, officers, officers);
  }

  @Test
  void everyExportIsRecorded() {
    RecordExported export = new RecordExported(ViewPurpose.AUDIT, null, 3);
    trace.exported(LEDGER, LEGAL, RECORD, export, FREE);
    trace.exported(LEDGER, LEGAL, RECORD, export, FREE);
    assertThat(stored).extracting(StoredEvent::payload).containsExactly(export, export);
  }

  @Test
  void aConflictIsDecidedAgainAndFindsWhatTheOtherDid() {
    refusals = Trace.DECISIONS - 1;
    look(LEGAL, DETAIL);
    assertThat(stored).hasSize(1);

    refusals = 1;
    meanwhile = () -> add(stored.getFirst().header(), DETAIL);
    now = now.plus(Trace.ONCE);
    look(LEGAL, DETAIL);
    assertThat(stored).as("the same person's other tab was first").hasSize(2);
  }

  @Test
  void afterFiveConflictsNothingIsGivenOut() {
    refusals = Trace.DECISIONS;
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, () -> look(LEGAL, DETAIL));
    assertThat(refused.rule()).isEqualTo(ViewingRule.TRACE_BUSY);
    assertThat(refusals).isZero();
    assertThat(stored).isEmpty();
  }

  @Test
  void whatCannotBeRecordedIsNotGivenOut() {
    when(sealing.append(eq(LEDGER), any(), any(), any()))
        .thenThrow(new AppendRefused(AppendRefused.Rule.OUTCOME_UNKNOWN, "lost"));
    List<String> made = new ArrayList<>();
    Viewer viewer = new Viewer(LEGAL, List.of("ANSWERING"));
    Views views = new Views(trace, access);
    Views.Opened detail = new Views.Opened(ViewedPart.DETAIL, RECORD);
    assertThatThrownBy(() -> views.open(LEDGER, viewer, detail, () -> "0900000001"))
        .isInstanceOf(AppendRefused.class);
    assertThatThrownBy(() ->
            views.open(LEDGER, new Viewer(LEGAL, List.of()), detail, () -> made.add("opened")))
        .isInstanceOf(CommandRefused.class);
    assertThat(made).as("opened before a purpose was said").isEmpty();
  }

  @Test
  void whatHoldsNothingStarredLeavesNoTrace() {
    Viewer viewer = new Viewer(LEGAL, List.of("ANSWERING"));
    Views.Opened documents = new Views.Opened(ViewedPart.DOCUMENT, RECORD);
    List<String> none =
        new Views(trace, access)
            .open(LEDGER, viewer, documents, List::<String>of, found -> !found.isEmpty());
    assertThat(none).isEmpty();
    assertThat(stored).isEmpty();
  }
}
