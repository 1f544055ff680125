package org.disclosureledger.format;

import java.util.Arrays;

/** RFC 6962 leaf hash of an entry: SHA-256 of a zero byte and the entry's bytes. Immutable. */
public final class LeafHash {
  /** {@code previous} of a stream's first entry. */
  public static final LeafHash ZERO = new LeafHash(new byte[32]);

  /** Before a leaf, so that no leaf hashes like a node. */
  private static final byte[] LEAF = {0};

  private final byte[] bytes;

  private LeafHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes 32 bytes; rule {@code leaf-hash}. */
  public static LeafHash of(byte[] hash) {
    if (hash.length != 32) {
      throw FormatRule.LEAF_HASH.violation("a leaf hash has 32 bytes, not " + hash.length);
    }
    return new LeafHash(hash.clone());
  }

  /** Hashes the whole entry as stored. */
  public static LeafHash ofEntry(byte[] entry) {
    return new LeafHash(Sha256.of(LEAF, entry));
  }

  /** 43 characters; rules {@code leaf-hash}, {@code base64url}. */
  public static LeafHash parseBase64Url(String text) {
    byte[] decoded = CanonicalBase64.decodeUrl(text);
    if (decoded.length != 32) {
      throw FormatRule.LEAF_HASH.violation(0, "a leaf hash has 32 bytes, not " + decoded.length);
    }
    return new LeafHash(decoded);
  }

  /** 32 bytes, a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** 43 characters. */
  public String toBase64Url() {
    return CanonicalBase64.encodeUrl(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LeafHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toBase64Url();
  }
}
