package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How each count of a table is shown: itself, {@code <5}, or {@code *}. For a reader who knows how
 * the table adds up, and this algorithm, of every count from one to four at least {@link
 * #LEFT_OPEN} values stay possible among the tables that would be shown just so.
 *
 * <p>The counts are gone through in the order of their names in the table, never of their values.
 * Before one is looked at, the tables that would be shown the same so far are split by what could
 * be answered; answers that would leave a small count fewer values are put together under one,
 * {@code *}, with others drawn in until that one leaves enough. So each answer's tables are exactly
 * those that a reader still holds possible, and each set of them was judged before the answer was
 * chosen: that a count is withheld tells what {@code *} stands for there, and no more (Kenthapadi,
 * Mishra and Nissim, Simulatable Auditing, 2005). Whoever has the true counts gets the same table.
 *
 * <p>A count of none is shown as {@code <5}, so that {@code <5} does not say "at least one", but is
 * not protected: that all were in time may be seen.
 */
public final class Suppression {
  /** The least count that is printed. */
  public static final long LEAST = 5;

  /** How many values of a small count a reader has to leave possible, at least. */
  static final int LEFT_OPEN = 4;

  private final List<Part> parts = new ArrayList<>();

  /**
   * @param like a table with the names and sums of all that are to be shown
   */
  public Suppression(CountTable like) {
    Set<String> seen = new HashSet<>();
    for (String name : like.names()) {
      if (!seen.contains(name)) {
        Set<String> connected = like.connected(name);
        seen.addAll(connected);
        parts.add(new Part(like, connected));
      }
    }
  }

  /**
   * How each printed count stands.
   *
   * @throws IllegalArgumentException when its sums form rings, as those of a table in two
   *     directions do, over more than a handful of counts
   */
  public static Map<String, Shown> of(CountTable table) {
    return new Suppression(table).shown(table);
  }

  /**
   * The same, where many tables of these names and sums are to be shown.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  public Map<String, Shown> shown(CountTable table) {
    Map<String, Shown> shown = new HashMap<>();
    for (Part part : parts) {
      part.show(table, shown);
    }
    return Map.copyOf(shown);
  }
}
