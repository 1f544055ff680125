package org.disclosureledger.verifier.mirror;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.LeafHash;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.format.tile.TileHashes;
import org.disclosureledger.verifier.check.ContinuityCheck;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Findings;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.source.LedgerFiles;
import org.disclosureledger.verifier.source.LedgerFiles.StoredBundle;
import org.disclosureledger.verifier.source.LedgerFiles.StoredEntry;
import org.disclosureledger.verifier.source.LedgerFiles.StoredTile;
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tiles and bundles of one verified head into a directory. The partial tiles at the
 * right edge together give the root; each full tile's root stands in the level above; each entry's
 * hash stands in level 0. So nothing is kept that the checkpoint does not cover. What is there
 * already is checked the same way and not fetched again.
 */
final class CheckedTiles {
  private static final int LEVELS = 7;

  private final LedgerFiles remote;
  private final LedgerFiles local;
  private final MirrorDirectory directory;
  private final TreeHead head;
  private final Findings findings;
  private final Map<Integer, HashTile> parents = new HashMap<>();
  private long fetched;
  private long present;

  CheckedTiles(LedgerFiles remote, MirrorDirectory directory, TreeHead head, Findings findings) {
    this.remote = remote;
    this.local = new LedgerFiles(directory.source());
    this.directory = directory;
    this.head = head;
    this.findings = findings;
  }

