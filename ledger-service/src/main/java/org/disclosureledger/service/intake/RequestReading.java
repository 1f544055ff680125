package org.disclosureledger.service.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.Dispatch;
import org.disclosureledger.service.request.ItemProgress;
import org.disclosureledger.service.request.OpenAct;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.sealing.AssignedNumber;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.RegisterNumbers;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one request from its stream, so that a reader sees what a command just did. */
@Component
class RequestReading {
  private static final Set<ActorRole> OFFICERS = Set.of(ActorRole.LEGAL, ActorRole.APPROVER);

  private final EntryStore store;
  private final RegisterNumbers numbers;
  private final EventViews events;

  RequestReading(EntryStore store, DisclosureVault vault, RegisterNumbers numbers) {
    this.store = store;
    this.numbers = numbers;
    this.events = new EventViews(vault);
  }

  /**
   * @throws InputRefused of type request-not-found
   */
  RequestView request(LedgerDescription ledger, UUID id, ActorRole reader) {
    List<StoredEvent> stream = stream(ledger, id);
    RequestState state = RequestState.EMPTY;
    List<DueTime> deadlines = new ArrayList<>();
    for (StoredEvent stored : stream) {
      if (stored.payload() instanceof RequestEvent event) {
        state = state.evolve(event, stored.header());
      }
      if (stored.payload() instanceof DeadlineSet deadline) {
        deadlines.add(deadline.dueTime());
      }
    }
    DueTime last = deadlines.isEmpty() ? null : deadlines.getLast();
    Instant originalDue = deadlines.isEmpty() ? null : deadlines.getFirst().due();
    return new RequestView(
        ledger.name(),
        id,
        numbers.of(ledger, RequestStream.of(id)).map(AssignedNumber::toString).orElse(null),
        state.status(),
        state.status().vi(),
        state.status().en(),
        stream.getLast().header().sequence(),
        state.authority(),
        last,
        originalDue,
        state.answeredAt().orElse(null),
        state.items().stream().map(RequestReading::item).toList(),
        awaiting(state.open()),
        state.dispatches().stream().map(RequestReading::delivery).toList(),
        view(ledger.name(), stream.getFirst(), reader));
  }

  /**
   * @throws InputRefused of type request-not-found
   */
  List<EventView> events(LedgerDescription ledger, UUID id, ActorRole reader) {
    return stream(ledger, id).stream().map(stored -> view(ledger.name(), stored, reader)).toList();
  }

  private List<StoredEvent> stream(LedgerDescription ledger, UUID id) {
    List<StoredEvent> stream = store.stream(ledger.name(), RequestStream.of(id));
    if (stream.isEmpty()) {
      throw new InputRefused(ProblemType.REQUEST_NOT_FOUND, "no request of this id");
    }
    return stream;
  }

  private static RequestView.Item item(ItemProgress item) {
    return new RequestView.Item(
        item.ordinal(),
        item.kind(),
        item.state(),
        item.asked(),
        item.approved(),
        item.delivered(),
        item.terminalAt());
  }

  private static RequestView.@Nullable Awaiting awaiting(@Nullable OpenAct act) {
    return act == null
        ? null
        : new RequestView.Awaiting(act.kind().code(), act.prepared(), act.time());
  }

  private static RequestView.Delivery delivery(Dispatch dispatch) {
    return new RequestView.Delivery(
        dispatch.id(),
        dispatch.time(),
        dispatch.parts().stream()
            .map(part -> new RequestView.Part(part.item(), part.last(), part.recordCount()))
            .toList(),
        dispatch.receipt());
  }

  private EventView view(String ledger, StoredEvent stored, ActorRole reader) {
    return events.view(ledger, stored, OFFICERS.contains(reader));
  }
}
