package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which other requests of a ledger name a target of this one, by the vault's HMACs; no identifier
 * is read. What a correction names counts once it is approved. Requests above secrecy Thường have
 * no identifiers, so none is ever found.
 */
public class RepeatingRequests {
  private final LedgerReader reader;
  private final DigestCover cover;

  RepeatingRequests(LedgerReader reader, DigestCover cover) {
    this.reader = reader;
    this.cover = cover;
  }

  /**
   * Another request.
   *
   * @param items ordinals, ascending, of the items of the request asked about that share a target
   */
  public record Repeating(StreamId stream, List<Integer> items) {}

  /**
   * @param requests the newest first, at most as many as asked for
   * @param total how many there are
   */
  public record Found(List<Repeating> requests, long total) {}

  private record Counted(Repeating request, long total) {}

  /** One way in which a target of the request asked about may be stored. */
  private record Own(byte[] stored, int item) {}

  /** Every request that there is now. */
  public Found of(UUID ledger, StreamId stream, int limit) {
    return asOf(ledger, stream, Long.MAX_VALUE, limit);
  }

  /**
   * As the ledger stood at that size: the same answer whenever it is asked, but for erasures.
   *
   * @param size of the ledger; later entries, of this request too, do not count
   */
  public Found asOf(UUID ledger, StreamId stream, long size, int limit) {
    List<Counted> found =
        cover.ask(held -> reader.in(ledger, db -> shared(db, held, ledger, stream, size, limit)));
    return new Found(
        found.stream().map(Counted::request).toList(),
        found.isEmpty() ? 0 : found.getFirst().total());
  }

  /** Under each key that there is: others may have been stored under another. */
  private static List<Own> own(
      JdbcClient db, DigestCover.Held held, UUID ledger, StreamId stream, long size) {
    return db
        .sql(
            """
            SELECT DISTINCT hmac, item, cover_key FROM %s counted
            WHERE ledger_id = :ledger AND stream_id = :stream AND kind = 'TARGET'
              AND counts_from < :size\
            """
                .formatted(CountedLookups.ROWS))
        .param("ledger", ledger)
        .param("stream", stream.value())
        .param("size", size)
        .query((row, n) -> {
          int item = row.getInt(2);
          byte[] digest = held.uncover(row.getString(3), row.getBytes(1));
          return Stream.of(held.every(digest)).map(stored -> new Own(stored, item)).toList();
        })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Counted> shared(
      JdbcClient db, DigestCover.Held held, UUID ledger, StreamId stream, long size, int limit) {
    List<Own> own = own(db, held, ledger, stream, size);
    return db.sql(
            """
            WITH own AS MATERIALIZED (
              SELECT * FROM unnest(:stored::bytea[], :items::integer[]) o(hmac, item)),
            shared AS MATERIALIZED (
              SELECT k.*, own.item AS own_item FROM own JOIN lookup k
                ON k.ledger_id = :ledger AND k.kind = 'TARGET' AND k.hmac = own.hmac
                  AND k.stream_id <> :stream),
            found AS (
              SELECT stream_id, min(counts_from) AS counts_from,
                     array_agg(DISTINCT own_item ORDER BY own_item) AS items
              FROM %s counted WHERE counts_from < :size GROUP BY stream_id)
            SELECT stream_id, items, count(*) OVER () FROM found
            ORDER BY counts_from DESC LIMIT :limit\
            """
                .formatted(CountedLookups.of("shared")))
        .param("stored", own.stream().map(Own::stored).toArray(byte[][]::new))
        .param("items", own.stream().map(Own::item).toArray(Integer[]::new))
        .param("ledger", ledger)
        .param("stream", stream.value())
        .param("size", size)
        .param("limit", limit)
        .query(RepeatingRequests::counted)
        .list();
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    return new Counted(
        new Repeating(
            new StreamId(row.getString(1)),
            Stream.of((Integer[]) row.getArray(2).getArray()).toList()),
        row.getLong(3));
  }
}
