package org.disclosureledger.verifier.mirror;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
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
import org.disclosureledger.verifier.source.SourceException;
import org.disclosureledger.verifier.source.SourceException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Brings the tiles and bundles of one verified head into a directory. The partial tiles at the
 * right edge together give the root; each full tile's root stands in the level above; each entry's
 * hash stands in level 0. So nothing is kept that the checkpoint does not cover. What is there
 * already is checked the same way and not fetched again; where it does not fit, the server's takes
 * its place, and only if that does not fit either is the server at fault.
 */
final class CheckedTiles {
  private static final int LEVELS = 7;

  private final LedgerFiles remote;
  private final LedgerFiles local;
  private final MirrorDirectory directory;
  private final TreeHead head;
  private final Findings findings;
  private final Map<TileCoordinate, Got> edge = new LinkedHashMap<>();
  private final Map<TileCoordinate, Got> ahead = new HashMap<>();
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

  /** A checked tile, and whether the directory has it already. */
  private record Got(HashTile tile, boolean own) {}

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

  /** Gets the tiles at the right edge and holds them against the root; writes nothing. */
  void checkEdge() throws SourceException {
    List<TileCoordinate> tiles =
        partials(head.size()).stream()
            .filter(tile -> tile.level() != TileCoordinate.ENTRIES)
            .toList();
    try {
      for (TileCoordinate tile : tiles) {
        Optional<HashTile> own = own(tile);
        edge.put(tile, own.isPresent() ? new Got(own.get(), true) : fetched(tile));
      }
      if (rootOfEdge().equals(head.root())) {
        return;
      }
      // Only together can they be checked: what was here already may be what does not fit.
      for (TileCoordinate tile : tiles) {
        Got held = edge.get(tile);
        if (held != null && held.own()) {
          Got served = fetched(tile);
          boolean same = Arrays.equals(served.tile().bytes(), held.tile().bytes());
          edge.put(tile, same ? held : served);
        }
      }
      TreeHash root = rootOfEdge();
      if (!root.equals(head.root())) {
        String file = tiles.isEmpty() ? LedgerFiles.CHECKPOINT : tiles.getFirst().path();
        throw mismatch(Rule.TREE_ROOT, -1, file, -1, head.root().toBase64(), root.toBase64());
      }
    } catch (Mismatch reported) {
      return;
    }
  }

  private Optional<HashTile> own(TileCoordinate tile) {
    try {
      return directory
          .read(tile.path(), tile.width() * TreeHash.LENGTH)
          .map(bytes -> new HashTile(tile, bytes));
    } catch (SourceException | FormatException damaged) {
      return Optional.empty();
    }
  }

  private TreeHash rootOfEdge() {
    return TreeHead.rootOf(
        head.size(),
        new TileHashes(
            head.size(),
            tile -> {
              Got held = edge.get(tile);
              if (held == null) {
                throw new IllegalStateException("the root needs partial tiles only");
              }
              return held.tile();
            }));
  }

  /**
   * The root at a size up to the head's, from tiles that lie under the checked edge; empty beyond
   * the head. Writes nothing, so that a head which turns out to be a fork leaves no trace.
   *
   * @throws SourceException if the server does not have them
   */
  Optional<TreeHash> rootAt(long size) throws SourceException {
    if (size > head.size() || findings.total() > 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(TreeHead.rootOf(size, new TileHashes(head.size(), this::underEdge)));
    } catch (Interruption e) {
      if (e.getCause() instanceof SourceException source) {
        throw source;
      }
      return Optional.empty();
    }
  }

  /** What ends a computation of roots, carried through an interface that declares nothing. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interruption(Exception cause) {
      super(cause);
    }
  }

  private HashTile underEdge(TileCoordinate tile) {
    Got held = edge.containsKey(tile) ? edge.get(tile) : ahead.get(tile);
    if (held == null) {
      HashTile parent =
          underEdge(
              TileCoordinate.of(tile.level() + 1, tile.index() / TileCoordinate.FULL, head.size()));
      try {
        held = got(tile, parent);
      } catch (SourceException | Mismatch e) {
        throw new Interruption(e);
      }
      ahead.put(tile, held);
    }
    return held.tile();
  }

  /** Every hash tile gets its name; a finding ends it early. */
  void fetchTiles() throws IOException, SourceException {
    try {
      for (Got tile : edge.values()) {
        keep(tile);
      }
      for (int level = LEVELS - 1; level >= 0; level--) {
        long full = head.size() >> (8 * (level + 1));
        for (long index = 0; index < full; index++) {
          TileCoordinate tile = new TileCoordinate(level, index, TileCoordinate.FULL);
          Got early = ahead.get(tile);
          keep(early != null ? early : got(tile, parent(level + 1, index / TileCoordinate.FULL)));
        }
      }
    } catch (Mismatch reported) {
      return;
    }
  }

