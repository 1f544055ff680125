package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.ApproveAcceptance;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.ReturnAcceptance;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AcceptanceReturned;
import org.disclosureledger.service.request.event.RequestEvent;

/** Acceptance by two people: only what an authority asked for, and never more than that. */
final class Acceptance {
  private Acceptance() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareAcceptance command, CommandContext context) {
    Gate.first(state, context);
    check(state, command.items());
    Instant time =
        Gate.time(context, command.happenedAt(), state.receivedAt(), state.authorityAt());
    return new ProposedEvent<>(context.newId(), time, new AcceptancePrepared(command.items()));
  }

  static ProposedEvent<RequestEvent> approve(
      RequestState state, ApproveAcceptance command, CommandContext context) {
    OpenAct.Acceptance act =
        Gate.second(state, OpenAct.Acceptance.class, command.prepared(), context);
    check(state, act.items());
    Instant time = Gate.time(context, command.happenedAt(), act.time(), state.authorityAt());
    return new ProposedEvent<>(context.newId(), time, new AcceptanceApproved(act.prepared()));
  }

  static ProposedEvent<RequestEvent> giveBack(
      RequestState state, ReturnAcceptance command, CommandContext context) {
    OpenAct.Acceptance act =
        Gate.second(state, OpenAct.Acceptance.class, command.prepared(), context);
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), act.time());
    RequestEvent event = new AcceptanceReturned(act.prepared(), Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  private static void check(RequestState state, List<ItemScope> scopes) {
    Gate.authorityVerified(state);
    Set<Integer> seen = new HashSet<>();
    for (ItemScope scope : scopes) {
      String which = "item " + scope.item();
      Gate.require(seen.add(scope.item()), RequestRule.ITEM_REPEATED, which);
      ItemProgress item =
          state
              .item(scope.item())
              .orElseThrow(() -> new CommandRefused(RequestRule.ITEM_UNKNOWN, which));
      Gate.require(item.state() == ItemState.RECEIVED, RequestRule.ITEM_NOT_PENDING, which);
      checkWithin(item.asked(), scope, which);
    }
  }

  private static void checkWithin(ItemScope asked, ItemScope approved, String which) {
    // No target named would mean all of them, so that is wider than any that were named.
    Gate.require(
        asked.targets().containsAll(approved.targets())
            && asked.targets().isEmpty() == approved.targets().isEmpty(),
        RequestRule.SCOPE_TARGET_EXCEEDED,
        which);
    Gate.require(
        asked.fields().containsAll(approved.fields()), RequestRule.SCOPE_FIELD_EXCEEDED, which);
    Period period = asked.period();
    Gate.require(
        period == null || (approved.period() != null && period.contains(approved.period())),
        RequestRule.SCOPE_PERIOD_EXCEEDED,
        which);
    Long maximum = approved.maximumRecords();
    if (maximum == null) {
      throw new CommandRefused(RequestRule.SCOPE_COUNT_MISSING, which);
    }
    Gate.require(
        asked.maximumRecords() == null || maximum <= asked.maximumRecords(),
        RequestRule.SCOPE_COUNT_EXCEEDED,
        which);
  }
}
