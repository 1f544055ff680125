package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AcceptanceReturned;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryAcknowledged;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.DeliveryReturned;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RefusalReturned;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;

/** How each event changes the state. */
final class Evolution {
  private Evolution() {}

  static RequestState of(RequestState state, RequestEvent event, EventHeader header) {
    return switch (event) {
      case RequestRecorded recorded -> state.recorded(recorded);
      case ItemsListed listed -> state.listed(listed);
      case DeadlineSet unused -> state;
      case AuthorityVerified unused -> state.checked(Authority.VERIFIED, header.time());
      case AuthorityRefuted unused -> state.checked(Authority.REFUTED, header.time());
      case AcceptancePrepared prepared ->
          state.withOpen(
              new OpenAct.Acceptance(header.id(), header.actor(), header.time(), prepared.items()));
      case AcceptanceApproved approved -> accepted(state, approved, header);
      case AcceptanceReturned unused -> state.withOpen(null);
      case RefusalPrepared prepared ->
          state.withOpen(
              new OpenAct.Refusal(header.id(), header.actor(), header.time(), prepared.items()));
      case RefusalApproved approved -> refused(state, approved, header);
      case RefusalReturned unused -> state.withOpen(null);
      case DeliveryPrepared prepared ->
          state.withOpen(
              new OpenAct.Delivery(
                  header.id(),
                  header.actor(),
                  header.time(),
                  prepared.items().stream().map(HandedPart::of).toList()));
      case DeliveryDispatched dispatched -> dispatched(state, dispatched, header);
      case DeliveryReturned unused -> state.withOpen(null);
      case DeliveryAcknowledged receipt ->
          receipted(state, receipt.delivery(), ReceiptOutcome.ACKNOWLEDGED);
      case DeliveryFailed receipt -> failed(state, receipt.delivery());
      case RequestClosed unused -> state.close();
    };
  }

  private static RequestState accepted(
      RequestState state, AcceptanceApproved event, EventHeader header) {
    OpenAct.Acceptance act = open(state, OpenAct.Acceptance.class, event.prepared());
    return state
        .withOpen(null)
        .withItems(item ->
            act.items().stream()
                .filter(scope -> scope.item() == item.ordinal())
                .findFirst()
                .map(scope -> item.accepted(scope, header.time()))
                .orElse(item));
  }

  private static RequestState refused(
      RequestState state, RefusalApproved event, EventHeader header) {
    OpenAct.Refusal act = open(state, OpenAct.Refusal.class, event.prepared());
    return state
        .withOpen(null)
        .withItems(
            item -> act.items().contains(item.ordinal()) ? item.rejected(header.time()) : item);
  }

  private static RequestState dispatched(
      RequestState state, DeliveryDispatched event, EventHeader header) {
    OpenAct.Delivery act = open(state, OpenAct.Delivery.class, event.prepared());
    List<Dispatch> dispatches = new ArrayList<>(state.dispatches());
    dispatches.add(new Dispatch(header.id(), header.time(), act.items(), null));
    return state
        .withOpen(null)
        .withDispatches(dispatches)
        .withItems(item ->
            part(act.items(), item.ordinal())
                .map(part -> item.handed(part, header.time()))
                .orElse(item));
  }

  private static RequestState failed(RequestState state, UUID delivery) {
    List<HandedPart> lost = state.dispatch(delivery).orElseThrow().parts();
    RequestState after = receipted(state, delivery, ReceiptOutcome.FAILED);
    return after.withItems(item ->
        part(lost, item.ordinal())
            .map(part -> item.undelivered(part, arrivedAnother(after, item.ordinal())))
            .orElse(item));
  }

  private static boolean arrivedAnother(RequestState state, int item) {
    return state.dispatches().stream()
        .anyMatch(dispatch -> !dispatch.failed() && dispatch.concerns(item));
  }

  private static RequestState receipted(RequestState state, UUID delivery, ReceiptOutcome outcome) {
    return state.withDispatches(
        state.dispatches().stream()
            .map(dispatch -> dispatch.id().equals(delivery) ? dispatch.with(outcome) : dispatch)
            .toList());
  }

  private static Optional<HandedPart> part(List<HandedPart> parts, int item) {
    return parts.stream().filter(part -> part.item() == item).findFirst();
  }

  private static <T extends OpenAct> T open(RequestState state, Class<T> kind, UUID prepared) {
    if (!kind.isInstance(state.open()) || !prepared.equals(state.open().prepared())) {
      throw new IllegalStateException("the stream approves what does not stand open");
    }
    return kind.cast(state.open());
  }
}
