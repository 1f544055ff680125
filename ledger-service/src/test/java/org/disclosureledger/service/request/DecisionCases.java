package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.DecisionStories.ACCEPTED;
import static org.disclosureledger.service.request.DecisionStories.CLOSED;
import static org.disclosureledger.service.request.DecisionStories.DISCLOSED;
import static org.disclosureledger.service.request.DecisionStories.HANDING;
import static org.disclosureledger.service.request.DecisionStories.NEW;
import static org.disclosureledger.service.request.DecisionStories.NONE;
import static org.disclosureledger.service.request.DecisionStories.PARTIAL;
import static org.disclosureledger.service.request.DecisionStories.PREPARED;
import static org.disclosureledger.service.request.DecisionStories.REFUSED;
import static org.disclosureledger.service.request.DecisionStories.REFUSING;
import static org.disclosureledger.service.request.DecisionStories.REFUTED;
import static org.disclosureledger.service.request.DecisionStories.VERIFIED;
import static org.disclosureledger.service.request.RequestDraft.FIGURES;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;
import static org.disclosureledger.service.request.RequestDraft.SUBSCRIBERS;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.HOA;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.ROBOT;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AcceptanceReturned;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RefusalReturned;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Every rule up to an acceptance or a refusal, and at the end: one line a case. */
final class DecisionCases {
  private static final Instant LATE = T0.plusSeconds(600_000);

  private final CaseList cases = new CaseList();

  private DecisionCases() {}

  static List<Case> all() {
    DecisionCases all = new DecisionCases();
    all.recording();
    all.authority();
    all.acceptance();
    all.acceptedScope();
    all.refusal();
    all.closing();
    all.people();
    all.times();
    return all.cases.all();
  }

  private void recording() {
    Step record = by(LINH, new RequestDraft().build());
    cases.accepted("a request", NONE, record, RequestRecorded.class, DeadlineSet.class);
    cases.refused("recorded twice", NEW, record, RequestRule.REQUEST_EXISTS);
    cases.refused("closing nothing", NONE, by(LINH, Story.close()), RequestRule.REQUEST_NOT_FOUND);
    Step nameless =
        by(
            LINH,
            RequestDraft.with(draft ->
                draft.items =
                    List.of(
                        new RequestedItem(
                            SUBSCRIBERS.kind(),
                            List.of(new RequestedTarget(" ")),
                            SUBSCRIBERS.fields(),
                            null,
                            null))));
    cases.refused("a target named blank", NONE, nameless, RequestRule.TARGET_WITHOUT_IDENTIFIER);
    Step figures = by(LINH, RequestDraft.with(draft -> draft.items = List.of(FIGURES)));
    cases.accepted("no targets at all", NONE, figures, RequestRecorded.class, DeadlineSet.class);
  }

