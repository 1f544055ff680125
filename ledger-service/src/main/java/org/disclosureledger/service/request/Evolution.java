package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AcceptanceReturned;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.CorrectionReturned;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryAcknowledged;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.DeliveryReturned;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.EmergencyReturned;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.ExtensionPrepared;
import org.disclosureledger.service.request.event.ExtensionReturned;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.MeasureReturned;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.NoDataReturned;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RefusalReturned;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.request.event.WritingMissed;
import org.disclosureledger.service.vocabulary.Measure;

/** How each event changes the state. */
final class Evolution {
  private Evolution() {}

  /**
   * @throws StreamUnreadable when the event cannot follow those of the state
   */
  static RequestState of(RequestState state, RequestEvent event, EventHeader header) {
    try {
      if (event instanceof RequestRecorded == state.exists()) {
        throw new IllegalStateException("a stream begins with its recording, and once");
      }
      return state.change(draft -> {
        draft.lastSequence = header.sequence();
        draft.entries.add(header.id());
        if (proposesDelivery(event)) {
          draft.proposals.add(header.id());
        }
        apply(draft, event, header);
        followed(draft, event, header.time());
      });
    } catch (RuntimeException contradiction) {
      // It reads nothing but the events: whatever it stumbles over is one of them.
      throw new StreamUnreadable(header, contradiction);
    }
  }

  private static void followed(StateDraft draft, RequestEvent event, Instant time) {
    boolean recording =
        event instanceof RequestRecorded
            || event instanceof ItemsListed
            || event instanceof DeadlineSet;
    Instant before = draft.followedAt;
    if (!recording && (before == null || time.isBefore(before))) {
      draft.followedAt = time;
    }
  }

  private static void apply(StateDraft draft, RequestEvent event, EventHeader header) {
    switch (event) {
      case RequestRecorded recorded -> recorded(draft, recorded, header);
      case ItemsListed listed -> listed(draft, listed, header);
      case DeadlineSet deadline -> deadline(draft, deadline, header);
      case AuthorityVerified verified ->
          draft.check = draft.check.verified(verified.method(), header.time());
      case AuthorityRefuted refuted ->
          draft.check = draft.check.refuted(refuted.method(), header.time());
      case ClarificationAsked unused -> draft.clock = draft.clock.asked(header.id(), header.time());
      case ClarificationReceived unused -> draft.clock = draft.clock.resumed(header.time());
      case WritingConfirmed unused ->
          draft.confirmation = draft.confirmation.confirmed(header.time(), header.recordedTime());
      case WritingMissed unused ->
          draft.confirmation = draft.confirmation.missed(header.recordedTime());
      case DeliveryAcknowledged receipt ->
          receipted(draft, receipt.delivery(), ReceiptOutcome.ACKNOWLEDGED, header.id());
      case DeliveryFailed receipt -> failed(draft, receipt.delivery(), header);
      case RequestCancelled unused -> cancelled(draft, header);
      case RequestClosed unused -> closed(draft, header);
      case RequestReopened reopened -> reopened(draft, reopened, header);
      case AcceptancePrepared _,
          EmergencyPrepared _,
          RefusalPrepared _,
          DeliveryPrepared _,
          ExtensionPrepared _,
          NoDataPrepared _,
          MeasurePrepared _,
          CorrectionPrepared _ ->
          draft.open = Preparation.of(event, header);
      case ScopeListed listed ->
          draft.open =
              standing(draft, OpenAct.Acceptance.class, listed.prepared()).listing(listed.items());
      case DeliveryListed listed ->
          draft.open =
              standing(draft, OpenAct.Delivery.class, listed.prepared())
                  .listing(header.id(), listed.items().stream().map(HandedPart::of).toList());
      case CorrectionListed listed ->
          draft.open =
              standing(draft, OpenAct.Correction.class, listed.prepared())
                  .listing(listed.items().stream().map(AskedItem::of).toList());
      case AcceptanceApproved approved ->
          accepted(draft, approved.prepared(), header, ActKind.ACCEPTANCE);
      case EmergencyApproved approved ->
          accepted(draft, approved.prepared(), header, ActKind.EMERGENCY);
      case RefusalApproved approved -> refused(draft, approved.prepared(), header);
      case DeliveryDispatched dispatched -> dispatched(draft, dispatched.prepared(), header);
      // The due time itself moves with the deadline.set that follows.
      case ExtensionApproved approved -> close(draft, OpenAct.Extension.class, approved.prepared());
      case NoDataApproved approved ->
          draft.items(
              close(draft, OpenAct.NoData.class, approved.prepared()).items(),
              item -> item.ended(ItemState.NO_DATA, header.time()));
      case MeasureApproved approved -> measured(draft, approved.prepared(), header);
      case CorrectionApproved approved -> corrected(draft, approved.prepared(), header);
      case AcceptanceReturned returned ->
          acceptance(draft, returned.prepared(), ActKind.ACCEPTANCE);
      case EmergencyReturned returned -> acceptance(draft, returned.prepared(), ActKind.EMERGENCY);
      case RefusalReturned returned -> close(draft, OpenAct.Refusal.class, returned.prepared());
      case DeliveryReturned returned -> close(draft, OpenAct.Delivery.class, returned.prepared());
      case ExtensionReturned returned -> close(draft, OpenAct.Extension.class, returned.prepared());
      case NoDataReturned returned -> close(draft, OpenAct.NoData.class, returned.prepared());
      case MeasureReturned returned ->
          close(draft, OpenAct.MeasureTaken.class, returned.prepared());
      case CorrectionReturned returned ->
          close(draft, OpenAct.Correction.class, returned.prepared());
      case SignatureChecked signature -> draft.check = draft.check.signed(signature);
      case DocumentAttached attached -> attached(draft, attached);
      // These say something about the request and change nothing of where it stands.
      case ObstacleReported _, RequestLinked _, ErrorRecorded _, ReminderIssued _ -> {}
    }
  }

