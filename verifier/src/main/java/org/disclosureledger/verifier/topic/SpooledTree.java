package org.disclosureledger.verifier.topic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;

/** Entry bundles and hash tiles (FORMAT §5) of spooled entries. */
final class SpooledTree {
  private final EntrySpool spool;
  private final Path target;

  SpooledTree(EntrySpool spool, Path target) {
    this.spool = spool;
    this.target = target;
  }

  /**
   * Writes the tree of so many entries, up to the first that is missing.
   *
   * @return that one
   */
  Optional<Long> write(long size) throws IOException {
    List<TreeHash> level = new ArrayList<>();
    long full = size / TileCoordinate.FULL;
    long bundles = full + (size % TileCoordinate.FULL == 0 ? 0 : 1);
    for (long index = 0; index < bundles; index++) {
      TileCoordinate place = TileCoordinate.of(TileCoordinate.ENTRIES, index, size);
      List<byte[]> entries = new ArrayList<>();
      ByteArrayOutputStream hashes = new ByteArrayOutputStream();
      for (int i = 0; i < place.width(); i++) {
        long leaf = index * TileCoordinate.FULL + i;
        Optional<byte[]> entry = spool.get(Math.toIntExact(leaf));
        if (entry.isEmpty()) {
          return Optional.of(leaf);
        }
        entries.add(entry.get());
        hashes.writeBytes(LeafHasher.leaf(entry.get()).toBytes());
      }
      write(place, EntryBundle.encode(entries));
      tile(new TileCoordinate(0, index, place.width()), hashes.toByteArray(), level);
    }
    for (int height = 1; !level.isEmpty(); height++) {
      level = above(height, level);
    }
    return Optional.empty();
  }

  /** The level over these roots of full tiles. */
  private List<TreeHash> above(int height, List<TreeHash> below) throws IOException {
    List<TreeHash> roots = new ArrayList<>();
    for (int from = 0; from < below.size(); from += TileCoordinate.FULL) {
      List<TreeHash> some = below.subList(from, Math.min(below.size(), from + TileCoordinate.FULL));
      ByteArrayOutputStream hashes = new ByteArrayOutputStream();
      some.forEach(hash -> hashes.writeBytes(hash.toBytes()));
      TileCoordinate place = new TileCoordinate(height, from / TileCoordinate.FULL, some.size());
      tile(place, hashes.toByteArray(), roots);
    }
    return roots;
  }

  private void tile(TileCoordinate place, byte[] hashes, List<TreeHash> roots) throws IOException {
    write(place, hashes);
    if (place.isFull()) {
      roots.add(new HashTile(place, hashes).root());
    }
  }

  private void write(TileCoordinate place, byte[] bytes) throws IOException {
    Path file = target.resolve(place.path());
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.write(file, bytes);
  }
}
