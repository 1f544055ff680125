package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** Corrections say what of, and undo the approval of what they change; errors say how grave. */
final class CorrectionRules {
  private CorrectionRules() {}

  private enum Severity {
    RECORDABLE,
    REPORTABLE
  }

  static void prepared(RequestState state, Event event, Context context) {
    // The first version had no lists.
    long lists = event.data().number("lists", 0);
    if (lists > 0) {
      state.listing = new RequestState.Listing(event.place(), event.id(), event.actor(), 1, lists);
    }
    UUID corrects = event.data().uuid("corrects");
    if (!state.ids.contains(corrects)) {
      context.breach(
          event, Rule.CORRECTION_EVENT, "an earlier event of the stream", corrects.toString());
    } else if ((lists > 0 || event.data().has("changes")) && !corrects.equals(state.recorded)) {
      context.breach(
          event,
          Rule.CORRECTION_CHANGES,
          "request.recorded " + state.recorded,
          corrects.toString());
    }
  }

  /** correction.listed: in the append of the correction, by whom has prepared it. */
  static void listed(RequestState state, Event event, Context context) {
    UUID prepared = event.data().uuid("prepared");
    long list = event.data().number("list");
    RequestState.Listing awaited = state.listing;
    OpenAct act = state.open(prepared);
    if (awaited == null
        || act == null
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
    state.replace(act, act.listing(event.data().objects("items")));
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
    if (correction.changes() != null) {
      members(state, correction.changes(), context);
    }
    if (state.closed && correction.lists().stream().anyMatch(list -> !list.isEmpty())) {
      context.breach(event, Rule.EVENT_AFTER_CLOSE, "reopening first", "a correction of items");
      return;
    }
    NumberingRules.corrected(state, event, correction.lists(), context);
  }

  /** Due times stay, and so does whether a paper is owed. */
  private static void members(RequestState state, EventData changes, Context context) {
    if (changes.has("receivedAt")) {
      received(state, changes.time("receivedAt"));
    }
    if (changes.has("requestingAgency")) {
      agency(state, changes.object("requestingAgency").text("code"), context);
    }
    if (changes.has("emergency")) {
      state.emergencyCorrected = changes.flag("emergency");
    }
    if (changes.has("emergency") || changes.has("receivingAgency")) {
      // What stands open was approved of something else.
      state.items.stream().filter(item -> !item.stand.isTerminal()).forEach(Item::receivedAnew);
    }
  }

  /** Nobody has verified the other one. */
  private static void agency(RequestState state, String code, Context context) {
    if (!code.equals(state.agency)) {
      state.agency = context.shared(code);
      unverified(state);
    }
  }

  /** On another day the agency may not have existed. */
  private static void received(RequestState state, Instant time) {
    LocalDate before = LocalDate.ofInstant(state.receivedAtCorrected, Policies.ZONE);
    if (!LocalDate.ofInstant(time, Policies.ZONE).equals(before)) {
      unverified(state);
    }
    state.receivedAtCorrected = time;
  }

  private static void unverified(RequestState state) {
    state.authority = RequestState.Authority.UNVERIFIED;
    state.byCall = false;
    state.bySignature = false;
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
