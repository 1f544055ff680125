package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestReopened;

/** How a request ends, and how it opens again without skipping a gate. */
final class Ending {
  private Ending() {}

  /** The agency's own act: it can be recorded whatever the enterprise is about to do. */
  static ProposedEvent<RequestEvent> cancel(
      RequestState state, CancelRequest command, CommandContext context) {
    Gate.require(!state.answered(), RequestRule.NO_OPEN_ITEM, "all are answered");
    Gate.noContentAboveNormal(state.secrecy(), command.reason(), command.document());
    Gate.require(
        state.secrecy().aboveNormal() || command.reason() != null || command.document() != null,
        RequestRule.REASON_MISSING,
        "neither reason nor document");
    OpenAct open = state.open();
    Instant time =
        Gate.time(
            context,
            command.happenedAt(),
            Gate.changed(state, state.openItems()),
            state.clock().askedAt(),
            open == null ? null : open.time());
    RequestEvent event =
        new RequestCancelled(Committed.of(command.reason()), Committed.of(command.document()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> close(
      RequestState state, CloseRequest command, CommandContext context) {
    Gate.noneOpen(state);
    Gate.require(state.answered(), RequestRule.ITEMS_OPEN, "an item is not terminal");
    // Else the pause would have no end.
    Gate.noQuestion(state);
    Gate.noContentAboveNormal(state.secrecy(), command.reason());
    Instant time =
        Gate.time(
            context,
            command.happenedAt(),
            Gate.changed(state, state.items().stream().map(ItemProgress::ordinal).toList()));
    RequestEvent event = new RequestClosed(Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> reopen(
      RequestState state, ReopenRequest command, CommandContext context) {
    Gate.noneOpen(state);
    Gate.require(!command.items().isEmpty(), RequestRule.NO_ITEMS, "items");
    for (int ordinal : command.items()) {
      ItemProgress item = Gate.item(state, ordinal);
      String which = "item " + ordinal;
      // Open in a closed request is only what a delivery that failed since had answered.
      Gate.require(item.state().terminal() || state.closed(), RequestRule.ITEM_NOT_ANSWERED, which);
      // Opened again it could be refused, and what was done would stay done.
      Gate.require(item.state() != ItemState.IN_FORCE, RequestRule.MEASURE_IN_FORCE, which);
    }
    if (state.undelivered()) {
      // What was left out would be delivered on an approval from before the closing.
      List<Integer> left =
          state.openItems().stream().filter(item -> !command.items().contains(item)).toList();
      Gate.require(left.isEmpty(), RequestRule.REOPENING_INCOMPLETE, "items " + left);
    }
    Gate.reason(state.secrecy(), command.reason());
    Gate.noContentAboveNormal(state.secrecy(), command.document());
    Instant time =
        Gate.time(
            context,
            command.happenedAt(),
            Gate.changed(state, command.items()),
            state.closedAt(),
            state.check().voidedAt());
    RequestEvent event =
        new RequestReopened(
            command.items(), Committed.of(command.reason()), Committed.of(command.document()));
    return new ProposedEvent<>(context.newId(), time, event);
  }
}
