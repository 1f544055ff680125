package org.disclosureledger.verifier.conduct;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.verifier.report.Rule;

/** A correction that one entry has no room for goes on in lists, all in one append. */
final class CorrectionLists {
  private CorrectionLists() {}

  /** correction.prepared: whether any list is to follow. */
  static boolean begin(RequestState state, Event event) {
    // The first version had no lists.
    long lists = event.data().number("lists", 0);
    if (lists > 0) {
      state.listing = new RequestState.Listing(event.place(), event.id(), event.actor(), 1, lists);
    }
    return lists > 0;
  }

  /** correction.listed: in the append of the correction, by whom has prepared it. */
  static void listed(RequestState state, Event event, Context context) {
    UUID prepared = event.data().uuid("prepared");
    long list = event.data().number("list");
    RequestState.Listing awaited = state.listing;
    OpenAct act = state.open.find(prepared);
    if (awaited == null
        || act == null
        || !(act.content() instanceof OpenAct.Correction correction)
        || !awaited.prepared().equals(prepared)
        || !awaited.actor().equals(event.actor())
        || awaited.next() != list) {
      String expected =
          awaited == null
              ? "no list"
              : "list %d of %s by %s"
                  .formatted(awaited.next(), awaited.prepared(), awaited.actor());
      String found = "list %d of %s by %s".formatted(list, prepared, event.actor());
      context.breach(event, Rule.CORRECTION_LIST_STRAY, expected, found);
      return;
    }
    List<EventData> items = event.data().objects("items");
    state.open.replace(act, act.with(with(event, correction.items(), items, context)));
    state.listing =
        list == awaited.last()
            ? null
            : new RequestState.Listing(
                awaited.place(), prepared, awaited.actor(), list + 1, awaited.last());
  }

  /** Something else follows, or nothing: are all lists there? */
  static void complete(RequestState state, Context context) {
    RequestState.Listing awaited = state.listing;
    if (awaited != null) {
      state.listing = null;
      context.breach(
          awaited.place(),
          Rule.CORRECTION_LIST_MISSING,
          "%d lists behind it".formatted(awaited.last()),
          "%d".formatted(awaited.next() - 1));
    }
  }

  /** What was told before with an entry's items, the first of which may go on with the last. */
  static List<OpenAct.Corrected> with(
      Event event, List<OpenAct.Corrected> before, List<EventData> items, Context context) {
    List<OpenAct.Corrected> all = new ArrayList<>(before);
    Set<Integer> seen = new HashSet<>();
    before.forEach(item -> seen.add(item.ordinal()));
    boolean mayGoOn = !before.isEmpty();
    boolean inOrder = true;
    for (EventData data : items) {
      int ordinal = data.ordinal("ordinal");
      if (mayGoOn && all.getLast().ordinal() == ordinal) {
        all.add(goesOn(event, all.removeLast(), data, context));
      } else {
        NumberingRules.targets(event, ordinal, 1, data, context);
        if (!seen.add(ordinal)) {
          context.breach(event, Rule.ITEM_REPEATED, "an item once", "item " + ordinal);
        }
        OpenAct.Corrected item = OpenAct.Corrected.of(data, 0);
        inOrder = inOrder && TimeRules.inOrder(event, item.asked().period(), context);
        // No request has more, so that no ledger can fill the memory.
        if (all.size() < Targets.MOST) {
          all.add(item);
        }
      }
      mayGoOn = false;
    }
    return List.copyOf(all);
  }

  /** With further targets of the same, and nothing else about it told otherwise. */
  private static OpenAct.Corrected goesOn(
      Event event, OpenAct.Corrected last, EventData data, Context context) {
    int before = last.asked().targets().count();
    NumberingRules.targets(event, last.ordinal(), before + 1, data, context);
    OpenAct.Corrected more = OpenAct.Corrected.of(data, before);
    if (more.kind() != last.kind()
        || !more.asked().equals(last.asked().of(more.asked().targets()))) {
      context.breach(
          event,
          Rule.ITEM_DIFFERS,
          "item %d as it began".formatted(last.ordinal()),
          more.asked().besides(last.asked()));
    }
    return more;
  }
}
