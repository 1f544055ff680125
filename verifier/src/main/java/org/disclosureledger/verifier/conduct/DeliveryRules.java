package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What is handed over lies within what was approved, all parts together; and what became of it. */
final class DeliveryRules {
  private DeliveryRules() {}

  static void dispatched(
      RequestState state, Event event, OpenAct.Delivery delivery, Context context) {
    List<Integer> named = delivery.parts().stream().map(OpenAct.Part::item).toList();
    List<Integer> known = ActRules.known(state, event, named, context);
    for (OpenAct.Part part : delivery.parts()) {
      if (known.contains(part.item())) {
        Item item = ActRules.item(state, part.item());
        check(event, part, item, context);
        TimeRules.notBefore(event, item.changedAt, context);
        item.parts++;
        item.delivered += part.scope().records();
        item.end(part.last() ? Item.Stand.DISCLOSED : Item.Stand.PARTIAL, event.time());
      }
    }
    state.given = true;
    state.dispatched(new RequestState.Dispatch(event.id(), event.time(), delivery.parts()));
  }

  private static void check(Event event, OpenAct.Part part, Item item, Context context) {
    if (part.part() != item.parts + 1L) {
      context.breach(
          event,
          Rule.DELIVERY_PART,
          "part %d of item %d".formatted(item.parts + 1, part.item()),
          "part " + part.part());
    }
    if (item.kind.isAnsweredByMeasure()) {
      context.breach(event, Rule.MEASURE_KIND, "a measure", "a delivery for " + item.kind);
      return;
    }
    Scope approved = item.approved;
    if (item.stand.isTerminal()) {
      context.breach(event, Rule.ITEM_ANSWERED, "an open item", ActRules.of(part.item(), item));
    } else if (approved == null) {
      context.breach(
          event, Rule.ITEM_NOT_APPROVED, "an approved item", ActRules.of(part.item(), item));
    } else {
      within(event, part, item, approved, context);
    }
  }

  private static void within(
      Event event, OpenAct.Part part, Item item, Scope approved, Context context) {
    Scope scope = part.scope();
    if (!scope.within(approved)) {
      context.breach(
          event,
          Rule.DELIVERY_SCOPE,
          "item %d within %s".formatted(part.item(), approved.besides(scope)),
          scope.besides(approved));
    }
    if (scope.records() > approved.records() - item.delivered) {
      context.breach(
          event,
          Rule.DELIVERY_COUNT,
          "item %d: at most %,d records".formatted(part.item(), approved.records()),
          "%,d after %,d".formatted(scope.records(), item.delivered));
    }
    boolean closesParts = part.last() && item.isGivenInPart();
    if (scope.records() == 0 && !closesParts) {
      context.breach(
          event, Rule.DELIVERY_EMPTY, "a record of item " + part.item(), "no record at all");
    }
  }

  /** delivery.acknowledged and delivery.failed. */
  static void received(RequestState state, Event event, boolean failed, Context context) {
    UUID delivery = event.data().uuid("delivery");
    RequestState.Dispatch dispatch = state.dispatch(delivery);
    if (dispatch == null || dispatch.receipted) {
      String expected = dispatch == null ? "a dispatched delivery" : "one receipt a delivery";
      context.breach(event, Rule.RECEIPT_DELIVERY, expected, delivery.toString());
      return;
    }
    dispatch.receipted = true;
    TimeRules.notBefore(event, dispatch.time, context);
    if (failed) {
      dispatch.forEach(
          (item, part, records) -> undelivered(state.item(item), part, records, event.time()));
    }
  }

  /**
   * A part is missing now, so what it had answered is open again; whatever else answered it stays,
   * and so does an item approved anew since.
   */
  private static void undelivered(@Nullable Item item, long part, long records, Instant at) {
    if (item == null || part <= item.earlierParts) {
      return;
    }
    item.delivered -= records;
    item.failedParts++;
    boolean byDelivery = item.stand == Item.Stand.DISCLOSED || item.stand == Item.Stand.PARTIAL;
    if (byDelivery) {
      // A failure noted late takes no later change back.
      Instant changed = at.isAfter(item.changedAt) ? at : item.changedAt;
      item.end(item.isGivenInPart() ? Item.Stand.PARTIAL : Item.Stand.APPROVED, changed);
    }
  }
}