  /** A full tile whose root stands in its parent: the directory's own, else the server's. */
  private Got got(TileCoordinate tile, HashTile parent) throws SourceException, Mismatch {
    TreeHash expected = parent.hash((int) (tile.index() % TileCoordinate.FULL));
    Optional<HashTile> own = own(tile);
    if (own.isPresent() && own.get().root().equals(expected)) {
      return new Got(own.get(), true);
    }
    Got served = fetched(tile);
    TreeHash found = served.tile().root();
    if (!found.equals(expected)) {
      throw mismatch(
          Rule.TILE_HASH, tile.firstLeaf(), tile.path(), -1, expected.toBase64(), found.toBase64());
    }
    return served;
  }

  private void keep(Got tile) throws IOException {
    if (tile.own()) {
      present++;
    } else {
      keep(tile.tile().coordinate(), tile.tile().bytes());
    }
  }

  private Got fetched(TileCoordinate tile) throws SourceException, Mismatch {
    byte[] hashes =
        remote
            .hashTile(tile)
            .orElseThrow(() -> new SourceException(Kind.UNREADABLE, tile.path(), "is missing"))
            .hashes();
    try {
      return new Got(new HashTile(tile, hashes), false);
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
    return own(tile)
        .orElseThrow(() -> new IOException(tile.path() + " changed in the directory meanwhile"));
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
    Optional<StoredBundle> own =
        ownBundle(bundle).filter(held -> flaw(bundle, held, hashes) == null);
    StoredBundle entries;
    if (own.isPresent()) {
      entries = own.get();
      present++;
    } else {
      entries =
          remote
              .bundle(bundle)
              .orElseThrow(() -> new SourceException(Kind.UNREADABLE, bundle.path(), "is missing"));
      Finding flaw = flaw(bundle, entries, hashes);
      if (flaw != null) {
        findings.add(flaw);
        throw new Mismatch();
      }
      keep(bundle, EntryBundle.encode(entries.entries().stream().map(StoredEntry::bytes).toList()));
    }
    if (continuity != null) {
      entries.entries().forEach(entry -> continuity.leaf(LeafHash.ofEntry(entry.bytes())));
    }
  }

  private Optional<StoredBundle> ownBundle(TileCoordinate bundle) {
    try {
      return local.bundle(bundle);
    } catch (SourceException damaged) {
      return Optional.empty();
    }
  }

  /** How a bundle departs from the tile above it, null if it does not. */
  private static @Nullable Finding flaw(
      TileCoordinate bundle, StoredBundle entries, HashTile hashes) {
    List<StoredEntry> stored = entries.entries();
    for (int i = 0; i < stored.size(); i++) {
      byte[] found = LeafHash.ofEntry(stored.get(i).bytes()).toBytes();
      byte[] expected = hashes.hash(i).toBytes();
      if (!Arrays.equals(found, expected)) {
        return new Finding.OfTile(
            Grade.TREE,
            Rule.TILE_HASH.id(),
            bundle.firstLeaf() + i,
            entries.file(),
            stored.get(i).offset(),
            Rule.TILE_HASH.meaning(),
            TreeHash.of(expected).toBase64(),
            TreeHash.of(found).toBase64());
      }
    }
    FormatException malformed = entries.malformed();
    return malformed == null
        ? null
        : new Finding.OfTile(
            Grade.TREE,
            malformed.rule(),
            bundle.firstLeaf() + stored.size(),
            entries.file(),
            malformed.offset(),
            String.valueOf(malformed.getMessage()),
            null,
            null);
  }

  private void keep(TileCoordinate tile, byte[] bytes) throws IOException {
    directory.write(tile.path(), bytes);
    fetched++;
  }

  private Mismatch mismatch(
      Rule rule, long leaf, String file, long offset, String expected, String found) {
    findings.add(
        new Finding.OfTile(
            Grade.TREE, rule.id(), leaf, file, offset, rule.meaning(), expected, found));
    return new Mismatch();
  }
}
