package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.verifier.report.Rule;

/** Suspension, preservation and takedown of what was approved for them, and giving back. */
final class MeasureRules {
  private MeasureRules() {}

  static void check(RequestState state, OpenAct.Measure measure, Objections objections) {
    for (int ordinal : ActRules.known(state, List.of(measure.item()), objections)) {
      Item item = ActRules.item(state, ordinal);
      if (measure.measure() == OpenAct.MeasureKind.RESTORE) {
        givesBack(measure, item, objections);
      } else {
        takes(measure, item, objections);
      }
      objections.notBefore(item.changedAt);
    }
  }

  static void approved(RequestState state, Event event, OpenAct.Measure measure) {
    state.given = true;
    Item item = state.item(measure.item());
    if (item == null) {
      return;
    }
    boolean restored = measure.measure() == OpenAct.MeasureKind.RESTORE;
    if (!restored) {
      item.taken = measure.targets();
    }
    item.end(restored ? Item.Stand.LIFTED : Item.Stand.IN_FORCE, event.time());
  }

  private static void givesBack(OpenAct.Measure measure, Item item, Objections objections) {
    Targets taken = item.taken;
    Targets given = measure.targets();
    if (item.stand != Item.Stand.IN_FORCE || taken == null) {
      String found = ActRules.of(measure.item(), item);
      objections.breach(Rule.MEASURE_NOT_IN_FORCE, "a measure in force", found);
    } else if (!taken.within(given)) {
      // The item ends as a whole, so nobody it was done to may be forgotten.
      objections.breach(Rule.MEASURE_LEFT, taken.toString(), given.toString());
    } else if (!given.within(taken)) {
      objections.breach(
          Rule.MEASURE_SCOPE, "item %d within %s".formatted(measure.item(), taken), given + "");
    } else if (item.approved != null && !given.within(item.approved.targets())) {
      scope(measure, item.approved, objections);
    }
  }

  private static void takes(OpenAct.Measure measure, Item item, Objections objections) {
    String found = ActRules.of(measure.item(), item);
    Scope approved = item.approved;
    if (!measure.measure().fits(item.kind)) {
      String pair = measure.measure() + " for " + item.kind;
      objections.breach(Rule.MEASURE_KIND, "an item of that kind", pair);
    } else if (item.stand.isTerminal()) {
      objections.breach(Rule.ITEM_ANSWERED, "an open item", found);
    } else if (approved == null) {
      objections.breach(Rule.ITEM_NOT_APPROVED, "an approved item", found);
    } else if (!measure.targets().within(approved.targets())) {
      scope(measure, approved, objections);
    } else if (!measure.within(approved.period())) {
      Instant until = measure.until();
      objections.breach(
          Rule.MEASURE_PERIOD,
          "item %d within %s".formatted(measure.item(), approved.period()),
          Shown.time(measure.from()) + " to " + (until == null ? "no end" : Shown.time(until)));
    }
  }

  private static void scope(OpenAct.Measure measure, Scope approved, Objections objections) {
    objections.breach(
        Rule.MEASURE_SCOPE,
        "item %d within %s".formatted(measure.item(), approved.targets()),
        measure.targets().toString());
  }
}
