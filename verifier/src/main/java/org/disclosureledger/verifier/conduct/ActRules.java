package org.disclosureledger.verifier.conduct;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.conduct.EventType.Step;
import org.disclosureledger.verifier.report.Rule;

/** What two people do together: one prepares, one decides, one act at a time. */
final class ActRules {
  private ActRules() {}

  static void apply(RequestState state, Event event, Act act, Context context) {
    if (event.type().step() == Step.PREPARED) {
      prepared(state, event, act, context);
    } else {
      decided(state, event, act, context);
    }
  }

  private static void prepared(RequestState state, Event event, Act act, Context context) {
    OpenAct opened =
        new OpenAct(act, event.id(), event.actor(), event.time(), OpenAct.read(act, event.data()));
    if (!state.open.isEmpty()) {
      String open = state.open.getFirst().id().toString();
      context.breach(event, Rule.ACT_OPEN, "a decision on " + open, event.type().code());
    }
    ClarificationRules.mustNotWait(state, event, opened, context);
    for (Period period : opened.periods()) {
      if (!TimeRules.inOrder(event, period, context)) {
        break;
      }
    }
    if (opened.content() instanceof OpenAct.Correction correction) {
      CorrectionRules.prepared(state, event, correction, context);
    }
    ActLists.begin(state, event, opened);
    state.open(opened);
  }

  private static void decided(RequestState state, Event event, Act act, Context context) {
    UUID prepared = event.data().uuid("prepared");
    OpenAct open = state.open(prepared);
    if (open == null || open.act() != act) {
      String found = event.type().code() + " of " + prepared;
      context.breach(event, Rule.ACT_NOT_OPEN, "the id of an act that stands open", found);
      return;
    }
    state.settle(open);
    FourEyes.decides(event, open, context);
    context.tally.acts++;
    if (event.type().step() == Step.APPROVED) {
      ClarificationRules.mustNotWait(state, event, open, context);
      approved(state, event, open, context);
    }
  }

  private static void approved(RequestState state, Event event, OpenAct act, Context context) {
    if (act.act() != Act.REFUSAL) {
      // Else an act claimed to be older could bring an older check of authority back.
      TimeRules.notBefore(event, state.authorityAt, context);
    }
    switch (act.content()) {
      case OpenAct.Acceptance acceptance -> {
        AuthorityRules.mustBeVerified(state, event, context);
        if (act.act() == Act.EMERGENCY) {
          DocumentRules.mustBeSigned(state, event, context);
          EmergencyRules.accepted(state, event, context);
        } else {
          EmergencyRules.acceptedAsOrdinary(state, event, context);
        }
        AcceptanceRules.approved(state, event, acceptance, act.act(), context);
      }
      case OpenAct.Items items -> {
        if (act.act() == Act.NODATA) {
          AuthorityRules.mustBeVerified(state, event, context);
        }
        AnswerRules.withoutData(state, event, act.act(), items.items(), context);
      }
      case OpenAct.Extension extension -> {
        ClosingRules.mustBeOpen(state, event, context);
        DeadlineRules.extended(state, event, extension, context);
      }
      case OpenAct.Delivery delivery -> {
        AuthorityRules.mustBeVerified(state, event, context);
        DeliveryRules.dispatched(state, event, delivery, context);
      }
      case OpenAct.Measure measure -> {
        if (!act.isRestore()) {
          AuthorityRules.mustBeVerified(state, event, context);
        }
        MeasureRules.approved(state, event, measure, context);
      }
      case OpenAct.Correction correction ->
          CorrectionRules.approved(state, event, correction, context);
    }
  }

  /** The items named that the request has, each once. */
  static List<Integer> known(
      RequestState state, Event event, List<Integer> ordinals, Context context) {
    Set<Integer> seen = new HashSet<>();
    for (int ordinal : ordinals) {
      if (state.item(ordinal) == null) {
        String most = "1 to " + state.items.size();
        context.breach(event, Rule.ITEM_UNKNOWN, most, "item " + ordinal);
      } else if (!seen.add(ordinal)) {
        context.breach(event, Rule.ITEM_REPEATED, "an item once", "item " + ordinal);
      }
    }
    return ordinals.stream().distinct().filter(seen::contains).toList();
  }

  static Item item(RequestState state, int ordinal) {
    return Objects.requireNonNull(state.item(ordinal), "looked up before");
  }

  static String of(int ordinal, Item item) {
    return "item " + ordinal + " stands " + item.stand;
  }
}
