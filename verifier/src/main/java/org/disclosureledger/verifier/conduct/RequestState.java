package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.jspecify.annotations.Nullable;

/** One request as of the leaf reached: only what later events are judged by. */
final class RequestState extends StreamState {
  /** Whether the authority of the request was verified last. */
  enum Authority {
    UNVERIFIED,
    VERIFIED,
    REFUTED
  }

  /**
   * An approved extension.
   *
   * @param recordedTime of the approval
   */
  record Extension(Place place, UUID id, Instant due, Instant recordedTime) {}

  /**
   * The due time of the confirmation of an oral emergency.
   *
   * @param setAt recordedtime of the entry that says so: it may be due by then
   */
  record Confirmation(Place place, UUID id, Instant due, Instant setAt) {}

  /** An act whose lists are not all there; the next one is of this number. */
  record Listing(Place place, UUID prepared, String actor, long next, long last) {}

  /** A reader need not count due times over more of them (FORMAT §9). */
  static final int MOST_PAUSES = 1_024;

  final EventIds ids = new EventIds();

  /** Null until request.recorded has come. */
  @Nullable UUID recorded;

  /** Where request.recorded stands, while its append is not complete; then null. */
  @Nullable Place recording;

  boolean answerDueSet;
  boolean confirmDueSet;

  String agency = "";
  Instant receivedAt = Instant.EPOCH;

  /** As a correction has it, else the same. */
  Instant receivedAtCorrected = Instant.EPOCH;

  /** When an agent had it first; null where it came directly. */
  @Nullable Instant reachedAgent;

  /** The earliest that anything was done about it, as claimed. */
  Instant followedAt = Instant.MAX;

  /** As first recorded, on which due times rest. */
  boolean emergency;

  /** As a correction has it, else the same. */
  boolean emergencyCorrected;

  /** How it came, as a correction has it. */
  RecordingRules.@Nullable Channel channel;

  /** Whether a document was shown with it. */
  boolean shown;

  /** An emergency that was said, not written, for good. */
  boolean oral;

  /** Whether anything was ever handed over or done. */
  boolean given;

  /** Said, not written, in whatever version it was recorded. */
  boolean said;

  /** Above secrecy Thường. */
  boolean secret;

  @Nullable Instant dueStated;
  @Nullable Instant due;

  /** Where that was set; null before it was. */
  @Nullable Place dueSetAt;

  /** Whether by an extension, which no recount takes back. */
  boolean extended;

  /** Leaf since which it has been open with the items that it has. */
  long openedAt;

  /** Leaf of the last adoption after which its due time was looked at. */
  long recountedUpTo;

  final ArrayList<Item> items = new ArrayList<>(1);
  final OpenActs<OpenAct> open = new OpenActs<>();
  private Map<UUID, Flaws> flaws = Map.of();
  private Map<UUID, Dispatch> dispatches = Map.of();

  /** Every event of a delivery that went out; null before the first. */
  private @Nullable EventIds deliveries;

  /** Every event by which a delivery was prepared or returned; null before the first. */
  private @Nullable EventIds proposals;

  Authority authority = Authority.UNVERIFIED;

  /** When it was checked last, or became void, as claimed. */
  Instant authorityAt = Instant.MIN;

  /** When it was closed last, as claimed. */
  Instant closedAt = Instant.MIN;

  /** When it was last refuted or became void, as claimed: no older check brings it back. */
  Instant voidedAt = Instant.MIN;

  /** Whether the last verification was by a call to a contact of our register. */
  boolean byCall;

  /** Whether the last verification was by signature. */
  boolean restsOnSignature;

  /** Whether a paper of the agency, attached since, bears a signature found good and trusted. */
  boolean signed;

  /** The document attached last, if an authority can rest on it. */
  @Nullable UUID paper;

  /** All such since, but for files that are signatures of others. */
  Set<UUID> papers = new HashSet<>();

  @Nullable UUID clarification;
  Instant clarificationAt = Instant.MIN;

  /** The end of the last pause, as claimed. */
  Instant pausedUntil = Instant.MIN;

  /** All that have ended and took time, in their order. */
  private List<Pause> pauses = List.of();

  @Nullable Extension extension;

  /** Of a correction. */
  @Nullable Listing listing;

  /** What was prepared last, if lists may follow in its append. */
  @Nullable Event unjudged;

  /** Of an acceptance or delivery. */
  @Nullable Listing actListing;

  /**
   * Where a correction made an oral emergency of it, while its due time is to follow; then null.
   */
  @Nullable Place owing;

  @Nullable Confirmation confirmation;

  /** When the ledger reached that due time; null while it has not. */
  @Nullable Instant dueReachedAt;

  boolean confirmed;
  boolean missed;

  /** Whether it was told that the due time to confirm by has passed unremarked. */
  boolean overdueTold;

