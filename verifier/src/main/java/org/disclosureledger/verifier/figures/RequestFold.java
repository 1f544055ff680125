package org.disclosureledger.verifier.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One request as of the entry reached, with what its figures are made of (REPORTS §2); instants in
 * milliseconds. Of what breaks the rules of conduct it does what the text says, and asks no more.
 */
final class RequestFold {
  /** Later than any instant. */
  static final long NEVER = Long.MAX_VALUE;

  /** As many as FORMAT and the schemas have room for; each entry of a request looks at all. */
  private static final int MOST_ITEMS = 1_000;

  /** A part of an item that went out; of an item that there is not, null. */
  record Part(long recorded, @Nullable ItemFold item, int approval, long records, boolean beyond) {}

  /** A mistake that was told. */
  record Mistake(long recorded, boolean reportable) {}

  final long recorded;
  final long receivedAt;
  long receivedCorrected;
  String agency;
  String agencyKind;
  final boolean emergency;
  boolean refuted;
  boolean unreadable;
  final List<ItemFold> items = new ArrayList<>(1);

  /** Whether any item is without an end. */
  final Switched standing = new Switched();

  final Papers papers;
  final DueTimes due = new DueTimes();
  final Pauses pauses = new Pauses();
  long cancelled = NEVER;
  long firstReply = NEVER;
  final List<Part> parts = new ArrayList<>(1);
  final List<Mistake> mistakes = new ArrayList<>(0);
  private final Map<UUID, List<Part>> dispatches = new HashMap<>(2);
  private final Map<UUID, Prepared> open = new HashMap<>(2);

  /** Whose lists may come now; null if none may. */
  private @Nullable Prepared listing;

  /** The leaf that the items' list may stand at; −1 once it may not come any more. */
  private long itemsAt;

  /** From request.recorded. */
  RequestFold(long leaf, EntryPayload payload, EventData data) {
    recorded = payload.recordedTime().toEpochMilli();
    receivedAt = data.time("receivedAt").toEpochMilli();
    receivedCorrected = receivedAt;
    EventData requesting = data.object("requestingAgency");
    agency = requesting.text("code").toUpperCase(Locale.ROOT);
    agencyKind = requesting.text("kind");
    emergency = data.flag("emergency");
    papers = new Papers(data);
    add(data.objects("items"));
    itemsAt = leaf + 1;
    standing.now(true, recorded);
  }

  /** The next entry of its stream, of a type that is known. */
  void apply(long leaf, EntryPayload payload, String code, EventData data) {
    if (code.equals("items.listed") && leaf == itemsAt) {
      add(data.objects("items"));
      itemsAt++;
      return;
    }
    itemsAt = -1;
    if (code.endsWith(".listed")) {
      list(code, data);
      return;
    }
    listing = null;
    if (code.endsWith(".prepared")) {
      listing = new Prepared(act(code), data);
      open.put(payload.id(), listing);
      return;
    }
    if (data.has("prepared")) {
      decided(payload, code, data);
    } else {
      alone(payload, code, data);
    }
    long now = payload.recordedTime().toEpochMilli();
    standing.now(items.stream().anyMatch(item -> item.end == null), now);
    papers.after(items, now);
  }

  private void list(String code, EventData data) {
    Prepared act = open.get(data.uuid("prepared"));
    if (act != null && act == listing) {
      act.list(code, data);
    }
  }

  private static String act(String code) {
    return code.substring(0, code.lastIndexOf('.'));
  }

  /** The items of a request as recorded; the first of a list may go on with the last before it. */
  private void add(List<EventData> listed) {
    boolean first = true;
    for (EventData item : listed) {
      int targets = item.objects("targets").size();
      if (first && !items.isEmpty() && item.ordinal("ordinal") == items.size()) {
        items.getLast().targets += targets;
      } else if (items.size() < MOST_ITEMS) {
        items.add(new ItemFold(item.text("kind"), targets));
      }
      first = false;
    }
  }

