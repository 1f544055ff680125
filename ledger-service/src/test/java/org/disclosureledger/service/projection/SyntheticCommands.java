package org.disclosureledger.service.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.request.Authority;
import org.disclosureledger.service.request.Dispatch;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Random commands that mostly make sense in a state. Starred values carry {@link #STARRED}. */
final class SyntheticCommands {
  /** Stands in every starred value and may stand in no projection. */
  static final String STARRED = "BI-MAT-THI-DU";

  private final Random random;
  private final Instant now;

  SyntheticCommands(Random random, Instant now) {
    this.random = random;
    this.now = now;
  }

  RecordRequest record(UUID id) {
    List<RequestedItem> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      items.add(
          new RequestedItem(
              any(ItemKind.values()),
              List.of(new RequestedTarget(STARRED)),
              List.of(DataField.OTHER),
              null,
              100L));
    }
    return new RecordRequest(
        id,
        now.minusMillis(random.nextLong(Duration.ofHours(30).toMillis())),
        any(Channel.values()),
        random.nextInt(4) == 0 ? new ReachedAgent(STARRED, now.minus(Duration.ofDays(3))) : null,
        "CQ-" + (1 + random.nextInt(4)),
        any(AgencyKind.values()),
        STARRED,
        null,
        STARRED,
        STARRED,
        null,
        STARRED,
        null,
        any(CaseType.values()),
        Priority.ROUTINE,
        random.nextInt(5) == 0,
        any(Urgency.values()),
        Secrecy.NORMAL,
        random.nextInt(3) == 0 ? now.plus(Duration.ofHours(random.nextInt(60))) : null,
        items,
        List.of());
  }

  /** Where an agency is, for the first time or again; some are in no province. */
  AgencyCommand agency(AgencyCode code, boolean registered) {
    AgencyKind kind = any(AgencyKind.values());
    String province = random.nextInt(4) == 0 ? null : "9" + (7 + random.nextInt(3));
    LocalDate from = LocalDate.of(2025, 3, 1);
    return registered
        ? new AmendAgency(code, kind, province, STARRED, STARRED, from, null)
        : new RegisterAgency(code, kind, province, STARRED, STARRED, from, null);
  }

  /**
   * @param others requests of the same ledger, that may be linked to
   */
  RequestCommand next(UUID id, RequestState state, List<UUID> others) {
    OpenAct open = state.open();
    if (open != null && random.nextInt(6) > 0) {
      return second(id, open, random.nextInt(5) > 0);
    }
    UUID question = state.clock().question();
    if (question != null && random.nextInt(3) > 0) {
      return new ReceiveClarification(
          id, question, any(ClarificationOutcome.values()), STARRED, null);
    }
    if ((state.answered() || state.closed()) && random.nextInt(4) > 0) {
      return afterwards(id, state);
    }
    return switch (random.nextInt(10)) {
      case 0 -> ending(id, state);
      case 1 -> remark(id, state, others);
      case 2 -> new SyntheticChanges(random, now).correction(id, state);
      case 3, 4 -> receipt(id, state);
      case 5 -> aside(id, state);
      default -> forward(id, state);
    };
  }

  private RequestCommand second(UUID id, OpenAct open, boolean agrees) {
    UUID prepared = open.prepared();
    return agrees
        ? new ApproveAct(id, open.kind(), prepared, random.nextInt(4) == 0 ? open.time() : null)
        : new ReturnAct(id, open.kind(), prepared, STARRED, null);
  }

  private RequestCommand afterwards(UUID id, RequestState state) {
    List<Integer> ended =
        state.items().stream()
            .filter(item -> item.state().terminal() ? random.nextBoolean() : state.undelivered())
            .map(ItemProgress::ordinal)
            .toList();
    List<ItemProgress> inForce =
        state.items().stream().filter(item -> item.state() == ItemState.IN_FORCE).toList();
    return switch (random.nextInt(5)) {
      case 0 -> new ReopenRequest(id, ended, STARRED, null, null);
      case 1 ->
          inForce.isEmpty() ? receipt(id, state) : measure(id, inForce.getFirst(), Measure.RESTORE);
      case 2 -> new CloseRequest(id, STARRED, null);
      default -> receipt(id, state);
    };
  }

  private RequestCommand ending(UUID id, RequestState state) {
    return switch (random.nextInt(5)) {
      case 0 -> new CloseRequest(id, STARRED, null);
      case 1 -> new CancelRequest(id, STARRED, null, claimed(state));
      case 2 -> new PrepareRefusal(id, List.of(), List.of(RefusalGround.OVERBROAD), STARRED, null);
      default ->
          new PrepareRefusal(
              id,
              List.of(1 + random.nextInt(state.items().size())),
              List.of(any(RefusalGround.values())),
              STARRED,
              null);
    };
  }

  /** Dated back at times, as far as the items' last change. */
  private @Nullable Instant claimed(RequestState state) {
    Instant changed =
        state.items().stream().map(ItemProgress::changedAt).max(Instant::compareTo).orElse(now);
    return random.nextBoolean() || now.isBefore(changed) ? null : changed;
  }

  private RequestCommand remark(UUID id, RequestState state, List<UUID> others) {
    UUID entry = state.entries().get(random.nextInt(state.entries().size()));
    return switch (random.nextInt(6)) {
      case 0 -> new ReportObstacle(id, List.of(), STARRED, null, null);
      case 1 ->
          new LinkRequest(
              id, any(LinkRelation.values()), others.get(random.nextInt(others.size())), null);
      case 2 -> error(id, state, entry);
      case 3 -> new IssueReminder(id, STARRED, now.plus(Duration.ofHours(9)), null);
      default ->
          attach(
              id,
              any(DocumentPurpose.values()),
              random.nextBoolean() ? List.of() : List.of(signature()));
    };
  }

  private RecordError error(UUID id, RequestState state, UUID entry) {
    List<Dispatch> dispatches = state.dispatches();
    return dispatches.isEmpty()
        ? new RecordError(
            id, entry, List.of(1), ErrorCause.WRONG_PERIOD, ErrorSeverity.RECORDABLE, STARRED, null)
        : new RecordError(
            id,
            dispatches.getLast().id(),
            List.of(1),
            ErrorCause.EXCESS,
            ErrorSeverity.REPORTABLE,
            STARRED,
            null);
  }

  /** What an emergency in writing can be accepted on. */
  private AttachDocument signedDemand(UUID id) {
    CheckedSignature good =
        new CheckedSignature(
            SignatureFormat.PADES,
            SignatureOutcome.VALID,
            SignatureChain.TRUSTED,
            null,
            false,
            STARRED,
            null);
    return attach(id, DocumentPurpose.DEMAND, List.of(good));
  }

  private AttachDocument attach(UUID id, DocumentPurpose purpose, List<CheckedSignature> found) {
    return new AttachDocument(
        id,
        new UUID(0x4000L, 0x8000_0000_0000_0000L | random.nextInt()),
        purpose,
        "application/pdf",
        "ab".repeat(32),
        "cd".repeat(32),
        1_024,
        STARRED,
        null,
        found,
        null);
  }

  private CheckedSignature signature() {
    return new CheckedSignature(
        SignatureFormat.PADES,
        SignatureOutcome.VALID,
        any(SignatureChain.values()),
        null,
        false,
        STARRED,
        null);
  }

  /** Beside the plain path: a question, a later due time, the paper of what was said. */
  private RequestCommand aside(UUID id, RequestState state) {
    Instant due = state.clock().due();
    UUID confirm = state.confirmation().deadline();
    return switch (random.nextInt(5)) {
      case 0 -> new AskClarification(id, STARRED, null);
      case 4 -> new RecomputeDeadline(id);
      case 1 ->
          new PrepareExtension(
              id, (due == null ? now : due).plus(Duration.ofHours(30)), STARRED, true, null);
      case 2 ->
          confirm == null ? new AskClarification(id, STARRED, null) : new MissWriting(id, confirm);
      default -> new ConfirmInWriting(id, STARRED, null, null, null);
    };
  }

  private RequestCommand receipt(UUID id, RequestState state) {
    for (Dispatch dispatch : state.dispatches()) {
      if (dispatch.receipt() == null) {
        ReceiptOutcome outcome =
            random.nextInt(3) == 0 ? ReceiptOutcome.FAILED : ReceiptOutcome.ACKNOWLEDGED;
        return new RecordReceipt(id, dispatch.id(), outcome, STARRED, null, null);
      }
    }
    return forward(id, state);
  }

  private RequestCommand forward(UUID id, RequestState state) {
    if (state.authority() != Authority.VERIFIED) {
      if (state.emergency() && !state.check().signed() && random.nextBoolean()) {
        return signedDemand(id);
      }
      VerificationOutcome outcome =
          random.nextInt(8) == 0 ? VerificationOutcome.REFUTED : VerificationOutcome.VERIFIED;
      return new VerifyAuthority(
          id, VerificationMethod.DIGITAL_SIGNATURE, null, outcome, STARRED, null);
    }
    List<ItemScope> received =
        state.items().stream()
            .filter(item -> item.state() == ItemState.RECEIVED)
            .map(ItemProgress::asked)
            .toList();
    List<ItemProgress> approved =
        state.items().stream().filter(item -> item.state().deliverable()).toList();
    if (approved.isEmpty() || (!received.isEmpty() && random.nextBoolean())) {
      return received.isEmpty() ? new CloseRequest(id, STARRED, null) : accept(id, state, received);
    }
    ItemProgress item = approved.get(random.nextInt(approved.size()));
    Optional<Measure> answer = Measure.answering(item.kind());
    if (answer.isPresent()) {
      return measure(id, item, answer.get());
    }
    return random.nextInt(4) == 0
        ? new PrepareNoData(id, List.of(item.ordinal()), STARRED, null)
        : new PrepareDelivery(id, Channel.PORTAL, STARRED, handovers(approved), null);
  }

  private RequestCommand accept(UUID id, RequestState state, List<ItemScope> received) {
    return state.emergency() && random.nextInt(3) > 0
        ? new PrepareEmergency(id, received, null)
        : new PrepareAcceptance(id, received, null);
  }

  private PrepareMeasure measure(UUID id, ItemProgress item, Measure measure) {
    List<Integer> targets = item.asked().targets();
    return new PrepareMeasure(
        id, measure, item.ordinal(), targets, STARRED, STARRED, now, null, null);
  }

  private List<Handover> handovers(List<ItemProgress> approved) {
    List<Handover> handovers = new ArrayList<>();
    for (ItemProgress item : approved) {
      if (Measure.answering(item.kind()).isEmpty()
          && (handovers.isEmpty() || random.nextBoolean())) {
        ItemScope asked = item.asked();
        handovers.add(
            new Handover(
                item.ordinal(),
                random.nextInt(3) > 0,
                asked.targets(),
                asked.fields(),
                null,
                1,
                null,
                null));
      }
    }
    return handovers;
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
