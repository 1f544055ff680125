package org.disclosureledger.verifier.conduct;

import java.util.List;
import org.disclosureledger.verifier.report.Rule;

/** Items, targets and documents are numbered from 1 without gaps. */
final class NumberingRules {
  private NumberingRules() {}

  /** request.recorded and items.listed; the first of a list may go on with the last item before. */
  static void listed(RequestState state, Event event, Context context) {
    boolean first = true;
    for (EventData item : event.data().objects("items")) {
      int ordinal = item.ordinal("ordinal");
      Item last = state.items.isEmpty() ? null : state.items.getLast();
      if (first && last != null && ordinal == state.items.size()) {
        goesOn(event, last, ordinal, item, context);
      } else {
        int expected = state.items.size() + 1;
        if (ordinal != expected) {
          context.breach(event, Rule.ITEM_NUMBERING, "item " + expected, "item " + ordinal);
        }
        state.items.add(read(event, ordinal, item, context));
      }
      first = false;
    }
  }

  /** Items in their full new content; the first of a list may go on with the one before. */
  static void corrected(
      RequestState state, Event event, List<List<EventData>> lists, Context context) {
    int last = 0;
    for (List<EventData> list : lists) {
      boolean first = true;
      for (EventData data : list) {
        int ordinal = data.ordinal("ordinal");
        Item item = state.item(ordinal);
        if (first && item != null && ordinal == last) {
          goesOn(event, item, ordinal, data, context);
        } else {
          corrected(state, event, data, context);
        }
        last = ordinal;
        first = false;
      }
    }
  }

  private static void goesOn(Event event, Item item, int ordinal, EventData data, Context context) {
    int targets = targets(event, ordinal, item.asked.targets().count() + 1, data, context);
    item.asked = asked(targets, data);
  }

  /** In the place of an item or behind the last. */
  private static void corrected(RequestState state, Event event, EventData data, Context context) {
    int ordinal = data.ordinal("ordinal");
    Item changed = read(event, ordinal, data, context);
    Item item = state.item(ordinal);
    if (item != null) {
      item.kind = changed.kind;
      item.asked = changed.asked;
      item.receivedAnew();
      return;
    }
    int expected = state.items.size() + 1;
    if (ordinal != expected) {
      context.breach(
          event, Rule.ITEM_NUMBERING, "item " + expected + " at most", "item " + ordinal);
    }
    state.items.add(changed);
  }

  static void documents(Event event, Context context) {
    int expected = 1;
    for (EventData document : event.data().objects("documents")) {
      int ordinal = document.ordinal("ordinal");
      if (ordinal != expected) {
        context.breach(
            event, Rule.DOCUMENT_NUMBERING, "document " + expected, "document " + ordinal);
        return;
      }
      expected++;
    }
  }

  private static Item read(Event event, int ordinal, EventData data, Context context) {
    int targets = targets(event, ordinal, 1, data, context);
    return new Item(data.code("kind", Item.Kind.class), asked(targets, data));
  }

  private static Scope asked(int targets, EventData data) {
    return new Scope(
        Targets.first(targets),
        Scope.fields(data),
        Period.optional(data),
        data.number("maximumRecords", Scope.UNLIMITED));
  }

  /** The last ordinal. */
  private static int targets(Event event, int item, int from, EventData data, Context context) {
    int expected = from;
    List<EventData> targets = data.objects("targets");
    boolean told = false;
    for (EventData target : targets) {
      int ordinal = target.ordinal("ordinal");
      if (ordinal != expected && !told) {
        String where = " of item " + item;
        context.breach(
            event, Rule.TARGET_NUMBERING, "target " + expected + where, "target " + ordinal);
        told = true;
      }
      expected++;
    }
    return expected - 1;
  }
}
