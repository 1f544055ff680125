package org.disclosureledger.service.suppression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** A finite set of whole numbers: the fewest ranges, ascending. */
record Values(List<Range> ranges) {
  static final Values NONE = new Values(List.of());

  /** Both ends belong to it. */
  record Range(long from, long to) {}

  static Values range(long from, long to) {
    return from > to ? NONE : new Values(List.of(new Range(from, to)));
  }

  static Values of(long value) {
    return range(value, value);
  }

  static Values ofAll(LongStream values) {
    return union(values.distinct().mapToObj(value -> new Range(value, value)).toList());
  }

  private static Values union(List<Range> ranges) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(Range::from));
    List<Range> fewest = new ArrayList<>();
    for (Range next : sorted) {
      Range last = fewest.isEmpty() ? null : fewest.getLast();
      if (last != null && next.from() <= last.to() + 1) {
        fewest.set(fewest.size() - 1, new Range(last.from(), Math.max(last.to(), next.to())));
      } else {
        fewest.add(next);
      }
    }
    return new Values(List.copyOf(fewest));
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  boolean isOne() {
    return ranges.size() == 1 && ranges.getFirst().from() == ranges.getFirst().to();
  }

  long least() {
    return ranges.getFirst().from();
  }

  long most() {
    return ranges.getLast().to();
  }

  long count() {
    return ranges.stream().mapToLong(range -> range.to() - range.from() + 1).sum();
  }

  boolean contains(long value) {
    return ranges.stream().anyMatch(range -> range.from() <= value && value <= range.to());
  }

  Values or(Values other) {
    List<Range> both = new ArrayList<>(ranges);
    both.addAll(other.ranges);
    return union(both);
  }

  Values and(Values other) {
    List<Range> both = new ArrayList<>();
    for (Range a : ranges) {
      for (Range b : other.ranges) {
        if (a.from() <= b.to() && b.from() <= a.to()) {
          both.add(new Range(Math.max(a.from(), b.from()), Math.min(a.to(), b.to())));
        }
      }
    }
    return union(both);
  }

  Values without(Values other) {
    Values left = this;
    for (Range gone : other.ranges) {
      List<Range> kept = new ArrayList<>();
      for (Range range : left.ranges) {
        if (range.from() < gone.from()) {
          kept.add(new Range(range.from(), Math.min(range.to(), gone.from() - 1)));
        }
        if (range.to() > gone.to()) {
          kept.add(new Range(Math.max(range.from(), gone.to() + 1), range.to()));
        }
      }
      left = union(kept);
    }
    return left;
  }

  /** What one of these and one of those add up to. */
  Values plus(Values other) {
    List<Range> sums = new ArrayList<>();
    for (Range a : ranges) {
      for (Range b : other.ranges) {
        sums.add(new Range(a.from() + b.from(), a.to() + b.to()));
      }
    }
    return union(sums);
  }

  /** What is left of one of these when one of those is taken away. */
  Values minus(Values other) {
    List<Range> rests = new ArrayList<>();
    for (Range a : ranges) {
      for (Range b : other.ranges) {
        rests.add(new Range(a.from() - b.to(), a.to() - b.from()));
      }
    }
    return union(rests);
  }

  /** The numbers that stand in at least so many of the sets. */
  static Values inAtLeast(int times, List<Values> sets) {
    List<long[]> steps = new ArrayList<>();
    for (Values set : sets) {
      for (Range range : set.ranges) {
        steps.add(new long[] {range.from(), 1});
        steps.add(new long[] {range.to() + 1, -1});
      }
    }
    steps.sort(Comparator.comparingLong(step -> step[0]));
    List<Range> found = new ArrayList<>();
    long depth = 0;
    for (int i = 0; i < steps.size(); i++) {
      depth += steps.get(i)[1];
      long from = steps.get(i)[0];
      if (depth >= times && i + 1 < steps.size() && steps.get(i + 1)[0] > from) {
        found.add(new Range(from, steps.get(i + 1)[0] - 1));
      }
    }
    return union(found);
  }
}
