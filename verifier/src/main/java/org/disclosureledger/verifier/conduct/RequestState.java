package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request as of the leaf reached: only what later events are judged by. */
final class RequestState extends StreamState {

  /** Whether the authority of the request was verified last. */
  enum Authority {
    UNVERIFIED,
    VERIFIED,
    REFUTED
  }

  /** A delivery that went out. */
  static final class Dispatch {
    final UUID id;
    boolean receipted;
    private final int[] items;
    private final long[] parts;
    private final long[] records;

    Dispatch(UUID id, List<OpenAct.Part> parts) {
      this.id = id;
      this.items = parts.stream().mapToInt(OpenAct.Part::item).toArray();
      this.parts = parts.stream().mapToLong(OpenAct.Part::part).toArray();
      this.records = parts.stream().mapToLong(part -> part.scope().records()).toArray();
    }

    /** Takes each item with the number of its records. */
    void forEach(Handed handed) {
      for (int i = 0; i < items.length; i++) {
        handed.of(items[i], parts[i], records[i]);
      }
    }
  }

  /** One item of a delivery. */
  interface Handed {
    void of(int item, long part, long records);
  }

  /** An approved extension. */
  record Extension(Place place, UUID id, Instant due) {}

  /** The due time of the confirmation of an oral emergency. */
  record Confirmation(Place place, UUID id, Instant due) {}

  /** A correction whose lists are not all there; the next one is of this number. */
  record Listing(Place place, UUID prepared, String actor, long next, long last) {}

  final EventIds ids = new EventIds();

  /** Null until request.recorded has come. */
  @Nullable UUID recorded;

  /** Where request.recorded stands, while its append is not complete; then null. */
  @Nullable Place recording;

  boolean answerDueSet;
  boolean confirmDueSet;

  String agency = "";
  Instant receivedAt = Instant.MIN;

  /** As a correction has it, else the same. */
  Instant receivedAtCorrected = Instant.MIN;

  /** As first recorded, on which due times rest. */
  boolean emergency;

  /** As a correction has it, else the same. */
  boolean emergencyCorrected;

  /** An emergency that was said, not written, for good. */
  boolean oral;

  /** Whether anything was ever handed over or done. */
  boolean given;

  @Nullable Instant dueStated;
  @Nullable Instant due;
  final ArrayList<Item> items = new ArrayList<>(1);
  List<OpenAct> open = List.of();
  List<Dispatch> dispatches = List.of();
  Authority authority = Authority.UNVERIFIED;

  /** By a call to a contact of our register. */
  boolean byCall;

  boolean bySignature;

  @Nullable UUID clarification;
  @Nullable Extension extension;
  @Nullable Listing listing;
  @Nullable Confirmation confirmation;
  boolean confirmed;
  boolean missed;
  boolean closed;
  @Nullable UUID document;

  boolean isBegun() {
    return recorded != null;
  }

  /** Null if the request has no such item. */
  @Nullable Item item(int ordinal) {
    return ordinal <= items.size() ? items.get(ordinal - 1) : null;
  }

  Set<Item.Kind> kinds() {
    Set<Item.Kind> kinds = EnumSet.noneOf(Item.Kind.class);
    items.forEach(item -> kinds.add(item.kind));
    return kinds;
  }

  boolean isAnswered() {
    return items.stream().allMatch(item -> item.stand.isTerminal());
  }

  /** Whether nothing was ever given nor will be, so that no confirmation is awaited. */
  boolean isRefused() {
    return !given
        && items.stream()
            .allMatch(
                item -> item.stand == Item.Stand.REJECTED || item.stand == Item.Stand.CANCELLED);
  }

  @Nullable OpenAct open(UUID id) {
    return open.stream().filter(act -> act.id().equals(id)).findFirst().orElse(null);
  }

  void open(OpenAct act) {
    open = plus(open, act);
  }

  void replace(OpenAct act, OpenAct by) {
    open = open.stream().map(other -> other == act ? by : other).toList();
  }

  void settle(OpenAct act) {
    open = open.stream().filter(other -> other != act).toList();
  }

  @Nullable Dispatch dispatch(UUID id) {
    return dispatches.stream().filter(dispatch -> dispatch.id.equals(id)).findFirst().orElse(null);
  }

  void dispatched(Dispatch dispatch) {
    dispatches = plus(dispatches, dispatch);
  }

  /** Most requests end here, so nothing is kept that only an open one needs. */
  void close() {
    closed = true;
    open = List.of();
    ids.trim();
    items.trimToSize();
    for (Item item : items) {
      if (item.approved != null && item.approved.equals(item.asked)) {
        item.approved = item.asked;
      }
    }
  }

  private static <T> List<T> plus(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return List.copyOf(all);
  }
}
