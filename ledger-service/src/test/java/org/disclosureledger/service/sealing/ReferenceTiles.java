package org.disclosureledger.service.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHash;

/**
 * Tiles and root straight from the definitions (RFC 6962 §2.1, C2SP tlog-tiles), sharing no code
 * with what the service stores and serves.
 */
final class ReferenceTiles {
  /** By level of tiles: hashes of complete subtrees of 256^level leaves. */
  private final List<List<byte[]>> levels = new ArrayList<>();

  ReferenceTiles(List<LeafHash> leaves) {
    levels.add(leaves.stream().map(LeafHash::toBytes).toList());
    while (levels.getLast().size() >= 256) {
      List<byte[]> below = levels.getLast();
      List<byte[]> next = new ArrayList<>();
      for (int i = 0; i + 256 <= below.size(); i += 256) {
        next.add(root(below.subList(i, i + 256)));
      }
      levels.add(next);
    }
  }

  /** MTH of RFC 6962 §2.1, on hashes that stand for equal subtrees. */
  private static byte[] root(List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    int split = Integer.highestOneBit(hashes.size() - 1);
    return sha256(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
  }

  private static byte[] sha256(byte[] left, byte[] right) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(
              ByteBuffer.allocate(1 + left.length + right.length)
                  .put((byte) 1)
                  .put(left)
                  .put(right)
                  .array());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  TreeHash root() {
    List<byte[]> leaves = levels.getFirst();
    return leaves.isEmpty() ? LeafHasher.empty() : TreeHash.of(root(leaves));
  }

  int topLevel() {
    return levels.getLast().isEmpty() ? levels.size() - 2 : levels.size() - 1;
  }

  /** Hashes from {@code index * 256}, {@code width} of them. */
  byte[] tile(int level, long index, int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int from = Math.toIntExact(index * 256);
    levels.get(level).subList(from, from + width).forEach(bytes::writeBytes);
    return bytes.toByteArray();
  }

  /** Every full tile by {@code level/index}. */
  Map<String, byte[]> fullTiles() {
    Map<String, byte[]> tiles = new HashMap<>();
    for (int level = 0; level < levels.size(); level++) {
      for (int index = 0; index < levels.get(level).size() / 256; index++) {
        tiles.put(level + "/" + index, tile(level, index, 256));
      }
    }
    return tiles;
  }
}
