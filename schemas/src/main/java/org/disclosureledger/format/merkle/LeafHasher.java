package org.disclosureledger.format.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.disclosureledger.format.LeafHash;

/** The three hashes of RFC 6962 §2.1, with SHA-256. */
public final class LeafHasher {
  private static final TreeHash EMPTY = TreeHash.of(sha256().digest());

  private LeafHasher() {}

  /** SHA-256 of a zero byte and the entry. */
  public static TreeHash leaf(byte[] entry) {
    return TreeHash.of(LeafHash.ofEntry(entry));
  }

  /** SHA-256 of a one byte and both children. */
  public static TreeHash node(TreeHash left, TreeHash right) {
    MessageDigest sha256 = sha256();
    sha256.update((byte) 1);
    left.update(sha256);
    right.update(sha256);
    return TreeHash.of(sha256.digest());
  }

  /** The root of a tree without leaves: SHA-256 of nothing. */
  public static TreeHash empty() {
    return EMPTY;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
