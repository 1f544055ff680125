package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Corrections say what of, and undo the approval of what they change; errors say how grave. */
final class CorrectionRules {
  private CorrectionRules() {}

  private enum Severity {
    RECORDABLE,
    REPORTABLE
  }

  /** The act as it stands open, with the items of its own list. */
  static OpenAct prepared(
      RequestState state,
      Event event,
      OpenAct act,
      OpenAct.Correction correction,
      Context context) {
    EventData data = event.data();
    // The first version had no lists.
    long lists = data.number("lists", 0);
    if (lists > 0) {
      state.listing = new RequestState.Listing(event.place(), event.id(), event.actor(), 1, lists);
    }
    UUID corrects = data.uuid("corrects");
    if (!state.ids.contains(corrects)) {
      context.breach(
          event, Rule.CORRECTION_EVENT, "an earlier event of the stream", corrects.toString());
    } else if ((lists > 0 || data.has("changes")) && !corrects.equals(state.recorded)) {
      context.breach(
          event,
          Rule.CORRECTION_CHANGES,
          "request.recorded " + state.recorded,
          corrects.toString());
    }
    Instant receivedAt = correction.receivedAt();
    if (receivedAt != null) {
      TimeRules.received(event, receivedAt, context);
    }
    if (!data.has("changes") || !data.object("changes").has("items")) {
      return act;
    }
    List<EventData> items = data.object("changes").objects("items");
    return act.correcting(NumberingRules.correctedIn(event, List.of(), items, context));
  }

  /** correction.listed: in the append of the correction, by whom has prepared it. */
  static void listed(RequestState state, Event event, Context context) {
    UUID prepared = event.data().uuid("prepared");
    long list = event.data().number("list");
    RequestState.Listing awaited = state.listing;
    OpenAct act = state.open(prepared);
    if (awaited == null
        || act == null
        || !(act.content() instanceof OpenAct.Correction correction)
        || !awaited.prepared().equals(prepared)
        || !awaited.actor().equals(event.actor())
        || awaited.next() != list) {
      String expected =
          awaited == null
              ? "no list"
              : "list %d of %s by %s"
                  .formatted(awaited.next(), awaited.prepared(), awaited.actor());
      String found = "list %d of %s by %s".formatted(list, prepared, event.actor());
      context.breach(event, Rule.CORRECTION_LIST_STRAY, expected, found);
      return;
    }
    List<EventData> items = event.data().objects("items");
    state.replace(
        act, act.correcting(NumberingRules.correctedIn(event, correction.items(), items, context)));
    state.listing =
        list == awaited.last()
            ? null
            : new RequestState.Listing(
                awaited.place(), prepared, awaited.actor(), list + 1, awaited.last());
  }

  /** Something else follows, or nothing: are all lists there? */
  static void complete(RequestState state, Context context) {
    RequestState.Listing awaited = state.listing;
    if (awaited != null) {
      state.listing = null;
      context.breach(
          awaited.place(),
          Rule.CORRECTION_LIST_MISSING,
          "%d lists behind it".formatted(awaited.last()),
          "%d".formatted(awaited.next() - 1));
    }
  }

  static void approved(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    members(state, event, correction, context);
    if (correction.items().isEmpty()) {
      return;
    }
    if (state.closed) {
      context.breach(event, Rule.EVENT_AFTER_CLOSE, "reopening first", "a correction of items");
      return;
    }
    boolean answered = state.isAnswered();
    for (OpenAct.Corrected item : correction.items()) {
      mustWait(state, event, item.ordinal(), answered, context);
      NumberingRules.corrected(state, event, item, context);
    }
  }

  /** Due times stay, and so does whether a paper is owed. */
  private static void members(
      RequestState state, Event event, OpenAct.Correction correction, Context context) {
    String agency = correction.agency();
    if (agency != null) {
      // Nobody has verified the other one, or the other kind or unit of it.
      state.agency = context.shared(agency);
      state.unverified(event.time());
    }
    Instant receivedAt = correction.receivedAt();
    if (receivedAt != null) {
      received(state, event, receivedAt);
    }
    Boolean emergency = correction.emergency();
    if (emergency != null) {
      state.emergencyCorrected = emergency;
    }
    Boolean secret = correction.secret();
    if (secret != null) {
      state.secret = secret;
    }
    if (correction.voidsApprovals()) {
      // What stands open was approved of something else.
      state.items.stream()
          .filter(item -> !item.stand.isTerminal())
          .forEach(item -> item.receivedAnew(event.time()));
    }
  }

  /** An answered item, or a new one of an answered request, would skip the gates of reopening. */
  private static void mustWait(
      RequestState state, Event event, int ordinal, boolean answered, Context context) {
    Item item = state.item(ordinal);
    if (item == null ? answered : item.stand.isTerminal()) {
      String found = item == null ? "a new item, all answered" : ActRules.of(ordinal, item);
      context.breach(event, Rule.ITEM_ANSWERED, "an open item, or reopening first", found);
    }
    if (item != null) {
      TimeRules.notBefore(event, item.changedAt, context);
    }
  }

  /** On another day the agency may not have existed. */
  private static void received(RequestState state, Event event, Instant corrected) {
    LocalDate before = state.dayOfReceipt();
    state.receivedAtCorrected = corrected;
    if (!state.dayOfReceipt().equals(before)) {
      state.unverified(event.time());
    }
  }

  static void error(RequestState state, Event event, Context context) {
    UUID about = event.data().uuid("event");
    Severity severity = event.data().code("severity", Severity.class);
    if (!state.ids.contains(about)) {
      context.breach(event, Rule.ERROR_EVENT, "an earlier event of the stream", about.toString());
      return;
    }
    Severity due = state.dispatch(about) == null ? Severity.RECORDABLE : Severity.REPORTABLE;
    if (severity != due) {
      context.breach(event, Rule.ERROR_SEVERITY, due.toString(), severity.toString());
    }
    ActRules.known(state, event, event.data().ordinals("items"), context);
  }
}