  @Nullable ItemFold item(int ordinal) {
    return ordinal <= items.size() ? items.get(ordinal - 1) : null;
  }

  /** What one person does. */
  private void alone(EntryPayload payload, String code, EventData data) {
    long time = payload.time().toEpochMilli();
    long now = payload.recordedTime().toEpochMilli();
    switch (code) {
      case "deadline.set" -> due(data, now);
      case "authority.verified" -> refuted = false;
      case "authority.refuted" -> refuted = true;
      case "clarification.asked" -> {
        pauses.begin(time);
        replied(time);
      }
      case "clarification.received" -> pauses.end(time);
      case "writing.confirmed" -> papers.confirmed(time, now);
      case "delivery.acknowledged" -> dispatches.remove(data.uuid("delivery"));
      case "delivery.failed" -> failed(dispatches.remove(data.uuid("delivery")));
      case "request.cancelled" -> {
        open.clear();
        pauses.end(time);
        cancelled = now;
        items.stream()
            .filter(item -> item.end == null)
            .forEach(item -> item.end(ItemFold.End.CANCELLED, time, now));
      }
      case "request.reopened" -> {
        cancelled = NEVER;
        data.ordinals("items").forEach(this::anew);
      }
      case "error.recorded" -> mistake(data, now);
      default -> {}
    }
  }

  private void due(EventData data, long now) {
    // The first version knew no purpose but to answer, and no cause but the recording.
    long instant = data.has("due") ? data.time("due").toEpochMilli() : NEVER;
    if (!data.has("purpose") || data.text("purpose").equals("ANSWER")) {
      due.set(instant, data.has("cause") && data.text("cause").equals("EXTENSION"), now);
    } else {
      papers.dueBy(instant);
    }
  }

  private void replied(long time) {
    firstReply = Math.min(firstReply, time);
  }

  private void mistake(EventData data, long now) {
    mistakes.add(new Mistake(now, data.text("severity").equals("REPORTABLE")));
  }

  private void anew(int ordinal) {
    ItemFold item = item(ordinal);
    if (item != null) {
      item.approve(null);
    }
  }

  private void failed(@Nullable List<Part> lost) {
    for (Part part : lost == null ? List.<Part>of() : lost) {
      ItemFold item = part.item();
      if (item != null && item.approval == part.approval()) {
        item.delivered -= part.records();
        item.end = item.end == ItemFold.End.DISCLOSED ? null : item.end;
      }
    }
  }

  /** What the second of two does with what the first prepared. */
  private void decided(EntryPayload payload, String code, EventData data) {
    UUID id = data.uuid("prepared");
    Prepared act = open.get(id);
    if (act == null || !act.act.equals(act(code))) {
      return;
    }
    open.remove(id);
    if (code.endsWith(".returned")) {
      return;
    }
    long time = payload.time().toEpochMilli();
    long now = payload.recordedTime().toEpochMilli();
    switch (act.act) {
      case "acceptance", "emergency" -> accepted(act);
      case "refusal" -> {
        ended(act, ItemFold.End.REJECTED, time, now);
        replied(time);
      }
      case "nodata" -> {
        ended(act, ItemFold.End.NO_DATA, time, now);
        replied(time);
      }
      case "extension" -> replied(time);
      case "delivery" -> {
        dispatched(payload.id(), act, time, now);
        replied(time);
      }
      case "measure" -> {
        measured(act.data, time, now);
        replied(time);
      }
      case "correction" -> corrected(act, now);
      default -> {}
    }
  }

  private void accepted(Prepared act) {
    for (List<EventData> entry : act.items()) {
      for (EventData each : entry) {
        ItemFold item = item(each.ordinal("item"));
        if (item != null) {
          item.approve(Scope.approved(each));
        }
      }
    }
  }

