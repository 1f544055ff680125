package org.disclosureledger.service.sealing;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.disclosureledger.format.merkle.TreeHash;
import org.disclosureledger.format.tile.HashTile;
import org.disclosureledger.format.tile.TileCoordinate;

/** Writes the tiles that a growing tree completes, from what the transaction itself stored. */
final class TileWriter {
  private static final int WIDTH = 256;

  private final Connection connection;

  TileWriter(Connection connection) {
    this.connection = connection;
  }

  void writeFull(UUID ledger, long sizeBefore, long sizeAfter) throws SQLException {
    long from = sizeBefore;
    long to = sizeAfter;
    for (int level = 0; to / WIDTH > 0; level++) {
      for (long index = from / WIDTH; index < to / WIDTH; index++) {
        byte[] hashes = level == 0 ? leaves(ledger, index) : roots(ledger, level - 1, index);
        insert(ledger, level, index, hashes);
      }
      from /= WIDTH;
      to /= WIDTH;
    }
  }

  private byte[] leaves(UUID ledger, long tile) throws SQLException {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream(WIDTH * 32);
    try (PreparedStatement read =
        connection.prepareStatement(
            """
            SELECT leaf_hash FROM entry
            WHERE ledger_id = ? AND leaf_index >= ? AND leaf_index < ? ORDER BY leaf_index\
            """)) {
      read.setObject(1, ledger);
      read.setLong(2, tile * WIDTH);
      read.setLong(3, (tile + 1) * WIDTH);
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          hashes.writeBytes(row.getBytes(1));
        }
      }
    }
    return hashes.toByteArray();
  }

  private byte[] roots(UUID ledger, int level, long tile) throws SQLException {
    ByteArrayOutputStream hashes = new ByteArrayOutputStream(WIDTH * 32);
    try (PreparedStatement read =
        connection.prepareStatement(
            """
            SELECT index, hashes FROM tile
            WHERE ledger_id = ? AND level = ? AND index >= ? AND index < ? ORDER BY index\
            """)) {
      read.setObject(1, ledger);
      read.setInt(2, level);
      read.setLong(3, tile * WIDTH);
      read.setLong(4, (tile + 1) * WIDTH);
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          TreeHash root =
              new HashTile(new TileCoordinate(level, row.getLong(1), WIDTH), row.getBytes(2))
                  .root();
          hashes.writeBytes(root.toBytes());
        }
      }
    }
    return hashes.toByteArray();
  }

  private void insert(UUID ledger, int level, long index, byte[] hashes) throws SQLException {
    if (hashes.length != WIDTH * 32) {
      throw new IllegalStateException(
          "tile " + level + "/" + index + " would hold " + hashes.length / 32 + " hashes");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO tile (ledger_id, level, index, hashes) VALUES (?, ?, ?, ?)")) {
      insert.setObject(1, ledger);
      insert.setInt(2, level);
      insert.setLong(3, index);
      insert.setBytes(4, hashes);
      insert.executeUpdate();
    }
  }
}
