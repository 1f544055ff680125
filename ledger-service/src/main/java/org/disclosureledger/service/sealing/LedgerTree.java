package org.disclosureledger.service.sealing;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.disclosureledger.format.merkle.HashReader;
import org.disclosureledger.format.merkle.LeafHasher;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.merkle.TreeHead;
import org.disclosureledger.format.tile.EntryBundle;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.service.database.LedgerReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ledger's tree as it is stored: full tiles from their rows, partial ones from what they hold.
 */
public class LedgerTree implements LedgerHeads {
  private static final int WIDTH = 256;
  private static final int BITS = 8;

  private final LedgerReader database;
  private final LedgerDirectory directory;

  LedgerTree(LedgerReader database, LedgerDirectory directory) {
    this.database = database;
    this.directory = directory;
  }

  @Override
  public Optional<TreeHead> at(String ledger, long size) {
    return directory
        .find(ledger)
        .flatMap(found ->
            withHashes(
                found.id(),
                hashes ->
                    hashes.size() < size
                        ? Optional.<TreeHead>empty()
                        : Optional.of(new TreeHead(size, TreeHead.rootOf(size, hashes)))));
  }

  @Override
  public Optional<String> successor(String ledger) {
    return directory
        .find(ledger)
        .flatMap(found ->
            database.in(
                found.id(),
                db ->
                    db.sql(
                            """
                            SELECT successor FROM ledger_head
                            WHERE ledger_id = :l AND successor IS NOT NULL\
                            """)
                        .param("l", found.id())
                        .query(String.class)
                        .optional()));
  }

  /** The newest signed note. */
  public Optional<byte[]> checkpoint(UUID ledger) {
    return database.in(
        ledger,
        db ->
            db.sql(
                    """
                    SELECT note FROM checkpoint WHERE ledger_id = :l
                    ORDER BY size DESC LIMIT 1\
                    """)
                .param("l", ledger)
                .query(byte[].class)
                .optional());
  }

  /**
   * A stored note, whatever it says.
   *
   * @param size under which it is stored
   */
  public record StoredNote(long size, byte[] note) {}

  /** The stored note of the largest size up to one. */
  public Optional<StoredNote> checkpoint(UUID ledger, long upTo) {
    return database.in(
        ledger,
        db ->
            db.sql(
                    """
                    SELECT size, note FROM checkpoint WHERE ledger_id = :l AND size <= :size
                    ORDER BY size DESC LIMIT 1\
                    """)
                .param("l", ledger)
                .param("size", upTo)
                .query((row, n) -> new StoredNote(row.getLong(1), row.getBytes(2)))
                .optional());
  }

  /** A hash tile or entry bundle; empty when the committed tree does not reach that far. */
  public Optional<byte[]> tile(UUID ledger, TileCoordinate tile) {
    return database.in(ledger, db -> tile(db, ledger, tile));
  }

  /** Hashes of complete subtrees for proofs; remembers its tiles, so make one a proof. */
  public <T> T withHashes(UUID ledger, Function<TreeHashes, T> use) {
    return database.in(ledger, db -> use.apply(new TileHashes(db, ledger)));
  }

  /** A hash reader that knows how far the tree reaches. */
  public interface TreeHashes extends HashReader {
    long size();
  }

  private static Optional<byte[]> tile(JdbcClient db, UUID ledger, TileCoordinate tile) {
    if (tile.level() == TileCoordinate.ENTRIES) {
      List<byte[]> entries = column(db, ledger, "bytes", tile);
      return entries.size() == tile.width()
          ? Optional.of(EntryBundle.encode(entries))
          : Optional.empty();
    }
    if (tile.isFull()) {
      return db.sql(
              """
              SELECT hashes FROM tile
              WHERE ledger_id = :l AND level = :level AND index = :index\
              """)
          .param("l", ledger)
          .param("level", tile.level())
          .param("index", tile.index())
          .query(byte[].class)
          .optional();
    }
    List<byte[]> hashes =
        tile.level() == 0 ? column(db, ledger, "leaf_hash", tile) : rootsBelow(db, ledger, tile);
    return hashes.size() == tile.width() ? Optional.of(concat(hashes)) : Optional.empty();
  }

  private static List<byte[]> column(
      JdbcClient db, UUID ledger, String column, TileCoordinate tile) {
    return db.sql(
            "SELECT "
                + column
                + " FROM entry WHERE ledger_id = :l AND leaf_index >= :from AND leaf_index < :to"
                + " ORDER BY leaf_index")
        .param("l", ledger)
        .param("from", tile.index() * WIDTH)
        .param("to", tile.index() * WIDTH + tile.width())
        .query(LedgerTree::bytes)
        .list();
  }

  private static byte[] bytes(ResultSet row, int number) throws SQLException {
    return row.getBytes(1);
  }

  private static List<byte[]> rootsBelow(JdbcClient db, UUID ledger, TileCoordinate tile) {
    int below = tile.level() - 1;
    return db
        .sql(
            """
            SELECT index, hashes FROM tile
            WHERE ledger_id = :l AND level = :level AND index >= :from AND index < :to
            ORDER BY index\
            """)
        .param("l", ledger)
        .param("level", below)
        .param("from", tile.index() * WIDTH)
        .param("to", tile.index() * WIDTH + tile.width())
        .query((row, n) ->
            new HashTile(
                new TileCoordinate(below, row.getLong("index"), WIDTH), row.getBytes("hashes")))
        .list()
        .stream()
        .map(full -> full.root().toBytes())
        .toList();
  }

  private static byte[] concat(List<byte[]> hashes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    hashes.forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static final class TileHashes implements TreeHashes {
    private final JdbcClient db;
    private final UUID ledger;
    private final Map<TileCoordinate, HashTile> tiles = new HashMap<>();
    private final long size;

    TileHashes(JdbcClient db, UUID ledger) {
      this.db = db;
      this.ledger = ledger;
      this.size =
          db.sql("SELECT size FROM ledger_head WHERE ledger_id = :l")
              .param("l", ledger)
              .query(Long.class)
              .single();
    }

    @Override
    public long size() {
      return size;
    }

    @Override
    public TreeHash read(int level, long index) {
      int tileLevel = level / BITS;
      int within = level % BITS;
      long first = index << within;
      HashTile tile = tiles.computeIfAbsent(coordinate(tileLevel, first / WIDTH), this::load);
      int offset = (int) (first % WIDTH);
      return subtree(tile, offset, 1 << within);
    }

    private TileCoordinate coordinate(int level, long index) {
      long hashesAtLevel = size >> (BITS * level);
      int width = (int) Math.min(WIDTH, hashesAtLevel - index * WIDTH);
      return new TileCoordinate(level, index, width);
    }

    private HashTile load(TileCoordinate coordinate) {
      byte[] bytes =
          tile(db, ledger, coordinate)
              .orElseThrow(() -> new IllegalStateException("no tile " + coordinate.path()));
      return new HashTile(coordinate, bytes);
    }

    private static TreeHash subtree(HashTile tile, int offset, int width) {
      if (width == 1) {
        return tile.hash(offset);
      }
      int half = width / 2;
      return LeafHasher.node(subtree(tile, offset, half), subtree(tile, offset + half, half));
    }
  }
}
