package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** How a request ends, and begins again. */
final class ClosingRules {
  private ClosingRules() {}

  /** Whether a closed request may go on with this; what gives back may always come. */
  static boolean isForbidden(RequestState state, Event event) {
    // An unknown entry may have reopened it.
    if (!state.closed || state.uncertain || event.type().isAfterClose()) {
      return false;
    }
    if (state.owing != null && DeadlineRules.isToConfirmBy(event)) {
      return false;
    }
    if (event.type().act() != Act.MEASURE) {
      return true;
    }
    if (event.data().has("prepared")) {
      OpenAct open = state.open.find(event.data().uuid("prepared"));
      return open != null && !open.isRestore();
    }
    return event.data().code("measure", OpenAct.MeasureKind.class) != OpenAct.MeasureKind.RESTORE;
  }

  static void closed(RequestState state, Event event, Context context) {
    OpenAct waiting = state.open.first();
    if (!state.isAnswered()) {
      context.breach(event, Rule.ITEMS_OPEN_AT_CLOSE, "an answer to every item", null);
    } else if (waiting != null) {
      String open = "open act " + waiting.id();
      context.breach(event, Rule.ITEMS_OPEN_AT_CLOSE, "no act open", open);
    } else if (state.clarification != null) {
      context.breach(
          event, Rule.CLARIFICATION_OPEN, "an answer first", "asked by " + state.clarification);
    }
    state.items.stream()
        .map(item -> item.changedAt)
        .max(Comparator.naturalOrder())
        .ifPresent(last -> TimeRules.notBefore(event, last, context));
    state.closedAt = event.time();
    state.closedRecorded = event.recordedTime();
    state.close();
  }

  /** The agency takes back what is open, if anything is. */
  static void cancelled(RequestState state, Event event, Context context) {
    mustBeOpen(state, Objections.to(event, context));
    EmergencyRules.overdue(state, context);
    if (state.clarification != null) {
      TimeRules.notBefore(event, state.clarificationAt, context);
    }
    state.open.all().forEach(act -> TimeRules.notBefore(event, act.time(), context));
    state.settleAll();
    ClarificationRules.ended(state, event.time());
    Instant last =
        state.items.stream()
            .filter(item -> !item.stand.isTerminal())
            .map(item -> item.changedAt)
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    TimeRules.notBefore(event, last, context);
    for (Item item : state.items) {
      if (!item.stand.isTerminal()) {
        item.end(Item.Stand.CANCELLED, event.time());
      }
    }
  }

  /** What asks for more time, more words or less to do is about an item that waits. */
  static void mustBeOpen(RequestState state, Objections objections) {
    if (state.isAnswered()) {
      objections.breach(Rule.NO_OPEN_ITEM, "an open item", "all are answered");
    }
  }

  /** Nothing that was granted before counts any more for the items named. */
  static void reopened(RequestState state, Event event, Context context) {
    // Open in a closed request is only what a delivery that failed since had answered.
    boolean wasClosed = state.closed;
    EmergencyRules.reopened(state, event, context);
    TimeRules.notBefore(event, state.closedAt, context);
    TimeRules.notBefore(event, state.voidedAt, context);
    state.closed = false;
    state.openedAt = event.place().leaf();
    state.unverified(event.time());
    OpenAct waiting = state.open.first();
    if (waiting != null) {
      String expected = "a decision on " + waiting.id();
      context.breach(event, Rule.ACT_OPEN, expected, event.type().code());
    }
    List<Integer> named = event.data().ordinals("items");
    if (wasClosed) {
      mustNameOpen(state, event, named, context);
    }
    for (int ordinal : ActRules.known(state, named, Objections.to(event, context))) {
      Item item = ActRules.item(state, ordinal);
      boolean lost = wasClosed && !item.stand.isTerminal();
      if (!lost && (!item.stand.isTerminal() || item.stand == Item.Stand.IN_FORCE)) {
        context.breach(
            event,
            Rule.NOT_REOPENABLE,
            "an answered item, nothing in force",
            ActRules.of(ordinal, item));
      }
      TimeRules.notBefore(event, item.changedAt, context);
      item.receivedAnew(event.time());
    }
  }

  /** What was left out would be handed over on an approval from before the closing. */
  private static void mustNameOpen(
      RequestState state, Event event, List<Integer> named, Context context) {
    for (int ordinal = 1; ordinal <= state.items.size(); ordinal++) {
      Item item = state.items.get(ordinal - 1);
      if (!item.stand.isTerminal() && !named.contains(ordinal)) {
        context.breach(
            event, Rule.REOPENING_INCOMPLETE, "item " + ordinal, ActRules.of(ordinal, item));
        return;
      }
    }
  }
}
