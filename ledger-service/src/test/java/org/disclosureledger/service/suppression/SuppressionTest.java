package org.disclosureledger.service.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.disclosureledger.service.suppression.CountTable.Sum;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  /**
   * Beyond it nothing is tried for a withheld count: larger than any that stands in these tables.
   */
  private static final long CEILING = 24;

  private static CountTable.Builder parts(long... counts) {
    CountTable.Builder table = new CountTable.Builder();
    long total = 0;
    String[] names = new String[counts.length];
    for (int i = 0; i < counts.length; i++) {
      names[i] = "p" + i;
      table.print(names[i], counts[i]);
      total += counts[i];
    }
    return table.print("total", total).sum("total", names);
  }

  private static Map<String, Shown> of(CountTable.Builder table) {
    return Suppression.of(table.build());
  }

  @Test
  void largeCountsArePrinted() {
    assertThat(of(parts(5, 6, 700)).values()).containsOnly(Shown.EXACT);
  }

  @Test
  void aSmallCountTakesTheSmallestOtherWithIt() {
    assertThat(of(parts(3, 60, 20)))
        .isEqualTo(
            Map.of(
                "p0", Shown.FEWER_THAN_FIVE,
                "p1", Shown.EXACT,
                "p2", Shown.WITHHELD,
                "total", Shown.EXACT));
  }

  @Test
  void twoSmallCountsOfALargeTotalMayProtectEachOther() {
    assertThat(of(parts(3, 2, 60)))
        .isEqualTo(
            Map.of(
                "p0", Shown.FEWER_THAN_FIVE,
                "p1", Shown.FEWER_THAN_FIVE,
                "p2", Shown.EXACT,
                "total", Shown.EXACT));
  }

  @Test
  void twoFoursAreNotToldByTheirSum() {
    assertThat(of(parts(4, 4)).get("total")).isEqualTo(Shown.WITHHELD);
    assertThat(of(parts(4, 3, 60)).values()).contains(Shown.WITHHELD);
  }

  @Test
  void noneIsPrintedAsFewerThanFiveButNeedsNoProtection() {
    assertThat(of(parts(0, 60)))
        .isEqualTo(Map.of("p0", Shown.FEWER_THAN_FIVE, "p1", Shown.EXACT, "total", Shown.EXACT));
  }

  @Test
  void aRestThatStandsNowhereIsProtectedToo() {
    CountTable.Builder late =
        new CountTable.Builder()
            .print("due", 100)
            .print("onTime", 98)
            .rest("late", "due", "onTime");
    assertThat(of(late)).containsEntry("onTime", Shown.WITHHELD).containsEntry("due", Shown.EXACT);
    CountTable.Builder none =
        new CountTable.Builder()
            .print("due", 100)
            .print("onTime", 100)
            .rest("late", "due", "onTime");
    assertThat(of(none).values()).containsOnly(Shown.EXACT);
  }

  @Test
  void aTableByTwoWaysNeedsARectangle() {
    Map<String, Shown> shown = of(cross(new long[][] {{3, 20, 30}, {40, 50, 60}, {70, 80, 90}}));
    assertThat(shown.values().stream().filter(Shown.WITHHELD::equals))
        .hasSizeGreaterThanOrEqualTo(3);
    assertThat(shown).containsEntry("c22", Shown.EXACT);
  }

  private static CountTable.Builder cross(long[][] cells) {
    CountTable.Builder table = new CountTable.Builder();
    long all = 0;
    List<String> rows = new ArrayList<>();
    for (int r = 0; r < cells.length; r++) {
      long sum = 0;
      List<String> row = new ArrayList<>();
      for (int c = 0; c < cells[r].length; c++) {
        table.print("c" + r + c, cells[r][c]);
        row.add("c" + r + c);
        sum += cells[r][c];
      }
      table.print("row" + r, sum).sum("row" + r, row.toArray(String[]::new));
      rows.add("row" + r);
      all += sum;
    }
    List<String> columns = new ArrayList<>();
    for (int c = 0; c < cells[0].length; c++) {
      long sum = 0;
      List<String> column = new ArrayList<>();
      for (int r = 0; r < cells.length; r++) {
        sum += cells[r][c];
        column.add("c" + r + c);
      }
      table.print("column" + c, sum).sum("column" + c, column.toArray(String[]::new));
      columns.add("column" + c);
    }
    return table
        .print("all", all)
        .sum("all", rows.toArray(String[]::new))
        .sum("all", columns.toArray(String[]::new));
  }

  /** Every pair and triple of counts up to twelve, judged by trying all that a reader could. */
  @Test
  void noSmallCountOfAnySmallTableCanBeTold() {
    for (long a = 0; a <= 12; a++) {
      for (long b = a; b <= 12; b++) {
        protects(parts(a, b).build());
        for (long c = b; c <= 12; c += 3) {
          protects(parts(a, b, c).build());
        }
      }
    }
  }

  @Test
  void noSmallCountOfARandomCrossTableCanBeTold() {
    long seed = new Random().nextLong();
    System.out.println("suppression: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 60; i++) {
      long[][] cells = new long[2][2 + random.nextInt(2)];
      for (long[] row : cells) {
        for (int c = 0; c < row.length; c++) {
          row[c] = random.nextInt(random.nextBoolean() ? 5 : 12);
        }
      }
      protects(cross(cells).build());
    }
  }

  private static void protects(CountTable table) {
    Map<String, Shown> shown = Suppression.of(table);
    for (String name : table.names()) {
      long count = table.count(name);
      Shown how = shown.get(name);
      // Each of these tables is one whole.
      boolean nothing = shown.values().stream().allMatch(Shown.WITHHELD::equals);
      if (!nothing && how != null) {
        assertThat(how == Shown.FEWER_THAN_FIVE).as(name).isEqualTo(count < Suppression.LEAST);
      }
      if (count > 0 && count < Suppression.LEAST && !nothing) {
        Set<Long> possible = new Trial(table, shown).valuesOf(name);
        assertThat(possible).as("%s of %s, shown %s", name, table, shown).contains(count);
        assertThat(possible.size())
            .as("%s of %s, shown %s: %s", name, table, shown, possible)
            .isGreaterThanOrEqualTo(Suppression.LEFT_OPEN);
      }
    }
  }

  /** Tries every count that may stand behind what is shown. */
  private record Trial(CountTable table, Map<String, Shown> shown) {
    Set<Long> valuesOf(String name) {
      Set<Long> values = new TreeSet<>();
      List<String> free = new ArrayList<>();
      // Totals follow from their parts: parts are chosen first.
      for (String each : table.names()) {
        if (table.sums().stream().noneMatch(sum -> sum.total().equals(each))) {
          free.add(each);
        }
      }
      choose(free, 0, new HashMap<>(), name, values);
      return values;
    }

    private void choose(
        List<String> free, int at, Map<String, Long> chosen, String name, Set<Long> values) {
      if (at == free.size()) {
        Map<String, Long> all = new HashMap<>(chosen);
        if (totalled(all) && all.entrySet().stream().allMatch(e -> may(e.getKey(), e.getValue()))) {
          values.add(all.get(name));
        }
        return;
      }
      String next = free.get(at);
      Shown how = shown.get(next);
      long from = how == Shown.EXACT ? table.count(next) : how == Shown.WITHHELD ? 5 : 0;
      long to = how == Shown.EXACT ? table.count(next) : how == Shown.FEWER_THAN_FIVE ? 4 : CEILING;
      for (long value = from; value <= to; value++) {
        chosen.put(next, value);
        if (possibleSoFar(chosen)) {
          choose(free, at + 1, chosen, name, values);
        }
      }
      chosen.remove(next);
    }

    /** Sums of which all is chosen, and whose total is printed, hold. */
    private boolean possibleSoFar(Map<String, Long> chosen) {
      for (Sum sum : table.sums()) {
        if (chosen.keySet().containsAll(sum.parts())) {
          long total = sum.parts().stream().mapToLong(chosen::get).sum();
          if (!may(sum.total(), total)) {
            return false;
          }
        }
      }
      return true;
    }

    private boolean totalled(Map<String, Long> all) {
      boolean more = true;
      while (more) {
        more = false;
        for (Sum sum : table.sums()) {
          if (all.keySet().containsAll(sum.parts())) {
            long total = sum.parts().stream().mapToLong(all::get).sum();
            Long known = all.putIfAbsent(sum.total(), total);
            if (known != null && known != total) {
              return false;
            }
            more |= known == null;
          }
        }
      }
      return all.keySet().containsAll(table.names());
    }

    private boolean may(String name, long value) {
      Shown how = shown.get(name);
      return how == null
          || switch (how) {
            case EXACT -> value == table.count(name);
            case FEWER_THAN_FIVE -> value < Suppression.LEAST;
            case WITHHELD -> value >= Suppression.LEAST;
          };
    }
  }

  @Test
  void whatNothingCanProtectIsSilentAndTheRestOfTheTableIsNot() {
    CountTable.Builder table =
        cross(new long[][] {{4, 3}, {2, 2}}).print("other", 70).print("few", 2);
    Map<String, Shown> shown = of(table);
    assertThat(shown)
        .containsEntry("other", Shown.EXACT)
        .containsEntry("few", Shown.FEWER_THAN_FIVE);
    shown.forEach((name, how) -> {
      if (!Set.of("other", "few").contains(name)) {
        assertThat(how).as(name).isEqualTo(Shown.WITHHELD);
      }
    });
  }

  @Test
  void aTableThatDoesNotAddUpIsRefused() {
    assertThatThrownBy(
            () -> new CountTable.Builder().print("a", 1).print("b", 2).sum("b", "a").build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountTable.Builder().print("a", 1).sum("a", "none").build())
        .hasMessageContaining("no count of none");
    assertThatThrownBy(() -> new CountTable.Builder().print("a", -1).build())
        .hasMessageContaining("less than none");
  }
}
