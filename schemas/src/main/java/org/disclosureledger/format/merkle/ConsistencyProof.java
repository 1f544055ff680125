package org.disclosureledger.format.merkle;

import java.util.List;

/**
 * That a larger tree continues a smaller one, RFC 9162 §2.1.4. Every tree continues the empty one
 * and itself, by an empty path.
 */
public record ConsistencyProof(long smaller, long larger, List<TreeHash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /** The proof between two sizes of one tree, {@code 0 ≤ smaller ≤ larger}. */
  public static ConsistencyProof build(long smaller, long larger, HashReader reader) {
    if (smaller < 0 || smaller > larger) {
      throw new IllegalArgumentException("no proof from " + smaller + " to " + larger);
    }
    List<TreeHash> path =
        smaller == 0 || smaller == larger
            ? List.of()
            : Subtrees.consistencyPath(smaller, larger, reader);
    return new ConsistencyProof(smaller, larger, path);
  }

  /** RFC 9162 §2.1.4.2: false for any other sizes, roots or path length. */
  public boolean verifies(TreeHash smallerRoot, TreeHash largerRoot) {
    if (smaller < 0 || smaller > larger) {
      return false;
    }
    if (smaller == 0) {
      return path.isEmpty()
          && smallerRoot.equals(LeafHasher.empty())
          && (larger != 0 || largerRoot.equals(smallerRoot));
    }
    if (smaller == larger) {
      return path.isEmpty() && smallerRoot.equals(largerRoot);
    }
    return !path.isEmpty() && walk(smallerRoot, largerRoot);
  }

  private boolean walk(TreeHash smallerRoot, TreeHash largerRoot) {
    boolean complete = Long.bitCount(smaller) == 1;
    long node = smaller - 1;
    long last = larger - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    TreeHash first = complete ? smallerRoot : path.getFirst();
    TreeHash old = first;
    TreeHash grown = first;
    for (TreeHash sibling : complete ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = LeafHasher.node(sibling, old);
        grown = LeafHasher.node(sibling, grown);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        grown = LeafHasher.node(grown, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && old.equals(smallerRoot) && grown.equals(largerRoot);
  }
}
