package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.DecisionStories.ACCEPTED;
import static org.disclosureledger.service.request.DecisionStories.DISCLOSED;
import static org.disclosureledger.service.request.DecisionStories.HANDING;
import static org.disclosureledger.service.request.DecisionStories.NONE;
import static org.disclosureledger.service.request.DecisionStories.PARTIAL;
import static org.disclosureledger.service.request.DecisionStories.REFUSED;
import static org.disclosureledger.service.request.DecisionStories.SECRET;
import static org.disclosureledger.service.request.DecisionStories.SECRET_ACCEPTED;
import static org.disclosureledger.service.request.DecisionStories.VERIFIED;
import static org.disclosureledger.service.request.DecisionStories.quietly;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;
import static org.disclosureledger.service.request.RequestDraft.SUBSCRIBERS;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryAcknowledged;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.DeliveryReturned;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/** Every rule of deliveries, receipts and secrecy: one line a case. */
final class DeliveryCases {
  private final CaseList cases = new CaseList();

  private DeliveryCases() {}

  static List<Case> all() {
    DeliveryCases all = new DeliveryCases();
    all.delivery();
    all.deliveredScope();
    all.receipts();
    all.secrecy();
    return all.cases.all();
  }

  private void delivery() {
    Step part = by(LINH, Story.deliver(Story.handover(1, 6, false)));
    cases.accepted("delivery prepared", ACCEPTED, part, DeliveryPrepared.class);
    Step dispatch = by(MINH, Story.approveDelivery(4));
    cases.accepted("delivery dispatched", HANDING, dispatch, DeliveryDispatched.class);
    Step giveBack = by(MINH, new ReturnAct(ID, ActKind.DELIVERY, id(4), "Sai người nhận", null));
    cases.accepted("delivery returned", HANDING, giveBack, DeliveryReturned.class);
    cases.refused(
        "delivery returned without reason",
        HANDING,
        by(MINH, new ReturnAct(ID, ActKind.DELIVERY, id(4), null, null)),
        RequestRule.REASON_MISSING);
    cases.refused("delivery unaccepted", VERIFIED, part, RequestRule.ITEM_NOT_APPROVED);
    cases.refused(
        "delivery of a refused item",
        REFUSED.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED))),
        part,
        RequestRule.ITEM_NOT_APPROVED);
    cases.refused("delivery after the last", DISCLOSED, part, RequestRule.ITEM_NOT_APPROVED);
    cases.refused("delivery dispatched twice", PARTIAL, dispatch, RequestRule.ACT_NOT_OPEN);
    Step twice = by(LINH, Story.deliver(Story.handover(2, 1, false), Story.handover(2, 1, true)));
    cases.refused("an item twice in a delivery", ACCEPTED, twice, RequestRule.ITEM_REPEATED);
    Step unknown = by(LINH, Story.deliver(Story.handover(3, 1, true)));
    cases.refused("delivery of no such item", ACCEPTED, unknown, RequestRule.ITEM_UNKNOWN);
    Step empty = by(LINH, Story.deliver(Story.handover(1, 0, true)));
    cases.refused("nothing delivered", ACCEPTED, empty, RequestRule.DELIVERY_EMPTY);
    Step emptyPart = by(LINH, Story.deliver(Story.handover(1, 0, false)));
    cases.refused("an empty part", PARTIAL, emptyPart, RequestRule.DELIVERY_EMPTY);
    cases.accepted("an empty last part", PARTIAL, empty, DeliveryPrepared.class);
    cases.refused("a second delivery beside it", HANDING, part, RequestRule.ACT_OPEN);
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
    cases.refused(
        "delivering a field asked for but not approved",
        ACCEPTED,
        by(LINH, Story.deliver(field)),
        RequestRule.DELIVERY_FIELD_EXCEEDED);
    cases.refused(
        "delivering more than the rest",
        PARTIAL,
        by(LINH, Story.deliver(Story.handover(1, 5, true))),
        RequestRule.DELIVERY_COUNT_EXCEEDED);
    cases.accepted(
        "delivering exactly the rest",
        PARTIAL,
        by(LINH, Story.deliver(Story.handover(1, 4, true))),
        DeliveryPrepared.class);
    cases.accepted(
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
    cases.refused("delivering: " + name, ACCEPTED, by(LINH, Story.deliver(handover)), rule);
  }

  private void receipts() {
    Step received = by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED));
    Step failed = by(LINH, Story.receipt(5, ReceiptOutcome.FAILED));
    cases.accepted("delivery acknowledged", PARTIAL, received, DeliveryAcknowledged.class);
    cases.accepted("delivery failed", PARTIAL, failed, DeliveryFailed.class);
    cases.refused(
        "receipt of what was only prepared",
        HANDING,
        by(LINH, Story.receipt(4, ReceiptOutcome.ACKNOWLEDGED)),
        RequestRule.DELIVERY_UNKNOWN);
    cases.refused(
        "acknowledged twice", PARTIAL.then(received), received, RequestRule.RECEIPT_EXISTS);
    cases.refused(
        "failed after acknowledged", PARTIAL.then(received), failed, RequestRule.RECEIPT_EXISTS);
  }

  private void secrecy() {
    Step quiet = by(LINH, RequestDraft.with(RequestDraft::keepSecret));
    cases.accepted("a secret request", NONE, quiet, RequestRecorded.class, DeadlineSet.class);
    RequestRule rule = RequestRule.SECRECY_FORBIDS_CONTENT;
    secret("subject", draft -> draft.subject = "Nội dung");
    secret("officer", draft -> draft.officer = "Nguyễn Văn Mẫu");
    secret("unit", draft -> draft.unit = "Đội 1");
    secret("file", draft -> draft.documents = List.of("ab".repeat(32)));
    secret("identifier", draft -> draft.items = List.of(SUBSCRIBERS));
    cases.refused("confidential is above Thường", NONE, confidential(), rule);
    cases.refused(
        "secret note", SECRET, by(LINH, Story.verify(VerificationOutcome.VERIFIED)), rule);
    cases.accepted(
        "secret check without note",
        SECRET,
        by(LINH, quietly(VerificationOutcome.REFUTED)),
        AuthorityRefuted.class);
    cases.refused("secret reason", SECRET, by(LINH, Story.refuse()), rule);
    Step refuse =
        by(LINH, new PrepareRefusal(ID, List.of(), List.of(RefusalGround.NOT_HELD), null, null));
    cases.accepted("secret refusal by its grounds", SECRET, refuse, RefusalPrepared.class);
    cases.refused(
        "secret recipient", SECRET_ACCEPTED, by(LINH, secretDelivery("ai đó", null)), rule);
    cases.refused(
        "secret digest", SECRET_ACCEPTED, by(LINH, secretDelivery(null, "cd".repeat(32))), rule);
    Step deliver = by(LINH, secretDelivery(null, null));
    cases.accepted("secret delivery", SECRET_ACCEPTED, deliver, DeliveryPrepared.class);
    Story sent = SECRET_ACCEPTED.then(deliver, by(MINH, Story.approveDelivery(4)));
    cases.refused(
        "secret signer", sent, by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED)), rule);
    cases.refused("secret closing reason", sent, by(LINH, Story.close()), rule);
  }

  private void secret(String name, java.util.function.Consumer<RequestDraft> change) {
    RecordRequest request =
        RequestDraft.with(draft -> {
          RequestDraft.keepSecret(draft);
          change.accept(draft);
        });
    cases.refused("secret " + name, NONE, by(LINH, request), RequestRule.SECRECY_FORBIDS_CONTENT);
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
