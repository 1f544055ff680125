package org.disclosureledger.verifier.figures;

import java.util.Map;

/**
 * The figures of one slice.
 *
 * @param key which one; empty for {@link Slice#ALL}
 * @param figures what is not 0, and each quantile that there is, in the order of REPORTS §3
 */
public record Row(Slice slice, String key, Map<String, Long> figures) {
  public Row {
    figures = Figures.of(figures);
  }

  /** As a finding names it. */
  public String name() {
    return key.isEmpty() ? slice.name() : slice + " " + key;
  }
}
