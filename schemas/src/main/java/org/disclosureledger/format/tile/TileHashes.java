package org.disclosureledger.format.tile;

import java.util.function.Function;
import org.disclosureledger.format.merkle.HashReader;
import org.disclosureledger.format.merkle.TreeHash;

/**
 * Reads the hashes of complete subtrees from the tiles of a tree.
 *
 * @param size of the tree, which decides the width of each tile
 * @param tiles gives the tile of a coordinate
 */
public record TileHashes(long size, Function<TileCoordinate, HashTile> tiles)
    implements HashReader {
  private static final int HEIGHT = 8;

  @Override
  public TreeHash read(int level, long index) {
    int tileLevel = level / HEIGHT;
    int height = level % HEIGHT;
    long first = index << height;
    TileCoordinate tile = TileCoordinate.of(tileLevel, first / TileCoordinate.FULL, size);
    return tiles.apply(tile).subtree((int) (first % TileCoordinate.FULL), height);
  }
}