  private void authority() {
    Step verified = by(LINH, Story.verify(VerificationOutcome.VERIFIED));
    Step refuted = by(LINH, Story.verify(VerificationOutcome.REFUTED));
    cases.accepted("authority verified", NEW, verified, AuthorityVerified.class);
    cases.accepted("authority refuted", NEW, refuted, AuthorityRefuted.class);
    cases.accepted("refuted after all", VERIFIED, refuted, AuthorityRefuted.class);
    cases.accepted("verified anew", REFUTED, verified, AuthorityVerified.class);
    cases.accepted("a forgery seen after delivery", DISCLOSED, refuted, AuthorityRefuted.class);
    Step accept = by(LINH, Story.acceptAll());
    Step approve = by(MINH, Story.approveAcceptance(2));
    cases.refused("acceptance unverified", NEW, accept, RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.refused("acceptance refuted", REFUTED, accept, RequestRule.AUTHORITY_REFUTED);
    Story meanwhile = PREPARED.then(refuted);
    cases.refused("refuted in between", meanwhile, approve, RequestRule.AUTHORITY_REFUTED);
    cases.accepted(
        "refuted, then verified", REFUTED.then(verified), accept, AcceptancePrepared.class);
    Step deliver = by(LINH, Story.deliver(Story.handover(1, 1, true)));
    cases.refused(
        "delivery refuted", ACCEPTED.then(refuted), deliver, RequestRule.AUTHORITY_REFUTED);
    Step dispatch = by(MINH, Story.approveDelivery(4));
    cases.refused(
        "dispatch refuted", HANDING.then(refuted), dispatch, RequestRule.AUTHORITY_REFUTED);
  }

  private void acceptance() {
    cases.accepted(
        "acceptance prepared", VERIFIED, by(LINH, Story.acceptAll()), AcceptancePrepared.class);
    Step approve = by(MINH, Story.approveAcceptance(2));
    cases.accepted("acceptance approved", PREPARED, approve, AcceptanceApproved.class);
    Step giveBack = by(MINH, new ReturnAct(ID, ActKind.ACCEPTANCE, id(2), "Xem lại phạm vi", null));
    cases.accepted("acceptance returned", PREPARED, giveBack, AcceptanceReturned.class);
    cases.accepted(
        "prepared again after a return",
        PREPARED.then(giveBack),
        by(LINH, Story.acceptAll()),
        AcceptancePrepared.class);
    cases.refused(
        "approved after a return", PREPARED.then(giveBack), approve, RequestRule.ACT_NOT_OPEN);
    cases.refused("approved twice", ACCEPTED, approve, RequestRule.ACT_NOT_OPEN);
    cases.refused(
        "approved by another id",
        PREPARED,
        by(MINH, Story.approveAcceptance(1)),
        RequestRule.ACT_NOT_OPEN);
    cases.refused(
        "an acceptance approved as a refusal",
        PREPARED,
        by(MINH, Story.approveRefusal(2)),
        RequestRule.ACT_NOT_OPEN);
    cases.refused(
        "a second act beside it", PREPARED, by(LINH, Story.refuse()), RequestRule.ACT_OPEN);
    cases.refused(
        "returned without reason",
        PREPARED,
        by(MINH, new ReturnAct(ID, ActKind.ACCEPTANCE, id(2), " ", null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "accepted twice", ACCEPTED, by(LINH, Story.acceptAll()), RequestRule.ITEM_NOT_PENDING);
    Story half =
        VERIFIED.then(
            by(LINH, Story.accept(Story.subscribers(List.of(1), 1L))),
            by(MINH, Story.approveAcceptance(2)));
    Step rest =
        by(LINH, Story.accept(new ItemScope(2, List.of(), List.of(DataField.FIGURE), null, 1L)));
    cases.accepted("the other item later", half, rest, AcceptancePrepared.class);
  }

  private void acceptedScope() {
    scope("unknown item", 3, List.of(1), OCTOBER, 1L, RequestRule.ITEM_UNKNOWN);
    scope("third target", 1, List.of(1, 3), OCTOBER, 1L, RequestRule.SCOPE_TARGET_EXCEEDED);
    scope("no target named", 1, List.of(), OCTOBER, 1L, RequestRule.SCOPE_TARGET_EXCEEDED);
    Period wider = new Period(OCTOBER.from().minusMillis(1), OCTOBER.to());
    scope("period from earlier", 1, List.of(1), wider, 1L, RequestRule.SCOPE_PERIOD_EXCEEDED);
    Period longer = new Period(OCTOBER.from(), OCTOBER.to().plusMillis(1));
    scope("period to later", 1, List.of(1), longer, 1L, RequestRule.SCOPE_PERIOD_EXCEEDED);
    scope("without period", 1, List.of(1), null, 1L, RequestRule.SCOPE_PERIOD_EXCEEDED);
    scope("one more record", 1, List.of(1), OCTOBER, 11L, RequestRule.SCOPE_COUNT_EXCEEDED);
    scope("without maximum", 1, List.of(1), OCTOBER, null, RequestRule.SCOPE_COUNT_MISSING);
    ItemScope field = new ItemScope(1, List.of(1), List.of(DataField.CALL_RECORD), OCTOBER, 1L);
    cases.refused(
        "accepting a field not asked for",
        VERIFIED,
        by(LINH, Story.accept(field)),
        RequestRule.SCOPE_FIELD_EXCEEDED);
    ItemScope one = Story.subscribers(List.of(1), 1L);
    cases.refused(
        "accepting an item twice",
        VERIFIED,
        by(LINH, Story.accept(one, one)),
        RequestRule.ITEM_REPEATED);
  }

  private void scope(
      String name,
      int item,
      List<Integer> targets,
      @Nullable Period period,
      @Nullable Long maximum,
      RequestRule rule) {
    ItemScope scope =
        new ItemScope(item, targets, List.of(DataField.SUBSCRIBER_NAME), period, maximum);
    cases.refused("accepting: " + name, VERIFIED, by(LINH, Story.accept(scope)), rule);
  }

  private void refusal() {
    cases.accepted("refusal unverified", NEW, by(LINH, Story.refuse()), RefusalPrepared.class);
    cases.accepted(
        "refusal of a forgery", REFUTED, by(LINH, Story.refuse()), RefusalPrepared.class);
    Step approve = by(MINH, Story.approveRefusal(1));
    cases.accepted("refusal approved", REFUSING, approve, RefusalApproved.class);
    Step giveBack = by(MINH, new ReturnAct(ID, ActKind.REFUSAL, id(1), "Chưa đủ căn cứ", null));
    cases.accepted("refusal returned", REFUSING, giveBack, RefusalReturned.class);
    cases.accepted("refusing the rest", PARTIAL, by(LINH, Story.refuse()), RefusalPrepared.class);
    cases.refused("refused twice", REFUSED, by(LINH, Story.refuse()), RequestRule.NO_OPEN_ITEM);
    cases.refused(
        "refused when done", DISCLOSED, by(LINH, Story.refuse()), RequestRule.NO_OPEN_ITEM);
    cases.refused(
        "refused without a reason",
        NEW,
        by(LINH, new PrepareRefusal(ID, List.of(), List.of(RefusalGround.NOT_HELD), null, null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "refusal returned without reason",
        REFUSING,
        by(MINH, new ReturnAct(ID, ActKind.REFUSAL, id(1), null, null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "accepting what was refused",
        REFUSED.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED))),
        by(LINH, Story.acceptAll()),
        RequestRule.ITEM_NOT_PENDING);
  }

  private void closing() {
    cases.accepted("closing when refused", REFUSED, by(LINH, Story.close()), RequestClosed.class);
    cases.accepted(
        "closing when disclosed", DISCLOSED, by(LINH, Story.close()), RequestClosed.class);
    cases.refused("closing when new", NEW, by(LINH, Story.close()), RequestRule.ITEMS_OPEN);
    cases.refused("closing in parts", PARTIAL, by(LINH, Story.close()), RequestRule.ITEMS_OPEN);
    cases.refused("closing beside an act", REFUSING, by(LINH, Story.close()), RequestRule.ACT_OPEN);
    cases.refused(
        "closing what failed to arrive",
        DISCLOSED.then(by(LINH, Story.receipt(7, ReceiptOutcome.FAILED))),
        by(LINH, Story.close()),
        RequestRule.ITEMS_OPEN);
    cases.refused("closing twice", CLOSED, by(LINH, Story.close()), RequestRule.REQUEST_CLOSED);
    cases.refused(
        "verifying when closed",
        CLOSED,
        by(LINH, Story.verify(VerificationOutcome.VERIFIED)),
        RequestRule.REQUEST_CLOSED);
    cases.refused(
        "recording when closed", CLOSED, NEW.steps().getFirst(), RequestRule.REQUEST_EXISTS);
  }

  private void people() {
    Story byMinh = VERIFIED.then(by(MINH, Story.acceptAll()));
    Step approve = by(MINH, Story.approveAcceptance(2));
    cases.refused("the preparer approves", byMinh, approve, RequestRule.SAME_PERSON);
    cases.accepted(
        "another approver approves",
        byMinh,
        by(HOA, Story.approveAcceptance(2)),
        AcceptanceApproved.class);
    cases.refused(
        "the preparer returns",
        byMinh,
        by(MINH, new ReturnAct(ID, ActKind.ACCEPTANCE, id(2), "Rút lại", null)),
        RequestRule.SAME_PERSON);
    Story refusing = NEW.then(by(MINH, Story.refuse()));
    Step refuse = by(MINH, Story.approveRefusal(1));
    cases.refused("the preparer refuses", refusing, refuse, RequestRule.SAME_PERSON);
    Story handing = ACCEPTED.then(by(MINH, Story.deliver(Story.handover(1, 1, true))));
    Step dispatch = by(MINH, Story.approveDelivery(4));
    cases.refused("the preparer dispatches", handing, dispatch, RequestRule.SAME_PERSON);
    cases.refused(
        "the system prepares",
        VERIFIED,
        by(ROBOT, Story.acceptAll()),
        RequestRule.SYSTEM_NOT_A_PERSON);
    cases.refused(
        "the system approves",
        PREPARED,
        by(ROBOT, Story.approveAcceptance(2)),
        RequestRule.SYSTEM_NOT_A_PERSON);
    cases.refused(
        "a legal officer approves",
        byMinh,
        by(LINH, Story.approveAcceptance(2)),
        RequestRule.ROLE_NOT_ALLOWED);
  }

  private void times() {
    Instant ahead = T0.plusSeconds(60);
    Step lead = by(LINH, RequestDraft.with(draft -> draft.receivedAt = ahead));
    cases.accepted("received a minute ahead", NONE, lead, RequestRecorded.class, DeadlineSet.class);
    Step more = by(LINH, RequestDraft.with(draft -> draft.receivedAt = ahead.plusMillis(1)));
    cases.refused("received further ahead", NONE, more, RequestRule.RECEIVED_IN_FUTURE);
    Step dated =
        by(LINH, RequestDraft.with(draft -> draft.documentDate = LocalDate.parse("2026-11-04")));
    cases.refused("document of tomorrow", NONE, dated, RequestRule.DOCUMENT_DATE_IN_FUTURE);
    cases.refused("verified ahead", NEW, verified(LATE), RequestRule.HAPPENED_IN_FUTURE);
    Step before = verified(T0.minusMillis(1));
    cases.refused("verified before receipt", NEW, before, RequestRule.HAPPENED_TOO_EARLY);
    cases.accepted("verified on receipt", NEW, verified(T0), AuthorityVerified.class);
    Step approve = by(MINH, new ApproveAct(ID, ActKind.ACCEPTANCE, id(2), Story.at(1)));
    cases.refused("approved before prepared", PREPARED, approve, RequestRule.HAPPENED_TOO_EARLY);
    Step prepare = by(LINH, new PrepareAcceptance(ID, List.of(one()), Story.at(0)));
    cases.refused("accepted before verified", VERIFIED, prepare, RequestRule.HAPPENED_TOO_EARLY);
    Step deliver =
        by(
            LINH,
            new PrepareDelivery(
                ID, Channel.FAX, null, List.of(Story.handover(1, 1, true)), Story.at(2)));
    cases.refused("delivered before accepted", ACCEPTED, deliver, RequestRule.HAPPENED_TOO_EARLY);
    Step receipt =
        by(
            LINH,
            new RecordReceipt(ID, id(5), ReceiptOutcome.ACKNOWLEDGED, null, null, Story.at(4)));
    cases.refused("received before dispatched", PARTIAL, receipt, RequestRule.HAPPENED_TOO_EARLY);
    Step close = by(LINH, new CloseRequest(ID, null, Story.at(1)));
    cases.refused("closed before answered", REFUSED, close, RequestRule.HAPPENED_TOO_EARLY);
  }

  private static ItemScope one() {
    return Story.subscribers(List.of(1), 1L);
  }

  private static Step verified(Instant at) {
    return by(
        LINH,
        new VerifyAuthority(
            ID,
            VerificationMethod.DIGITAL_SIGNATURE,
            null,
            VerificationOutcome.VERIFIED,
            null,
            at));
  }
}
