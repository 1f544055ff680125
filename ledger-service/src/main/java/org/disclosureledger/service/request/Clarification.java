package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.RequestEvent;
import org.jspecify.annotations.Nullable;

/** A question to the agency: the service clock stands still until it is answered. */
final class Clarification {
  private Clarification() {}

  static ProposedEvent<RequestEvent> ask(
      RequestState state, AskClarification command, CommandContext context) {
    Gate.noQuestion(state);
    Gate.require(!state.answered(), RequestRule.NO_OPEN_ITEM, "all are answered");
    Gate.reason(state.secrecy(), command.question());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore(), lastPause(state));
    RequestEvent event = new ClarificationAsked(Committed.of(command.question()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /** A due time by the service clock moves by the pause, in the same append. */
  static List<ProposedEvent<RequestEvent>> receive(
      RequestState state,
      ReceiveClarification command,
      CommandContext context,
      Circumstances circumstances) {
    Gate.require(
        command.asked().equals(state.clock().question()),
        RequestRule.CLARIFICATION_NOT_OPEN,
        "asked by " + command.asked());
    Gate.noContentAboveNormal(state.secrecy(), command.answer());
    Instant time = Gate.time(context, command.happenedAt(), state.clock().askedAt());
    RequestEvent event =
        new ClarificationReceived(
            command.asked(), command.outcome(), Committed.of(command.answer()));
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    events.add(new ProposedEvent<>(context.newId(), time, event));
    PolicyInForce policies = circumstances.policies();
    if (policies.stopsForQuestions() && !state.answered()) {
      Recomputation.ifReached(state, state.clock().resumed(time).pauses(), policies)
          .ifPresent(next -> events.add(new ProposedEvent<>(context.newId(), context.now(), next)));
    }
    return List.copyOf(events);
  }

  /** Pauses follow each other, so that their sum counts no moment twice. */
  private static @Nullable Instant lastPause(RequestState state) {
    return state.clock().pauses().isEmpty() ? null : state.clock().pauses().getLast().to();
  }
}