  /** When items opened again last; the timer then waits for a confirmation anew. */
  Instant reopenedAt = Instant.MIN;

  /** Who recorded it. */
  String recorder = "";

  boolean closed;

  /** Recordedtime of the last closing, which nobody can claim otherwise. */
  Instant closedRecorded = Instant.EPOCH;

  /** Its personal data are gone, and so nothing is added to it. */
  boolean erased;

  /** An entry that nobody can read, beside it, may have erased them. */
  boolean mayBeErased;

  /** Entries that name a document. */
  long attachments;

  /** A bit for each type of case that any entry says, also one that only proposed it. */
  private int caseTypes;

  /** The one whose signatures may come now. */
  @Nullable UUID document;

  final Set<UUID> documents = new HashSet<>();

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

  List<Pause> pauses() {
    return pauses;
  }

  /** Each count of a due time goes through all of them; nobody asks that often. */
  boolean hasTooManyPauses() {
    return pauses.size() > MOST_PAUSES;
  }

  void paused(Pause pause) {
    if (pauses.isEmpty()) {
      pauses = new ArrayList<>(1);
    }
    pauses.add(pause);
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

  /** What was said against an open act. */
  void flawed(UUID act, Flaws raised) {
    if (!raised.isEmpty()) {
      Map<UUID, Flaws> all = new HashMap<>(flaws);
      all.keySet().removeIf(other -> open.find(other) == null);
      all.put(act, raised);
      flaws = all;
    }
  }

  Flaws flaws(UUID act) {
    return flaws.getOrDefault(act, Flaws.NONE);
  }

  void settle(OpenAct act) {
    open.settle(act);
    if (open.isEmpty()) {
      flaws = Map.of();
    }
  }

  void said(CaseType type) {
    caseTypes |= 1 << type.ordinal();
  }

  Set<CaseType> caseTypes() {
    Set<CaseType> types = EnumSet.allOf(CaseType.class);
    types.removeIf(type -> (caseTypes & 1 << type.ordinal()) == 0);
    return types;
  }

  /** Nothing waits any more. */
  void settleAll() {
    open.clear();
    flaws = Map.of();
  }

  /** What follows may be of another append, or nobody can tell of which. */
  void forgetAppend() {
    recording = null;
    listing = null;
    actListing = null;
    unjudged = null;
    extension = null;
    owing = null;
    document = null;
  }

  @Nullable Dispatch dispatch(UUID id) {
    return dispatches.get(id);
  }

  /** Whether a part of the item went out, under whatever approval, and is not known to be lost. */
  boolean isHandedOver(int ordinal) {
    Item item = item(ordinal);
    return item != null && item.handedOver > 0;
  }

  /**
   * @param entries by which it was prepared
   */
  void dispatched(Dispatch dispatch, List<UUID> entries) {
    if (dispatches.isEmpty()) {
      dispatches = new HashMap<>(2);
    }
    dispatches.put(dispatch.id, dispatch);
    if (deliveries == null) {
      deliveries = new EventIds();
    }
    deliveries.add(dispatch.id);
    entries.forEach(deliveries::add);
  }

  /** Whether the event is one of those by which something was handed over, or of its receipts. */
  boolean isOfDelivery(UUID event) {
    return deliveries != null && deliveries.contains(event);
  }

  /** A receipt came of what was handed over. */
  void receipted(UUID receipt) {
    Objects.requireNonNull(deliveries, "something was handed over").add(receipt);
  }

  /** An event of a delivery that was prepared: whatever it names, it hands nothing over. */
  void proposed(UUID event) {
    if (proposals == null) {
      proposals = new EventIds();
    }
    proposals.add(event);
  }

  /** Whether the event is one by which something was to be handed over. */
  boolean isOfProposal(UUID event) {
    return proposals != null && proposals.contains(event);
  }

  /** The day of Asia/Ho_Chi_Minh on which it came in, as last corrected. */
  LocalDate dayOfReceipt() {
    return LocalDate.ofInstant(receivedAtCorrected, LedgerZone.ID);
  }

  /** When it came in, as first recorded or as corrected, whichever is later. */
  Instant latestReceipt() {
    return receivedAtCorrected.isAfter(receivedAt) ? receivedAtCorrected : receivedAt;
  }

  /** What was verified before no longer counts. */
  void unverified(Instant at) {
    authority = Authority.UNVERIFIED;
    authorityAt = at;
    voidedAt = at.isAfter(voidedAt) ? at : voidedAt;
    byCall = false;
    restsOnSignature = false;
    signed = false;
    paper = null;
    papers = new HashSet<>();
  }

  /** Most requests end here, so nothing is kept that only an open one needs. */
  void close() {
    closed = true;
    settleAll();
    items.trimToSize();
    for (Item item : items) {
      if (item.approved != null && item.approved.equals(item.asked)) {
        item.approved = item.asked;
      }
    }
  }
}
