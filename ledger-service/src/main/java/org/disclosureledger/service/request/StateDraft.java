package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A state while one event changes it. */
final class StateDraft {
  long lastSequence;
  @Nullable Demand demand;
  AuthorityCheck check;
  List<ItemProgress> items;
  @Nullable OpenAct open;
  List<Dispatch> dispatches;
  Clock clock;
  Confirmation confirmation;
  boolean given;
  @Nullable Instant followedAt;
  @Nullable Instant closedAt;
  List<UUID> entries;
  List<UUID> proposals;
  List<UUID> documents;

  StateDraft(RequestState state) {
    lastSequence = state.lastSequence();
    demand = state.demand();
    check = state.check();
    items = new ArrayList<>(state.items());
    open = state.open();
    dispatches = new ArrayList<>(state.dispatches());
    clock = state.clock();
    confirmation = state.confirmation();
    given = state.given();
    followedAt = state.followedAt();
    closedAt = state.closedAt();
    entries = new ArrayList<>(state.entries());
    proposals = new ArrayList<>(state.proposals());
    documents = new ArrayList<>(state.documents());
  }

  /** Changes the items of these ordinals. */
  void items(List<Integer> ordinals, UnaryOperator<ItemProgress> change) {
    ordinals.forEach(ordinal -> items.set(ordinal - 1, change.apply(items.get(ordinal - 1))));
  }

  /** Another item, behind the last. */
  void add(AskedItem item, Instant at) {
    if (item.scope().item() != items.size() + 1) {
      throw new IllegalStateException("the stream leaves a place between its items");
    }
    items.add(ItemProgress.received(item.begun(), at));
  }

  RequestState state() {
    return new RequestState(
        lastSequence,
        demand,
        check,
        List.copyOf(items),
        open,
        List.copyOf(dispatches),
        clock,
        confirmation,
        given,
        followedAt,
        closedAt,
        List.copyOf(entries),
        List.copyOf(proposals),
        List.copyOf(documents));
  }
}
