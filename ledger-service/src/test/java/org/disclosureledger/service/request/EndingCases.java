package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.ACCEPTING;
import static org.disclosureledger.service.request.LifeStories.APPROVED;
import static org.disclosureledger.service.request.LifeStories.ASKED_MEANWHILE;
import static org.disclosureledger.service.request.LifeStories.CANCELLED;
import static org.disclosureledger.service.request.LifeStories.CLOSED;
import static org.disclosureledger.service.request.LifeStories.CLOSED_LOST;
import static org.disclosureledger.service.request.LifeStories.DISCLOSED;
import static org.disclosureledger.service.request.LifeStories.IN_FORCE;
import static org.disclosureledger.service.request.LifeStories.NEW;
import static org.disclosureledger.service.request.LifeStories.PARTIAL;
import static org.disclosureledger.service.request.LifeStories.REOPENED;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.DeliveryAcknowledged;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.vocabulary.Measure;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/** How a request ends in other ways than by its answer, and how it opens again. */
final class EndingCases {
  private static final Step VERIFY = by(LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED));
  private static final Step ACCEPT = by(LINH, Story.accept(LifeStories.all()));

  private final CaseList cases = new CaseList();

  private EndingCases() {}

  static List<Case> all() {
    EndingCases all = new EndingCases();
    all.cancelling();
    all.reopening();
    all.reopenedTimes();
    all.lostAfterClosing();
    all.someItems();
    return all.cases.all();
  }

  private void cancelling() {
    Step cancel = by(LINH, PlainCommands.cancel());
    cases.accepted("cancelled when new", NEW, cancel, RequestCancelled.class);
    cases.accepted("cancelled in parts", PARTIAL, cancel, RequestCancelled.class);
    cases.accepted("cancelled beside an act", ACCEPTING, cancel, RequestCancelled.class);
    cases.accepted("cancelled while asked", ASKED_MEANWHILE, cancel, RequestCancelled.class);
    cases.refused("cancelled when answered", DISCLOSED, cancel, RequestRule.NO_OPEN_ITEM);
    cases.refused("cancelled twice", CANCELLED, cancel, RequestRule.NO_OPEN_ITEM);
    cases.refused("cancelled when closed", CLOSED, cancel, RequestRule.REQUEST_CLOSED);
    cases.refused(
        "cancelled for no reason",
        NEW,
        by(LINH, new CancelRequest(ID, null, null, null)),
        RequestRule.REASON_MISSING);
    cases.accepted(
        "cancelled by a document alone",
        NEW,
        by(LINH, new CancelRequest(ID, null, "34".repeat(32), null)),
        RequestCancelled.class);
    Step early = by(LINH, new CancelRequest(ID, "Rút", null, Story.at(2)));
    cases.refused(
        "cancelled before what was done", APPROVED, early, RequestRule.HAPPENED_TOO_EARLY);
    cases.refused(
        "approved after the cancellation",
        ACCEPTING.then(cancel),
        by(MINH, PlainCommands.approve(ActKind.ACCEPTANCE, id(2))),
        RequestRule.ACT_NOT_OPEN);
    cases.refused(
        "answered after the cancellation",
        ASKED_MEANWHILE.then(cancel),
        by(LINH, PlainCommands.answer(id(3))),
        RequestRule.CLARIFICATION_NOT_OPEN);
    cases.accepted(
        "closed when cancelled", CANCELLED, by(LINH, Story.close()), RequestClosed.class);
    cases.accepted(
        "a delivery that failed after the cancellation",
        PARTIAL.then(cancel),
        by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)),
        DeliveryFailed.class);
  }

  private void reopening() {
    Step reopen = by(LINH, PlainCommands.reopen(1));
    cases.accepted("reopened when closed", CLOSED, reopen, RequestReopened.class);
    cases.accepted("reopened when answered", DISCLOSED, reopen, RequestReopened.class);
    cases.accepted("reopened when cancelled", CANCELLED, reopen, RequestReopened.class);
    cases.refused(
        "reopened before it was closed",
        CLOSED,
        by(LINH, new ReopenRequest(ID, List.of(1), "Xem lại", null, Story.at(7))),
        RequestRule.HAPPENED_TOO_EARLY);
    cases.refused("reopened when open", APPROVED, reopen, RequestRule.ITEM_NOT_ANSWERED);
    cases.refused(
        "reopened without items", CLOSED, by(LINH, PlainCommands.reopen()), RequestRule.NO_ITEMS);
    cases.refused(
        "reopened by no such item",
        CLOSED,
        by(LINH, PlainCommands.reopen(4)),
        RequestRule.ITEM_UNKNOWN);
    cases.refused(
        "reopened for no reason",
        CLOSED,
        by(LINH, new ReopenRequest(ID, List.of(1), null, "34".repeat(32), null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "reopened beside an act",
        LifeStories.LIFTING,
        by(LINH, PlainCommands.reopen(1)),
        RequestRule.ACT_OPEN);
    cases.refused("accepted as before", REOPENED, ACCEPT, RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.refused(
        "delivered as before",
        REOPENED,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.refused(
        "delivered as before, though verified",
        REOPENED.then(VERIFY),
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.ITEM_NOT_APPROVED);
    cases.accepted("accepted anew", REOPENED.then(VERIFY), ACCEPT, AcceptancePrepared.class);
    Story cancelled = CANCELLED.then(by(LINH, PlainCommands.reopen(1, 2, 3)));
    cases.refused(
        "cancelled, reopened and accepted", cancelled, ACCEPT, RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.accepted(
        "cancelled, reopened and verified",
        cancelled.then(VERIFY),
        ACCEPT,
        AcceptancePrepared.class);
  }

  private void reopenedTimes() {
    // What a reopening asks for anew cannot be said to have happened before it.
    Step verified =
        by(
            LINH,
            new VerifyAuthority(
                ID,
                VerificationMethod.CALL_BACK,
                TestCircumstances.CONTACT,
                VerificationOutcome.VERIFIED,
                null,
                Story.at(8)));
    cases.refused(
        "verified before the reopening", REOPENED, verified, RequestRule.HAPPENED_TOO_EARLY);
    Step refused =
        by(
            LINH,
            new PrepareRefusal(
                ID, List.of(), List.of(RefusalGround.OTHER), "Vì trùng", Story.at(8)));
    cases.refused(
        "refused before the reopening", REOPENED, refused, RequestRule.HAPPENED_TOO_EARLY);
    Step reopened = by(LINH, new ReopenRequest(ID, List.of(1), "Xem lại", null, Story.at(4)));
    cases.refused("reopened before its answer", CLOSED, reopened, RequestRule.HAPPENED_TOO_EARLY);
    cases.accepted("verified after the reopening", REOPENED, VERIFY, AuthorityVerified.class);
  }

  private void lostAfterClosing() {
    Step arrived = by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED));
    Step lost = by(LINH, Story.receipt(5, ReceiptOutcome.FAILED));
    cases.accepted("received after closing", CLOSED, arrived, DeliveryAcknowledged.class);
    cases.accepted("lost after closing", CLOSED, lost, DeliveryFailed.class);
    cases.refused(
        "lost after it was received", CLOSED.then(arrived), lost, RequestRule.RECEIPT_EXISTS);
    RequestRule first = RequestRule.REOPENING_FIRST;
    cases.refused(
        "delivered again when closed",
        CLOSED_LOST,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        first);
    cases.refused("refused when closed and lost", CLOSED_LOST, refuse(1), first);
    cases.refused("closed again when lost", CLOSED_LOST, by(LINH, Story.close()), first);
    cases.refused(
        "cancelled when closed and lost", CLOSED_LOST, by(LINH, PlainCommands.cancel()), first);
    Step suspend = by(LINH, PlainCommands.measure(Measure.SUSPEND, 3, 1, 2));
    cases.refused("a measure when closed and lost", CLOSED_LOST, suspend, first);
    cases.refused(
        "an item corrected when closed and lost",
        CLOSED_LOST,
        by(LINH, PlainCommands.correctItems(PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS))),
        first);
    Step reopen = by(LINH, PlainCommands.reopen(1, 2));
    cases.accepted("reopened for what was lost", CLOSED_LOST, reopen, RequestReopened.class);
    for (int left : List.of(1, 2)) {
      cases.refused(
          "reopened without lost item " + left,
          CLOSED_LOST,
          by(LINH, PlainCommands.reopen(3 - left, 3)),
          RequestRule.REOPENING_INCOMPLETE);
    }
    cases.refused(
        "reopened for another item than what was lost",
        CLOSED_LOST,
        by(LINH, PlainCommands.reopen(3)),
        RequestRule.REOPENING_INCOMPLETE);
    cases.accepted(
        "reopened for what was lost and more",
        CLOSED_LOST,
        by(LINH, PlainCommands.reopen(1, 2, 3)),
        RequestReopened.class);
    Story reopened = CLOSED_LOST.then(reopen);
    cases.refused(
        "delivered again on the old verification",
        reopened,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.refused(
        "delivered again on the old approval",
        reopened.then(VERIFY),
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.ITEM_NOT_APPROVED);
  }

  private void someItems() {
    cases.accepted("refusing one item", VERIFIED, refuse(2), RefusalPrepared.class);
    cases.refused("refusing no such item", VERIFIED, refuse(4), RequestRule.ITEM_UNKNOWN);
    cases.refused("refusing what is in force", IN_FORCE, refuse(3), RequestRule.ITEM_ANSWERED);
    Story reopenedByFailure =
        PARTIAL
            .then(
                by(LINH, Story.deliver(Story.handover(2, 1, true))),
                by(MINH, Story.approveDelivery(6)))
            .then(refuse(1), by(LINH, Story.receipt(7, ReceiptOutcome.FAILED)));
    cases.accepted(
        "a refusal approved though another item stands open again",
        reopenedByFailure,
        by(MINH, Story.approveRefusal(8)),
        RefusalApproved.class);
  }

  private static Step refuse(Integer... items) {
    return by(
        LINH,
        new PrepareRefusal(
            ID,
            List.of(items),
            List.of(RefusalGround.NOT_HELD, RefusalGround.RETENTION_EXPIRED),
            "Không còn lưu giữ",
            null));
  }
}
