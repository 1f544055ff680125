package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts by name, and how they add up.
 *
 * @param printed what a reader would see
 * @param implied what stands nowhere but follows from the rest, such as those who were late
 */
public record CountTable(Map<String, Long> printed, Map<String, Long> implied, List<Sum> sums) {

  /** The total is the sum of its parts; each names a printed or implied count. */
  public record Sum(String total, List<String> parts) {
    public Sum {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @throws IllegalArgumentException when a count is negative, a name unknown or doubled, or a sum
   *     does not hold
   */
  public CountTable {
    printed = new LinkedHashMap<>(printed);
    implied = new LinkedHashMap<>(implied);
    sums = List.copyOf(sums);
    Map<String, Long> all = new LinkedHashMap<>(printed);
    implied.forEach((name, count) -> {
      if (all.put(name, count) != null) {
        throw new IllegalArgumentException(name + " is both printed and implied");
      }
    });
    all.forEach((name, count) -> {
      if (count < 0) {
        throw new IllegalArgumentException(name + " is less than none");
      }
    });
    for (Sum sum : sums) {
      long parts = 0;
      for (String part : sum.parts()) {
        parts = Math.addExact(parts, counted(all, part));
      }
      if (counted(all, sum.total()) != parts) {
        throw new IllegalArgumentException(sum.total() + " is not the sum of " + sum.parts());
      }
    }
  }

  private static long counted(Map<String, Long> all, String name) {
    Long count = all.get(name);
    if (count == null) {
      throw new IllegalArgumentException("there is no count of " + name);
    }
    return count;
  }

  /** These, and what stands in a sum with any of them. */
  Set<String> besides(Set<String> names) {
    Set<String> more = new HashSet<>(names);
    for (Sum sum : sums) {
      if (names.contains(sum.total()) || sum.parts().stream().anyMatch(names::contains)) {
        more.add(sum.total());
        more.addAll(sum.parts());
      }
    }
    return more;
  }

  /** All that a count hangs together with by sums, itself included. */
  Set<String> connected(String name) {
    Set<String> reached = Set.of(name);
    while (true) {
      Set<String> wider = besides(reached);
      if (wider.size() == reached.size()) {
        return wider;
      }
      reached = wider;
    }
  }

  /** Printed ones first. */
  List<String> names() {
    List<String> names = new ArrayList<>(printed.keySet());
    names.addAll(implied.keySet());
    return names;
  }

  long count(String name) {
    Long count = printed.get(name);
    return count == null ? counted(implied, name) : count;
  }

  /** Collects counts and sums. */
  public static final class Builder {
    private final Map<String, Long> printed = new LinkedHashMap<>();
    private final Map<String, Long> implied = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    public Builder print(String name, long count) {
      if (printed.put(name, count) != null) {
        throw new IllegalArgumentException(name + " is printed twice");
      }
      return this;
    }

    public Builder sum(String total, String... parts) {
      sums.add(new Sum(total, List.of(parts)));
      return this;
    }

    /** What is left of the total beside the part. */
    public Builder rest(String name, String total, String part) {
      Long whole = printed.get(total);
      Long known = printed.get(part);
      if (whole == null || known == null) {
        throw new IllegalArgumentException(name + " is the rest of what is not printed");
      }
      implied.put(name, whole - known);
      return sum(total, part, name);
    }

    public CountTable build() {
      return new CountTable(printed, implied, sums);
    }
  }
}
