package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.Objects;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.ExtensionPrepared;
import org.disclosureledger.service.request.event.RequestEvent;

/** A later due time, by two people, while the present one has not passed. */
final class Extension {
  private Extension() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareExtension command, CommandContext context) {
    Gate.first(state, context);
    check(state, command.due(), context);
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event =
        new ExtensionPrepared(command.due(), Committed.of(command.reason()), command.consent());
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /** Until the append, time goes on: the entries themselves have to be in time. */
  static RecordedWithin inTime(RequestState state) {
    return RecordedWithin.before(
        Objects.requireNonNull(state.clock().due(), "checked before"), RequestRule.DUE_PASSED);
  }

  /** By the ledger's clock, not by what is claimed: it has to be on record in time. */
  static void check(RequestState state, Instant due, CommandContext context) {
    Gate.require(!state.answered(), RequestRule.NO_OPEN_ITEM, "all are answered");
    Instant present = state.clock().due();
    if (present == null) {
      throw new CommandRefused(RequestRule.NO_DEADLINE, "none was set");
    }
    Gate.require(
        context.now().isBefore(present), RequestRule.DUE_PASSED, "it was due by " + present);
    Gate.require(due.isAfter(present), RequestRule.DUE_NOT_LATER, "it is due by " + present);
  }
}
