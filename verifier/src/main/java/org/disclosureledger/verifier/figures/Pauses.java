package org.disclosureledger.verifier.figures;

import java.util.ArrayList;
import java.util.List;

/** When a request waited for its agency's answer (REPORTS §2.3). */
final class Pauses {
  private final List<Stretch> ended = new ArrayList<>(0);
  private final List<Long> open = new ArrayList<>(0);

  /** Some time, its end excluded. */
  record Stretch(long from, long to) {
    long length() {
      return to - from;
    }
  }

  void begin(long at) {
    open.add(at);
  }

  void end(long at) {
    open.forEach(from -> ended.add(new Stretch(from, at)));
    open.clear();
  }

  /** The union of all, within one time, each a stretch of its own. */
  List<Stretch> within(long from, long to, long asOf) {
    List<Stretch> all = new ArrayList<>();
    ended.forEach(pause -> add(all, pause.from(), pause.to(), from, to));
    open.forEach(begun -> add(all, begun, asOf, from, to));
    all.sort((a, b) -> Long.compare(a.from(), b.from()));
    List<Stretch> union = new ArrayList<>();
    for (Stretch next : all) {
      Stretch last = union.isEmpty() ? null : union.getLast();
      if (last != null && next.from() <= last.to()) {
        union.set(union.size() - 1, new Stretch(last.from(), Math.max(last.to(), next.to())));
      } else {
        union.add(next);
      }
    }
    return union;
  }

  private static void add(List<Stretch> all, long begun, long over, long from, long to) {
    Stretch cut = new Stretch(Math.max(begun, from), Math.min(over, to));
    if (cut.length() > 0) {
      all.add(cut);
    }
  }
}
