package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RequestCommand;
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
    Instant time = Gate.time(context, null, state.notBefore());
    return missed(time, confirmBy, command.deadline(), context);
  }

  /**
   * That the paper was missed, where the timer has not said so yet, before a command after which it
   * could not: what was late would look as if nobody had owed it.
   */
  static List<ProposedEvent<RequestEvent>> missedBefore(
      RequestState state, RequestCommand command, CommandContext context) {
    Confirmation confirmation = state.confirmation();
    Instant confirmBy = confirmation.confirmBy();
    UUID deadline = confirmation.deadline();
    boolean unnoticed =
        state.oral()
            && confirmation.confirmedAt() == null
            && confirmation.missedAt() == null
            && !state.nothingOwed();
    if (!unnoticed
        || confirmBy == null
        || deadline == null
        || !context.now().isAfter(confirmBy)
        || !settles(state, command)) {
      return List.of();
    }
    return List.of(
        missed(Gate.time(context, null, state.notBefore()), confirmBy, deadline, context));
  }

  /** Whether nobody owes the paper any more once the command is done. */
  private static boolean settles(RequestState state, RequestCommand command) {
    return switch (command) {
      case ConfirmInWriting _ -> true;
      case CancelRequest _ -> state.nothingOwedAfter(state.openItems());
      case ApproveAct _ ->
          state.open() instanceof OpenAct.Refusal refusal
              && state.nothingOwedAfter(refusal.items());
      default -> false;
    };
  }

  /** By the ledger, whoever gives the command that it notes it at. */
  private static ProposedEvent<RequestEvent> missed(
      Instant time, Instant confirmBy, UUID deadline, CommandContext context) {
    return ProposedEvent.bySystem(context.newId(), time, new WritingMissed(confirmBy, deadline));
  }

  private static void needed(RequestState state) {
    Gate.require(state.oral(), RequestRule.WRITING_NOT_NEEDED, "no oral emergency");
    Gate.require(
        state.confirmation().confirmedAt() == null,
        RequestRule.WRITING_CONFIRMED,
        "confirmed before");
  }
}
