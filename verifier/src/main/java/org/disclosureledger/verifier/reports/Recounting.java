package org.disclosureledger.verifier.reports;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.disclosureledger.format.EntryPayload;
import org.disclosureledger.verifier.figures.ReportFigures;
import org.jspecify.annotations.Nullable;

/**
 * Takes the entries of one pass into one fold of them, and counts wherever statements have to be
 * counted. Memory: a state a request, and what was recorded later than a cut and stands before it.
 */
final class Recounting {
  /** Counts what a statement says; the fold stands where its cut is. */
  @FunctionalInterface
  interface Count {
    void of(Statement statement, ReportFigures figures);
  }

  /**
   * So much data at most waits for the cut that counts it: as much as five hundred full entries.
   */
  static final long MOST_BYTES = 32L << 20;

  private record Waiting(long leaf, EntryPayload payload, boolean fits) {}

  private final ReportFigures figures = new ReportFigures();
  private final Deque<Cut> cuts;
  private final Count count;
  private final Consumer<String> unchecked;

  /** The earliest instant of this cut and those to come, for each. */
  private final Deque<Long> earliest = new ArrayDeque<>();

  private List<Waiting> waiting = new ArrayList<>();
  private long bytes;

  /**
   * @param cuts in the order of a pass
   * @param unchecked is told why what comes is not counted
   */
  Recounting(List<Cut> cuts, Count count, Consumer<String> unchecked) {
    this.cuts = new ArrayDeque<>(cuts);
    this.count = count;
    this.unchecked = unchecked;
    long least = Long.MAX_VALUE;
    for (Cut cut : cuts.reversed()) {
      least = Math.min(least, cut.asOf());
      earliest.push(least);
    }
  }

  /** To be called with each leaf before its entry is taken, and once behind the last. */
  void reach(long leaf) {
    while (!cuts.isEmpty() && cuts.peek().leaf() <= leaf) {
      Cut cut = cuts.pop();
      cut.about().forEach(statement -> count.of(statement, figures));
      earliest.pop();
      List<Waiting> before = waiting;
      waiting = new ArrayList<>();
      bytes = 0;
      before.forEach(entry -> take(entry.leaf, entry.payload, entry.fits));
    }
  }

  /** The next entry; null where it cannot be read. */
  void entry(long leaf, @Nullable EntryPayload payload, boolean fits) {
    if (payload != null && ReportFigures.counts(payload.subject().value())) {
      take(leaf, payload, fits);
    }
  }

  private void take(long leaf, EntryPayload payload, boolean fits) {
    Long least = earliest.peek();
    if (least == null) {
      return;
    }
    if (payload.recordedTime().toEpochMilli() <= least) {
      figures.entry(leaf, payload, fits);
    } else {
      await(new Waiting(leaf, payload, fits));
    }
  }

  /** What may not wait is missing in all sets to come, of which each holds those before it. */
  private void await(Waiting entry) {
    bytes += entry.payload.data().length;
    if (bytes <= MOST_BYTES) {
      waiting.add(entry);
      return;
    }
    waiting.clear();
    cuts.clear();
    earliest.clear();
    unchecked.accept("its entries out of the order of their times are too large");
  }
}
