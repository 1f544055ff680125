package org.disclosureledger.service.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The union of a request's pauses within the time in which it was answered: one that goes on ends
 * there too, so that it is the same as of any instant.
 */
record Pauses(List<Long> from, List<Long> to) {
  static final Pauses NONE = new Pauses(List.of(), List.of());

  private record Stretch(long from, long to) {}

  static Pauses of(Marks marks, long begin, long end) {
    List<Stretch> all = new ArrayList<>();
    for (int i = 0; i < marks.pauseFrom.size(); i++) {
      add(all, marks.pauseFrom.get(i), marks.pauseTo.get(i), begin, end);
    }
    marks.asked.forEach(asked -> add(all, asked, end, begin, end));
    if (all.isEmpty()) {
      return NONE;
    }
    all.sort(Comparator.comparingLong(Stretch::from));
    List<Long> from = new ArrayList<>();
    List<Long> to = new ArrayList<>();
    for (Stretch next : all) {
      if (!to.isEmpty() && next.from() <= to.getLast()) {
        to.add(Math.max(to.removeLast(), next.to()));
      } else {
        from.add(next.from());
        to.add(next.to());
      }
    }
    return new Pauses(List.copyOf(from), List.copyOf(to));
  }

  private static void add(List<Stretch> all, long from, long to, long begin, long end) {
    long cutFrom = Math.max(from, begin);
    long cutTo = Math.min(to, end);
    if (cutFrom < cutTo) {
      all.add(new Stretch(cutFrom, cutTo));
    }
  }

  long length() {
    long sum = 0;
    for (int i = 0; i < from.size(); i++) {
      sum += to.get(i) - from.get(i);
    }
    return sum;
  }
}
