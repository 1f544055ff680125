package org.disclosureledger.service.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.disclosureledger.service.disclosure.DigestCover;

/** Stores by what a batch's entries are found again, in their own transaction. */
final class LookupWriter {
  private final Connection connection;
  private final DigestCover.Held cover;

  LookupWriter(Connection connection, DigestCover.Held cover) {
    this.connection = connection;
    this.cover = cover;
  }

  private record Row(LedgerState.PlacedEntry entry, LookupTerm term) {}

  /** One statement for the batch; none when nothing in it is searchable. */
  void insert(List<LedgerState.PlacedEntry> entries) throws SQLException {
    List<Row> rows =
        entries.stream()
            .flatMap(entry -> entry.entry().terms().stream().map(term -> new Row(entry, term)))
            .toList();
    if (rows.isEmpty()) {
      return;
    }
    // Two spellings of one value at one place are one row.
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO lookup (ledger_id, kind, hmac, stream_id, leaf_index, item, target,
                                cover_key)
            SELECT u.*, ? FROM unnest(?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::bigint[],
                                      ?::integer[], ?::integer[]) u
            ON CONFLICT DO NOTHING\
            """)) {
      insert.setString(1, cover.current());
      set(insert, 2, "uuid", rows, r -> r.entry().ledger());
      set(insert, 3, "text", rows, r -> r.term().kind().name());
      set(insert, 4, "bytea", rows, r -> cover.cover(r.term().hmac()));
      set(insert, 5, "text", rows, r -> r.entry().entry().payload().subject().value());
      set(insert, 6, "bigint", rows, r -> r.entry().leafIndex());
      set(insert, 7, "integer", rows, r -> r.term().item());
      set(insert, 8, "integer", rows, r -> r.term().target());
      insert.executeUpdate();
    }
  }

  private void set(
      PreparedStatement insert,
      int index,
      String type,
      List<Row> rows,
      Function<Row, Object> column)
      throws SQLException {
    insert.setArray(index, SqlArrays.of(connection, type, rows, column));
  }
}
