package org.disclosureledger.service.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.register.RegisterLinks;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.request.Demand;
import org.disclosureledger.service.request.Dispatch;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one request from its stream, so that a reader sees what a command just did. */
@Component
public class RequestReading {
  private static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private final EntryStore store;
  private final RegisterNumbers numbers;
  private final RegisterQuery register;
  private final RequestActions actions;
  private final AgencyQuery agencies;
  private final ErasedStreams erased;
  private final EventViews events;

  RequestReading(
      EntryStore store,
      DisclosureVault vault,
      RegisterNumbers numbers,
      RegisterQuery register,
      RequestActions actions,
      AgencyQuery agencies,
      ErasedStreams erased) {
    this.store = store;
    this.numbers = numbers;
    this.register = register;
    this.actions = actions;
    this.agencies = agencies;
    this.erased = erased;
    this.events = new EventViews(vault);
  }

  /** Whether what is read opens starred values to this role without a grant. */
  public static boolean opens(ActorRole reader) {
    return OFFICERS.contains(reader);
  }

  /**
   * @param opened whether starred values are opened
   * @throws InputRefused of type request-not-found
   */
  public RequestView request(
      LedgerDescription ledger, UUID id, SignedInUser reader, boolean opened) {
    List<StoredEvent> stream = stream(ledger, id);
    RequestStory story =
        RequestStory.of(
            stream,
            stored -> events.filled(ledger.name(), stored, opened),
            Explanations.by(store, ledger.name()));
    RequestState state = story.state;
    Demand demand = state.demand();
    boolean gone = erased.contains(ledger.name(), RequestStream.of(id));
    RegisterLinks linkedFrom = register.linkedFrom(ledger, id);
    return new RequestView(
        ledger.name(),
        id,
        numbers.of(ledger, RequestStream.of(id)).map(AssignedNumber::toString).orElse(null),
        state.status(),
        state.status().vi(),
        state.status().en(),
        stream.getLast().header().sequence(),
        story.unreadableFrom,
        state.authority(),
        state.check().method(),
        state.check().signed(),
        registered(ledger, state),
        state.receivedAt(),
        demand == null ? null : demand.correctedReceivedAt(),
        story.deadline(),
        state.clock().originalDue(),
        state.answeredAt().orElse(null),
        story.deadlines,
        story.serviceClock(),
        story.confirmation(),
        state.items().stream().map(RequestReading::item).toList(),
        awaiting(state.open()),
        state.dispatches().stream().map(RequestReading::delivery).toList(),
        story.measures(),
        story.documents(),
        story.corrections(),
        story.obstacles,
        story.reminders,
        story.errors,
        story.links,
        linkedFrom.links(),
        linkedFrom.total(),
        story.cancellations,
        story.reopenings,
        story.closedAt,
        gone ? true : null,
        state.undelivered() ? opened(state) : null,
        story.unreadableFrom == null
            ? actions.of(state, id, ledger.name(), reader, gone)
            : List.of(),
        CorrectionMarks.of(stream).mark(events.view(ledger.name(), stream.getFirst(), opened)));
  }

  /** As our register is now; without a demand there is no agency to look for. */
  private boolean registered(LedgerDescription ledger, RequestState state) {
    Demand demand = state.demand();
    Instant received =
        demand == null || demand.correctedReceivedAt() == null
            ? state.receivedAt()
            : demand.correctedReceivedAt();
    return demand != null
        && received != null
        && agencies
            .standing(ledger.name(), demand.agency())
            .validOn(received.atZone(LedgerZone.ID).toLocalDate());
  }

  private static List<Integer> opened(RequestState state) {
    return state.items().stream()
        .filter(item -> !item.state().terminal())
        .map(ItemProgress::ordinal)
        .toList();
  }

  /**
   * @param opened whether starred values are opened
   * @throws InputRefused of type request-not-found
   */
  public EventPage events(
      LedgerDescription ledger, UUID id, boolean opened, EventPage.Asked asked) {
    List<StoredEvent> stream = stream(ledger, id);
    CorrectionMarks marks = CorrectionMarks.of(stream);
    return EventPage.of(
        stream, asked, stored -> marks.mark(events.view(ledger.name(), stored, opened)));
  }

  private List<StoredEvent> stream(LedgerDescription ledger, UUID id) {
    List<StoredEvent> stream = store.stream(ledger.name(), RequestStream.of(id));
    if (stream.isEmpty()) {
      throw new InputRefused(ProblemType.REQUEST_NOT_FOUND, "no request of this id");
    }
    return stream;
  }

  private static RequestView.ItemView item(ItemProgress item) {
    ItemProgress.Approval approval = item.approval();
    return new RequestView.ItemView(
        item.ordinal(),
        item.kind(),
        item.state(),
        item.state().vi(),
        item.state().en(),
        item.asked(),
        item.approved(),
        approval == null ? null : approval.at(),
        approval != null && approval.emergency(),
        item.handed().records(),
        item.terminalAt());
  }

  private static RequestView.@Nullable AwaitingView awaiting(@Nullable OpenAct act) {
    return act == null
        ? null
        : new RequestView.AwaitingView(
            act.kind().code(),
            act.kind().vi(),
            act.kind().en(),
            act.prepared(),
            act.time(),
            act instanceof OpenAct.Acceptance acceptance ? acceptance.items() : null,
            act instanceof OpenAct.Delivery delivery ? delivery.items() : null);
  }

  private static RequestView.DeliveryView delivery(Dispatch dispatch) {
    return new RequestView.DeliveryView(
        dispatch.id(),
        dispatch.time(),
        dispatch.parts().stream()
            .map(part -> new RequestView.PartView(part.item(), part.last(), part.recordCount()))
            .toList(),
        dispatch.receipt());
  }
}
