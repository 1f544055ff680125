package org.disclosureledger.verifier.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeFrontier;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.report.Counted;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerFiles.StoredTile;
import org.disclosureledger.verifier.source.SourceException;
import org.jspecify.annotations.Nullable;

/**
 * Grade <em>tree</em>: every tile of every level and the root, recomputed from the entries. Memory
 * is one tile a level, and a root for each of the sizes asked for.
 */
final class TreeCheck implements LeafCheck {
  private static final int WIDTH = TileCoordinate.FULL;
  private static final int HASH = TreeHash.LENGTH;

  private final LedgerFiles files;
  private final Findings findings;
  private final TreeFrontier frontier = TreeFrontier.empty();
  private final List<Level> levels = new ArrayList<>();
  private final Set<Long> wantedSizes;
  private final Map<Long, TreeHash> roots = new HashMap<>();
  private long tiles;
  private @Nullable String missing;

  /** The tile being filled at one level. */
  private static final class Level {
    private final byte[] hashes = new byte[WIDTH * HASH];
    private int width;
    private long index;
  }

  /**
   * @param wantedSizes the sizes whose roots are kept for other checks
   */
  TreeCheck(LedgerFiles files, Set<Long> wantedSizes, Findings findings) {
    this.files = files;
    this.wantedSizes = wantedSizes;
    this.findings = findings;
    if (wantedSizes.contains(0L)) {
      roots.put(0L, LeafHasher.empty());
    }
  }

  @Override
  public void leaf(Leaf leaf) {
    frontier.append(leaf.hash());
    add(0, leaf.hash().toBytes());
    if (wantedSizes.contains(frontier.size())) {
      roots.put(frontier.size(), frontier.root());
    }
  }

  /** The recomputed root at one of the sizes asked for, empty beyond the leaves seen. */
  Optional<TreeHash> rootAt(long size) {
    return Optional.ofNullable(roots.get(size));
  }

  /**
   * To be called after the last leaf.
   *
   * @param stopped why that was not the head's last leaf, empty if it was
   * @param place what is known of where the tree departs from signed heads, for the root's finding
   */
  GradeResult result(TreeHead head, Optional<String> stopped, String place) {
    if (stopped.isEmpty()) {
      for (int level = 0; level < levels.size(); level++) {
        if (levels.get(level).width > 0) {
          compare(level, levels.get(level));
        }
      }
      compareRoot(head, place);
    }
    String recomputed = Counted.of(tiles, "tile", "tiles") + " recomputed";
    if (findings.any(Grade.TREE)) {
      return GradeResult.fail(Grade.TREE, recomputed + "; " + findings.counted(Grade.TREE));
    }
    if (stopped.isPresent() || missing != null) {
      return GradeResult.notChecked(Grade.TREE, stopped.orElseGet(() -> missing + " is missing"));
    }
    return GradeResult.pass(Grade.TREE, "root and " + recomputed);
  }

  private void compareRoot(TreeHead head, String place) {
    TreeHash recomputed = frontier.root();
    if (!recomputed.equals(head.root())) {
      findings.add(
          new Finding.OfNote(
              Grade.TREE,
              Rule.TREE_ROOT.id(),
              LedgerFiles.CHECKPOINT,
              -1,
              Rule.TREE_ROOT.meaning() + place,
              head.root().toBase64(),
              recomputed.toBase64()));
    }
  }

  private void add(int at, byte[] hash) {
    if (levels.size() == at) {
      levels.add(new Level());
    }
    Level level = levels.get(at);
    System.arraycopy(hash, 0, level.hashes, level.width * HASH, HASH);
    level.width++;
    if (level.width == WIDTH) {
      compare(at, level);
      byte[] root = new HashTile(coordinate(at, level), level.hashes).root().toBytes();
      level.width = 0;
      level.index++;
      add(at + 1, root);
    }
  }

  private static TileCoordinate coordinate(int at, Level level) {
    return new TileCoordinate(at, level.index, level.width);
  }

  private void compare(int at, Level level) {
    TileCoordinate coordinate = coordinate(at, level);
    long firstLeaf = coordinate.firstLeaf();
    Optional<StoredTile> read;
    try {
      read = files.hashTile(coordinate);
    } catch (SourceException e) {
      SourceFindings.report(e, Grade.TREE, firstLeaf, findings);
      missing = missing == null ? e.path() : missing;
      return;
    }
    if (read.isEmpty()) {
      missing = missing == null ? coordinate.path() : missing;
      return;
    }
    tiles++;
    compareHashes(at, level, read.get(), firstLeaf);
  }

  private void compareHashes(int at, Level level, StoredTile stored, long firstLeaf) {
    int expected = level.width * HASH;
    byte[] found = stored.hashes();
    if (found.length != expected) {
      findings.add(
          new Finding.OfTile(
              Grade.TREE,
              Rule.TILE_LENGTH.id(),
              firstLeaf,
              stored.file(),
              Math.min(found.length, expected),
              Rule.TILE_LENGTH.meaning(),
              expected + " bytes",
              found.length + " bytes"));
    }
    for (int from = 0; from + HASH <= Math.min(found.length, expected); from += HASH) {
      if (!Arrays.equals(found, from, from + HASH, level.hashes, from, from + HASH)) {
        long covered = (level.index * WIDTH + from / HASH) << (8 * at);
        findings.add(
            new Finding.OfTile(
                Grade.TREE,
                Rule.TILE_HASH.id(),
                covered,
                stored.file(),
                from,
                Rule.TILE_HASH.meaning(),
                base64(level.hashes, from),
                base64(found, from)));
      }
    }
  }

  private static String base64(byte[] hashes, int from) {
    return TreeHash.of(hashes, from).toBase64();
  }
}
