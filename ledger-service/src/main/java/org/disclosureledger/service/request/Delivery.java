package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.content.Handover;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryAcknowledged;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.Measure;

/** Delivery by two people, within the approved scope, and what became of it. */
final class Delivery {
  private Delivery() {}

  static List<ProposedEvent<RequestEvent>> prepare(
      RequestState state, PrepareDelivery command, CommandContext context) {
    Gate.first(state, context);
    List<HandedPart> parts =
        command.items().stream()
            .map(item -> HandedPart.of(item, Gate.item(state, item.item()).handed().parts() + 1))
            .toList();
    check(state, parts);
    Gate.noContentAboveNormal(state.secrecy(), command.recipient());
    for (Handover item : command.items()) {
      Gate.noContentAboveNormal(state.secrecy(), item.digest(), item.size());
    }
    Instant time =
        Gate.time(
            context,
            command.happenedAt(),
            Gate.changed(state, parts.stream().map(HandedPart::item).toList()),
            state.check().at());
    Committed<String> recipient = Committed.of(command.recipient());
    return ActEntries.ofParts(
        command.items().stream().map(item -> delivered(state, item)).toList(),
        context,
        time,
        (items, lists) -> new DeliveryPrepared(command.channel(), recipient, items, lists),
        DeliveryListed::new);
  }

  static ProposedEvent<RequestEvent> receive(
      RequestState state, RecordReceipt command, CommandContext context) {
    String which = "delivery " + command.delivery();
    Dispatch dispatch =
        state
            .dispatch(command.delivery())
            .orElseThrow(() -> new CommandRefused(RequestRule.DELIVERY_UNKNOWN, which));
    Gate.require(dispatch.receipt() == null, RequestRule.RECEIPT_EXISTS, which);
    Gate.noContentAboveNormal(state.secrecy(), command.signer(), command.minutes());
    Instant time = Gate.time(context, command.happenedAt(), dispatch.time());
    Committed<String> signer = Committed.of(command.signer());
    Committed<String> minutes = Committed.of(command.minutes());
    RequestEvent event =
        switch (command.outcome()) {
          case ACKNOWLEDGED -> new DeliveryAcknowledged(command.delivery(), signer, minutes);
          case FAILED -> new DeliveryFailed(command.delivery(), signer, minutes);
        };
    return new ProposedEvent<>(context.newId(), time, event);
  }

  private static DeliveredItem delivered(RequestState state, Handover item) {
    return new DeliveredItem(
        item.item(),
        Gate.item(state, item.item()).handed().parts() + 1,
        item.last(),
        item.targets(),
        item.fields(),
        item.period(),
        item.recordCount(),
        Committed.of(item.digest()),
        Committed.of(item.size()));
  }

  static void check(RequestState state, List<HandedPart> parts) {
    Gate.authorityVerified(state);
    Gate.noQuestion(state);
    Set<Integer> seen = new HashSet<>();
    for (HandedPart part : parts) {
      String which = "item " + part.item();
      Gate.require(seen.add(part.item()), RequestRule.ITEM_REPEATED, which);
      ItemProgress item = Gate.item(state, part.item());
      Gate.require(Measure.answering(item.kind()).isEmpty(), RequestRule.ITEM_NEEDS_MEASURE, which);
      ItemScope approved = item.approved();
      if (approved == null || !item.state().deliverable()) {
        throw new CommandRefused(RequestRule.ITEM_NOT_APPROVED, which);
      }
      checkWithin(approved, part, which);
      checkCount(item, approved, part, which);
    }
  }

  private static void checkWithin(ItemScope approved, HandedPart part, String which) {
    // No target named would mean all of them, so that is outside any that were named.
    Gate.require(
        approved.targets().containsAll(part.targets())
            && approved.targets().isEmpty() == part.targets().isEmpty(),
        RequestRule.DELIVERY_TARGET_EXCEEDED,
        which);
    Gate.require(
        approved.fields().containsAll(part.fields()), RequestRule.DELIVERY_FIELD_EXCEEDED, which);
    Period period = approved.period();
    Gate.require(
        period == null || (part.period() != null && period.contains(part.period())),
        RequestRule.DELIVERY_PERIOD_EXCEEDED,
        which);
  }

  private static void checkCount(
      ItemProgress item, ItemScope approved, HandedPart part, String which) {
    // An item whose parts already reach the maximum still has to be closed by a last one.
    boolean closesParts = part.last() && item.state() == ItemState.PARTIAL;
    Gate.require(part.recordCount() > 0 || closesParts, RequestRule.DELIVERY_EMPTY, which);
    Long maximum = approved.maximumRecords();
    Gate.require(
        maximum != null && item.handed().records() + part.recordCount() <= maximum,
        RequestRule.DELIVERY_COUNT_EXCEEDED,
        which + " after " + item.handed().records());
  }
}