  private static void closed(StateDraft draft, EventHeader header) {
    draft.closedAt = header.time();
    draft.open = null;
  }

  private static void attached(StateDraft draft, DocumentAttached attached) {
    draft.documents.add(attached.document());
    draft.check = draft.check.attached(attached);
  }

  private static void recorded(StateDraft draft, RequestRecorded event, EventHeader header) {
    draft.demand = Demand.of(event);
    event.items().forEach(item -> draft.add(AskedItem.of(item), header.time()));
  }

  private static void listed(StateDraft draft, ItemsListed event, EventHeader header) {
    boolean over =
        draft.followedAt != null
            || draft.clock.set()
            || !draft.confirmation.equals(Confirmation.NONE);
    if (over) {
      throw new IllegalStateException("the stream lists items behind its recording");
    }
    boolean first = true;
    for (RecordedItem recorded : event.items()) {
      AskedItem item = AskedItem.of(recorded);
      if (first && recorded.ordinal() == draft.items.size()) {
        draft.items(List.of(recorded.ordinal()), before -> before.continued(item));
      } else {
        draft.add(item, header.time());
      }
      first = false;
    }
  }

  private static void deadline(StateDraft draft, DeadlineSet event, EventHeader header) {
    if (event.purpose() == DeadlinePurpose.CONFIRM_IN_WRITING) {
      draft.confirmation = draft.confirmation.dueBy(header.id(), event.due());
      return;
    }
    Instant before = draft.clock.due();
    boolean late =
        event.cause() == DeadlineCause.EXTENSION
            && before != null
            && !header.recordedTime().isBefore(before);
    // An extension counts only if the ledger had it before the due time that it replaces.
    if (!late) {
      draft.clock = draft.clock.dueBy(event);
    }
  }

  private static void accepted(StateDraft draft, UUID prepared, EventHeader header, ActKind kind) {
    boolean emergency = kind == ActKind.EMERGENCY;
    for (ItemScope scope : acceptance(draft, prepared, kind).items()) {
      draft.items(List.of(scope.item()), item -> item.accepted(scope, header.time(), emergency));
    }
  }

  private static OpenAct.Acceptance acceptance(StateDraft draft, UUID prepared, ActKind kind) {
    OpenAct.Acceptance act = close(draft, OpenAct.Acceptance.class, prepared);
    if (act.kind() != kind) {
      throw new IllegalStateException("the stream decides another act than was prepared");
    }
    return act;
  }

  private static void refused(StateDraft draft, UUID prepared, EventHeader header) {
    draft.items(
        close(draft, OpenAct.Refusal.class, prepared).items(),
        item -> item.ended(ItemState.REJECTED, header.time()));
  }