  /** Files that do not fit the checkpoint, and so end the mirroring. */
  private static final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;
  }

  long fetched() {
    return fetched;
  }

  long present() {
    return present;
  }

  /** All partial tiles and bundles of a tree. */
  static List<TileCoordinate> partials(long size) {
    List<TileCoordinate> partials = new ArrayList<>();
    for (int level = TileCoordinate.ENTRIES; level < LEVELS; level++) {
      long hashes = size >> (8 * Math.max(level, 0));
      if (hashes % TileCoordinate.FULL != 0) {
        partials.add(TileCoordinate.of(level, hashes / TileCoordinate.FULL, size));
      }
    }
    return partials;
  }

  /** Every hash tile; a finding ends it early. */
  void fetchTiles() throws IOException, SourceException {
    try {
      edge();
      for (int level = LEVELS - 1; level >= 0; level--) {
        long full = head.size() >> (8 * (level + 1));
        for (long index = 0; index < full; index++) {
          full(new TileCoordinate(level, index, TileCoordinate.FULL));
        }
      }
    } catch (Mismatch reported) {
      return;
    }
  }

  /** The partial tiles, which only together can be checked. */
  private void edge() throws IOException, SourceException, Mismatch {
    Map<TileCoordinate, HashTile> tiles = new HashMap<>();
    List<TileCoordinate> missing = new ArrayList<>();
    for (TileCoordinate tile : partials(head.size())) {
      if (tile.level() == TileCoordinate.ENTRIES) {
        continue;
      }
      Optional<byte[]> own = directory.read(tile.path(), tile.width() * TreeHash.LENGTH);
      if (own.isEmpty()) {
        missing.add(tile);
      }
      byte[] hashes = own.isPresent() ? own.get() : remoteTile(tile);
      tiles.put(tile, hashTile(tile, hashes));
    }
    TreeHash root =
        TreeHead.rootOf(
            head.size(),
            new TileHashes(
                head.size(),
                tile -> {
                  HashTile held = tiles.get(tile);
                  if (held == null) {
                    throw new IllegalStateException("the root needs partial tiles only");
                  }
                  return held;
                }));
    if (!root.equals(head.root())) {
      String file = suspect(tiles, missing);
      throw mismatch(Rule.TREE_ROOT, -1, file, -1, head.root().toBase64(), root.toBase64());
    }
    present += tiles.size() - missing.size();
    for (TileCoordinate tile : missing) {
      HashTile fetchedTile = tiles.get(tile);
      if (fetchedTile != null) {
        keep(tile, fetchedTile.bytes());
      }
    }
  }

  /** The edge is checked as a whole, so what was there already is held against the server's. */
  private String suspect(Map<TileCoordinate, HashTile> tiles, List<TileCoordinate> fetched)
      throws SourceException {
    List<TileCoordinate> all = new ArrayList<>(tiles.keySet());
    all.sort(Comparator.comparing(TileCoordinate::path));
    for (TileCoordinate tile : all) {
      HashTile held = tiles.get(tile);
      if (held != null
          && !fetched.contains(tile)
          && !Arrays.equals(held.bytes(), remoteTile(tile))) {
        return tile.path();
      }
    }
    return all.isEmpty() ? LedgerFiles.CHECKPOINT : all.getFirst().path();
  }

  private void full(TileCoordinate tile) throws IOException, SourceException, Mismatch {
    Optional<StoredTile> own = local.hashTile(tile);
    HashTile hashes = hashTile(tile, own.isPresent() ? own.get().hashes() : remoteTile(tile));
    TreeHash expected =
        parent(tile.level() + 1, tile.index() / TileCoordinate.FULL)
            .hash((int) (tile.index() % TileCoordinate.FULL));
    TreeHash found = hashes.root();
    if (!found.equals(expected)) {
      throw mismatch(
          Rule.TILE_HASH, tile.firstLeaf(), tile.path(), -1, expected.toBase64(), found.toBase64());
    }
    if (own.isPresent()) {
      present++;
    } else {
      keep(tile, hashes.bytes());
    }
  }

  private byte[] remoteTile(TileCoordinate tile) throws SourceException {
    return remote
        .hashTile(tile)
        .orElseThrow(() -> new SourceException(Kind.UNREADABLE, tile.path(), "is missing"))
        .hashes();
  }

  private HashTile hashTile(TileCoordinate tile, byte[] hashes) throws Mismatch {
    try {
      return new HashTile(tile, hashes);
    } catch (FormatException e) {
      throw mismatch(
          Rule.TILE_LENGTH,
          tile.firstLeaf(),
          tile.path(),
          e.offset(),
          tile.width() * TreeHash.LENGTH + " bytes",
          hashes.length + " bytes");
    }
  }

  /** A tile that is in the directory and checked; the last one of each level is at hand. */
  private HashTile parent(int level, long index) throws IOException {
    HashTile held = parents.get(level);
    if (held == null || held.coordinate().index() != index) {
      held = stored(TileCoordinate.of(level, index, head.size()));
      parents.put(level, held);
    }
    return held;
  }

  private HashTile stored(TileCoordinate tile) throws IOException {
    try {
      byte[] hashes =
          local
              .hashTile(tile)
              .orElseThrow(() -> new IOException(tile.path() + " has gone from the directory"))
              .hashes();
      return new HashTile(tile, hashes);
    } catch (SourceException | FormatException e) {
      throw new IOException(tile.path() + " changed in the directory meanwhile", e);
    }
  }

  /** The root at a size up to the head's, from checked tiles; empty if not all are there. */
  Optional<TreeHash> rootAt(long size) {
    if (size > head.size()) {
      return Optional.empty();
    }
    TileHashes hashes =
        new TileHashes(
            head.size(),
            tile -> {
              try {
                return stored(tile);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try {
      return Optional.of(TreeHead.rootOf(size, hashes));
    } catch (UncheckedIOException incomplete) {
      return Optional.empty();
    }
  }

  /** Every bundle; a finding ends it early. */
  void fetchBundles(Progress progress, @Nullable ContinuityCheck continuity)
      throws IOException, SourceException {
    Iterator<TileCoordinate> bundles = TileCoordinate.entryBundles(head.size()).iterator();
    try {
      while (findings.total() == 0 && bundles.hasNext()) {
        TileCoordinate bundle = bundles.next();
        bundle(bundle, continuity);
        progress.at(bundle.firstLeaf() + bundle.width(), head.size());
      }
    } catch (Mismatch reported) {
      return;
    }
  }

  private void bundle(TileCoordinate bundle, @Nullable ContinuityCheck continuity)
      throws IOException, SourceException, Mismatch {
    HashTile hashes = parent(0, bundle.index());
    Optional<StoredBundle> own = local.bundle(bundle);
    StoredBundle entries =
        own.isPresent()
            ? own.get()
            : remote
                .bundle(bundle)
                .orElseThrow(
                    () -> new SourceException(Kind.UNREADABLE, bundle.path(), "is missing"));
    check(bundle, entries, hashes);
    if (own.isPresent()) {
      present++;
    } else {
      keep(bundle, EntryBundle.encode(entries.entries().stream().map(StoredEntry::bytes).toList()));
    }
    if (continuity != null) {
      entries.entries().forEach(entry -> continuity.leaf(LeafHash.ofEntry(entry.bytes())));
    }
  }

  private void check(TileCoordinate bundle, StoredBundle entries, HashTile hashes) throws Mismatch {
    List<StoredEntry> stored = entries.entries();
    for (int i = 0; i < stored.size(); i++) {
      byte[] found = LeafHash.ofEntry(stored.get(i).bytes()).toBytes();
      byte[] expected = hashes.hash(i).toBytes();
      if (!Arrays.equals(found, expected)) {
        throw mismatch(
            Rule.TILE_HASH,
            bundle.firstLeaf() + i,
            entries.file(),
            stored.get(i).offset(),
            TreeHash.of(expected).toBase64(),
            TreeHash.of(found).toBase64());
      }
    }
    FormatException malformed = entries.malformed();
    if (malformed != null) {
      throw mismatch(
          malformed.rule(),
          String.valueOf(malformed.getMessage()),
          bundle.firstLeaf() + stored.size(),
          entries.file(),
          malformed.offset(),
          null,
          null);
    }
  }

  private void keep(TileCoordinate tile, byte[] bytes) throws IOException {
    directory.write(tile.path(), bytes);
    fetched++;
  }

  private Mismatch mismatch(
      Rule rule, long leaf, String file, long offset, String expected, String found) {
    return mismatch(rule.id(), rule.meaning(), leaf, file, offset, expected, found);
  }

  private Mismatch mismatch(
      String rule,
      String message,
      long leaf,
      String file,
      long offset,
      @Nullable String expected,
      @Nullable String found) {
    findings.add(
        new Finding.OfTile(Grade.TREE, rule, leaf, file, offset, message, expected, found));
    return new Mismatch();
  }
}
