package org.disclosureledger.service.story;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Each command in the form that is the likeliest to be taken as the request stands, by its path.
 */
final class CommandProbes {
  private final RequestState state;
  private final UUID id;
  private final Instant now;
  private final @Nullable String words;
  private final UUID other;

  CommandProbes(RequestState state, UUID id, Instant now) {
    this.state = state;
    this.id = id;
    this.now = now;
    words = state.secrecy().aboveNormal() ? null : "?";
    other = new UUID(~id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  Map<String, RequestCommand> all() {
    Map<String, RequestCommand> probes = new LinkedHashMap<>();
    inquiry(probes);
    acts(probes);
    rest(probes);
    return probes;
  }

  private void inquiry(Map<String, RequestCommand> probes) {
    UUID question = state.clock().question();
    probes.put(
        "verify-authority",
        new VerifyAuthority(
            id,
            VerificationMethod.SEAL_OR_DOCUMENT,
            null,
            VerificationOutcome.VERIFIED,
            null,
            null));
    probes.put("ask-clarification", new AskClarification(id, words, null));
    probes.put(
        "receive-clarification",
        new ReceiveClarification(
            id, question == null ? other : question, ClarificationOutcome.ANSWERED, null, null));
    probes.put("confirm-in-writing", new ConfirmInWriting(id, "0", null, null, null));
  }

  private void acts(Map<String, RequestCommand> probes) {
    ItemScope received = within(any(item -> item.state() == ItemState.RECEIVED).asked());
    Instant due = state.clock().due();
    probes.put("prepare-acceptance", new PrepareAcceptance(id, List.of(received), null));
    probes.put("prepare-emergency", new PrepareEmergency(id, List.of(received), null));
    probes.put(
        "prepare-refusal",
        new PrepareRefusal(id, List.of(), List.of(RefusalGround.OTHER), words, null));
    probes.put(
        "prepare-extension",
        new PrepareExtension(
            id, (due == null ? now : due).plus(Duration.ofHours(1)), words, false, null));
    probes.put("prepare-delivery", delivery());
    probes.put(
        "prepare-no-data",
        new PrepareNoData(
            id, List.of(any(item -> item.state().approved()).ordinal()), words, null));
    probes.put("prepare-measure", measure());
    probes.put(
        "prepare-correction",
        new PrepareCorrection(
            id,
            state.entries().getFirst(),
            null,
            ErrorSeverity.RECORDABLE,
            words,
            words,
            null,
            null));
    OpenAct open = state.open();
    if (open != null) {
      String act = open.kind().code();
      UUID prepared = open.prepared();
      probes.put("approve-" + act, new ApproveAct(id, open.kind(), prepared, null));
      // Nothing is said on the way to a higher secrecy either.
      boolean kept =
          open instanceof OpenAct.Correction correction
              && correction.secrecy() != null
              && correction.secrecy().aboveNormal();
      probes.put(
          "return-" + act, new ReturnAct(id, open.kind(), prepared, kept ? null : words, null));
    }
  }

  private void rest(Map<String, RequestCommand> probes) {
    UUID dispatched =
        state.dispatches().stream()
            .filter(dispatch -> dispatch.receipt() == null)
            .map(Dispatch::id)
            .findFirst()
            .orElse(other);
    probes.put(
        "record-receipt",
        new RecordReceipt(id, dispatched, ReceiptOutcome.ACKNOWLEDGED, null, null, null));
    probes.put("cancel", new CancelRequest(id, words, null, null));
    probes.put("close", new CloseRequest(id, null, null));
    probes.put("reopen", new ReopenRequest(id, reopenable(), words, null, null));
    probes.put("report-obstacle", new ReportObstacle(id, List.of(), words, null, null));
    probes.put("link", new LinkRequest(id, LinkRelation.RELATED, other, null));
    probes.put(
        "record-error",
        new RecordError(
            id,
            state.entries().getFirst(),
            List.of(1),
            ErrorCause.WRONG_DATA_TYPE,
            // Either may be taken of what was handed over.
            state.handedOver(1) ? ErrorSeverity.REPORTABLE : ErrorSeverity.RECORDABLE,
            words,
            null));
    probes.put("issue-reminder", new IssueReminder(id, words, null, null));
    String nothing = "0".repeat(64);
    probes.put(
        "documents",
        new AttachDocument(
            id,
            other,
            DocumentPurpose.OTHER,
            "application/pdf",
            nothing,
            nothing,
            0,
            null,
            null,
            List.of(),
            null));
  }

  /** Of a closed request all that a failed delivery left open, else what has its answer. */
  private List<Integer> reopenable() {
    if (state.undelivered()) {
      return state.items().stream()
          .filter(item -> !item.state().terminal())
          .map(ItemProgress::ordinal)
          .toList();
    }
    ItemProgress ended = any(item -> item.state().terminal() && item.state() != ItemState.IN_FORCE);
    return List.of(ended.ordinal());
  }

  /** The first item like that, or else the first of all, which is then refused. */
  private ItemProgress any(Predicate<ItemProgress> like) {
    return state.items().stream().filter(like).findFirst().orElse(state.items().getFirst());
  }

  private static ItemScope within(ItemScope asked) {
    Long maximum = asked.maximumRecords();
    return new ItemScope(
        asked.item(),
        asked.targets(),
        asked.fields(),
        asked.period(),
        maximum == null ? Long.valueOf(1) : maximum);
  }

  private PrepareDelivery delivery() {
    ItemProgress item =
        any(some -> some.state().deliverable() && Measure.answering(some.kind()).isEmpty());
    ItemScope scope = item.approved() == null ? item.asked() : item.approved();
    Long maximum = scope.maximumRecords();
    // One that has all it may have is closed by a last, empty part.
    long count = maximum == null ? 1 : Math.clamp(maximum - item.handed().records(), 0, 1);
    Handover handover =
        new Handover(
            item.ordinal(),
            true,
            scope.targets(),
            scope.fields(),
            scope.period(),
            count,
            null,
            null);
    return new PrepareDelivery(id, Channel.PORTAL, null, List.of(handover), null);
  }

  private PrepareMeasure measure() {
    ItemProgress item =
        any(some ->
            some.state() == ItemState.IN_FORCE
                || (some.state().approved() && Measure.answering(some.kind()).isPresent()));
    boolean inForce = item.state() == ItemState.IN_FORCE;
    ItemScope scope = item.approved() == null ? item.asked() : item.approved();
    Measure measure =
        inForce ? Measure.RESTORE : Measure.answering(item.kind()).orElse(Measure.RESTORE);
    return new PrepareMeasure(
        id, measure, item.ordinal(), scope.targets(), words, null, now, null, null);
  }
}
