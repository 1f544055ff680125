package org.disclosureledger.service.reconciliation;

import java.util.List;
import org.disclosureledger.service.reconciliation.event.Difference;

/**
 * What comparing gave.
 *
 * @param listed rows of the list
 * @param registered requests received within the period
 * @param differences pairs that differ, then theirs only, ours only, what cannot be matched, and
 *     matched pairs that differed before ours was corrected
 */
public record Comparison(
    int listed,
    int registered,
    int matched,
    int differing,
    int theirsOnly,
    int oursOnly,
    int unmatchableTheirs,
    int unmatchableOurs,
    List<Difference> differences) {

  public Comparison {
    differences = List.copyOf(differences);
    if (listed != matched + differing + theirsOnly + unmatchableTheirs) {
      throw new IllegalArgumentException("a row is counted twice or not at all");
    }
  }

  /** Without the values: the numbers are the agency's. */
  @Override
  public String toString() {
    return "Comparison[" + differences.size() + " differences]";
  }
}
