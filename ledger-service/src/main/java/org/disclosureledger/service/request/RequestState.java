package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;

/**
 * What a request's events amount to. Built from clear members only: it never looks inside a {@link
 * org.disclosureledger.service.envelope.Committed}, so erasing a disclosure cannot change it.
 *
 * @param lastSequence of the stream, -1 before the first event
 * @param demand what came in; absent before the first event
 * @param items in the order of their ordinals, from 1
 * @param open what waits for its second person
 * @param followedAt earliest time, as claimed, UTC, of what was done about the demand
 * @param closedAt when it was closed, as claimed, UTC; absent while it is not
 * @param given whether anything was ever handed over or done
 * @param entries event ids of the stream, in order
 * @param proposals event ids of deliveries prepared, gone on with in lists, and returned
 * @param documents ids of those attached, in order
 */
public record RequestState(
    long lastSequence,
    @Nullable Demand demand,
    AuthorityCheck check,
    List<ItemProgress> items,
    @Nullable OpenAct open,
    List<Dispatch> dispatches,
    Clock clock,
    Confirmation confirmation,
    boolean given,
    @Nullable Instant followedAt,
    @Nullable Instant closedAt,
    List<UUID> entries,
    List<UUID> proposals,
    List<UUID> documents) {

  public static final RequestState EMPTY =
      new RequestState(
          -1,
          null,
          AuthorityCheck.NONE,
          List.of(),
          null,
          List.of(),
          Clock.NEW,
          Confirmation.NONE,
          false,
          null,
          null,
          List.of(),
          List.of(),
          List.of());

  public boolean closed() {
    return closedAt != null;
  }

  public boolean exists() {
    return lastSequence >= 0;
  }

  /** When the request came in, as first claimed, UTC; absent before the first event. */
  public @Nullable Instant receivedAt() {
    return demand == null ? null : demand.receivedAt();
  }

  /**
   * Nothing done about it is older, UTC: the receipt, as first claimed or as last corrected,
   * whichever is later; absent before the first event.
   */
  @Nullable Instant notBefore() {
    return demand == null ? null : demand.latestReceipt();
  }

  public Secrecy secrecy() {
    return demand == null ? Secrecy.NORMAL : demand.secrecy();
  }

  public boolean emergency() {
    return demand != null && demand.emergency();
  }

  /** Whether it is an emergency that was said, not written. */
  public boolean oral() {
    return demand != null && demand.oral();
  }

  /**
   * Whether nobody owes a paper for an oral emergency: all of it was taken back or refused, and
   * nothing was ever handed over or done for it.
   */
  public boolean nothingOwed() {
    return nothingOwedAfter(List.of());
  }

  /** The same, once these items are taken back or refused too. */
  boolean nothingOwedAfter(List<Integer> ended) {
    return !given
        && items.stream()
            .allMatch(item ->
                item.state() == ItemState.CANCELLED
                    || item.state() == ItemState.REJECTED
                    || ended.contains(item.ordinal()));
  }

  /** Ordinals of the items that wait for their answer. */
  List<Integer> openItems() {
    return items.stream()
        .filter(item -> !item.state().terminal())
        .map(ItemProgress::ordinal)
        .toList();
  }

  public Authority authority() {
    return check.outcome();
  }

  /** Whether every item has its answer. */
  public boolean answered() {
    return exists() && items.stream().allMatch(item -> item.state().terminal());
  }

  /** Whether a delivery failed after closing: what it left open waits for the reopening. */
  public boolean undelivered() {
    return closed() && !answered();
  }

  /** When the last item got its answer, as claimed, UTC; empty while one waits. */
  public Optional<Instant> answeredAt() {
    return answered()
        ? items.stream().map(ItemProgress::terminalAt).max(Instant::compareTo)
        : Optional.empty();
  }

  public Optional<ItemProgress> item(int ordinal) {
    return ordinal >= 1 && ordinal <= items.size()
        ? Optional.of(items.get(ordinal - 1))
        : Optional.empty();
  }

  /** Whether a part of the item went out, under whatever approval, and is not known to be lost. */
  public boolean handedOver(int ordinal) {
    return dispatches.stream()
        .filter(dispatch -> !dispatch.failed())
        .flatMap(dispatch -> dispatch.parts().stream())
        .anyMatch(part -> part.item() == ordinal);
  }

  /** Whether something went out by what the entry says, whatever became of it. */
  boolean wentOut(UUID entry) {
    return dispatches.stream().anyMatch(dispatch -> dispatch.isOf(entry));
  }

  /**
   * How grave an error in the entry can be. Where one of the items was handed over, only who knows
   * it can say whether it was put right before.
   */
  Set<ErrorSeverity> severities(UUID entry, List<Integer> items) {
    return severities(entry, items.stream().anyMatch(this::handedOver));
  }

  /** The same of what a correction corrects, which may be about any item. */
  Set<ErrorSeverity> severitiesOfAny(UUID entry) {
    return severities(entry, items.stream().anyMatch(item -> handedOver(item.ordinal())));
  }

  private Set<ErrorSeverity> severities(UUID entry, boolean handed) {
    if (wentOut(entry)) {
      return EnumSet.of(ErrorSeverity.REPORTABLE);
    }
    return handed && !proposals.contains(entry)
        ? EnumSet.allOf(ErrorSeverity.class)
        : EnumSet.of(ErrorSeverity.RECORDABLE);
  }

  Optional<Dispatch> dispatch(UUID id) {
    return dispatches.stream().filter(dispatch -> dispatch.id().equals(id)).findFirst();
  }

  /** Where the request stands; RECEIVED also before its first event. */
  public RequestStatus status() {
    if (closed()) {
      return RequestStatus.CLOSED;
    }
    if (answered()) {
      return answer();
    }
    if (clock.paused()) {
      return RequestStatus.AWAITING_CLARIFICATION;
    }
    if (any(ItemState.PARTIAL) || anyItem(item -> item.state().terminal() && item.given())) {
      return RequestStatus.PARTIAL;
    }
    if (any(ItemState.EMERGENCY_APPROVED)) {
      return RequestStatus.EMERGENCY_APPROVED;
    }
    if (any(ItemState.APPROVED)) {
      return RequestStatus.APPROVED;
    }
    return authority() == Authority.UNVERIFIED ? RequestStatus.RECEIVED : RequestStatus.VERIFYING;
  }

  private RequestStatus answer() {
    if (any(ItemState.DISCLOSED)) {
      boolean allReceived =
          dispatches.stream()
              .filter(dispatch -> !dispatch.failed())
              .allMatch(dispatch -> dispatch.receipt() == ReceiptOutcome.ACKNOWLEDGED);
      return allReceived ? RequestStatus.ACKNOWLEDGED : RequestStatus.DISCLOSED;
    }
    // What went out before the rest was taken back or refused did go out.
    if (dispatches.stream().anyMatch(dispatch -> !dispatch.failed())) {
      return RequestStatus.PARTIAL;
    }
    if (any(ItemState.IN_FORCE) || any(ItemState.LIFTED)) {
      return RequestStatus.MEASURE_TAKEN;
    }
    if (any(ItemState.NO_DATA)) {
      return RequestStatus.NO_DATA;
    }
    return any(ItemState.REJECTED) ? RequestStatus.REJECTED : RequestStatus.CANCELLED;
  }

  private boolean any(ItemState state) {
    return anyItem(item -> item.state() == state);
  }

  private boolean anyItem(Predicate<ItemProgress> matching) {
    return items.stream().anyMatch(matching);
  }

  /**
   * The state after one more event.
   *
   * @throws StreamUnreadable when it cannot follow
   */
  public RequestState evolve(RequestEvent event, EventHeader header) {
    return Evolution.of(this, event, header);
  }

  /**
   * For who keeps states and decides nothing: the ids of entries, proposals and documents alone
   * grow without end. What it evolves to is the same.
   */
  public RequestState withoutEntries() {
    return change(draft -> {
      draft.entries.clear();
      draft.proposals.clear();
      draft.documents.clear();
    });
  }

  RequestState change(Consumer<StateDraft> change) {
    StateDraft draft = new StateDraft(this);
    change.accept(draft);
    return draft.state();
  }
}
