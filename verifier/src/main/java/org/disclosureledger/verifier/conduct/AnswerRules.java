package org.disclosureledger.verifier.conduct;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventType.Act;
import org.disclosureledger.verifier.report.Rule;

/** Answers without data: refusal, which needs no approval of the item, and no data, which does. */
final class AnswerRules {
  private AnswerRules() {}

  static void withoutData(
      RequestState state, Event event, Act act, List<Integer> ordinals, Context context) {
    for (int ordinal : ActRules.known(state, event, ordinals, context)) {
      Item item = ActRules.item(state, ordinal);
      if (item.stand.isTerminal()) {
        context.breach(event, Rule.ITEM_ANSWERED, "an open item", ActRules.of(ordinal, item));
      } else if (act == Act.NODATA && !isApprovedOnly(item)) {
        context.breach(
            event, Rule.ITEM_NOT_APPROVED, "an approved item", ActRules.of(ordinal, item));
      }
      item.stand = act == Act.NODATA ? Item.Stand.NO_DATA : Item.Stand.REJECTED;
    }
  }

  /** Where a part was handed over there was data. */
  private static boolean isApprovedOnly(Item item) {
    return item.stand == Item.Stand.APPROVED || item.stand == Item.Stand.EMERGENCY_APPROVED;
  }
}
