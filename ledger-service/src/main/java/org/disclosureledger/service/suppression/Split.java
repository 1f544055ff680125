package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * What is answered about one count, decided before anybody looks at it, from the worlds that are
 * left and nothing else: which of its values would be printed, whether {@code <5} would be, and for
 * which of them {@code *} stands.
 *
 * @param told values from five that are printed
 * @param few whether {@code <5} stands for fewer than five
 * @param withheld values that {@code *} stands for
 */
record Split(Values told, boolean few, Values withheld) {
  private static final Values FEW = Values.range(0, Suppression.LEAST - 1);
  private static final Values SMALL = Values.range(1, Suppression.LEAST - 1);

  /**
   * Up to which value it is tried whether a count that may be small could be another. Higher ones
   * are left out: that can withhold more than must be, never less.
   */
  private static final long TRIED = 8;

  /** How many values are drawn into what is withheld before all are. */
  private static final int DRAWN = 16;

  /**
   * @param worlds in which no small count can be told, see {@link #safe}
   * @throws IllegalStateException when one can
   */
  static Split of(Worlds worlds, int count, int counts) {
    Values all = worlds.of(count);
    Values few = all.and(FEW);
    Values exact = all.without(FEW);
    if (few.isEmpty() ? exact.isOne() : exact.isEmpty()) {
      return new Split(exact, !few.isEmpty(), Values.NONE); // what everybody knows
    }
    Values telling = telling(worlds, count, counts, exact);
    if (!few.isEmpty() && !safe(worlds.where(count, few), counts)) {
      telling = telling.or(few);
    }
    for (int drawn = 0;
        !telling.isEmpty() && !safe(worlds.where(count, telling), counts);
        drawn++) {
      Values rest = all.without(telling);
      if (rest.isEmpty()) {
        // With everything under one answer nothing is told that was not known before.
        throw new IllegalStateException("a small count is told before this one is looked at");
      }
      Values next = drawn < DRAWN ? nearest(rest.without(FEW), telling) : rest;
      telling = telling.or(next.isEmpty() ? rest : next);
    }
    return new Split(exact.without(telling), !few.isEmpty() && few.and(telling).isEmpty(), telling);
  }

  /** Values from five that, printed, would leave a small count fewer values than promised. */
  private static Values telling(Worlds worlds, int count, int counts, Values exact) {
    Values telling = Values.NONE;
    for (int other = 0; other < counts; other++) {
      Values may = worlds.of(other);
      if (other == count || may.and(SMALL).isEmpty()) {
        continue;
      }
      List<Values> beside = new ArrayList<>();
      Values whereSmall = Values.NONE;
      for (long value = 0; value <= TRIED; value++) {
        if (may.contains(value)) {
          Values there = worlds.of(count, other, value).and(exact);
          beside.add(there);
          whereSmall = SMALL.contains(value) ? whereSmall.or(there) : whereSmall;
        }
      }
      telling = telling.or(whereSmall.without(Values.inAtLeast(Suppression.LEFT_OPEN, beside)));
    }
    return telling;
  }

  /** Whether each count that is small in one of the worlds has values enough in all of them. */
  static boolean safe(Worlds worlds, int counts) {
    for (int count = 0; count < counts; count++) {
      Values may = worlds.of(count);
      if (!may.and(SMALL).isEmpty() && may.count() < Suppression.LEFT_OPEN) {
        return false;
      }
    }
    return true;
  }

  /** Of the rest, the value next to what is withheld; the larger of two. */
  private static Values nearest(Values rest, Values withheld) {
    long nearest = 0;
    long distance = Long.MAX_VALUE;
    for (Values.Range free : rest.ranges()) {
      for (Values.Range held : withheld.ranges()) {
        boolean above = free.from() > held.to();
        long away = above ? free.from() - held.to() : held.from() - free.to();
        if (away < distance || away == distance && above) {
          distance = away;
          nearest = above ? free.from() : free.to();
        }
      }
    }
    return distance == Long.MAX_VALUE ? Values.NONE : Values.of(nearest);
  }

  /** How the count is shown if it is this. */
  Shown of(long value) {
    if (withheld.contains(value)) {
      return Shown.WITHHELD;
    }
    return value < Suppression.LEAST ? Shown.FEWER_THAN_FIVE : Shown.EXACT;
  }

  /** What a reader knows of it after it was shown. */
  Values known(long value) {
    return switch (of(value)) {
      case EXACT -> Values.of(value);
      case FEWER_THAN_FIVE -> FEW;
      case WITHHELD -> withheld;
    };
  }
}
