package org.disclosureledger.verifier.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects findings: the first {@value #KEPT} are kept, all are counted. */
public final class Findings {
  /** Enough to see a pattern; a wholly altered ledger must not fill the memory. */
  public static final int KEPT = 1_000;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<Grade, Long> counts = new EnumMap<>(Grade.class);
  private long total;

  public void add(Finding finding) {
    total++;
    counts.merge(finding.grade(), 1L, Long::sum);
    if (kept.size() < KEPT) {
      kept.add(finding);
    }
  }

  public long total() {
    return total;
  }

  public long count(Grade grade) {
    return counts.getOrDefault(grade, 0L);
  }

  /** Such as "1 finding", for a grade's line. */
  public String counted(Grade grade) {
    return Counted.of(count(grade), "finding", "findings");
  }

  public boolean any(Grade grade) {
    return counts.containsKey(grade);
  }

  /** The kept ones, by (leaf, rule id). */
  public List<Finding> sorted() {
    return kept.stream().sorted(Finding.ORDER).toList();
  }
}
