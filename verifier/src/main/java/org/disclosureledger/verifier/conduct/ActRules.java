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
        new OpenAct(
            act,
            event.id(),
            event.actor(),
            event.time(),
            OpenAct.read(act, event.id(), event.data()));
    OpenAct waiting = state.open.first();
    if (waiting != null) {
      String expected = "a decision on " + waiting.id();
      context.breach(event, Rule.ACT_OPEN, expected, event.type().code());
    }
    for (Period period : opened.periods()) {
      if (!TimeRules.inOrder(event, period, context)) {
        break;
      }
    }
    if (opened.content() instanceof OpenAct.Correction correction) {
      CorrectionRules.prepared(state, event, correction, context);
    }
    ActLists.begin(state, event, opened);
    state.open.add(opened);
    if (act == Act.DELIVERY) {
      state.proposed(event.id());
    }
    if (event.data().number("lists", 0) == 0) {
      judge(state, event, context);
    } else {
      state.unjudged = event;
    }
  }

  /** No more lists follow: all that was prepared is told. */
  static void complete(RequestState state, Context context) {
    Event prepared = state.unjudged;
    if (prepared != null) {
      state.unjudged = null;
      judge(state, prepared, context);
    }
  }

  private static void judge(RequestState state, Event event, Context context) {
    OpenAct act = state.open.find(event.id());
    if (act == null) {
      return;
    }
    Objections objections = Objections.to(event, context);
    check(state, act, objections);
    if (act.content() instanceof OpenAct.Correction correction) {
      CorrectionRules.severity(state, event, correction, context);
    }
    state.flawed(act.id(), objections.raised());
  }

  private static void decided(RequestState state, Event event, Act act, Context context) {
    UUID prepared = event.data().uuid("prepared");
    OpenAct open = state.open.find(prepared);
    if (open == null || open.act() != act) {
      String found = event.type().code() + " of " + prepared;
      context.breach(event, Rule.ACT_NOT_OPEN, "the id of an act that stands open", found);
      return;
    }
    Flaws before = state.flaws(prepared);
    state.settle(open);
    if (act == Act.DELIVERY && event.type().step() == Step.RETURNED) {
      state.proposed(event.id());
    }
    FourEyes.decides(event, open.actor(), open.time(), context);
    context.tally.acts++;
    if (event.type().step() == Step.APPROVED) {
      if (act != Act.REFUSAL) {
        // Else an act claimed to be older could bring an older check of authority back.
        TimeRules.notBefore(event, state.authorityAt, context);
      }
      check(state, open, Objections.toSecond(event, before, context));
      approved(state, event, open, context);
    }
  }

  /** What either step is judged by, as the request stands then. */
  private static void check(RequestState state, OpenAct act, Objections objections) {
    ClarificationRules.mustNotWait(state, act, objections);
    switch (act.content()) {
      case OpenAct.Acceptance acceptance -> {
        AuthorityRules.mustBeVerified(state, objections);
        if (act.act() == Act.EMERGENCY) {
          DocumentRules.mustBeSigned(state, objections);
          EmergencyRules.accepted(state, objections);
        } else {
          EmergencyRules.acceptedAsOrdinary(state, objections);
        }
        AcceptanceRules.check(state, acceptance, objections);
      }
      case OpenAct.Items items -> {
        if (act.act() == Act.NODATA) {
          AuthorityRules.mustBeVerified(state, objections);
        }
        AnswerRules.check(state, act.act(), items.items(), objections);
      }
      case OpenAct.Extension extension -> {
        ClosingRules.mustBeOpen(state, objections);
        DeadlineRules.mayExtend(state, extension, objections);
      }
      case OpenAct.Delivery delivery -> {
        AuthorityRules.mustBeVerified(state, objections);
        DeliveryRules.check(state, delivery, objections);
      }
      case OpenAct.Measure measure -> {
        if (!act.isRestore()) {
          AuthorityRules.mustBeVerified(state, objections);
        }
        MeasureRules.check(state, measure, objections);
      }
      case OpenAct.Correction correction -> CorrectionRules.check(state, correction, objections);
    }
  }

  /** What it changes, allowed or not: later events are judged by what was done. */
  private static void approved(RequestState state, Event event, OpenAct act, Context context) {
    switch (act.content()) {
      case OpenAct.Acceptance acceptance ->
          AcceptanceRules.approved(state, event, acceptance, act.act());
      case OpenAct.Items items ->
          AnswerRules.withoutData(state, event, act.act(), items.items(), context);
      case OpenAct.Extension extension -> DeadlineRules.extended(state, event, extension);
      case OpenAct.Delivery delivery -> DeliveryRules.dispatched(state, event, delivery);
      case OpenAct.Measure measure -> MeasureRules.approved(state, event, measure);
      case OpenAct.Correction correction ->
          CorrectionRules.approved(state, event, correction, context);
    }
  }

  /** The items named that the request has, each once. */
  static List<Integer> known(RequestState state, List<Integer> ordinals, Objections objections) {
    Set<Integer> seen = new HashSet<>();
    for (int ordinal : ordinals) {
      if (state.item(ordinal) == null) {
        String most = "1 to " + state.items.size();
        objections.breach(Rule.ITEM_UNKNOWN, most, "item " + ordinal);
      } else if (!seen.add(ordinal)) {
        objections.breach(Rule.ITEM_REPEATED, "an item once", "item " + ordinal);
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
