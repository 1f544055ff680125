package org.disclosureledger.verifier.conduct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** What is approved lies within what was asked. */
final class AcceptanceRules {
  private AcceptanceRules() {}

  static void check(RequestState state, OpenAct.Acceptance acceptance, Objections objections) {
    List<Integer> named = acceptance.items().stream().map(OpenAct.ItemScope::item).toList();
    Set<Integer> left = new HashSet<>(ActRules.known(state, named, objections));
    for (OpenAct.ItemScope each : acceptance.items()) {
      if (left.remove(each.item())) {
        Item item = ActRules.item(state, each.item());
        scope(each, item, objections);
        stand(each.item(), item, objections);
        objections.notBefore(item.changedAt);
      }
    }
  }

  static void approved(RequestState state, Event event, OpenAct.Acceptance acceptance, Act act) {
    for (OpenAct.ItemScope each : acceptance.items()) {
      Item item = state.item(each.item());
      if (item != null) {
        item.approve(
            each.scope(),
            act == Act.EMERGENCY ? Item.Stand.EMERGENCY_APPROVED : Item.Stand.APPROVED,
            event.time());
      }
    }
  }

  private static void stand(int ordinal, Item item, Objections objections) {
    if (item.stand.isTerminal()) {
      objections.breach(Rule.ITEM_ANSWERED, "an open item", ActRules.of(ordinal, item));
    } else if (item.stand != Item.Stand.RECEIVED) {
      objections.breach(
          Rule.ITEM_NOT_PENDING, "an item not yet approved", ActRules.of(ordinal, item));
    }
  }

  private static void scope(OpenAct.ItemScope each, Item item, Objections objections) {
    Scope approved = each.scope();
    if (!approved.within(item.asked) || approved.records() > item.asked.records()) {
      objections.breach(
          Rule.ACCEPTANCE_SCOPE,
          "item %d within %s".formatted(each.item(), item.asked.besides(approved)),
          approved.besides(item.asked));
    }
  }
}
