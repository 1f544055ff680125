package org.disclosureledger.service.publication;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is to be published, and how far it is. */
final class PublicationStore {
  private final JdbcClient db;

  PublicationStore(JdbcClient db) {
    this.db = db;
  }

  /**
   * @param bytes the entry as it stands in the ledger
   * @param leafHash as it was committed
   * @param trace the step that committed it, or {@code null} where none is traced
   */
  record EntryRow(
      long leafIndex, long position, byte[] bytes, byte[] leafHash, @Nullable String trace) {}

  /**
   * @param note the signed note as it is served
   */
  record CheckpointRow(long size, byte[] note) {}

  Published published(UUID ledger) {
    return db.sql("SELECT entries, checkpoint FROM publication WHERE ledger_id = :ledger")
        .param("ledger", ledger)
        .query((row, n) -> new Published(row.getLong(1), row.getLong(2)))
        .optional()
        .orElse(Published.NOTHING);
  }

  /** Only ever forward: whoever held the lease before may say so late. */
  void advance(UUID ledger, Published reached) {
    db.sql(
            """
            INSERT INTO publication AS p (ledger_id, entries, checkpoint)
            VALUES (:ledger, :entries, :checkpoint)
            ON CONFLICT (ledger_id) DO UPDATE
            SET entries = greatest(p.entries, excluded.entries),
              checkpoint = greatest(p.checkpoint, excluded.checkpoint)\
            """)
        .param("ledger", ledger)
        .param("entries", reached.entries())
        .param("checkpoint", reached.checkpoint())
        .update();
  }

  /** From the beginning again: the topics are new. */
  void restart(UUID ledger) {
    db.sql("UPDATE publication SET entries = 0, checkpoint = 0 WHERE ledger_id = :ledger")
        .param("ledger", ledger)
        .update();
  }

  /** The size of the newest checkpoint; 0 for none. */
  long signed(UUID ledger) {
    return db.sql("SELECT coalesce(max(size), 0) FROM checkpoint WHERE ledger_id = :ledger")
        .param("ledger", ledger)
        .query(Long.class)
        .single();
  }

  /** Entries in leaf order. */
  List<EntryRow> entries(UUID ledger, long from, long before, int limit) {
    return db.sql(
            """
            SELECT e.leaf_index, e.position, e.bytes, e.leaf_hash, t.parent
            FROM entry e LEFT JOIN entry_trace t USING (ledger_id, leaf_index)
            WHERE e.ledger_id = :ledger AND e.leaf_index >= :from AND e.leaf_index < :before
            ORDER BY e.leaf_index LIMIT :limit\
            """)
        .param("ledger", ledger)
        .param("from", from)
        .param("before", before)
        .param("limit", limit)
        .query((row, n) ->
            new EntryRow(
                row.getLong(1), row.getLong(2), row.getBytes(3), row.getBytes(4), row.getString(5)))
        .list();
  }

  /** Nothing of these follows any more. */
  void forgetTraces(UUID ledger, long before) {
    db.sql("DELETE FROM entry_trace WHERE ledger_id = :ledger AND leaf_index < :before")
        .param("ledger", ledger)
        .param("before", before)
        .update();
  }

  /** Checkpoints by size, of those whose entries are published. */
  List<CheckpointRow> checkpoints(UUID ledger, long after, long upTo, int limit) {
    return db.sql(
            """
            SELECT size, note FROM checkpoint
            WHERE ledger_id = :ledger AND size > :after AND size <= :upTo
            ORDER BY size LIMIT :limit\
            """)
        .param("ledger", ledger)
        .param("after", after)
        .param("upTo", upTo)
        .param("limit", limit)
        .query((row, n) -> new CheckpointRow(row.getLong(1), row.getBytes(2)))
        .list();
  }
}
