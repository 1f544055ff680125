package org.disclosureledger.verifier.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.disclosureledger.format.FormatException;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.TileCoordinate;
import org.jspecify.annotations.Nullable;

/**
 * Reads tiles and bundles of a source: a partial one from its own file, or, where that is gone,
 * from the prefix of the full one (FORMAT §5).
 */
public final class LedgerFiles {
  public static final String CHECKPOINT = "checkpoint";
  private static final int FULL = TileCoordinate.FULL;
  private static final int MAX_TILE = FULL * TreeHash.LENGTH;
  private static final int MAX_BUNDLE = FULL * (2 + FormatLimits.MAX_ENTRY_BYTES);

  private final LedgerSource source;

  public LedgerFiles(LedgerSource source) {
    this.source = source;
  }

  /** Hashes as stored, and the file that holds them. The length is not checked. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record StoredTile(String file, byte[] hashes) {}

  /** One entry's bytes; the offset of its first byte is that in the bundle file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record StoredEntry(long offset, byte[] bytes) {}

  /**
   * The entries of a bundle, and if it is malformed, how: then the entries are those before the
   * place where it can no longer be split.
   */
  public record StoredBundle(
      String file, List<StoredEntry> entries, @Nullable FormatException malformed) {}

  /** The tile's stored hashes, empty if neither it nor its full successor is there. */
  public Optional<StoredTile> hashTile(TileCoordinate tile) throws SourceException {
    Optional<byte[]> own = source.read(tile.path(), MAX_TILE);
    if (own.isPresent() || tile.isFull()) {
      return own.map(bytes -> new StoredTile(tile.path(), bytes));
    }
    String full = tile.full().path();
    return source
        .read(full, MAX_TILE)
        .map(b ->
            new StoredTile(
                full, Arrays.copyOf(b, Math.min(b.length, tile.width() * TreeHash.LENGTH))));
  }

  /** The bundle's entries, empty if neither it nor its full successor is there. */
  public Optional<StoredBundle> bundle(TileCoordinate tile) throws SourceException {
    Optional<byte[]> own = source.read(tile.path(), MAX_BUNDLE);
    if (own.isPresent() || tile.isFull()) {
      return own.map(bytes -> split(tile.path(), bytes, tile.width(), tile.width()));
    }
    String full = tile.full().path();
    return source.read(full, MAX_BUNDLE).map(bytes -> split(full, bytes, FULL, tile.width()));
  }

  private static StoredBundle split(String file, byte[] bytes, int stored, int wanted) {
    List<StoredEntry> entries = new ArrayList<>(wanted);
    try {
      long offset = 0;
      for (byte[] entry : EntryBundle.decode(bytes, stored).subList(0, wanted)) {
        entries.add(new StoredEntry(offset + 2, entry));
        offset += 2 + entry.length;
      }
      return new StoredBundle(file, entries, null);
    } catch (FormatException malformed) {
      return new StoredBundle(file, salvage(bytes, wanted), malformed);
    }
  }

  /** What can still be split off the front, so that the first bad entry can be named. */
  private static List<StoredEntry> salvage(byte[] bytes, int wanted) {
    List<StoredEntry> entries = new ArrayList<>();
    int at = 0;
    while (entries.size() < wanted && bytes.length - at >= 2) {
      int length = (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
      if (length == 0 || length > bytes.length - at - 2) {
        break;
      }
      entries.add(new StoredEntry(at + 2L, Arrays.copyOfRange(bytes, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    return entries;
  }
}
