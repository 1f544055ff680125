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
      } else if (state.items.size() < Targets.MOST) {
        int expected = state.items.size() + 1;
        if (ordinal != expected) {
          context.breach(event, Rule.ITEM_NUMBERING, "item " + expected, "item " + ordinal);
        }
        state.items.add(read(event, ordinal, item, context));
      }
      first = false;
    }
  }

  /** An item's full new content, in the place of an item or behind the last. */
  static void corrected(RequestState state, Event event, OpenAct.Corrected changed) {
    Item item = state.item(changed.ordinal());
    if (item != null) {
      item.kind = changed.kind();
      item.asked = changed.asked();
      item.receivedAnew(event.time());
    } else if (state.items.size() < Targets.MOST) {
      state.items.add(new Item(changed.kind(), changed.asked(), event.time()));
    }
  }

  /** With further targets of the same, and nothing else about it told otherwise. */
  private static void goesOn(Event event, Item last, int ordinal, EventData data, Context context) {
    int before = last.asked.targets().count();
    int targets = targets(event, ordinal, before + 1, data, context);
    Scope more = Scope.asked(Math.min(targets, Targets.MOST), data);
    boolean same = data.code("kind", Item.Kind.class) == last.kind;
    if (!same || !more.equals(last.asked.of(more.targets()))) {
      context.breach(
          event,
          Rule.ITEM_DIFFERS,
          "item %d as it began".formatted(ordinal),
          same ? more.besides(last.asked.of(more.targets())) : "another kind");
    }
    last.asked = last.asked.of(more.targets());
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
    Scope asked = Scope.asked(targets, data);
    TimeRules.inOrder(event, asked.period(), context);
    return new Item(data.code("kind", Item.Kind.class), asked, event.time());
  }

  /** The last ordinal. */
  static int targets(Event event, int item, int from, EventData data, Context context) {
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
