package org.disclosureledger.service.request;

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
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Every rule of a request, one line a case: what happened, what is asked, what comes of it. */
final class DecisionCases {

  /** Either {@code events}, or the {@code refusal}. */
  record Case(
      String name,
      Story given,
      Step when,
      List<Class<? extends RequestEvent>> events,
      @Nullable RequestRule refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final Story NONE = Story.of();
  static final Story NEW = Story.of(by(LINH, new RequestDraft().build()));
  static final Story VERIFIED = NEW.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED)));
  static final Story REFUTED = NEW.then(by(LINH, Story.verify(VerificationOutcome.REFUTED)));
  static final Story PREPARED = VERIFIED.then(by(LINH, Story.acceptAll()));
  static final Story ACCEPTED = PREPARED.then(by(MINH, Story.approveAcceptance(2)));
  static final Story HANDING = ACCEPTED.then(by(LINH, Story.deliver(Story.handover(1, 6, false))));
  static final Story PARTIAL = HANDING.then(by(MINH, Story.approveDelivery(4)));
  static final Story DISCLOSED =
      PARTIAL.then(
          by(LINH, Story.deliver(Story.handover(1, 4, true), Story.handover(2, 1, true))),
          by(MINH, Story.approveDelivery(6)));
  static final Story REFUSING = NEW.then(by(LINH, Story.refuse()));
  static final Story REFUSED = REFUSING.then(by(MINH, Story.approveRefusal(1)));
  static final Story CLOSED = REFUSED.then(by(LINH, Story.close()));
  static final Story SECRET = Story.of(by(LINH, RequestDraft.with(RequestDraft::keepSecret)));
  static final Story SECRET_ACCEPTED =
      SECRET
          .then(by(LINH, quietly(VerificationOutcome.VERIFIED)), by(LINH, secretScope()))
          .then(by(MINH, Story.approveAcceptance(2)));

  private static final Instant LATE = T0.plusSeconds(600_000);

  private final List<Case> cases = new ArrayList<>();

  private DecisionCases() {}

  static List<Case> all() {
    DecisionCases all = new DecisionCases();
    all.recording();
    all.authority();
    all.acceptance();
    all.acceptedScope();
    all.refusal();
    all.delivery();
    all.deliveredScope();
    all.receipts();
    all.closing();
    all.people();
    all.secrecy();
    all.times();
    return List.copyOf(all.cases);
  }

  @SafeVarargs
  private void accepted(
      String name, Story given, Step when, Class<? extends RequestEvent>... events) {
    cases.add(new Case(name, given, when, List.of(events), null));
  }

  private void refused(String name, Story given, Step when, RequestRule rule) {
    cases.add(new Case(name, given, when, List.of(), rule));
  }

  private void recording() {
    Step record = by(LINH, new RequestDraft().build());
    accepted("a request", NONE, record, RequestRecorded.class, DeadlineSet.class);
    refused("recorded twice", NEW, record, RequestRule.REQUEST_EXISTS);
    refused("closing nothing", NONE, by(LINH, Story.close()), RequestRule.REQUEST_NOT_FOUND);
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
    refused("a target named blank", NONE, nameless, RequestRule.TARGET_WITHOUT_IDENTIFIER);
    Step figures = by(LINH, RequestDraft.with(draft -> draft.items = List.of(FIGURES)));
    accepted("no targets at all", NONE, figures, RequestRecorded.class, DeadlineSet.class);
  }

  private void authority() {
    Step verified = by(LINH, Story.verify(VerificationOutcome.VERIFIED));
    Step refuted = by(LINH, Story.verify(VerificationOutcome.REFUTED));
    accepted("authority verified", NEW, verified, AuthorityVerified.class);
    accepted("authority refuted", NEW, refuted, AuthorityRefuted.class);
    accepted("refuted after all", VERIFIED, refuted, AuthorityRefuted.class);
    accepted("verified anew", REFUTED, verified, AuthorityVerified.class);
    accepted("a forgery seen after delivery", DISCLOSED, refuted, AuthorityRefuted.class);
    Step accept = by(LINH, Story.acceptAll());
    Step approve = by(MINH, Story.approveAcceptance(2));
    refused("acceptance unverified", NEW, accept, RequestRule.AUTHORITY_NOT_VERIFIED);
    refused("acceptance refuted", REFUTED, accept, RequestRule.AUTHORITY_REFUTED);
    Story meanwhile = PREPARED.then(refuted);
    refused("refuted in between", meanwhile, approve, RequestRule.AUTHORITY_REFUTED);
    accepted("refuted, then verified", REFUTED.then(verified), accept, AcceptancePrepared.class);
    Step deliver = by(LINH, Story.deliver(Story.handover(1, 1, true)));
    refused("delivery refuted", ACCEPTED.then(refuted), deliver, RequestRule.AUTHORITY_REFUTED);
    Step dispatch = by(MINH, Story.approveDelivery(4));
    refused("dispatch refuted", HANDING.then(refuted), dispatch, RequestRule.AUTHORITY_REFUTED);
  }

  private void acceptance() {
    accepted(
        "acceptance prepared", VERIFIED, by(LINH, Story.acceptAll()), AcceptancePrepared.class);
    Step approve = by(MINH, Story.approveAcceptance(2));
    accepted("acceptance approved", PREPARED, approve, AcceptanceApproved.class);
    Step giveBack = by(MINH, new ReturnAcceptance(ID, id(2), "Xem lại phạm vi", null));
    accepted("acceptance returned", PREPARED, giveBack, AcceptanceReturned.class);
    accepted(
        "prepared again after a return",
        PREPARED.then(giveBack),
        by(LINH, Story.acceptAll()),
        AcceptancePrepared.class);
    refused("approved after a return", PREPARED.then(giveBack), approve, RequestRule.ACT_NOT_OPEN);
    refused("approved twice", ACCEPTED, approve, RequestRule.ACT_NOT_OPEN);
    refused(
        "approved by another id",
        PREPARED,
        by(MINH, Story.approveAcceptance(1)),
        RequestRule.ACT_NOT_OPEN);
    refused(
        "an acceptance approved as a refusal",
        PREPARED,
        by(MINH, Story.approveRefusal(2)),
        RequestRule.ACT_NOT_OPEN);
    refused("a second act beside it", PREPARED, by(LINH, Story.refuse()), RequestRule.ACT_OPEN);
    refused(
        "returned without reason",
        PREPARED,
        by(MINH, new ReturnAcceptance(ID, id(2), " ", null)),
        RequestRule.REASON_MISSING);
    refused("accepted twice", ACCEPTED, by(LINH, Story.acceptAll()), RequestRule.ITEM_NOT_PENDING);
    Story half =
        VERIFIED.then(
            by(LINH, Story.accept(Story.subscribers(List.of(1), 1L))),
            by(MINH, Story.approveAcceptance(2)));
    Step rest =
        by(LINH, Story.accept(new ItemScope(2, List.of(), List.of(DataField.FIGURE), null, 1L)));
    accepted("the other item later", half, rest, AcceptancePrepared.class);
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
    refused(
        "accepting a field not asked for",
        VERIFIED,
        by(LINH, Story.accept(field)),
        RequestRule.SCOPE_FIELD_EXCEEDED);
    ItemScope one = Story.subscribers(List.of(1), 1L);
    refused(
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
    refused("accepting: " + name, VERIFIED, by(LINH, Story.accept(scope)), rule);
  }

  private void refusal() {
    accepted("refusal unverified", NEW, by(LINH, Story.refuse()), RefusalPrepared.class);
    accepted("refusal of a forgery", REFUTED, by(LINH, Story.refuse()), RefusalPrepared.class);
    Step approve = by(MINH, Story.approveRefusal(1));
    accepted("refusal approved", REFUSING, approve, RefusalApproved.class);
    Step giveBack = by(MINH, new ReturnRefusal(ID, id(1), "Chưa đủ căn cứ", null));
    accepted("refusal returned", REFUSING, giveBack, RefusalReturned.class);
    accepted("refusing the rest", PARTIAL, by(LINH, Story.refuse()), RefusalPrepared.class);
    refused("refused twice", REFUSED, by(LINH, Story.refuse()), RequestRule.NO_OPEN_ITEM);
    refused("refused when done", DISCLOSED, by(LINH, Story.refuse()), RequestRule.NO_OPEN_ITEM);
    refused(
        "refused without a reason",
        NEW,
        by(LINH, new PrepareRefusal(ID, List.of(RefusalGround.NOT_HELD), null, null)),
        RequestRule.REASON_MISSING);
    refused(
        "refusal returned without reason",
        REFUSING,
        by(MINH, new ReturnRefusal(ID, id(1), null, null)),
        RequestRule.REASON_MISSING);
    refused(
        "accepting what was refused",
        REFUSED.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED))),
        by(LINH, Story.acceptAll()),
        RequestRule.ITEM_NOT_PENDING);
  }

  private void delivery() {
    Step part = by(LINH, Story.deliver(Story.handover(1, 6, false)));
    accepted("delivery prepared", ACCEPTED, part, DeliveryPrepared.class);
    Step dispatch = by(MINH, Story.approveDelivery(4));
    accepted("delivery dispatched", HANDING, dispatch, DeliveryDispatched.class);
    Step giveBack = by(MINH, new ReturnDelivery(ID, id(4), "Sai người nhận", null));
    accepted("delivery returned", HANDING, giveBack, DeliveryReturned.class);
    refused(
        "delivery returned without reason",
        HANDING,
        by(MINH, new ReturnDelivery(ID, id(4), null, null)),
        RequestRule.REASON_MISSING);
    refused("delivery unaccepted", VERIFIED, part, RequestRule.ITEM_NOT_APPROVED);
    refused(
        "delivery of a refused item",
        REFUSED.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED))),
        part,
        RequestRule.ITEM_NOT_APPROVED);
    refused("delivery after the last", DISCLOSED, part, RequestRule.ITEM_NOT_APPROVED);
    refused("delivery dispatched twice", PARTIAL, dispatch, RequestRule.ACT_NOT_OPEN);
    Step twice = by(LINH, Story.deliver(Story.handover(2, 1, false), Story.handover(2, 1, true)));
    refused("an item twice in a delivery", ACCEPTED, twice, RequestRule.ITEM_REPEATED);
    Step unknown = by(LINH, Story.deliver(Story.handover(3, 1, true)));
    refused("delivery of no such item", ACCEPTED, unknown, RequestRule.ITEM_UNKNOWN);
    Step empty = by(LINH, Story.deliver(Story.handover(1, 0, true)));
    refused("nothing delivered", ACCEPTED, empty, RequestRule.DELIVERY_EMPTY);
    Step emptyPart = by(LINH, Story.deliver(Story.handover(1, 0, false)));
    refused("an empty part", PARTIAL, emptyPart, RequestRule.DELIVERY_EMPTY);
    accepted("an empty last part", PARTIAL, empty, DeliveryPrepared.class);
    refused("a second delivery beside it", HANDING, part, RequestRule.ACT_OPEN);
  }

  private void deliveredScope() {
    hand("another target", List.of(1, 3), OCTOBER, 1, RequestRule.DELIVERY_TARGET_EXCEEDED);
    hand("no target named", List.of(), OCTOBER, 1, RequestRule.DELIVERY_TARGET_EXCEEDED);
    Period wider = new Period(OCTOBER.from().minusMillis(1), OCTOBER.to());
    hand("period from earlier", List.of(1), wider, 1, RequestRule.DELIVERY_PERIOD_EXCEEDED);
    Period longer = new Period(OCTOBER.from(), OCTOBER.to().plusMillis(1));
    hand("period to later", List.of(1), longer, 1, RequestRule.DELIVERY_PERIOD_EXCEEDED);
    hand("without period", List.of(1), null, 1, RequestRule.DELIVERY_PERIOD_EXCEEDED);
    hand("one more record", List.of(1), OCTOBER, 11, RequestRule.DELIVERY_COUNT_EXCEEDED);
    Handover field =
        new Handover(
            1, true, List.of(1), List.of(DataField.POSTAL_ADDRESS), OCTOBER, 1, null, null);
    refused(
        "delivering a field asked for but not approved",
        ACCEPTED,
        by(LINH, Story.deliver(field)),
        RequestRule.DELIVERY_FIELD_EXCEEDED);
    refused(
        "delivering more than the rest",
        PARTIAL,
        by(LINH, Story.deliver(Story.handover(1, 5, true))),
        RequestRule.DELIVERY_COUNT_EXCEEDED);
    accepted(
        "delivering exactly the rest",
        PARTIAL,
        by(LINH, Story.deliver(Story.handover(1, 4, true))),
        DeliveryPrepared.class);
    accepted(
        "delivering anew what failed",
        PARTIAL.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED))),
        by(LINH, Story.deliver(Story.handover(1, 10, true))),
        DeliveryPrepared.class);
  }

  private void hand(
      String name, List<Integer> targets, @Nullable Period period, long records, RequestRule rule) {
    Handover handover =
        new Handover(
            1, true, targets, List.of(DataField.SUBSCRIBER_NAME), period, records, null, null);
    refused("delivering: " + name, ACCEPTED, by(LINH, Story.deliver(handover)), rule);
  }

  private void receipts() {
    Step received = by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED));
    Step failed = by(LINH, Story.receipt(5, ReceiptOutcome.FAILED));
    accepted("delivery acknowledged", PARTIAL, received, DeliveryAcknowledged.class);
    accepted("delivery failed", PARTIAL, failed, DeliveryFailed.class);
    refused(
        "receipt of what was only prepared",
        HANDING,
        by(LINH, Story.receipt(4, ReceiptOutcome.ACKNOWLEDGED)),
        RequestRule.DELIVERY_UNKNOWN);
    refused("acknowledged twice", PARTIAL.then(received), received, RequestRule.RECEIPT_EXISTS);
    refused(
        "failed after acknowledged", PARTIAL.then(received), failed, RequestRule.RECEIPT_EXISTS);
  }

  private void closing() {
    accepted("closing when refused", REFUSED, by(LINH, Story.close()), RequestClosed.class);
    accepted("closing when disclosed", DISCLOSED, by(LINH, Story.close()), RequestClosed.class);
    refused("closing when new", NEW, by(LINH, Story.close()), RequestRule.ITEMS_OPEN);
    refused("closing in parts", PARTIAL, by(LINH, Story.close()), RequestRule.ITEMS_OPEN);
    refused("closing beside an act", REFUSING, by(LINH, Story.close()), RequestRule.ACT_OPEN);
    refused(
        "closing what failed to arrive",
        DISCLOSED.then(by(LINH, Story.receipt(7, ReceiptOutcome.FAILED))),
        by(LINH, Story.close()),
        RequestRule.ITEMS_OPEN);
    refused("closing twice", CLOSED, by(LINH, Story.close()), RequestRule.REQUEST_CLOSED);
    refused(
        "verifying when closed",
        CLOSED,
        by(LINH, Story.verify(VerificationOutcome.VERIFIED)),
        RequestRule.REQUEST_CLOSED);
    refused("recording when closed", CLOSED, NEW.steps().getFirst(), RequestRule.REQUEST_EXISTS);
  }

  private void people() {
    Story byMinh = VERIFIED.then(by(MINH, Story.acceptAll()));
    Step approve = by(MINH, Story.approveAcceptance(2));
    refused("the preparer approves", byMinh, approve, RequestRule.SAME_PERSON);
    accepted(
        "another approver approves",
        byMinh,
        by(HOA, Story.approveAcceptance(2)),
        AcceptanceApproved.class);
    refused(
        "the preparer returns",
        byMinh,
        by(MINH, new ReturnAcceptance(ID, id(2), "Rút lại", null)),
        RequestRule.SAME_PERSON);
    Story refusing = NEW.then(by(MINH, Story.refuse()));
    Step refuse = by(MINH, Story.approveRefusal(1));
    refused("the preparer refuses", refusing, refuse, RequestRule.SAME_PERSON);
    Story handing = ACCEPTED.then(by(MINH, Story.deliver(Story.handover(1, 1, true))));
    Step dispatch = by(MINH, Story.approveDelivery(4));
    refused("the preparer dispatches", handing, dispatch, RequestRule.SAME_PERSON);
    refused(
        "the system prepares",
        VERIFIED,
        by(ROBOT, Story.acceptAll()),
        RequestRule.SYSTEM_NOT_A_PERSON);
    refused(
        "the system approves",
        PREPARED,
        by(ROBOT, Story.approveAcceptance(2)),
        RequestRule.SYSTEM_NOT_A_PERSON);
    refused(
        "a legal officer approves",
        byMinh,
        by(LINH, Story.approveAcceptance(2)),
        RequestRule.ROLE_NOT_ALLOWED);
  }

  private void secrecy() {
    Step quiet = by(LINH, RequestDraft.with(RequestDraft::keepSecret));
    accepted("a secret request", NONE, quiet, RequestRecorded.class, DeadlineSet.class);
    RequestRule rule = RequestRule.SECRECY_FORBIDS_CONTENT;
    secret("subject", draft -> draft.subject = "Nội dung");
    secret("officer", draft -> draft.officer = "Nguyễn Văn Mẫu");
    secret("unit", draft -> draft.unit = "Đội 1");
    secret("file", draft -> draft.documents = List.of("ab".repeat(32)));
    secret("identifier", draft -> draft.items = List.of(SUBSCRIBERS));
    refused("confidential is above Thường", NONE, confidential(), rule);
    refused("secret note", SECRET, by(LINH, Story.verify(VerificationOutcome.VERIFIED)), rule);
    accepted(
        "secret check without note",
        SECRET,
        by(LINH, quietly(VerificationOutcome.REFUTED)),
        AuthorityRefuted.class);
    refused("secret reason", SECRET, by(LINH, Story.refuse()), rule);
    Step refuse = by(LINH, new PrepareRefusal(ID, List.of(RefusalGround.NOT_HELD), null, null));
    accepted("secret refusal by its grounds", SECRET, refuse, RefusalPrepared.class);
    refused("secret recipient", SECRET_ACCEPTED, by(LINH, secretDelivery("ai đó", null)), rule);
    refused(
        "secret digest", SECRET_ACCEPTED, by(LINH, secretDelivery(null, "cd".repeat(32))), rule);
    Step deliver = by(LINH, secretDelivery(null, null));
    accepted("secret delivery", SECRET_ACCEPTED, deliver, DeliveryPrepared.class);
    Story sent = SECRET_ACCEPTED.then(deliver, by(MINH, Story.approveDelivery(4)));
    refused("secret signer", sent, by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED)), rule);
    refused("secret closing reason", sent, by(LINH, Story.close()), rule);
  }

  private void secret(String name, java.util.function.Consumer<RequestDraft> change) {
    RecordRequest request =
        RequestDraft.with(draft -> {
          RequestDraft.keepSecret(draft);
          change.accept(draft);
        });
    refused("secret " + name, NONE, by(LINH, request), RequestRule.SECRECY_FORBIDS_CONTENT);
  }

  private void times() {
    Instant ahead = T0.plusSeconds(60);
    Step lead = by(LINH, RequestDraft.with(draft -> draft.receivedAt = ahead));
    accepted("received a minute ahead", NONE, lead, RequestRecorded.class, DeadlineSet.class);
    Step more = by(LINH, RequestDraft.with(draft -> draft.receivedAt = ahead.plusMillis(1)));
    refused("received further ahead", NONE, more, RequestRule.RECEIVED_IN_FUTURE);
    Step dated =
        by(LINH, RequestDraft.with(draft -> draft.documentDate = LocalDate.parse("2026-11-04")));
    refused("document of tomorrow", NONE, dated, RequestRule.DOCUMENT_DATE_IN_FUTURE);
    refused("verified ahead", NEW, verified(LATE), RequestRule.HAPPENED_IN_FUTURE);
    Step before = verified(T0.minusMillis(1));
    refused("verified before receipt", NEW, before, RequestRule.HAPPENED_TOO_EARLY);
    accepted("verified on receipt", NEW, verified(T0), AuthorityVerified.class);
    Step approve = by(MINH, new ApproveAcceptance(ID, id(2), Story.at(1)));
    refused("approved before prepared", PREPARED, approve, RequestRule.HAPPENED_TOO_EARLY);
    Step prepare = by(LINH, new PrepareAcceptance(ID, List.of(one()), Story.at(0)));
    refused("accepted before verified", VERIFIED, prepare, RequestRule.HAPPENED_TOO_EARLY);
    Step deliver =
        by(
            LINH,
            new PrepareDelivery(
                ID, Channel.FAX, null, List.of(Story.handover(1, 1, true)), Story.at(2)));
    refused("delivered before accepted", ACCEPTED, deliver, RequestRule.HAPPENED_TOO_EARLY);
    Step receipt =
        by(
            LINH,
            new RecordReceipt(ID, id(5), ReceiptOutcome.ACKNOWLEDGED, null, null, Story.at(4)));
    refused("received before dispatched", PARTIAL, receipt, RequestRule.HAPPENED_TOO_EARLY);
    Step close = by(LINH, new CloseRequest(ID, null, Story.at(1)));
    refused("closed before answered", REFUSED, close, RequestRule.HAPPENED_TOO_EARLY);
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

  private static VerifyAuthority quietly(VerificationOutcome outcome) {
    return new VerifyAuthority(ID, VerificationMethod.SEAL_OR_DOCUMENT, null, outcome, null, null);
  }

  private static PrepareAcceptance secretScope() {
    return Story.accept(new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 1L));
  }

  private static PrepareDelivery secretDelivery(
      @Nullable String recipient, @Nullable String digest) {
    Handover handover =
        new Handover(
            1, true, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 1, digest, null);
    return new PrepareDelivery(ID, Channel.IN_PERSON, recipient, List.of(handover), null);
  }

  private static Step confidential() {
    return by(LINH, RequestDraft.with(draft -> draft.secrecy = Secrecy.CONFIDENTIAL));
  }
}
