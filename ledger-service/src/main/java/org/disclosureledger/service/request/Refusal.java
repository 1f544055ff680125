package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestEvent;

/** Refusal by two people of items that stand open; it needs no verified authority. */
final class Refusal {
  private Refusal() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareRefusal command, CommandContext context) {
    Gate.first(state, context);
    List<Integer> items = command.items().isEmpty() ? state.openItems() : command.items();
    Gate.require(!items.isEmpty(), RequestRule.NO_OPEN_ITEM, "all are answered");
    for (int item : items) {
      Gate.require(
          !Gate.item(state, item).state().terminal(), RequestRule.ITEM_ANSWERED, "item " + item);
    }
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), Gate.changed(state, items));
    RequestEvent event =
        new RefusalPrepared(items, command.grounds(), Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /**
   * While it stood open nothing could answer an item, but a failed delivery can have reopened one:
   * it stays open, for nobody looked at it when this was prepared.
   */
  static void recheck(RequestState state, List<Integer> items) {
    Gate.require(state.openItems().containsAll(items), RequestRule.NO_OPEN_ITEM, "answered since");
  }
}
