package org.disclosureledger.format.merkle;

import org.disclosureledger.format.FormatLimits;

/**
 * Size and root of a tree.
 *
 * @param size leaves, 0 to 2^53−1
 */
public record TreeHead(long size, TreeHash root) {
  public TreeHead {
    if (size < 0 || size > FormatLimits.MAX_SAFE_INTEGER) {
      throw new IllegalArgumentException("a tree has 0 to 2^53−1 leaves, not " + size);
    }
  }

  /** RFC 6962 §2.1 MTH over the stored complete subtrees. */
  public static TreeHash rootOf(long size, HashReader reader) {
    return Subtrees.root(0, size, reader);
  }
}
