package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.ApproveRefusal;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReturnRefusal;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RefusalReturned;
import org.disclosureledger.service.request.event.RequestEvent;

/** Refusal by two people of all that stands open; it needs no verified authority. */
final class Refusal {
  private Refusal() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareRefusal command, CommandContext context) {
    Gate.first(state, context);
    List<Integer> open =
        state.items().stream()
            .filter(item -> !item.state().terminal())
            .map(ItemProgress::ordinal)
            .toList();
    Gate.require(!open.isEmpty(), RequestRule.NO_OPEN_ITEM, "all are answered");
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), state.receivedAt());
    RequestEvent event =
        new RefusalPrepared(open, command.grounds(), Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> approve(
      RequestState state, ApproveRefusal command, CommandContext context) {
    OpenAct.Refusal act = Gate.second(state, OpenAct.Refusal.class, command.prepared(), context);
    // While it stood open nothing could answer an item, but a failed delivery can have reopened
    // one: it stays open, for nobody looked at it when this was prepared.
    Gate.require(
        act.items().stream()
            .allMatch(i -> state.item(i).filter(it -> !it.state().terminal()).isPresent()),
        RequestRule.NO_OPEN_ITEM,
        "answered since");
    Instant time = Gate.time(context, command.happenedAt(), act.time());
    return new ProposedEvent<>(context.newId(), time, new RefusalApproved(act.prepared()));
  }

  static ProposedEvent<RequestEvent> giveBack(
      RequestState state, ReturnRefusal command, CommandContext context) {
    OpenAct.Refusal act = Gate.second(state, OpenAct.Refusal.class, command.prepared(), context);
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), act.time());
    RequestEvent event = new RefusalReturned(act.prepared(), Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }
}
