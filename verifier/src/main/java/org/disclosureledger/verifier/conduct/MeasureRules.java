package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.verifier.report.Rule;

/** Suspension, preservation and takedown of what was approved for them, and giving back. */
final class MeasureRules {
  private MeasureRules() {}

  static void approved(RequestState state, Event event, OpenAct.Measure measure, Context context) {
    state.given = true;
    for (int ordinal : ActRules.known(state, event, List.of(measure.item()), context)) {
      Item item = ActRules.item(state, ordinal);
      if (measure.measure() == OpenAct.MeasureKind.RESTORE) {
        restored(event, measure, item, context);
      } else {
        taken(event, measure, item, context);
      }
      TimeRules.notBefore(event, item.changedAt, context);
      item.changedAt = event.time();
    }
  }

  private static void restored(Event event, OpenAct.Measure measure, Item item, Context context) {
    Targets taken = item.taken;
    Targets given = measure.targets();
    if (item.stand != Item.Stand.IN_FORCE || taken == null) {
      String found = ActRules.of(measure.item(), item);
      context.breach(event, Rule.MEASURE_NOT_IN_FORCE, "a measure in force", found);
    } else if (!taken.within(given)) {
      // The item ends as a whole, so nobody it was done to may be forgotten.
      context.breach(event, Rule.MEASURE_LEFT, taken.toString(), given.toString());
    } else if (item.approved != null && !given.within(item.approved.targets())) {
      scope(event, measure, item.approved, context);
    }
    item.stand = Item.Stand.LIFTED;
  }

  private static void taken(Event event, OpenAct.Measure measure, Item item, Context context) {
    String found = ActRules.of(measure.item(), item);
    Scope approved = item.approved;
    if (!measure.measure().fits(item.kind)) {
      String pair = measure.measure() + " for " + item.kind;
      context.breach(event, Rule.MEASURE_KIND, "an item of that kind", pair);
    } else if (item.stand.isTerminal()) {
      context.breach(event, Rule.ITEM_ANSWERED, "an open item", found);
    } else if (approved == null) {
      context.breach(event, Rule.ITEM_NOT_APPROVED, "an approved item", found);
    } else if (!measure.targets().within(approved.targets())) {
      scope(event, measure, approved, context);
    } else if (!measure.within(approved.period())) {
      Instant until = measure.until();
      context.breach(
          event,
          Rule.MEASURE_PERIOD,
          "item %d within %s".formatted(measure.item(), approved.period()),
          Shown.time(measure.from()) + " to " + (until == null ? "no end" : Shown.time(until)));
    }
    item.taken = measure.targets();
    item.stand = Item.Stand.IN_FORCE;
  }

  private static void scope(Event event, OpenAct.Measure measure, Scope approved, Context context) {
    context.breach(
        event,
        Rule.MEASURE_SCOPE,
        "item %d within %s".formatted(measure.item(), approved.targets()),
        measure.targets().toString());
  }
}
