package org.disclosureledger.service.viewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.grant.GrantRule;
import org.disclosureledger.service.grant.event.DisclosureGranted;
import org.disclosureledger.service.grant.event.DisclosureRevoked;
import org.disclosureledger.service.grant.event.GrantEvents;
import org.disclosureledger.service.grant.event.GrantedRole;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.DisclosureFiles;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.disclosureledger.service.vocabulary.ViewPurpose;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Looks and exports under a grant, over a clock that the test sets and streams that others write.
 */
class GrantedViewTest {
  private static final LedgerDescription LEDGER =
      new LedgerDescription(new UUID(0, 1), "demo", new Origin("ledger.example/test"), false);
  private static final UUID REQUEST = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);
  private static final UUID OTHER = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EFL);
  private static final UUID GRANT = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_0001L);
  private static final Actor PERSON = Actor.of(new UUID(0x4000L, (1L << 63) | 1));
  private static final Caller AUDITOR = new Caller("ai-do", PERSON, ActorRole.AUDITOR);
  private static final Caller SUPERVISOR = new Caller("ai-do", PERSON, ActorRole.SUPERVISOR);
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant UNTIL = START.plus(Duration.ofDays(1));

  private final Map<StreamId, List<StoredEvent>> streams = new HashMap<>();
  private final EntryStore store = mock(EntryStore.class);
  private final LedgerSealing sealing = mock(LedgerSealing.class);
  private final ErasedStreams erased = mock(ErasedStreams.class);
  private final DisclosureFiles files = mock(DisclosureFiles.class);
  private Instant now = START;

  /** How long the process stands still between its decision and its append. */
  private Duration pause = Duration.ZERO;

  private @Nullable Runnable before;
  private final Access access = new Access(new GrantReading(store), erased, ledger -> now);
  private final Trace trace = new Trace(store, sealing, ledger -> now, EventIds.secure());
  private final Views views = new Views(trace, access);
  private final Exports exports = new Exports(access, trace, files);

  @BeforeEach
  void aLedger() {
    when(store.latest(eq("demo"), any(), anyInt()))
        .thenAnswer(call -> List.copyOf(stream(call.getArgument(1))));
    when(store.ofTypes(eq("demo"), any(), any()))
        .thenAnswer(call -> {
          List<String> types = call.getArgument(2);
          return stream(call.getArgument(1)).stream()
              .filter(stored -> types.contains(stored.header().type()))
              .toList();
        });
    when(sealing.append(eq(LEDGER), any(), any(), any()))
        .thenAnswer(call -> {
          Runnable first = before;
          if (first != null) {
            before = null;
            first.run();
            throw new AppendRefused(AppendRefused.Rule.STREAM_CONFLICT, "another was first");
          }
          List<UnsealedEvent> events = call.getArgument(1);
          UnsealedEvent event = events.getFirst();
          now = now.plus(pause);
          RecordedWithin inTime = event.recordedWithin();
          if (inTime != null && !now.isBefore(inTime.limit())) {
            // As the appender does, under the head lock.
            throw new CommandRefused(inTime.rule(), "recorded at " + now);
          }
          add(event.header().subject(), event.header().type(), event.event());
          return null;
        });
  }

  private List<StoredEvent> stream(StreamId id) {
    return streams.computeIfAbsent(id, unused -> new ArrayList<>());
  }

  private static StreamId access(UUID request) {
    return new StreamId("access/" + request);
  }

  private void add(StreamId stream, String type, Object event) {
    int sequence = stream(stream).size();
    EventHeader header =
        new EventHeader(
            event instanceof DisclosureGranted granted
                ? granted.grant()
                : new UUID(0x01980000_0000_7000L, (1L << 63) | (100 + sequence)),
            "demo",
            stream,
            type,
            now,
            now,
            PERSON,
            ActorRole.AUDITOR,
            null,
            sequence,
            sequence,
            sequence);
    stream(stream).add(new StoredEvent(header, TestEntries.of(header, "{}"), event));
  }

  private void grant(@Nullable UUID actor) {
    add(
        access(REQUEST),
        GrantEvents.GRANTED.type(),
        new DisclosureGranted(GRANT, GrantedRole.AUDITOR, actor, ViewPurpose.AUDIT, UNTIL));
  }

  private void revoke() {
    add(
        access(REQUEST),
        GrantEvents.REVOKED.type(),
        new DisclosureRevoked(GRANT, Committed.of("Xong")));
  }

  private String look(Caller caller, UUID request, String purpose) {
    return views.open(
        LEDGER,
        new Viewer(caller, List.of(purpose)),
        new Views.Opened(ViewedPart.DETAIL, request),
        () -> "0900000001");
  }

  private void export(Caller caller, String purpose) {
    when(files.streamOf(LEDGER, GRANT)).thenReturn(Optional.of(access(REQUEST)));
    Viewer viewer = new Viewer(caller, List.of(purpose));
    Exports.Permitted permitted = exports.permitted(LEDGER, viewer, GRANT);
    exports.record(LEDGER, viewer, permitted, 3);
  }

  private List<@Nullable Object> looks(UUID request) {
    return stream(access(request)).stream()
        .<@Nullable Object>map(StoredEvent::payload)
        .filter(event -> event instanceof RecordViewed || event instanceof RecordExported)
        .toList();
  }

  private void refused(GrantRule rule, Runnable look) {
    CommandRefused refused = catchThrowableOfType(CommandRefused.class, look::run);
    assertThat(refused).as(rule.code()).isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
    assertThat(looks(REQUEST)).isEmpty();
  }

  /** Looks and exports alike. */
  private void refused(GrantRule rule, Caller caller, String purpose) {
    refused(rule, () -> look(caller, REQUEST, purpose));
    refused(rule, () -> export(caller, purpose));
  }

  @Test
  void aLookAndAnExportNameTheGrantTheyRestOn() {
    grant(null);
    assertThat(look(AUDITOR, REQUEST, "AUDIT")).isEqualTo("0900000001");
    export(AUDITOR, "AUDIT");
    assertThat(looks(REQUEST))
        .containsExactly(
            new RecordViewed(ViewPurpose.AUDIT, ViewedPart.DETAIL, null, GRANT),
            new RecordExported(ViewPurpose.AUDIT, GRANT, 3));
  }

  @Test
  void withoutAGrantNothingIsOpened() {
    refused(GrantRule.GRANT_REQUIRED, AUDITOR, "AUDIT");
    when(files.streamOf(LEDGER, GRANT)).thenReturn(Optional.empty());
    Viewer viewer = new Viewer(AUDITOR, List.of("AUDIT"));
    refused(GrantRule.GRANT_REQUIRED, () -> exports.permitted(LEDGER, viewer, GRANT));
    when(files.streamOf(LEDGER, GRANT)).thenReturn(Optional.of(new StreamId("request/" + REQUEST)));
    refused(GrantRule.GRANT_REQUIRED, () -> exports.permitted(LEDGER, viewer, GRANT));
  }

  @Test
  void aGrantThatIsOverOpensNothing() {
    grant(null);
    now = UNTIL;
    refused(GrantRule.GRANT_REQUIRED, AUDITOR, "AUDIT");
    now = UNTIL.minusSeconds(10);
    assertThat(look(AUDITOR, REQUEST, "AUDIT")).isNotEmpty();
  }

  @Test
  void aRevokedGrantOpensNothing() {
    grant(null);
    revoke();
    refused(GrantRule.GRANT_REQUIRED, AUDITOR, "AUDIT");
  }

  @Test
  void aGrantOfAnotherPersonRolePurposeOrRequestOpensNothing() {
    grant(new UUID(0x4000L, (1L << 63) | 2));
    refused(GrantRule.GRANT_REQUIRED, AUDITOR, "AUDIT");
    streams.clear();
    grant(UUID.fromString(PERSON.value()));
    refused(GrantRule.GRANT_REQUIRED, SUPERVISOR, "INSPECTION");
    refused(GrantRule.GRANT_REQUIRED, AUDITOR, "INSPECTION");
    refused(GrantRule.GRANT_REQUIRED, () -> look(AUDITOR, OTHER, "AUDIT"));
    assertThat(look(AUDITOR, REQUEST, "AUDIT")).isNotEmpty();
  }

  @Test
  void aRevocationThatComesBetweenAnswerAndTraceIsFoundAndNothingIsGiven() {
    grant(null);
    before = this::revoke;
    refused(GrantRule.GRANT_REQUIRED, () -> look(AUDITOR, REQUEST, "AUDIT"));
    streams.clear();
    grant(null);
    before = this::revoke;
    refused(GrantRule.GRANT_REQUIRED, () -> export(AUDITOR, "AUDIT"));
  }

  @Test
  void anEndThatComesBetweenAnswerAndTraceIsFoundAndNothingIsGiven() {
    grant(null);
    before = () -> now = UNTIL;
    refused(GrantRule.GRANT_REQUIRED, () -> look(AUDITOR, REQUEST, "AUDIT"));
  }

  @Test
  void aProcessThatStoodStillRecordsNothingAfterTheGrantsEnd() {
    grant(null);
    now = UNTIL.minusSeconds(30);
    pause = Duration.ofMinutes(1);
    refused(GrantRule.GRANT_REQUIRED, () -> look(AUDITOR, REQUEST, "AUDIT"));
    now = UNTIL.minusSeconds(30);
    refused(GrantRule.GRANT_REQUIRED, () -> export(AUDITOR, "AUDIT"));
  }

  @Test
  void theGrantsLastMomentIsInTimeAndTheNextIsNot() {
    grant(null);
    now = UNTIL.minusSeconds(30);
    pause = Duration.ofSeconds(30).plusMillis(1);
    refused(GrantRule.GRANT_REQUIRED, () -> look(AUDITOR, REQUEST, "AUDIT"));
    now = UNTIL.minusSeconds(30);
    pause = Duration.ofSeconds(30);
    assertThat(look(AUDITOR, REQUEST, "AUDIT")).isEqualTo("0900000001");
    assertThat(looks(REQUEST)).hasSize(1);
  }

  @Test
  void anOfficersLookMayBeRecordedWheneverItIs() {
    pause = Duration.ofHours(1);
    Caller legal = new Caller("ai-do", PERSON, ActorRole.LEGAL);
    assertThat(look(legal, REQUEST, "ANSWERING")).isEqualTo("0900000001");
  }

  @Test
  void ofAnErasedRequestNothingIsOpenedAndAnOfficerLeavesNoTrace() {
    grant(null);
    when(erased.contains("demo", new StreamId("request/" + REQUEST))).thenReturn(true);
    refused(GrantRule.PERSONAL_DATA_ERASED, AUDITOR, "AUDIT");
    Caller legal = new Caller("ai-do", PERSON, ActorRole.LEGAL);
    String clear =
        views.open(
            LEDGER,
            new Viewer(legal, List.of()),
            new Views.Opened(ViewedPart.DETAIL, REQUEST),
            () -> "erased");
    assertThat(clear).isEqualTo("erased");
    assertThat(looks(REQUEST)).isEmpty();
  }

  @Test
  void anErasureThatComesBetweenAnOfficersAnswerAndTraceIsFound() {
    before =
        () -> when(erased.contains("demo", new StreamId("request/" + REQUEST))).thenReturn(true);
    Caller legal = new Caller("ai-do", PERSON, ActorRole.LEGAL);
    refused(GrantRule.PERSONAL_DATA_ERASED, () -> look(legal, REQUEST, "ANSWERING"));
  }
}
