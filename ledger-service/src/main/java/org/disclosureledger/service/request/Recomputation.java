package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.disclosureledger.service.deadline.AnswerDue;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineRule;
import org.disclosureledger.service.deadline.DueTime;
import org.disclosureledger.service.deadline.Pause;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;

/**
 * The due time of an answer, counted again: by the policy and the calendar that hold now, from the
 * receipt and the emergency as first recorded, of the items as they are. What two people and the
 * agency have put off stays put off, and what is answered or closed is left alone.
 */
final class Recomputation {
  private Recomputation() {}

  /**
   * For the system, after another policy or calendar.
   *
   * @throws CommandRefused {@link RequestRule#DUE_UNCHANGED} when nothing moves
   */
  static ProposedEvent<RequestEvent> decide(
      RequestState state, CommandContext context, PolicyInForce policies) {
    Gate.require(!state.closed(), RequestRule.REQUEST_CLOSED, "it was closed");
    Gate.require(!state.answered(), RequestRule.NO_OPEN_ITEM, "all are answered");
    return after(state, state.clock().pauses(), policies)
        .map(next -> new ProposedEvent<RequestEvent>(context.newId(), context.now(), next))
        .orElseThrow(() -> new CommandRefused(RequestRule.DUE_UNCHANGED, "as it was"));
  }

  /**
   * Empty where it stays.
   *
   * @param pauses of the service clock that have ended
   */
  static Optional<DeadlineSet> after(
      RequestState state, List<Period> pauses, PolicyInForce policies) {
    Demand demand = state.demand();
    if (demand == null || !state.clock().set() || isPutOff(state)) {
      return Optional.empty();
    }
    DueTime next = policies.resolve(asked(state, demand, pauses));
    // What was set stays explained by what it was set under, as long as it is due then.
    return Objects.equals(next.due(), state.clock().due())
        ? Optional.empty()
        : Optional.of(DeadlineSet.recomputed(next));
  }

  /**
   * The same, and empty where the calendar does not reach: what the agency said is recorded all the
   * same, and counted once the next calendar is imported.
   */
  static Optional<DeadlineSet> ifReached(
      RequestState state, List<Period> pauses, PolicyInForce policies) {
    try {
      return after(state, pauses, policies);
    } catch (CommandRefused refused) {
      if (refused.rule() instanceof DeadlineRule) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private static boolean isPutOff(RequestState state) {
    return state.clock().basis() == DeadlineBasis.EXTENSION;
  }

  private static AnswerDue asked(RequestState state, Demand demand, List<Period> pauses) {
    List<Pause> ended = new ArrayList<>();
    for (Period pause : pauses) {
      Instant to = pause.to();
      if (pause.from().isBefore(to)) {
        ended.add(new Pause(pause.from(), to));
      }
    }
    return new AnswerDue(
        demand.receivedAt(),
        demand.claimedEmergency(),
        state.items().stream().map(ItemProgress::kind).toList(),
        demand.dueStated(),
        ended);
  }
}
