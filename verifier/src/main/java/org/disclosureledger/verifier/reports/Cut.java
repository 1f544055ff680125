package org.disclosureledger.verifier.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Where a pass over the entries has seen all that some statements count: those recorded by {@code
 * asOf} at leaves below {@code leaf}.
 *
 * @param leaf the first at which nothing more counts
 * @param asOf milliseconds
 */
record Cut(int leaf, long asOf, List<Statement> about) {
  private static final Comparator<Cut> ORDER =
      Comparator.comparingInt(Cut::leaf).thenComparingLong(Cut::asOf);

  /**
   * For each pass its cuts, in their order. In one pass each set of entries grows out of the one
   * before it, so that one fold is enough; sets of which none holds the other need several passes,
   * which only a ledger has whose entries stand far from the order of their times.
   */
  static List<List<Cut>> passes(Iterable<Statement> statements, Times times) {
    TreeMap<Cut, Cut> cuts = new TreeMap<>(ORDER);
    for (Statement statement : statements) {
      long asOf = statement.asOf.toEpochMilli();
      Cut cut = new Cut(times.end(statement.size, asOf), asOf, new ArrayList<>());
      cuts.computeIfAbsent(cut, same -> same).about.add(statement);
    }
    List<List<Cut>> passes = new ArrayList<>();
    List<Long> latest = new ArrayList<>();
    for (Cut cut : cuts.values()) {
      int pass = 0;
      // What the cuts before it count has to count here too.
      while (pass < passes.size() && latest.get(pass) > cut.asOf) {
        pass++;
      }
      if (pass == passes.size()) {
        passes.add(new ArrayList<>());
        latest.add(Long.MIN_VALUE);
      }
      passes.get(pass).add(cut);
      latest.set(pass, times.latest(cut.leaf, cut.asOf));
    }
    return passes;
  }
}
