package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/**
 * What a request's events amount to. Built from clear members only: it never looks inside a {@link
 * org.disclosureledger.service.envelope.Committed}, so erasing a disclosure cannot change it.
 *
 * @param lastSequence of the stream, -1 before the first event
 * @param receivedAt when the request came in, as claimed, UTC; absent before the first event
 * @param authorityAt when its authority was last checked, as claimed, UTC
 * @param items in the order of their ordinals, from 1
 * @param open what waits for its second person
 */
public record RequestState(
    long lastSequence,
    @Nullable Instant receivedAt,
    Secrecy secrecy,
    boolean emergency,
    Authority authority,
    @Nullable Instant authorityAt,
    List<ItemProgress> items,
    @Nullable OpenAct open,
    List<Dispatch> dispatches,
    boolean closed) {

  public static final RequestState EMPTY =
      new RequestState(
          -1,
          null,
          Secrecy.NORMAL,
          false,
          Authority.UNVERIFIED,
          null,
          List.of(),
          null,
          List.of(),
          false);

  public boolean exists() {
    return lastSequence >= 0;
  }

  /** Whether every item has its answer. */
  public boolean answered() {
    return exists() && items.stream().allMatch(item -> item.state().terminal());
  }

  /** When the last item got its answer, as claimed, UTC; empty while one waits. */
  public Optional<Instant> answeredAt() {
    return answered()
        ? items.stream().map(ItemProgress::terminalAt).max(Instant::compareTo)
        : Optional.empty();
  }

  Optional<ItemProgress> item(int ordinal) {
    return ordinal >= 1 && ordinal <= items.size()
        ? Optional.of(items.get(ordinal - 1))
        : Optional.empty();
  }

  Optional<Dispatch> dispatch(UUID id) {
    return dispatches.stream().filter(dispatch -> dispatch.id().equals(id)).findFirst();
  }

  /** Where the request stands; RECEIVED also before its first event. */
  public RequestStatus status() {
    if (closed) {
      return RequestStatus.CLOSED;
    }
    if (answered()) {
      return answer();
    }
    if (anyItem(ItemState.PARTIAL) || anyItem(ItemState.DISCLOSED)) {
      return RequestStatus.PARTIAL;
    }
    if (anyItem(ItemState.APPROVED)) {
      return RequestStatus.APPROVED;
    }
    return authority == Authority.UNVERIFIED ? RequestStatus.RECEIVED : RequestStatus.VERIFYING;
  }

  private RequestStatus answer() {
    if (!anyItem(ItemState.DISCLOSED)) {
      return RequestStatus.REJECTED;
    }
    boolean allReceived =
        dispatches.stream()
            .filter(dispatch -> !dispatch.failed())
            .allMatch(dispatch -> dispatch.receipt() == ReceiptOutcome.ACKNOWLEDGED);
    return allReceived ? RequestStatus.ACKNOWLEDGED : RequestStatus.DISCLOSED;
  }

  private boolean anyItem(ItemState state) {
    return items.stream().anyMatch(item -> item.state() == state);
  }

  /** The state after one more event. */
  public RequestState evolve(RequestEvent event, EventHeader header) {
    return Evolution.of(this, event, header).at(header.sequence());
  }

  private RequestState at(long sequence) {
    return new RequestState(
        sequence,
        receivedAt,
        secrecy,
        emergency,
        authority,
        authorityAt,
        items,
        open,
        dispatches,
        closed);
  }

  RequestState recorded(RequestRecorded event) {
    return new RequestState(
        lastSequence,
        event.receivedAt(),
        event.secrecy(),
        event.emergency(),
        authority,
        authorityAt,
        event.items().stream().map(ItemProgress::received).toList(),
        open,
        dispatches,
        closed);
  }

  RequestState listed(ItemsListed event) {
    List<ItemProgress> all = new ArrayList<>(items);
    for (RecordedItem item : event.items()) {
      if (item.ordinal() == all.size()) {
        all.set(item.ordinal() - 1, all.getLast().continued(item));
      } else {
        all.add(ItemProgress.received(item));
      }
    }
    return withItems(all);
  }

  RequestState checked(Authority found, Instant time) {
    return new RequestState(
        lastSequence, receivedAt, secrecy, emergency, found, time, items, open, dispatches, closed);
  }

  RequestState withOpen(@Nullable OpenAct act) {
    return new RequestState(
        lastSequence,
        receivedAt,
        secrecy,
        emergency,
        authority,
        authorityAt,
        items,
        act,
        dispatches,
        closed);
  }

  RequestState withItems(UnaryOperator<ItemProgress> change) {
    return withItems(items.stream().map(change).toList());
  }

  private RequestState withItems(List<ItemProgress> now) {
    return new RequestState(
        lastSequence,
        receivedAt,
        secrecy,
        emergency,
        authority,
        authorityAt,
        List.copyOf(now),
        open,
        dispatches,
        closed);
  }

  RequestState withDispatches(List<Dispatch> now) {
    return new RequestState(
        lastSequence,
        receivedAt,
        secrecy,
        emergency,
        authority,
        authorityAt,
        items,
        open,
        List.copyOf(now),
        closed);
  }

  RequestState close() {
    return new RequestState(
        lastSequence,
        receivedAt,
        secrecy,
        emergency,
        authority,
        authorityAt,
        items,
        null,
        dispatches,
        true);
  }
}
