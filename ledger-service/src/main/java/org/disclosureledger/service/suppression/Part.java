package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts that hang together by sums. */
final class Part {
  private final List<String> names;
  private final List<String> asked;
  private final List<SumWorlds.Adding> sums = new ArrayList<>();

  /** Those that are part of nothing; they are always told. */
  private final List<String> heads;

  private final Map<List<Values>, View> opened = new HashMap<>();

  Part(CountTable table, Set<String> connected) {
    names = table.names().stream().filter(connected::contains).toList();
    for (CountTable.Sum sum : table.sums()) {
      if (connected.contains(sum.total())) {
        sums.add(
            new SumWorlds.Adding(
                names.indexOf(sum.total()), sum.parts().stream().map(names::indexOf).toList()));
      }
    }
    List<String> printed = names.stream().filter(table.printed()::containsKey).toList();
    heads =
        printed.stream()
            .filter(name -> table.sums().stream().noneMatch(sum -> sum.parts().contains(name)))
            .toList();
    asked = printed.stream().filter(name -> !heads.contains(name)).toList();
  }

  void show(CountTable table, Map<String, Shown> shown) {
    List<Values> known = new ArrayList<>();
    for (String head : heads) {
      Split told = new Split(Values.NONE, true, Values.NONE);
      shown.put(head, told.of(table.count(head)));
      known.add(told.known(table.count(head)));
    }
    View view = opened.computeIfAbsent(known, this::open);
    for (String name : asked) {
      int count = names.indexOf(name);
      long value = table.count(name);
      Split split = view.split(count, names.size());
      shown.put(name, split.of(value));
      view = view.after(count, split.known(value));
    }
  }

  private View open(List<Values> known) {
    long most = known.stream().mapToLong(Values::most).max().orElse(0);
    List<Values> all = new ArrayList<>();
    for (String name : names) {
      int head = heads.indexOf(name);
      all.add(head < 0 ? Values.range(0, most) : known.get(head));
    }
    SumWorlds sums = SumWorlds.of(this.sums, all);
    Worlds worlds = sums.ring() ? ListedWorlds.of(sums, names.size()) : sums;
    if (!Split.safe(worlds, names.size())) {
      throw new IllegalArgumentException(heads + " tell too much of " + names);
    }
    return new View(worlds);
  }
}
