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
import org.disclosureledger.verifier.conduct.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * One request as of the entry reached, with what its figures are made of (REPORTS §2); instants in
 * milliseconds. Of what breaks the rules of conduct it does what the text says, and asks no more.
 */
final class RequestFold {
  /** Later than any instant. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int BULK = 64;

  /** A part of an item that went out. */
  record Part(long recorded, ItemFold item, int approval, long records, boolean beyond) {}

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

  /** What went out by each delivery; nothing once it is told what became of it. */
  private final Map<UUID, List<Part>> dispatches = new HashMap<>(2);

  /** What stands open. */
  private @Nullable Prepared open;

  /** Whether the recording still goes on with lists of items. */
  private boolean recording = true;

  /**
   * From request.recorded.
   *
   * @throws Unreadable if its items are not in their places
   */
  RequestFold(EntryPayload payload, EventData data) {
    recorded = payload.recordedTime().toEpochMilli();
    receivedAt = data.time("receivedAt").toEpochMilli();
    receivedCorrected = receivedAt;
    EventData requesting = data.object("requestingAgency");
    agency = requesting.text("code").toUpperCase(Locale.ROOT);
    agencyKind = requesting.text("kind");
    emergency = data.flag("emergency");
    papers = new Papers(data);
    add(AskedItem.all(data.objects("items")));
    standing.now(true, recorded);
  }

  /**
   * The next entry of its stream, of a type that is known.
   *
   * @throws Unreadable if it cannot follow; then nothing has changed
   */
  void apply(EntryPayload payload, String code, EventData data) {
    if (code.equals("request.recorded")) {
      throw new Unreadable("a request is recorded once");
    }
    if (code.equals("items.listed")) {
      listed(AskedItem.all(data.objects("items")));
      return;
    }
    recording = false;
    if (code.endsWith(".listed")) {
      standing(data).list(code, data);
      return;
    }
    if (code.endsWith(".prepared")) {
      open = new Prepared(payload.id(), act(code), data);
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

  /** The act that the entry goes on with, or decides. */
  private Prepared standing(EventData data) {
    Prepared act = open;
    if (act == null || !act.id.equals(data.uuid("prepared"))) {
      throw new Unreadable("what it goes on with does not stand open");
    }
    return act;
  }

  private static String act(String code) {
    return code.substring(0, code.lastIndexOf('.'));
  }

  /** Further items as recorded; the first of a list may go on with the last before it. */
  private void listed(List<AskedItem> listed) {
    if (!recording) {
      throw new Unreadable("the recording of items is over");
    }
    if (!listed.isEmpty() && listed.getFirst().place() == items.size()) {
      ItemFold last = items.getLast();
      listed.getFirst().mustGoOn(last.targets);
      List<AskedItem> others = listed.subList(1, listed.size());
      mustBeNew(others);
      last.targets += listed.getFirst().targets();
      add(others);
    } else {
      add(listed);
    }
  }

  private void mustBeNew(List<AskedItem> others) {
    int place = items.size();
    for (AskedItem other : others) {
      place++;
      AskedItem.mustBe(other.place() == place);
      other.mustBegin();
    }
  }

  private void add(List<AskedItem> others) {
    mustBeNew(others);
    others.forEach(other -> items.add(new ItemFold(other.kind(), other.targets())));
  }

  private List<ItemFold> items(EventData data) {
    return data.ordinals("items").stream().map(this::item).toList();
  }

  private ItemFold item(int ordinal) {
    if (ordinal > items.size()) {
      throw new Unreadable("there is no item " + ordinal);
    }
    return items.get(ordinal - 1);
  }

  /** How many of {@value #BULK} things that each of its months looks at. */
  int bulk() {
    return (items.size() + parts.size() + mistakes.size()) / BULK;
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
      case "delivery.acknowledged" -> dispatches.replace(data.uuid("delivery"), List.of());
      case "delivery.failed" -> failed(dispatches.replace(data.uuid("delivery"), List.of()));
      case "request.closed" -> open = null;
      case "request.cancelled" -> {
        open = null;
        pauses.end(time);
        cancelled = now;
        items.stream()
            .filter(item -> item.end == null)
            .forEach(item -> item.end(ItemFold.End.CANCELLED, time, now));
      }
      case "request.reopened" -> {
        items(data).forEach(item -> item.approve(null));
        cancelled = NEVER;
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

  private static void failed(@Nullable List<Part> lost) {
    if (lost == null) {
      throw new Unreadable("what did not go out has failed");
    }
    for (Part part : lost) {
      ItemFold item = part.item();
      if (item.approval == part.approval()) {
        item.delivered -= part.records();
        item.end = item.end == ItemFold.End.DISCLOSED ? null : item.end;
      }
    }
  }

  /** What the second of two does with what the first prepared. */
  private void decided(EntryPayload payload, String code, EventData data) {
    Prepared act = standing(data);
    if (!act.act.equals(act(code))) {
      throw new Unreadable("another act was prepared");
    }
    if (code.endsWith(".returned")) {
      open = null;
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
    open = null;
  }

  /** What an act says of items that there are. */
  private List<EventData> said(Prepared act) {
    List<EventData> all = act.items().stream().flatMap(List::stream).toList();
    all.forEach(each -> item(each.ordinal("item")));
    return all;
  }

  private void accepted(Prepared act) {
    for (EventData each : said(act)) {
      item(each.ordinal("item")).approve(Scope.approved(each));
    }
  }

  private void ended(Prepared act, ItemFold.End end, long time, long now) {
    for (ItemFold item : items(act.data)) {
      item.end(end, time, now);
      item.grounds = end == ItemFold.End.REJECTED ? act.data.texts("grounds") : List.of();
    }
  }

  private void dispatched(UUID id, Prepared act, long time, long now) {
    List<Part> sent = new ArrayList<>();
    for (EventData each : said(act)) {
      ItemFold item = item(each.ordinal("item"));
      Scope scope = Scope.delivered(each);
      sent.add(new Part(now, item, item.approval, scope.records(), item.isBeyond(scope)));
      item.delivered += scope.records();
      if (each.flag("last")) {
        item.end(ItemFold.End.DISCLOSED, time, now);
      } else {
        item.end = null;
      }
    }
    papers.given();
    parts.addAll(sent);
    dispatches.put(id, sent);
  }

  private void measured(EventData data, long time, long now) {
    ItemFold item = item(data.ordinal("item"));
    papers.given();
    if (!data.text("measure").equals("RESTORE")) {
      item.end(ItemFold.End.IN_FORCE, time, now);
    } else if (item.end != null) {
      item.end = ItemFold.End.LIFTED;
    }
  }

  private void corrected(Prepared act, long now) {
    int last = items.size();
    for (AskedItem asked : act.asked()) {
      asked.mustBegin();
      AskedItem.mustBe(asked.place() <= last + 1);
      last = Math.max(last, asked.place());
    }
    mistake(act.data, now);
    if (act.data.has("changes")) {
      members(act.data.object("changes"));
    }
    act.asked().forEach(this::correct);
  }

  private void correct(AskedItem asked) {
    if (asked.place() > items.size()) {
      items.add(new ItemFold(asked.kind(), asked.targets()));
      return;
    }
    ItemFold item = item(asked.place());
    item.kind = asked.kind();
    item.targets = asked.targets();
    item.approve(null);
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
