package org.disclosureledger.format.merkle;

import java.security.DigestException;
import java.security.MessageDigest;
import org.disclosureledger.format.Sha256;

/** Node hashes without garbage: one digest, results written in place. For one thread. */
final class NodeHasher {
  private final MessageDigest sha256;

  NodeHasher() {
    this.sha256 = Sha256.begin();
  }

  /** Writes the hash of the node over both to {@code result}, which may be one of them. */
  void node(byte[] left, byte[] right, byte[] result) {
    sha256.update((byte) 1);
    sha256.update(left);
    sha256.update(right);
    try {
      sha256.digest(result, 0, TreeHash.LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes hold a SHA-256", e);
    }
  }
}
