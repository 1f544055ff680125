package org.disclosureledger.verifier.conduct;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** Answers without data: refusal, which needs no approval of the item, and no data, which does. */
final class AnswerRules {
  private AnswerRules() {}

  static void check(RequestState state, Act act, List<Integer> ordinals, Objections objections) {
    for (int ordinal : ActRules.known(state, ordinals, objections)) {
      Item item = ActRules.item(state, ordinal);
      if (item.stand.isTerminal()) {
        objections.breach(Rule.ITEM_ANSWERED, "an open item", ActRules.of(ordinal, item));
      } else if (act == Act.NODATA && !isApprovedOnly(item)) {
        objections.breach(Rule.ITEM_NOT_APPROVED, "an approved item", ActRules.of(ordinal, item));
      }
      objections.notBefore(item.changedAt);
    }
  }

  static void withoutData(
      RequestState state, Event event, Act act, List<Integer> ordinals, Context context) {
    if (act == Act.REFUSAL) {
      EmergencyRules.overdue(state, context);
    }
    for (int ordinal : ordinals) {
      Item item = state.item(ordinal);
      if (item != null) {
        item.end(act == Act.NODATA ? Item.Stand.NO_DATA : Item.Stand.REJECTED, event.time());
      }
    }
  }

  /** obstacle.reported: of what still waits. */
  static void obstacle(RequestState state, Event event, Context context) {
    List<Integer> named = event.data().ordinals("items");
    Objections objections = Objections.to(event, context);
    for (int ordinal : ActRules.known(state, named, objections)) {
      Item item = ActRules.item(state, ordinal);
      if (item.stand.isTerminal()) {
        objections.breach(Rule.NO_OPEN_ITEM, "an open item", ActRules.of(ordinal, item));
      }
    }
  }

  /** Where a part was handed over there was data. */
  private static boolean isApprovedOnly(Item item) {
    return item.stand == Item.Stand.APPROVED || item.stand == Item.Stand.EMERGENCY_APPROVED;
  }
}
