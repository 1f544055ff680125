package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.RequestEvent;

/** The answer that there is no such data, by two people, of items that were accepted. */
final class NoData {
  private NoData() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareNoData command, CommandContext context) {
    Gate.first(state, context);
    Gate.require(!command.items().isEmpty(), RequestRule.NO_ITEMS, "items");
    check(state, command.items());
    Gate.reason(state.secrecy(), command.search());
    Instant changed = Gate.changed(state, command.items());
    Instant time = Gate.time(context, command.happenedAt(), changed, state.check().at());
    RequestEvent event = new NoDataPrepared(command.items(), Committed.of(command.search()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /** To search without authority would be to look into what nobody may ask for. */
  static void check(RequestState state, List<Integer> items) {
    Gate.authorityVerified(state);
    Gate.noQuestion(state);
    for (int ordinal : items) {
      ItemProgress item = Gate.item(state, ordinal);
      Gate.require(item.state().approved(), RequestRule.ITEM_NOT_APPROVED, "item " + ordinal);
    }
  }
}
