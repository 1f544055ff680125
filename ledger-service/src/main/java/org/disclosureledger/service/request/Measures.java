package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.Period;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.Measure;

/** Items that ask for an act: suspension, preservation, takedown, mobilisation, and their end. */
final class Measures {
  private Measures() {}

  static ProposedEvent<RequestEvent> prepare(
      RequestState state, PrepareMeasure command, CommandContext context) {
    if (command.measure() != Measure.RESTORE) {
      Gate.notClosed(state);
    }
    Gate.first(state, context);
    check(state, command.measure(), command.item(), command.targets());
    Gate.reason(state.secrecy(), command.order());
    Gate.noContentAboveNormal(state.secrecy(), command.scope());
    Instant until = command.until();
    Gate.require(
        until == null || command.from().isBefore(until),
        FormRule.PERIOD_REVERSED,
        "from is not before until");
    checkPeriod(state, command);
    Instant changed = Gate.changed(state, List.of(command.item()));
    Instant authority = command.measure() == Measure.RESTORE ? null : state.check().at();
    Instant time = Gate.time(context, command.happenedAt(), changed, authority);
    RequestEvent event =
        new MeasurePrepared(
            command.measure(),
            command.item(),
            command.targets(),
            Committed.of(command.order()),
            Committed.of(command.scope()),
            command.from(),
            until);
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /**
   * The item ends as a whole, so nobody it was done to may be forgotten, nor anybody else named.
   */
  private static void checkGivenBack(ItemProgress item, List<Integer> targets, String which) {
    List<Integer> taken = item.handed().measured();
    Gate.require(taken.containsAll(targets), RequestRule.MEASURE_TARGET_EXCEEDED, which);
    Gate.require(targets.containsAll(taken), RequestRule.MEASURE_TARGET_LEFT, which);
  }

  /**
   * A service is stopped, or a network taken over, no longer than was accepted. The period of other
   * kinds says which data is meant, not how long.
   */
  private static void checkPeriod(RequestState state, PrepareMeasure command) {
    ItemScope approved = Gate.item(state, command.item()).approved();
    Period period = approved == null ? null : approved.period();
    boolean lasts = command.measure() == Measure.SUSPEND || command.measure() == Measure.MOBILISE;
    if (lasts && period != null) {
      Instant until = command.until();
      Gate.require(
          !command.from().isBefore(period.from()) && until != null && !until.isAfter(period.to()),
          RequestRule.MEASURE_PERIOD_EXCEEDED,
          "item " + command.item());
    }
  }

  static void check(RequestState state, Measure measure, int ordinal, List<Integer> targets) {
    ItemProgress item = Gate.item(state, ordinal);
    String which = "item " + ordinal;
    if (measure == Measure.RESTORE) {
      // It gives back what was taken: nobody has to be entitled to ask for that.
      Gate.require(item.state() == ItemState.IN_FORCE, RequestRule.MEASURE_NOT_IN_FORCE, which);
      checkGivenBack(item, targets, which);
    } else {
      Gate.authorityVerified(state);
      Gate.noQuestion(state);
      Gate.require(
          Measure.answering(item.kind()).filter(measure::equals).isPresent(),
          RequestRule.MEASURE_NOT_ASKED,
          which);
      Gate.require(item.state().approved(), RequestRule.ITEM_NOT_APPROVED, which);
    }
    ItemScope approved = item.approved();
    if (approved == null) {
      throw new CommandRefused(RequestRule.ITEM_NOT_APPROVED, which);
    }
    Gate.require(
        approved.targets().containsAll(targets)
            && approved.targets().isEmpty() == targets.isEmpty(),
        RequestRule.MEASURE_TARGET_EXCEEDED,
        which);
  }
}
