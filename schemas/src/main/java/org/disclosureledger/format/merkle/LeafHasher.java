package org.disclosureledger.format.merkle;

import org.disclosureledger.format.LeafHash;

/** The three hashes of RFC 6962 §2.1, with SHA-256. */
public final class LeafHasher {
  private static final TreeHash EMPTY =
      TreeHash.parseBase64("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");

  private LeafHasher() {}

  /** SHA-256 of a zero byte and the entry. */
  public static TreeHash leaf(byte[] entry) {
    return TreeHash.of(LeafHash.ofEntry(entry));
  }

  /** SHA-256 of a one byte and both children. */
  public static TreeHash node(TreeHash left, TreeHash right) {
    byte[] hash = new byte[TreeHash.LENGTH];
    new NodeHasher().node(left.bytes(), right.bytes(), hash);
    return TreeHash.of(hash);
  }

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static TreeHash empty() {
    return EMPTY;
  }
}
