package org.disclosureledger.format.merkle;

/** Where the hashes of complete subtrees come from: tiles, a table, a frontier. */
@FunctionalInterface
public interface HashReader {
  /**
   * The hash of the complete subtree over leaves {@code [index << level, (index + 1) << level)}.
   *
   * @param level 0 for leaves
   */
  TreeHash read(int level, long index);
}
