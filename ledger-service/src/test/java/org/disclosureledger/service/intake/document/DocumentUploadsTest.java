package org.disclosureledger.service.intake.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.service.attachment.AttachmentIntake;
import org.disclosureledger.service.attachment.AttachmentRule;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.attachment.StoreUnavailable;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.disclosure.LookupHmac;
import org.disclosureledger.service.dispatch.Acknowledgement;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.dispatch.CommandDispatcher;
import org.disclosureledger.service.dispatch.Idempotency;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.disclosureledger.service.intake.ToldStream;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.signature.ChecksUnavailable;
import org.disclosureledger.service.signature.SignatureChecks;
import org.disclosureledger.service.signature.SignatureReading;
import org.disclosureledger.service.signature.SignatureReport;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stays stored, and what is recorded, when a step of an upload goes wrong. */
class DocumentUploadsTest {
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final Instant START = Instant.parse("2026-11-03T02:00:00Z");
  private static final Actor LEGAL = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0000L));
  private static final byte[] BYTES = {1};
  private static final String DIGEST = Sha256.hex(BYTES);
  private static final String OBJECT = "cd".repeat(32);
  private static final String EARLIER = "ef".repeat(32);
  private static final SentDocument SENT =
      new SentDocument(DocumentPurpose.ORDER, "lệnh.pdf", null);

  private final AttachmentIntake attachments = mock(AttachmentIntake.class);
  private final SignatureChecks checks = mock(SignatureChecks.class);
  private final ToldStream told = new ToldStream(ID, START, Set.of());
  private int before;

  @BeforeEach
  void keepsWhatComes() throws IOException {
    told.does(LEGAL, ActorRole.LEGAL, request(Secrecy.NORMAL));
    when(attachments.receive(any(), any(), any())).thenReturn(received(OBJECT));
    before = told.events.size();
    when(attachments.open(any(), eq(OBJECT))).thenReturn(InputStream.nullInputStream());
    when(checks.check(any(), any(), any()))
        .thenReturn(new SignatureReport(SignatureReading.COMPLETE, List.of()));
  }

  private static Received received(String object) {
    return new Received("application/pdf", BYTES.length, DIGEST, object);
  }

  private static RecordRequest request(Secrecy secrecy) {
    boolean secret = secrecy.aboveNormal();
    return new RecordRequest(
        ID,
        START,
        Channel.OFFICIAL_LETTER,
        null,
        "CQDT-VI-DU-01",
        AgencyKind.INVESTIGATION_AGENCY,
        null,
        null,
        null,
        null,
        null,
        secret ? null : "Ví dụ",
        null,
        CaseType.CRIMINAL,
        Priority.ROUTINE,
        false,
        Urgency.NORMAL,
        secrecy,
        null,
        List.of(
            new RequestedItem(
                ItemKind.SUBSCRIBER_DATA,
                List.of(new RequestedTarget(secret ? null : "0900000001")),
                List.of(DataField.SUBSCRIBER_NAME),
                null,
                null)),
        List.of());
  }

  private DocumentUploads.Recorded upload(ToldStream stream, CommandDispatcher dispatcher)
      throws IOException {
    return upload(stream, dispatcher, null);
  }

  private DocumentUploads.Recorded upload(
      ToldStream stream, CommandDispatcher dispatcher, @Nullable Idempotency key)
      throws IOException {
    EntryStore store = mock(EntryStore.class);
    when(store.stream("demo", RequestStream.of(ID))).thenAnswer(call -> stream.events);
    DisclosureVault vault = mock(DisclosureVault.class);
    when(vault.open(eq("demo"), anyLong()))
        .thenAnswer(call -> stream.disclosures.get(call.<Long>getArgument(1)));
    LedgerDirectory directory = new HttpTestApplication().ledgers();
    DocumentUploads uploads =
        new DocumentUploads(
            new LedgerLookup(directory),
            new DocumentReading(store, vault),
            attachments,
            new DocumentSignatures(attachments, checks),
            dispatcher,
            mock(LookupHmac.class, call -> new byte[32]));
    Submission submission =
        new Submission("demo", new Caller("legal", LEGAL, ActorRole.LEGAL), key, null);
    return uploads.attach(submission, ID, SENT, new ByteArrayInputStream(BYTES));
  }

  /** Records what it is given, or what {@code instead} makes of it. */
  private CommandDispatcher records(boolean replayed, UnaryOperator<AttachDocument> instead) {
    return (ledger, command, caller, idempotency, sequence) -> {
      RequestCommand done = instead.apply((AttachDocument) command.get());
      UUID entry = told.does(LEGAL, ActorRole.LEGAL, done);
      return new Acknowledgement(
          ledger, RequestStream.of(ID), entry, 3, 3, 1, told.state.lastSequence(), null, replayed);
    };
  }

  /** Once the command is made. */
  private static CommandDispatcher refuses(RuntimeException refusal) {
    return (ledger, command, caller, idempotency, sequence) -> {
      assertThat(command.get()).isNotNull();
      throw refusal;
    };
  }

  private static CommandDispatcher refusesUnasked(RuntimeException refusal) {
    return (ledger, command, caller, idempotency, sequence) -> {
      throw refusal;
    };
  }

  private void stays() throws IOException {
    verify(attachments, never()).discard(any(), any());
  }

  private void goes() throws IOException {
    verify(attachments).discard(any(), eq(OBJECT));
  }

  @Test
  void aCheckThatFailsLosesNoDocumentAndHidesNoSignature() throws IOException {
    when(checks.check(any(), any(), any())).thenThrow(new IllegalStateException("a mistake"));
    var recorded = upload(told, records(false, command -> command));
    assertThat(recorded.document().signatures())
        .singleElement()
        .satisfies(
            signature -> assertThat(signature.outcome()).isEqualTo(SignatureOutcome.INDETERMINATE));
    assertThat(recorded.document().name()).isEqualTo("lệnh.pdf");
    stays();
  }

  @Test
  void whileNoCheckCanBeMadeNothingIsRecorded() throws IOException {
    ChecksUnavailable busy = new ChecksUnavailable("all checks are busy");
    when(checks.check(any(), any(), any())).thenThrow(busy);
    assertThatThrownBy(() -> upload(told, refuses(new IllegalStateException("not reached"))))
        .isSameAs(busy);
    goes();
  }

  @Test
  void aDocumentThatCannotBeReadBackIsNotRecorded() throws IOException {
    when(attachments.open(any(), eq(OBJECT))).thenThrow(new IOException("a bad disk"));
    assertThatThrownBy(() -> upload(told, refuses(new IllegalStateException("not reached"))))
        .hasMessage("a bad disk");
    goes();
  }

  @Test
  void whatADomainRuleRefusesGoesAgain() throws IOException {
    CommandRefused refusal = new CommandRefused(RequestRule.STALE_VERSION, "ví dụ");
    assertThatThrownBy(() -> upload(told, refuses(refusal))).isSameAs(refusal);
    goes();
  }

  @ParameterizedTest
  @EnumSource(
      value = AppendRefused.Rule.class,
      names = {"OUTCOME_UNKNOWN", "ANSWER_UNREADABLE"})
  void whatMayHaveBeenAppendedStays(AppendRefused.Rule rule) throws IOException {
    CommandRefused unknown = new AppendRefused(rule, "connection lost");
    assertThatThrownBy(() -> upload(told, refuses(unknown))).isSameAs(unknown);
    stays();
  }

  @Test
  void whatNoCommandWasMadeOfGoesAlsoWhenAnEarlierOutcomeIsUnknown() throws IOException {
    CommandRefused unknown =
        new AppendRefused(AppendRefused.Rule.OUTCOME_UNKNOWN, "its checkpoint is being signed");
    assertThatThrownBy(() -> upload(told, refusesUnasked(unknown))).isSameAs(unknown);
    goes();
  }

  private CommandDispatcher remembering() {
    return new RememberingDispatcher(records(false, command -> command));
  }

  private static Idempotency key() {
    return new Idempotency("legal", "khoa-1", new byte[] {7});
  }

  /** The store, the checks and the request itself may stand otherwise since. */
  @Test
  void whatWasRecordedUnderTheKeyIsAnsweredWhateverWouldRefuseItNow() throws IOException {
    CommandDispatcher dispatcher = remembering();
    DocumentUploads.Recorded first = upload(told, dispatcher, key());
    raiseSecrecy();
    reset(attachments, checks);
    when(attachments.receive(any(), any(), any()))
        .thenThrow(new StoreUnavailable("away", new IOException("a bad disk")));
    when(checks.check(any(), any(), any())).thenThrow(new ChecksUnavailable("all are busy"));

    DocumentUploads.Recorded second = upload(told, dispatcher, key());
    assertThat(second.ack().replayed()).isTrue();
    assertThat(second.ack().eventId()).isEqualTo(first.ack().eventId());
    assertThat(second.document()).isEqualTo(first.document());
    verifyNoInteractions(attachments, checks);
  }

  private void raiseSecrecy() {
    Actor approver = Actor.of(new UUID(0x4000L, 0x8000_0000_0000_0001L));
    UUID prepared =
        told.does(
            LEGAL,
            ActorRole.LEGAL,
            new PrepareCorrection(
                ID,
                told.events.getFirst().header().id(),
                null,
                ErrorSeverity.RECORDABLE,
                null,
                null,
                Changes.of(draft -> draft.secrecy = Secrecy.SECRET),
                null));
    told.does(approver, ActorRole.APPROVER, new ApproveAct(ID, ActKind.CORRECTION, prepared, null));
    assertThat(told.state.secrecy()).isEqualTo(Secrecy.SECRET);
  }

  @Test
  void whoseAnswerIsKeptNoLongerIsNotAttachedTwiceUnderOneId() throws IOException {
    upload(told, remembering(), key());
    int entries = told.events.size();
    assertThatThrownBy(() -> upload(told, remembering(), key()))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused ->
                assertThat(refused.rule()).isEqualTo(AppendRefused.Rule.IDEMPOTENCY_KEY_REUSED));
    assertThat(told.events).hasSize(entries);
    verify(attachments).receive(any(), any(), any());
    stays();
  }

  /** Two deliveries of one upload at once: neither saw the other when it began. */
  @Test
  void whatAnotherDeliveryRecordedMeanwhileIsAnsweredUncheckedAndGoesAgain() throws IOException {
    CommandDispatcher dispatcher = remembering();
    when(attachments.receive(any(), any(), any()))
        .thenAnswer(call -> {
          if (told.events.size() == before) {
            reset(attachments);
            when(attachments.receive(any(), any(), any())).thenReturn(received(EARLIER));
            when(attachments.open(any(), eq(EARLIER))).thenReturn(InputStream.nullInputStream());
            upload(told, dispatcher, key());
            when(checks.check(any(), any(), any())).thenThrow(new ChecksUnavailable("all busy"));
          }
          return received(OBJECT);
        });
    assertThat(upload(told, dispatcher, key()).ack().replayed()).isTrue();
    goes();
  }

  @Test
  void whatARepetitionBroughtAgainGoesAgain() throws IOException {
    var recorded = upload(told, records(true, command -> with(command, EARLIER)));
    assertThat(recorded.ack().replayed()).isTrue();
    goes();
  }

  @Test
  void whatThisVeryUploadAppendedStaysThoughItIsAnsweredAsARepetition() throws IOException {
    upload(told, records(true, command -> command));
    stays();
  }

  @Test
  void aboveSecrecyNormalNothingIsEvenRead() throws IOException {
    ToldStream secret = new ToldStream(ID, START, Set.of());
    secret.does(LEGAL, ActorRole.LEGAL, request(Secrecy.SECRET));
    assertThatThrownBy(() -> upload(secret, refuses(new IllegalStateException("not reached"))))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            refused -> assertThat(refused.rule()).isEqualTo(RequestRule.SECRECY_FORBIDS_CONTENT));
    verify(attachments, never()).receive(any(), any(), any());
  }

  @Test
  void whatTheIntakeRefusesReachesNoCommand() throws IOException {
    CommandRefused refusal = new CommandRefused(AttachmentRule.DOCUMENT_IS_ACTIVE, "ví dụ");
    when(attachments.receive(any(), any(), any())).thenThrow(refusal);
    assertThatThrownBy(() -> upload(told, refuses(new IllegalStateException("not reached"))))
        .isSameAs(refusal);
    stays();
  }

  private static AttachDocument with(AttachDocument command, String object) {
    return new AttachDocument(
        command.requestId(),
        command.document(),
        command.purpose(),
        command.mediaType(),
        object,
        command.digest(),
        command.size(),
        command.name(),
        command.signs(),
        command.signatures(),
        command.happenedAt());
  }
}
