package org.disclosureledger.verifier.conduct;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** How a request ends, and begins again. */
final class ClosingRules {
  private ClosingRules() {}

  /** Whether a closed request may go on with this; what gives back may always come. */
  static boolean isForbidden(RequestState state, Event event) {
    if (!state.closed || event.type().isAfterClose()) {
      return false;
    }
    if (event.type().act() != Act.MEASURE) {
      return true;
    }
    if (event.data().has("prepared")) {
      OpenAct open = state.open(event.data().uuid("prepared"));
      return open != null && !open.isRestore();
    }
    return event.data().code("measure", OpenAct.MeasureKind.class) != OpenAct.MeasureKind.RESTORE;
  }

  static void closed(RequestState state, Event event, Context context) {
    if (!state.isAnswered()) {
      context.breach(event, Rule.ITEMS_OPEN_AT_CLOSE, "an answer to every item", null);
    } else if (!state.open.isEmpty()) {
      String open = "open act " + state.open.getFirst().id();
      context.breach(event, Rule.ITEMS_OPEN_AT_CLOSE, "no act open", open);
    } else if (state.clarification != null) {
      context.breach(
          event, Rule.CLARIFICATION_OPEN, "an answer first", "asked by " + state.clarification);
    }
    state.close();
  }

  static void cancelled(RequestState state) {
    state.open = List.of();
    state.clarification = null;
    for (Item item : state.items) {
      if (!item.stand.isTerminal()) {
        item.stand = Item.Stand.CANCELLED;
      }
    }
  }

  /** Nothing that was granted before counts any more for the items named. */
  static void reopened(RequestState state, Event event, Context context) {
    // Open in a closed request is only what a delivery that failed since had answered.
    boolean wasClosed = state.closed;
    state.closed = false;
    state.authority = RequestState.Authority.UNVERIFIED;
    state.byCall = false;
    state.bySignature = false;
    for (int ordinal : ActRules.known(state, event, event.data().ordinals("items"), context)) {
      Item item = ActRules.item(state, ordinal);
      boolean lost = wasClosed && !item.stand.isTerminal();
      if (!lost && (!item.stand.isTerminal() || item.stand == Item.Stand.IN_FORCE)) {
        context.breach(
            event,
            Rule.NOT_REOPENABLE,
            "an answered item, nothing in force",
            ActRules.of(ordinal, item));
      }
      item.receivedAnew();
    }
  }
}