  private static void dispatched(StateDraft draft, UUID prepared, EventHeader header) {
    OpenAct.Delivery act = close(draft, OpenAct.Delivery.class, prepared);
    draft.given = true;
    draft.dispatches.add(
        new Dispatch(header.id(), header.time(), act.items(), act.entries(), null));
    for (HandedPart part : act.items()) {
      draft.items(List.of(part.item()), item -> item.handed(part, header.time()));
    }
  }

  private static void measured(StateDraft draft, UUID prepared, EventHeader header) {
    OpenAct.MeasureTaken act = close(draft, OpenAct.MeasureTaken.class, prepared);
    draft.given = true;
    draft.items(
        List.of(act.item()),
        item ->
            act.measure() == Measure.RESTORE
                ? item.lifted(header.time())
                : item.inForce(act.targets(), header.time()));
  }

  private static void corrected(StateDraft draft, UUID prepared, EventHeader header) {
    OpenAct.Correction act = close(draft, OpenAct.Correction.class, prepared);
    Demand demand = draft.demand;
    if (demand == null) {
      throw new IllegalStateException("the stream corrects what was not recorded");
    }
    Demand corrected = demand.corrected(act);
    draft.demand = corrected;
    // The authority of one agency says nothing of another's, nor that of one day of another's.
    if (act.agency() != null || !corrected.dayOfReceipt().equals(demand.dayOfReceipt())) {
      draft.check = draft.check.voided(header.time());
    }
    if (act.voidsOpenItems()) {
      draft.items.replaceAll(item -> item.state().terminal() ? item : item.reopened(header.time()));
    }
    for (AskedItem item : act.items()) {
      if (item.scope().item() > draft.items.size()) {
        draft.add(item, header.time());
      } else {
        draft.items(
            List.of(item.scope().item()), before -> before.corrected(item.begun(), header.time()));
      }
    }
  }

  private static void failed(StateDraft draft, UUID delivery, EventHeader header) {
    Dispatch sent =
        draft.dispatches.stream()
            .filter(dispatch -> dispatch.id().equals(delivery))
            .findFirst()
            .orElseThrow();
    if (sent.receipt() != null) {
      // What became of it is said once.
      return;
    }
    receipted(draft, delivery, ReceiptOutcome.FAILED, header.id());
    for (HandedPart part : sent.parts()) {
      draft.items(
          List.of(part.item()),
          item -> item.undelivered(part, arrivedAnother(draft, item), header.time()));
    }
  }

  private static boolean arrivedAnother(StateDraft draft, ItemProgress item) {
    return draft.dispatches.stream()
        .filter(dispatch -> !dispatch.failed())
        .flatMap(dispatch -> dispatch.parts().stream())
        .anyMatch(
            part -> part.item() == item.ordinal() && part.part() > item.handed().earlierParts());
  }

  /** Whether it says what a delivery would hand over, or that it does not. */
  private static boolean proposesDelivery(RequestEvent event) {
    return event instanceof DeliveryPrepared
        || event instanceof DeliveryListed
        || event instanceof DeliveryReturned;
  }

  private static void receipted(
      StateDraft draft, UUID delivery, ReceiptOutcome outcome, UUID entry) {
    List<Dispatch> all = new ArrayList<>();
    for (Dispatch dispatch : draft.dispatches) {
      boolean told = dispatch.id().equals(delivery) && dispatch.receipt() == null;
      all.add(told ? dispatch.with(outcome, entry) : dispatch);
    }
    draft.dispatches = all;
  }

  private static void cancelled(StateDraft draft, EventHeader header) {
    draft.open = null;
    draft.clock = draft.clock.resumed(header.time());
    draft.items.replaceAll(
        item -> item.state().terminal() ? item : item.ended(ItemState.CANCELLED, header.time()));
  }

  private static void reopened(StateDraft draft, RequestReopened event, EventHeader header) {
    draft.closedAt = null;
    draft.check = draft.check.voided(header.time());
    draft.items(event.items(), item -> item.reopened(header.time()));
  }

  private static <T extends OpenAct> T close(StateDraft draft, Class<T> kind, UUID prepared) {
    T act = standing(draft, kind, prepared);
    draft.open = null;
    return act;
  }

  private static <T extends OpenAct> T standing(StateDraft draft, Class<T> kind, UUID prepared) {
    OpenAct open = draft.open;
    if (!kind.isInstance(open) || !prepared.equals(open.prepared())) {
      throw new IllegalStateException("the stream goes on with what does not stand open");
    }
    return kind.cast(open);
  }
}
