package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Gives the numbered entries of a batch their register numbers, in the batch's own transaction and
 * after all sealing is done. The locked head rows keep other appenders away, and a transaction that
 * does not commit takes its counts back with it: so there are no gaps.
 */
final class RegisterNumbering {
  private final Predicate<String> numbered;

  /**
   * @param numbered whether entries of a CloudEvent type are numbered
   */
  RegisterNumbering(Predicate<String> numbered) {
    this.numbered = numbered;
  }

  /** A leaf of one of the deployment's ledgers. */
  record Leaf(UUID ledger, long index) {}

  /** One statement for the whole batch; none when nothing in it is numbered. */
  Map<Leaf, AssignedNumber> assign(Connection connection, List<LedgerState.PlacedEntry> entries)
      throws SQLException {
    List<LedgerState.PlacedEntry> recorded =
        entries.stream().filter(e -> numbered.test(e.entry().payload().type())).toList();
    if (recorded.isEmpty()) {
      return Map.of();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            WITH recorded AS (
              SELECT * FROM unnest(?::uuid[], ?::bigint[], ?::integer[], ?::text[])
                AS u(ledger_id, leaf_index, year, stream_id)),
            counted AS (
              INSERT INTO register_counter AS c (ledger_id, year, last)
              SELECT ledger_id, year, count(*) FROM recorded GROUP BY ledger_id, year
              ON CONFLICT (ledger_id, year) DO UPDATE SET last = c.last + excluded.last
              RETURNING ledger_id, year, last)
            INSERT INTO register_number (ledger_id, leaf_index, year, ordinal, stream_id)
            SELECT ledger_id, leaf_index, year,
                   last + 1 - row_number() OVER (PARTITION BY ledger_id, year
                                                 ORDER BY leaf_index DESC), stream_id
            FROM recorded JOIN counted USING (ledger_id, year)
            RETURNING ledger_id, leaf_index, ordinal, year\
            """)) {
      insert.setArray(
          1, SqlArrays.of(connection, "uuid", recorded, LedgerState.PlacedEntry::ledger));
      insert.setArray(
          2, SqlArrays.of(connection, "bigint", recorded, LedgerState.PlacedEntry::leafIndex));
      insert.setArray(3, SqlArrays.of(connection, "integer", recorded, RegisterNumbering::year));
      insert.setArray(
          4,
          SqlArrays.of(connection, "text", recorded, e -> e.entry().payload().subject().value()));
      Map<Leaf, AssignedNumber> numbers = new HashMap<>();
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          numbers.put(
              new Leaf(row.getObject(1, UUID.class), row.getLong(2)),
              new AssignedNumber(row.getInt(3), row.getInt(4)));
        }
      }
      if (numbers.size() != recorded.size()) {
        throw new IllegalStateException(
            "numbered " + numbers.size() + " of " + recorded.size() + " entries");
      }
      return numbers;
    }
  }

  private static int year(LedgerState.PlacedEntry entry) {
    return AssignedNumber.yearOf(entry.entry().payload().recordedTime());
  }
}
