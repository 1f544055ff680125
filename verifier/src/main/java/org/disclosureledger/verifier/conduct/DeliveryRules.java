package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;
import org.jspecify.annotations.Nullable;

/** What is handed over lies within what was approved, all parts together; and what became of it. */
final class DeliveryRules {
  private DeliveryRules() {}

  static void check(RequestState state, OpenAct.Delivery delivery, Objections objections) {
    List<Integer> named = delivery.parts().stream().map(OpenAct.Part::item).toList();
    Set<Integer> left = new HashSet<>(ActRules.known(state, named, objections));
    for (OpenAct.Part part : delivery.parts()) {
      if (left.remove(part.item())) {
        Item item = ActRules.item(state, part.item());
        check(part, item, objections);
        objections.notBefore(item.changedAt);
      }
    }
  }

  static void dispatched(RequestState state, Event event, OpenAct.Delivery delivery) {
    for (OpenAct.Part part : delivery.parts()) {
      Item item = state.item(part.item());
      if (item != null) {
        item.parts++;
        item.handedOver++;
        item.delivered += part.scope().records();
        item.end(part.last() ? Item.Stand.DISCLOSED : Item.Stand.PARTIAL, event.time());
      }
    }
    state.given = true;
    state.dispatched(new Dispatch(event.id(), event.time(), delivery.parts()), delivery.entries());
  }

  private static void check(OpenAct.Part part, Item item, Objections objections) {
    if (part.part() != item.parts + 1L) {
      objections.breach(
          Rule.DELIVERY_PART,
          "part %d of item %d".formatted(item.parts + 1, part.item()),
          "part " + part.part());
    }
    if (item.kind.isAnsweredByMeasure()) {
      objections.breach(Rule.MEASURE_KIND, "a measure", "a delivery for " + item.kind);
      return;
    }
    Scope approved = item.approved;
    if (item.stand.isTerminal()) {
      objections.breach(Rule.ITEM_ANSWERED, "an open item", ActRules.of(part.item(), item));
    } else if (approved == null) {
      objections.breach(Rule.ITEM_NOT_APPROVED, "an approved item", ActRules.of(part.item(), item));
    } else {
      within(part, item, approved, objections);
    }
  }

  private static void within(OpenAct.Part part, Item item, Scope approved, Objections objections) {
    Scope scope = part.scope();
    if (!scope.within(approved)) {
      objections.breach(
          Rule.DELIVERY_SCOPE,
          "item %d within %s".formatted(part.item(), approved.besides(scope)),
          scope.besides(approved));
    }
    if (scope.records() > approved.records() - item.delivered) {
      objections.breach(
          Rule.DELIVERY_COUNT,
          "item %d: at most %,d records".formatted(part.item(), approved.records()),
          "%,d after %,d".formatted(scope.records(), item.delivered));
    }
    boolean closesParts = part.last() && item.isGivenInPart();
    if (scope.records() == 0 && !closesParts) {
      objections.breach(Rule.DELIVERY_EMPTY, "a record of item " + part.item(), "no record at all");
    }
  }

  /** delivery.acknowledged and delivery.failed. */
  static void received(RequestState state, Event event, boolean failed, Context context) {
    UUID delivery = event.data().uuid("delivery");
    Dispatch dispatch = state.dispatch(delivery);
    if (dispatch == null || dispatch.receipted) {
      String expected = dispatch == null ? "a dispatched delivery" : "one receipt a delivery";
      context.breach(event, Rule.RECEIPT_DELIVERY, expected, delivery.toString());
      return;
    }
    dispatch.receipted = true;
    state.receipted(event.id());
    dispatch.failed = failed;
    TimeRules.notBefore(event, dispatch.time, context);
    if (failed) {
      boolean answered = state.isAnswered();
      dispatch.forEach(
          (item, part, records) -> undelivered(state.item(item), part, records, event.time()));
      if (answered && !state.isAnswered()) {
        state.openedAt = event.place().leaf();
      }
    }
  }

  /**
   * A part is missing now, so what it had answered is open again; whatever else answered it stays,
   * and so does an item approved anew since.
   */
  private static void undelivered(@Nullable Item item, long part, long records, Instant at) {
    if (item != null) {
      item.handedOver--;
    }
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
