package org.disclosureledger.format.tile;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.format.FormatRule;

/**
 * Which tile: C2SP tlog-tiles.
 *
 * @param level 0 to 63 for hashes, {@link #ENTRIES} for entry bundles
 * @param index within the level, 0 to 2^53−1
 * @param width hashes or entries in it, 1 to 256
 */
public record TileCoordinate(int level, long index, int width) {
  /** The level of entry bundles. */
  public static final int ENTRIES = -1;

  /** Hashes or entries in a full tile. */
  public static final int FULL = 256;

  private static final int HEIGHT = 8;
  private static final int MAX_LEVEL = 63;
  private static final Pattern PATH =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public TileCoordinate {
    boolean known = level >= ENTRIES && level <= MAX_LEVEL;
    if (!known || index < 0 || index > FormatLimits.MAX_SAFE_INTEGER || width < 1 || width > FULL) {
      throw new IllegalArgumentException(
          "no tile of level " + level + ", index " + index + ", width " + width);
    }
  }

  /** Reads {@link #path}; rule {@code tile-path}. */
  public static TileCoordinate parse(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw violation();
    }
    String level = matcher.group(1);
    String index = matcher.group(2);
    String width = matcher.group(3);
    TileCoordinate tile;
    try {
      tile =
          new TileCoordinate(
              level.equals("entries") ? ENTRIES : Integer.parseInt(level),
              Long.parseLong(index.replace("x", "").replace("/", "")),
              width == null ? FULL : Integer.parseInt(width));
    } catch (IllegalArgumentException e) {
      throw violation();
    }
    if (!tile.path().equals(path)) {
      throw violation();
    }
    return tile;
  }

  private static RuntimeException violation() {
    return FormatRule.TILE_PATH.violation(0, "not the path of a tile or entry bundle");
  }

  /** Every hash tile of a tree, level by level, in each by index; lazily. */
  public static Stream<TileCoordinate> hashTiles(long size) {
    return IntStream.rangeClosed(0, topLevel(size))
        .boxed()
        .flatMap(level -> tiles(level, size >> (HEIGHT * level)));
  }

  /** Every entry bundle of a tree by index; lazily. */
  public static Stream<TileCoordinate> entryBundles(long size) {
    return tiles(ENTRIES, size);
  }

  /**
   * The tile at a level and index as a tree of this size has it.
   *
   * @throws IllegalArgumentException if it has none there
   */
  public static TileCoordinate of(int level, long index, long treeSize) {
    long hashes = treeSize >> (HEIGHT * Math.max(level, 0));
    return new TileCoordinate(level, index, (int) Math.min(FULL, hashes - index * FULL));
  }

  private static Stream<TileCoordinate> tiles(int level, long hashes) {
    return LongStream.range(0, (hashes + FULL - 1) / FULL)
        .mapToObj(
            index -> new TileCoordinate(level, index, (int) Math.min(FULL, hashes - index * FULL)));
  }

  /** −1 for the empty tree. */
  private static int topLevel(long size) {
    int level = -1;
    while (level < 7 && size >> (HEIGHT * (level + 1)) > 0) {
      level++;
    }
    return level;
  }

  public boolean isFull() {
    return width == FULL;
  }

  /** The first leaf or entry under it. */
  public long firstLeaf() {
    return index << (HEIGHT * (Math.max(level, 0) + 1));
  }

  /** The tile that, once full, has this one's hashes as its prefix. */
  public TileCoordinate full() {
    return new TileCoordinate(level, index, FULL);
  }

  /** Relative, e.g. {@code tile/0/x001/x234/067.p/12} or {@code tile/entries/000}. */
  public String path() {
    StringBuilder path = new StringBuilder("tile/");
    path.append(level == ENTRIES ? "entries" : Integer.toString(level)).append('/');
    path.append(group(index));
    if (!isFull()) {
      path.append(".p/").append(width);
    }
    return path.toString();
  }

  private static String group(long index) {
    String groups = String.format(Locale.ROOT, "%03d", index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      groups = String.format(Locale.ROOT, "x%03d/", rest % 1000) + groups;
    }
    return groups;
  }

  @Override
  public String toString() {
    return path();
  }
}
