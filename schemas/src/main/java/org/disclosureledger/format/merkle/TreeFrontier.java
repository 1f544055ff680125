package org.disclosureledger.format.merkle;

import java.util.Arrays;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.LeafHash;

/**
 * The complete subtrees at a growing tree's right edge, one for each set bit of its size: all that
 * appending needs. An append costs one node hash on average. Not safe for use by several threads.
 */
public final class TreeFrontier {
  private static final int LEVELS = 64;

  /** At level L the subtree of 2^L leaves, meaningful iff bit L of the size is set. */
  private final byte[][] subtrees;

  private final NodeHasher hasher = new NodeHasher();
  private long size;

  private TreeFrontier(long size, byte[][] subtrees) {
    this.size = size;
    this.subtrees = subtrees;
  }

  public static TreeFrontier empty() {
    return new TreeFrontier(0, new byte[LEVELS][]);
  }

  /**
   * Reads {@link #toBytes}; rule {@code tree-frontier}.
   *
   * @param hashes 32 bytes for each set bit of {@code size}, the largest subtree first
   */
  public static TreeFrontier parse(long size, byte[] hashes) {
    if (size < 0 || size > FormatLimits.MAX_SAFE_INTEGER) {
      throw FormatRule.TREE_FRONTIER.violation("a tree has 0 to 2^53−1 leaves");
    }
    if (hashes.length != Long.bitCount(size) * TreeHash.LENGTH) {
      throw FormatRule.TREE_FRONTIER.violation(
          "a frontier of " + size + " leaves does not have " + hashes.length + " bytes");
    }
    byte[][] subtrees = new byte[LEVELS][];
    int offset = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        subtrees[level] = Arrays.copyOfRange(hashes, offset, offset + TreeHash.LENGTH);
        offset += TreeHash.LENGTH;
      }
    }
    return new TreeFrontier(size, subtrees);
  }

  /** Adds the next leaf. */
  public void append(LeafHash leaf) {
    byte[] carry = leaf.toBytes();
    int level = 0;
    for (; (size >> level & 1) == 1; level++) {
      hasher.node(subtrees[level], carry, carry);
    }
    subtrees[level] = carry;
    size++;
  }

  public long size() {
    return size;
  }

  /** RFC 6962 root of the leaves so far. */
  public TreeHash root() {
    byte[] root = null;
    for (int level = 0; level < LEVELS; level++) {
      if ((size >> level & 1) == 0) {
        continue;
      }
      if (root == null) {
        root = subtrees[level].clone();
      } else {
        hasher.node(subtrees[level], root, root);
      }
    }
    return root == null ? LeafHasher.empty() : TreeHash.of(root);
  }

  public TreeHead head() {
    return new TreeHead(size, root());
  }

  /** 32 bytes for each set bit of the size, the largest subtree first. */
  public byte[] toBytes() {
    byte[] bytes = new byte[Long.bitCount(size) * TreeHash.LENGTH];
    int offset = 0;
    for (int level = LEVELS - 1; level >= 0; level--) {
      if ((size >> level & 1) == 1) {
        System.arraycopy(subtrees[level], 0, bytes, offset, TreeHash.LENGTH);
        offset += TreeHash.LENGTH;
      }
    }
    return bytes;
  }

  /** A frontier that grows apart from this one. */
  public TreeFrontier copy() {
    // subtree arrays are replaced, never written to, so both may hold them
    return new TreeFrontier(size, subtrees.clone());
  }
}
