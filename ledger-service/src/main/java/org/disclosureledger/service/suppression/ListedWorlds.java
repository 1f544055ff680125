package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.List;

/** Every world by itself, for sums that form a ring: a table in two directions. */
final class ListedWorlds implements Worlds {
  /** More are not listed. */
  static final int MOST = 20_000;

  private final List<long[]> worlds;

  private ListedWorlds(List<long[]> worlds) {
    this.worlds = worlds;
  }

  /**
   * @throws IllegalArgumentException when there are more than {@link #MOST}
   */
  static ListedWorlds of(SumWorlds sums, int counts) {
    List<long[]> worlds = new ArrayList<>();
    list(sums, 0, counts, worlds);
    return new ListedWorlds(worlds);
  }

  private static void list(SumWorlds sums, int from, int counts, List<long[]> worlds) {
    int next = from;
    while (next < counts && sums.of(next).isOne()) {
      next++;
    }
    if (next == counts) {
      long[] world = new long[counts];
      for (int count = 0; count < counts; count++) {
        world[count] = sums.of(count).least();
      }
      worlds.add(world);
      if (worlds.size() > MOST) {
        throw new IllegalArgumentException(
            "a table in two directions that could be more than " + MOST + " others");
      }
      return;
    }
    Values values = sums.of(next);
    for (Values.Range range : values.ranges()) {
      for (long value = range.from(); value <= range.to(); value++) {
        SumWorlds fewer = sums.where(next, Values.of(value));
        if (!fewer.of(next).isEmpty()) {
          list(fewer, next + 1, counts, worlds);
        }
      }
    }
  }

  @Override
  public Worlds where(int count, Values values) {
    return new ListedWorlds(
        worlds.stream().filter(world -> values.contains(world[count])).toList());
  }

  @Override
  public Values of(int count) {
    return Values.ofAll(worlds.stream().mapToLong(world -> world[count]));
  }

  @Override
  public Values of(int count, int other, long value) {
    return Values.ofAll(
        worlds.stream().filter(world -> world[other] == value).mapToLong(world -> world[count]));
  }
}
