package org.disclosureledger.service.suppression;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which counts of a table are printed. Fewer than five stand as {@code <5} (primary suppression);
 * and because a reader adds and subtracts, as many others as it takes are withheld (secondary
 * suppression), so that of every count from one to four at least {@link #LEFT_OPEN} values stay
 * possible. What a reader can work out is found by linear programming over the table's sums (the
 * audit of Hundepool et al., Statistical Disclosure Control, ch. 4): the bounds are exact for
 * tables that add up in one or two directions, and no narrower than the truth for others.
 *
 * <p>A count of none is printed as {@code <5}, so that {@code <5} does not say "at least one", but
 * is not protected: that all were in time may be seen.
 */
public final class Suppression {
  /** The least count that is printed. */
  public static final long LEAST = 5;

  /** How many values of a small count a reader has to leave possible, at least. */
  static final int LEFT_OPEN = 4;

  private final CountTable table;
  private final Map<String, Shown> shown = new HashMap<>();

  private Suppression(CountTable table) {
    this.table = table;
    table
        .printed()
        .forEach(
            (name, count) -> shown.put(name, count < LEAST ? Shown.FEWER_THAN_FIVE : Shown.EXACT));
  }

  /** How each printed count stands. */
  public static Map<String, Shown> of(CountTable table) {
    Suppression suppression = new Suppression(table);
    suppression.suppress();
    suppression.giveBack();
    return Map.copyOf(suppression.shown);
  }

  private void suppress() {
    Optional<String> exposed = exposed();
    while (exposed.isPresent()) {
      Optional<String> next = nextToWithhold(exposed.get());
      if (next.isPresent()) {
        shown.put(next.get(), Shown.WITHHELD);
      } else {
        // Nothing is left that could protect it: then this part of the table says nothing.
        table
            .connected(exposed.get())
            .forEach(name -> shown.computeIfPresent(name, (same, how) -> Shown.WITHHELD));
      }
      exposed = exposed();
    }
  }

  /** What turned out not to be needed is printed, the largest first. */
  private void giveBack() {
    List<String> withheld =
        table.printed().keySet().stream()
            .filter(name -> shown.get(name) == Shown.WITHHELD)
            .filter(name -> !Reader.silent(table, shown, name))
            .sorted(Comparator.comparing(table::count).reversed())
            .toList();
    for (String name : withheld) {
      shown.put(name, Shown.EXACT);
      if (exposed().isPresent()) {
        shown.put(name, Shown.WITHHELD);
      }
    }
  }

  /** A small count that a reader could tell too closely. */
  private Optional<String> exposed() {
    Reader reader = new Reader(table, shown);
    return table.names().stream()
        .filter(name -> table.count(name) > 0 && table.count(name) < LEAST)
        .filter(name -> reader.valuesOf(name) < LEFT_OPEN)
        .findFirst();
  }

  /** The smallest printed count near it: in a sum with it, or with others that are not printed. */
  private Optional<String> nextToWithhold(String exposed) {
    Set<String> near = Set.of(exposed);
    while (true) {
      Set<String> reached = table.besides(near);
      Optional<String> smallest =
          reached.stream()
              .filter(name -> shown.get(name) == Shown.EXACT)
              .min(Comparator.comparing(table::count).thenComparing(Comparator.naturalOrder()));
      if (smallest.isPresent() || reached.size() == near.size()) {
        return smallest;
      }
      near = reached;
    }
  }
}
