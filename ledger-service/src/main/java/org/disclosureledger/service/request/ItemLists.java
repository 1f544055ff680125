package org.disclosureledger.service.request;

import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.request.event.RecordedItem;

/**
 * Cuts a request's items into lists that each fit one entry. An entry has 65,535 bytes, of which
 * base64url takes a quarter and the members around the items their share; the weights below are
 * bytes of JSON, rounded up.
 */
final class ItemLists {
  /** Leaves room for a hundred documents, which stand beside the first list. */
  private static final int ENTRY = 36_000;

  private static final int ITEM = 260;
  private static final int FIELD = 26;
  private static final int TARGET = 96;

  private final List<List<RecordedItem>> lists = new ArrayList<>();
  private List<RecordedItem> current = new ArrayList<>();
  private int room = ENTRY;

  private ItemLists() {}

  static List<List<RecordedItem>> of(List<RecordedItem> items) {
    ItemLists lists = new ItemLists();
    items.forEach(lists::add);
    lists.lists.add(List.copyOf(lists.current));
    return List.copyOf(lists.lists);
  }

  private void add(RecordedItem item) {
    int frame = ITEM + FIELD * item.fields().size();
    int listed = 0;
    do {
      if (room < frame + TARGET) {
        lists.add(List.copyOf(current));
        current = new ArrayList<>();
        room = ENTRY;
      }
      int fitting = Math.min(item.targets().size() - listed, (room - frame) / TARGET);
      current.add(item.withTargets(item.targets().subList(listed, listed + fitting)));
      listed += fitting;
      room -= frame + TARGET * fitting;
    } while (listed < item.targets().size());
  }
}
