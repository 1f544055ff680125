package org.disclosureledger.format.tile;

import java.util.Arrays;
import org.disclosureledger.format.FormatRule;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHash;
import org.jspecify.annotations.Nullable;

/**
 * Up to 256 consecutive hashes of one level of tiles.
 *
 * @param bytes 32 for each hash of the coordinate's width
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record HashTile(TileCoordinate coordinate, byte[] bytes) {
  /** Rule {@code tile-length}. */
  public HashTile {
    if (coordinate.level() == TileCoordinate.ENTRIES) {
      throw new IllegalArgumentException("an entry bundle holds no hashes");
    }
    if (bytes.length != coordinate.width() * TreeHash.LENGTH) {
      throw FormatRule.TILE_LENGTH.violation(
          Math.min(bytes.length, coordinate.width() * TreeHash.LENGTH),
          "a tile of width " + coordinate.width() + " does not have " + bytes.length + " bytes");
    }
    bytes = bytes.clone();
  }

  /** The hash at a place, from 0. */
  public TreeHash hash(int place) {
    if (place < 0 || place >= coordinate.width()) {
      throw new IndexOutOfBoundsException("place " + place + " of " + coordinate.width());
    }
    return TreeHash.of(bytes, place * TreeHash.LENGTH);
  }

  /** The hash of a complete subtree of 2^height of its hashes, the first at {@code place}. */
  public TreeHash subtree(int place, int height) {
    if (height == 0) {
      return hash(place);
    }
    int half = 1 << (height - 1);
    return LeafHasher.node(subtree(place, height - 1), subtree(place + half, height - 1));
  }

  /** The hash that stands for this tile in the level above; only a full tile has one. */
  public TreeHash root() {
    if (!coordinate.isFull()) {
      throw new IllegalStateException("a partial tile is never hashed upward");
    }
    return subtree(0, 8);
  }

  /** A copy. */
  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HashTile that
        && coordinate.equals(that.coordinate)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return coordinate.path();
  }
}