  private void ended(Prepared act, ItemFold.End end, long time, long now) {
    for (int ordinal : act.data.ordinals("items")) {
      ItemFold item = item(ordinal);
      if (item != null) {
        item.end(end, time, now);
        item.grounds = end == ItemFold.End.REJECTED ? act.data.texts("grounds") : List.of();
      }
    }
  }

  private void dispatched(UUID id, Prepared act, long time, long now) {
    papers.given();
    List<Part> sent = new ArrayList<>();
    for (List<EventData> entry : act.items()) {
      for (EventData each : entry) {
        ItemFold item = item(each.ordinal("item"));
        Scope scope = Scope.delivered(each);
        if (item == null) {
          sent.add(new Part(now, null, 0, 0, true));
          continue;
        }
        sent.add(new Part(now, item, item.approval, scope.records(), item.isBeyond(scope)));
        item.delivered += scope.records();
        if (each.flag("last")) {
          item.end(ItemFold.End.DISCLOSED, time, now);
        } else {
          item.end = null;
        }
      }
    }
    parts.addAll(sent);
    dispatches.put(id, sent);
  }

  private void measured(EventData data, long time, long now) {
    papers.given();
    ItemFold item = item(data.ordinal("item"));
    if (item == null) {
      return;
    }
    if (!data.text("measure").equals("RESTORE")) {
      item.end(ItemFold.End.IN_FORCE, time, now);
    } else if (item.end != null) {
      item.end = ItemFold.End.LIFTED;
    }
  }

  private void corrected(Prepared act, long now) {
    mistake(act.data, now);
    EventData changes = act.data.has("changes") ? act.data.object("changes") : null;
    if (changes != null) {
      members(changes);
    }
    int last = -1;
    List<List<EventData>> entries = new ArrayList<>();
    if (changes != null && changes.has("items")) {
      entries.add(changes.objects("items"));
    }
    entries.addAll(act.items());
    for (List<EventData> entry : entries) {
      boolean first = true;
      for (EventData each : entry) {
        int ordinal = each.ordinal("ordinal");
        boolean goesOn = first && last == ordinal;
        last = ordinal;
        first = false;
        correct(each, ordinal, goesOn);
      }
    }
  }

  private void correct(EventData data, int ordinal, boolean goesOn) {
    int targets = data.objects("targets").size();
    ItemFold item = item(ordinal);
    if (goesOn) {
      ItemFold before = item == null ? items.getLast() : item;
      before.targets += targets;
    } else if (item != null) {
      item.kind = data.text("kind");
      item.targets = targets;
      item.approve(null);
    } else if (items.size() < MOST_ITEMS) {
      items.add(new ItemFold(data.text("kind"), targets));
    }
  }

  private void members(EventData changes) {
    if (changes.has("receivedAt")) {
      receivedCorrected = changes.time("receivedAt").toEpochMilli();
    }
    if (changes.has("requestingAgency")) {
      EventData requesting = changes.object("requestingAgency");
      agency = requesting.text("code").toUpperCase(Locale.ROOT);
      agencyKind = requesting.text("kind");
    }
    papers.corrected(changes);
    if (changes.has("emergency") || changes.has("receivingAgency")) {
      items.stream().filter(item -> item.end == null).forEach(ItemFold::lapse);
    }
  }

  /** Whether every item has an end that is not claimed to be still to come. */
  boolean isAnswered(long asOf) {
    return items.stream().allMatch(item -> item.end != null && item.endTime <= asOf);
  }

  /** When it was answered, as claimed; infinite while it is open. */
  long answered(long asOf) {
    return isAnswered(asOf)
        ? items.stream().mapToLong(item -> item.endTime).max().orElse(NEVER)
        : NEVER;
  }

  /** The same as recorded. */
  long answeredRecorded(long asOf) {
    return isAnswered(asOf)
        ? items.stream().mapToLong(item -> item.endRecorded).max().orElse(NEVER)
        : NEVER;
  }
}
