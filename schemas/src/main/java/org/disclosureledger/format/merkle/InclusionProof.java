package org.disclosureledger.format.merkle;

import java.util.Arrays;
import java.util.List;
import org.disclosureledger.format.LeafHash;

/**
 * That a leaf is in a tree, RFC 9162 §2.1.3.
 *
 * @param index of the leaf, from 0
 * @param size leaves of the tree
 * @param path hashes from the leaf's sibling upward
 */
public record InclusionProof(long index, long size, List<TreeHash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /** The proof for a leaf below {@code size}, from stored subtrees. */
  public static InclusionProof build(long index, long size, HashReader reader) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    return new InclusionProof(index, size, Subtrees.inclusionPath(index, size, reader));
  }

  /** How many hashes a proof for this leaf has; the leaf must be in the tree. */
  public static int pathLength(long index, long size) {
    // each level has a sibling until the leaf is the last one; from there, only left siblings
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    return inner + Long.bitCount(index >> inner);
  }

  /** RFC 9162 §2.1.3.2: false for any other leaf, index, size, root or path length. */
  public boolean verifies(LeafHash leaf, TreeHash root) {
    if (index < 0 || index >= size || path.size() != pathLength(index, size)) {
      return false;
    }
    long node = index;
    long last = size - 1;
    NodeHasher hasher = new NodeHasher();
    byte[] hash = leaf.toBytes();
    for (TreeHash sibling : path) {
      if ((node & 1) == 1 || node == last) {
        hasher.node(sibling.bytes(), hash, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hasher.node(hash, sibling.bytes(), hash);
      }
      node >>= 1;
      last >>= 1;
    }
    return Arrays.equals(hash, root.bytes());
  }
}
