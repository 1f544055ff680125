package org.disclosureledger.verifier.figures;

import java.util.List;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;

/**
 * An item as an entry states it, or what goes on with one. Items and their targets are named by
 * their places, from 1, and none is left out (REPORTS §2.1).
 *
 * @param last place of its last target; 0 without any
 */
record AskedItem(int place, String kind, int targets, int last) {

  /**
   * @throws Unreadable if it leaves a place between its targets
   */
  private static AskedItem of(EventData item) {
    int[] places =
        item.objects("targets").stream()
            .mapToInt(target -> target.ordinal("ordinal"))
            .sorted()
            .toArray();
    for (int i = 1; i < places.length; i++) {
      mustBe(places[i] == places[i - 1] + 1);
    }
    int last = places.length == 0 ? 0 : places[places.length - 1];
    return new AskedItem(item.ordinal("ordinal"), item.text("kind"), places.length, last);
  }

  /**
   * @throws Unreadable if one leaves a place between its targets
   */
  static List<AskedItem> all(List<EventData> items) {
    return items.stream().map(AskedItem::of).toList();
  }

  /**
   * @throws Unreadable unless it begins with its first target
   */
  void mustBegin() {
    mustGoOn(0);
  }

  /**
   * @param before the last target of what it goes on with
   * @throws Unreadable unless its own come behind that
   */
  void mustGoOn(int before) {
    mustBe(targets == 0 || last - targets == before);
  }

  AskedItem continued(AskedItem more) {
    more.mustGoOn(last);
    return new AskedItem(place, kind, targets + more.targets, more.targets == 0 ? last : more.last);
  }

  /**
   * @throws Unreadable unless it holds
   */
  static void mustBe(boolean goesOn) {
    if (!goesOn) {
      throw new Unreadable("a place is left between items or targets");
    }
  }
}
