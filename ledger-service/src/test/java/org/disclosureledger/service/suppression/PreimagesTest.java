package org.disclosureledger.service.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A reader who makes every table there is, shows it as we do, and keeps those that look like the
 * one published. Grand totals are always told, so all tables of a total (of fewer than five: of
 * zero to four) are all there are.
 */
class PreimagesTest {
  /** Adds the tables with these cells to the groups of those that look alike. */
  private static final class Groups {
    private final Map<Map<String, String>, Map<String, Set<Long>>> values = new HashMap<>();
    private @Nullable Suppression suppression;
    private int tables;

    void add(CountTable table) {
      tables++;
      Map<String, Set<Long>> group = values.computeIfAbsent(looks(table), same -> new HashMap<>());
      for (String name : table.names()) {
        group.computeIfAbsent(name, same -> new HashSet<>()).add(table.count(name));
      }
    }

    private Map<String, String> looks(CountTable table) {
      if (suppression == null) {
        suppression = new Suppression(table);
      }
      Map<String, String> looks = new TreeMap<>();
      suppression.shown(table).forEach((name, how) -> looks.put(name, how.of(table.count(name))));
      return looks;
    }

    /** Of each group, each count that is small in any of its tables. */
    void tellNothing() {
      values.forEach((looks, group) ->
          group.forEach((name, may) -> {
            if (may.stream().anyMatch(value -> value > 0 && value < Suppression.LEAST)) {
              assertThat(may)
                  .as("%s of tables that look like %s", name, looks)
                  .hasSizeGreaterThanOrEqualTo(Suppression.LEFT_OPEN);
            }
          }));
    }

    /** Of the group of one table, each count that is small in it. */
    void tellNothingOf(CountTable one) {
      Map<String, Set<Long>> group = values.getOrDefault(looks(one), Map.of());
      for (String name : one.names()) {
        if (one.count(name) > 0 && one.count(name) < Suppression.LEAST) {
          assertThat(group.get(name))
              .as("%s of %s", name, one)
              .hasSizeGreaterThanOrEqualTo(Suppression.LEFT_OPEN);
        }
      }
    }

    long looks() {
      return values.size();
    }
  }

  private static Groups all(int cells, int most, Function<long[], CountTable.Builder> table) {
    Groups groups = new Groups();
    for (int total = 0; total <= most; total++) {
      fill(new long[cells], 0, total, full -> groups.add(table.apply(full).build()));
    }
    groups.tellNothing();
    return groups;
  }

  private interface Each {
    void table(long[] cells);
  }

  private static void fill(long[] cells, int at, long left, Each each) {
    if (at == cells.length - 1) {
      cells[at] = left;
      each.table(cells);
      return;
    }
    for (long value = 0; value <= left; value++) {
      cells[at] = value;
      fill(cells, at + 1, left - value, each);
    }
  }

  private static CountTable.Builder cross(long[] cells, int columns) {
    long[][] rows = new long[cells.length / columns][columns];
    for (int i = 0; i < cells.length; i++) {
      rows[i / columns][i % columns] = cells[i];
    }
    return SmallTables.cross(rows);
  }

  @Test
  void noPartOfATotalIsToldByHowItIsShown() {
    assertThat(all(2, 60, SmallTables::parts).tables).isEqualTo(61 * 62 / 2);
    assertThat(all(3, 30, SmallTables::parts).looks()).isGreaterThan(200);
    all(4, 20, SmallTables::parts);
  }

  @Test
  void noCellOfTwoByTwoIsTold() {
    assertThat(all(4, 28, cells -> cross(cells, 2)).tables).isEqualTo(35960);
  }

  @Test
  void noCellOfTwoByThreeIsTold() {
    assertThat(all(6, 13, cells -> cross(cells, 3)).tables).isEqualTo(27132);
  }

  @Test
  void noCellOfThreeByThreeIsTold() {
    assertThat(all(9, 7, cells -> cross(cells, 3)).tables).isEqualTo(11440);
  }

  @Test
  void noPartOfAPartIsTold() {
    Groups groups =
        all(
            4,
            22,
            cells ->
                new CountTable.Builder()
                    .print("all", cells[0] + cells[1] + cells[2] + cells[3])
                    .print("here", cells[0] + cells[1])
                    .print("a", cells[0])
                    .print("b", cells[1])
                    .print("there", cells[2] + cells[3])
                    .print("c", cells[2])
                    .sum("all", "here", "there")
                    .sum("here", "a", "b")
                    .rest("d", "there", "c"));
    assertThat(groups.looks()).isGreaterThan(1000);
  }

  /** Only some of the tables that look alike: those near by, which is fewer than there are. */
  @Test
  void noPartOfALargeTotalIsToldByThoseNearIt() {
    long seed = new Random().nextLong();
    System.out.println("preimages: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      List<Long> cells = new ArrayList<>();
      long total = 200 + random.nextInt(5000);
      for (int c = 0; c < 3; c++) {
        cells.add((long) random.nextInt(random.nextBoolean() ? 5 : 40));
      }
      Groups groups = new Groups();
      long reach = Suppression.LEAST + 3;
      for (long a = Math.max(0, cells.get(0) - reach); a <= cells.get(0) + reach; a++) {
        for (long b = Math.max(0, cells.get(1) - reach); b <= cells.get(1) + reach; b++) {
          for (long c = Math.max(0, cells.get(2) - reach); c <= cells.get(2) + reach; c++) {
            groups.add(SmallTables.parts(a, total - a - b - c, b, c).build());
          }
        }
      }
      CountTable one =
          SmallTables.parts(
                  cells.get(0),
                  total - cells.get(0) - cells.get(1) - cells.get(2),
                  cells.get(1),
                  cells.get(2))
              .build();
      groups.tellNothingOf(one);
    }
  }
}
