package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.request.event.WritingMissed;

/** The paper that an oral emergency needs afterwards. */
final class Writing {
  private Writing() {}

  /** Also late, and when the request is closed: that it came counts, and when. */
  static ProposedEvent<RequestEvent> confirm(
      RequestState state, ConfirmInWriting command, CommandContext context) {
    needed(state);
    LocalDate date = command.documentDate();
    // Neither number nor file would be no writing at all.
    Gate.require(
        command.documentNumber() != null || command.digest() != null,
        FormRule.MEMBER_MISSING,
        "documentNumber or digest");
    Gate.notTomorrow(context, date);
    Gate.noContentAboveNormal(state.secrecy(), command.digest());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event =
        new WritingConfirmed(
            Committed.of(command.documentNumber()), date, Committed.of(command.digest()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> miss(
      RequestState state, MissWriting command, CommandContext context) {
    needed(state);
    Confirmation confirmation = state.confirmation();
    Gate.require(confirmation.missedAt() == null, RequestRule.WRITING_MISSED, "recorded before");
    Instant confirmBy = confirmation.confirmBy();
    if (confirmBy == null
        || !command.deadline().equals(confirmation.deadline())
        || !context.now().isAfter(confirmBy)) {
      throw new CommandRefused(RequestRule.WRITING_NOT_DUE, "by " + confirmBy);
    }
    Gate.require(
        !state.nothingOwed(),
        RequestRule.WRITING_NOT_NEEDED,
        "cancelled or refused, and unanswered");
    RequestEvent event = new WritingMissed(confirmBy, command.deadline());
    return new ProposedEvent<>(context.newId(), context.now(), event);
  }

  private static void needed(RequestState state) {
    Gate.require(state.oral(), RequestRule.WRITING_NOT_NEEDED, "no oral emergency");
    Gate.require(
        state.confirmation().confirmedAt() == null,
        RequestRule.WRITING_CONFIRMED,
        "confirmed before");
  }
}
