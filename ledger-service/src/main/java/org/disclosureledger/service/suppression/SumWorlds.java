package org.disclosureledger.service.suppression;

import java.util.Arrays;
import java.util.List;

/**
 * Worlds by what each count may be and how the counts add up. Values that some sum rules out are
 * taken away until none is left. Where the sums, as far as they join counts that are not known yet,
 * form no ring, what then remains is exact: each value of each count stands in some world (Freuder
 * 1982: arc consistency is enough in a tree).
 */
final class SumWorlds implements Worlds {
  private final List<Adding> sums;
  private final Values[] values;

  /** Places of a total and its parts. */
  record Adding(int total, List<Integer> parts) {}

  private SumWorlds(List<Adding> sums, Values[] values) {
    this.sums = sums;
    this.values = values;
  }

  static SumWorlds of(List<Adding> sums, List<Values> values) {
    return new SumWorlds(sums, values.toArray(Values[]::new)).ruledOut();
  }

  private SumWorlds ruledOut() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Adding sum : sums) {
        changed |= ruleOut(sum);
      }
    }
    return this;
  }

  private boolean ruleOut(Adding sum) {
    boolean changed = narrow(sum.total(), adds(sum, -1));
    for (int part : sum.parts()) {
      changed |= narrow(part, values[sum.total()].minus(adds(sum, part)));
    }
    return changed;
  }

  private Values adds(Adding sum, int without) {
    Values all = Values.of(0);
    for (int part : sum.parts()) {
      if (part != without) {
        all = all.plus(values[part]);
      }
    }
    return all;
  }

  private boolean narrow(int count, Values may) {
    Values before = values[count];
    values[count] = before.and(may);
    return !values[count].equals(before);
  }

  @Override
  public SumWorlds where(int count, Values asked) {
    Values[] narrower = values.clone();
    narrower[count] = values[count].and(asked);
    return new SumWorlds(sums, narrower).ruledOut();
  }

  @Override
  public Values of(int count) {
    return values[count];
  }

  /** Whether the sums over unknown counts form a ring. */
  boolean ring() {
    int[] root = new int[values.length + sums.size()];
    Arrays.setAll(root, i -> i);
    for (int s = 0; s < sums.size(); s++) {
      if (joins(root, sums.get(s).total(), values.length + s)) {
        return true;
      }
      for (int part : sums.get(s).parts()) {
        if (joins(root, part, values.length + s)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean joins(int[] root, int count, int sum) {
    if (values[count].isOne()) {
      return false;
    }
    int a = find(root, count);
    int b = find(root, sum);
    root[a] = b;
    return a == b;
  }

  private static int find(int[] root, int at) {
    int found = at;
    while (root[found] != found) {
      found = root[found];
    }
    return found;
  }
}
