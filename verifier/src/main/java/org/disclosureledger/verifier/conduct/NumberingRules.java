package org.disclosureledger.verifier.conduct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        last.asked = continued(event, ordinal, last.kind, last.asked, item, context);
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
  static void corrected(
      RequestState state, Event event, OpenAct.Corrected changed, Context context) {
    int ordinal = changed.ordinal();
    Item item = state.item(ordinal);
    if (item != null) {
      item.kind = changed.kind();
      item.asked = changed.asked();
      item.receivedAnew(event.time());
      return;
    }
    int expected = state.items.size() + 1;
    if (ordinal != expected) {
      context.breach(
          event, Rule.ITEM_NUMBERING, "item " + expected + " at most", "item " + ordinal);
    }
    if (state.items.size() < Targets.MOST) {
      state.items.add(new Item(changed.kind(), changed.asked(), event.time()));
    }
  }

  /** What was asked with further targets of the same, and nothing else about it told otherwise. */
  private static Scope continued(
      Event event, int ordinal, Item.Kind kind, Scope asked, EventData data, Context context) {
    int before = asked.targets().count();
    int targets = targets(event, ordinal, before + 1, data, context);
    Scope more = Scope.asked(Math.min(targets, Targets.MOST), data);
    Scope all = asked.of(more.targets());
    boolean same = data.code("kind", Item.Kind.class) == kind;
    if (!same || !more.equals(all)) {
      context.breach(
          event,
          Rule.ITEM_DIFFERS,
          "item %d as it began".formatted(ordinal),
          same ? more.besides(all) : "another kind");
    }
    return all;
  }

  /** Items in their full new content; the first of a further list may go on with the one before. */
  static List<OpenAct.Corrected> correctedIn(
      Event event, List<OpenAct.Corrected> before, List<EventData> items, Context context) {
    List<OpenAct.Corrected> all = new ArrayList<>(before);
    Set<Integer> seen = new HashSet<>();
    before.forEach(item -> seen.add(item.ordinal()));
    boolean goesOn = !before.isEmpty();
    for (EventData data : items) {
      int ordinal = data.ordinal("ordinal");
      if (goesOn && all.getLast().ordinal() == ordinal) {
        OpenAct.Corrected last = all.removeLast();
        Scope asked = continued(event, ordinal, last.kind(), last.asked(), data, context);
        all.add(new OpenAct.Corrected(ordinal, last.kind(), asked));
      } else {
        if (!seen.add(ordinal)) {
          context.breach(event, Rule.ITEM_REPEATED, "an item once", "item " + ordinal);
        }
        Item item = read(event, ordinal, data, context);
        all.add(new OpenAct.Corrected(ordinal, item.kind, item.asked));
      }
      goesOn = false;
    }
    return List.copyOf(all);
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
