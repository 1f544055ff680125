package org.disclosureledger.verifier.conduct;

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
        restored(event, ordinal, item, context);
      } else {
        taken(event, measure, item, context);
      }
    }
  }

  private static void restored(Event event, int ordinal, Item item, Context context) {
    if (item.stand != Item.Stand.IN_FORCE) {
      context.breach(
          event, Rule.MEASURE_NOT_IN_FORCE, "a measure in force", ActRules.of(ordinal, item));
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
      context.breach(
          event,
          Rule.MEASURE_SCOPE,
          "item %d within %s".formatted(measure.item(), approved.targets()),
          measure.targets().toString());
    }
    item.stand = Item.Stand.IN_FORCE;
  }
}
