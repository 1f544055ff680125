package org.disclosureledger.format.merkle;

import java.util.Arrays;
import org.disclosureledger.format.CanonicalBase64;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.LeafHash;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash of the tree: of a leaf, a node, or a root. Immutable. */
public final class TreeHash {
  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private TreeHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes 32 bytes; rule {@code tree-hash}. */
  public static TreeHash of(byte[] hash) {
    requireLength(hash.length);
    return new TreeHash(hash.clone());
  }

  /** A leaf's hash as the hash of the tree of that leaf alone. */
  public static TreeHash of(LeafHash leaf) {
    return new TreeHash(leaf.toBytes());
  }

  /** The 32 bytes at an offset of a larger array. */
  public static TreeHash of(byte[] bytes, int offset) {
    return new TreeHash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
  }

  /** RFC 4648 §4, padded, 44 characters; rules {@code base64}, {@code tree-hash}. */
  public static TreeHash parseBase64(String text) {
    byte[] decoded = CanonicalBase64.decode(text);
    requireLength(decoded.length);
    return new TreeHash(decoded);
  }

  private static void requireLength(int length) {
    if (length != LENGTH) {
      throw FormatRule.TREE_HASH.violation(0, "a hash has 32 bytes, not " + length);
    }
  }

  /** The bytes themselves, not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** 32 bytes, a copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** 44 characters. */
  public String toBase64() {
    return CanonicalBase64.encode(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TreeHash that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toBase64();
  }
}
