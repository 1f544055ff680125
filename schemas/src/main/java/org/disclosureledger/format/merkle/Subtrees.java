package org.disclosureledger.format.merkle;

import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1's recursive definitions, over stored complete subtrees. */
final class Subtrees {
  private Subtrees() {}

  /** MTH of leaves {@code [from, to)}; {@code from} is a multiple of a power of two ≥ the width. */
  static TreeHash root(long from, long to, HashReader reader) {
    long width = to - from;
    if (width == 0) {
      return LeafHasher.empty();
    }
    if (Long.bitCount(width) == 1) {
      int level = Long.numberOfTrailingZeros(width);
      return reader.read(level, from >> level);
    }
    long middle = from + split(width);
    return LeafHasher.node(root(from, middle, reader), root(middle, to, reader));
  }

  /** PATH(index, D[from:to]), leaf-upward. */
  static List<TreeHash> inclusionPath(long index, long size, HashReader reader) {
    List<TreeHash> downward = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + split(to - from);
      if (index < middle) {
        downward.add(root(middle, to, reader));
        to = middle;
      } else {
        downward.add(root(from, middle, reader));
        from = middle;
      }
    }
    return downward.reversed();
  }

  /** PROOF(smaller, D[0:larger]); 0 < smaller < larger. */
  static List<TreeHash> consistencyPath(long smaller, long larger, HashReader reader) {
    List<TreeHash> downward = new ArrayList<>();
    long from = 0;
    long to = larger;
    while (smaller != to) {
      long middle = from + split(to - from);
      if (smaller <= middle) {
        downward.add(root(middle, to, reader));
        to = middle;
      } else {
        downward.add(root(from, middle, reader));
        from = middle;
      }
    }
    if (from != 0) {
      downward.add(root(from, to, reader));
    }
    return downward.reversed();
  }

  /** The largest power of two below {@code width}, which is at least 2. */
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
