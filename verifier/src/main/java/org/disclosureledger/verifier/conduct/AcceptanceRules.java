package org.disclosureledger.verifier.conduct;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** What is approved lies within what was asked. */
final class AcceptanceRules {
  private AcceptanceRules() {}

  static void approved(
      RequestState state, Event event, OpenAct.Acceptance acceptance, Act act, Context context) {
    List<Integer> named = acceptance.items().stream().map(OpenAct.ItemScope::item).toList();
    List<Integer> known = ActRules.known(state, event, named, context);
    for (OpenAct.ItemScope each : acceptance.items()) {
      if (known.contains(each.item())) {
        Item item = ActRules.item(state, each.item());
        scope(event, each, item, context);
        stand(event, each.item(), item, context);
        TimeRules.notBefore(event, item.changedAt, context);
        item.approve(
            each.scope(),
            act == Act.EMERGENCY ? Item.Stand.EMERGENCY_APPROVED : Item.Stand.APPROVED,
            event.time());
      }
    }
  }

  private static void stand(Event event, int ordinal, Item item, Context context) {
    if (item.stand.isTerminal()) {
      context.breach(event, Rule.ITEM_ANSWERED, "an open item", ActRules.of(ordinal, item));
    } else if (item.stand != Item.Stand.RECEIVED) {
      context.breach(
          event, Rule.ITEM_NOT_PENDING, "an item not yet approved", ActRules.of(ordinal, item));
    }
  }

  private static void scope(Event event, OpenAct.ItemScope each, Item item, Context context) {
    Scope approved = each.scope();
    if (!approved.within(item.asked) || approved.records() > item.asked.records()) {
      context.breach(
          event,
          Rule.ACCEPTANCE_SCOPE,
          "item %d within %s".formatted(each.item(), item.asked.besides(approved)),
          approved.besides(item.asked));
    }
  }
}
