package org.disclosureledger.verifier.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.verifier.conduct.EventData;
import org.disclosureledger.verifier.conduct.Unreadable;

/** What waits for its second person, as its entry and its lists say it. */
final class Prepared {
  private static final String CORRECTION = "correction";

  final UUID id;

  /** Such as {@code delivery}. */
  final String act;

  final EventData data;
  private final List<EventData> listed = new ArrayList<>(0);

  /** What a correction states of items, whole. */
  private final List<AskedItem> asked = new ArrayList<>(0);

  /**
   * @throws Unreadable if it states items that leave a place between their targets
   */
  Prepared(UUID id, String act, EventData data) {
    this.id = id;
    this.act = act;
    this.data = data;
    if (act.equals(CORRECTION) && data.has("changes")) {
      EventData changes = data.object("changes");
      asked.addAll(changes.has("items") ? AskedItem.all(changes.objects("items")) : List.of());
    }
  }

  /**
   * Goes on with a list.
   *
   * @throws Unreadable if that is an act of another kind, or it leaves a place
   */
  void list(String code, EventData list) {
    boolean own =
        switch (code) {
          case "scope.listed" -> act.equals("acceptance") || act.equals("emergency");
          case "delivery.listed" -> act.equals("delivery");
          default -> act.equals(CORRECTION);
        };
    if (!own) {
      throw new Unreadable("a list goes on with another act");
    }
    if (act.equals(CORRECTION)) {
      correct(AskedItem.all(list.objects("items")));
    } else {
      listed.add(list);
    }
  }

  /** The first of a list may go on with the last before it. */
  private void correct(List<AskedItem> more) {
    for (int i = 0; i < more.size(); i++) {
      AskedItem item = more.get(i);
      boolean goesOn = i == 0 && !asked.isEmpty() && asked.getLast().place() == item.place();
      asked.add(goesOn ? asked.removeLast().continued(item) : item);
    }
  }

  List<AskedItem> asked() {
    return asked;
  }

  /** Its items, and then those of each list. */
  List<List<EventData>> items() {
    List<List<EventData>> all = new ArrayList<>();
    if (data.has("items")) {
      all.add(data.objects("items"));
    }
    listed.forEach(list -> all.add(list.objects("items")));
    return all;
  }
}
