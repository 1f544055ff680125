package org.disclosureledger.verifier.conduct;

import org.disclosureledger.verifier.report.Rule;

/** An agency's own list beside the register: each row, and each request, is counted once. */
final class ReconciliationRules {
  private ReconciliationRules() {}

  static void recorded(Event event, Context context) {
    EventData data = event.data();
    TimeRules.days(event, data, context);
    long pairs = data.number("matched") + data.number("differing");
    long theirs = pairs + data.number("theirsOnly") + data.number("unmatchableTheirs");
    long listed = data.number("listed");
    if (listed != theirs) {
      context.breach(
          event, Rule.RECONCILIATION_SUM, "%,d rows".formatted(theirs), "%,d".formatted(listed));
      return;
    }
    // A request of a pair may have been received outside the period, and then is not counted.
    long ours = data.number("oursOnly") + data.number("unmatchableOurs");
    long registered = data.number("registered");
    if (registered < ours || registered > ours + pairs) {
      context.breach(
          event,
          Rule.RECONCILIATION_SUM,
          "%,d to %,d requests".formatted(ours, ours + pairs),
          "%,d".formatted(registered));
    }
  }
}
