package org.disclosureledger.service.disclosure;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds repeats among the requests of one ledger by the vault's HMACs; no identifier is read. It
 * points things out to a person and decides nothing. A look-up is itself worth recording: that is
 * the caller's.
 */
public class RepeatQuery {
  /** Most repeats that are listed. */
  public static final int LISTED = 50;

  private final LedgerReader reader;
  private final TermHmac hmac;

  RepeatQuery(LedgerReader reader, TermHmac hmac) {
    this.reader = reader;
    this.hmac = hmac;
  }

  /**
   * Another stream that names the same.
   *
   * @param ownItem item ordinal in the stream asked about; 0 for its document number
   * @param ownTarget target ordinal there; 0 for its document number
   * @param item ordinal in the other stream; 0 for its document number
   * @param target ordinal there; 0 for its document number
   * @param leafIndex of the other stream's entry that names it, the first if several do
   */
  public record Repeat(
      int ownItem, int ownTarget, StreamId stream, int item, int target, long leafIndex) {}

  /**
   * @param repeats the newest first, at most {@link #LISTED}
   * @param total how many there are
   * @param streams how many other streams they are in
   */
  public record Repeats(List<Repeat> repeats, long total, long streams) {}

  /** Other requests of this ledger that name a target of this one. */
  public Repeats sameTarget(UUID ledger, StreamId stream) {
    return repeats(ledger, stream, "TARGET");
  }

  /** Other requests of this ledger with this one's document number. */
  public Repeats sameDocumentNumber(UUID ledger, StreamId stream) {
    return repeats(ledger, stream, "DOCUMENT_NUMBER");
  }

  /** The streams of this ledger that bear a document number, in leaf order, at most 50. */
  public List<StreamId> withDocumentNumber(UUID ledger, String number) {
    byte[] sought = hmac.documentNumber(ledger, number);
    return reader.in(
        ledger,
        db ->
            db.sql(
                    """
                    SELECT stream_id FROM %s counted
                    WHERE ledger_id = :ledger AND kind = 'DOCUMENT_NUMBER' AND hmac = :hmac
                    GROUP BY stream_id ORDER BY min(leaf_index) LIMIT :listed\
                    """
                        .formatted(CountedLookups.ROWS))
                .param("ledger", ledger)
                .param("hmac", sought)
                .param("listed", LISTED)
                .query((row, n) -> new StreamId(row.getString(1)))
                .list());
  }

  private record Counted(Repeat repeat, long total, long streams) {}

  private Repeats repeats(UUID ledger, StreamId stream, String kind) {
    List<Counted> found = reader.in(ledger, db -> find(db, ledger, stream, kind));
    return found.isEmpty()
        ? new Repeats(List.of(), 0, 0)
        : new Repeats(
            found.stream().map(Counted::repeat).toList(),
            found.getFirst().total(),
            found.getFirst().streams());
  }

  private static List<Counted> find(JdbcClient db, UUID ledger, StreamId stream, String kind) {
    return db.sql(
            """
            WITH counted AS NOT MATERIALIZED %s,
            own AS (
              SELECT hmac, min(item) AS item, min(target) AS target FROM counted
              WHERE ledger_id = :ledger AND stream_id = :stream AND kind = :kind GROUP BY hmac),
            found AS (
              SELECT own.item AS own_item, own.target AS own_target, l.stream_id, l.item, l.target,
                     min(l.leaf_index) AS leaf_index
              FROM own JOIN counted l ON l.hmac = own.hmac
              WHERE l.ledger_id = :ledger AND l.kind = :kind AND l.stream_id <> :stream
              GROUP BY own.item, own.target, l.stream_id, l.item, l.target)
            SELECT *, count(*) OVER (), (SELECT count(DISTINCT stream_id) FROM found)
            FROM found ORDER BY leaf_index DESC, item, target LIMIT :listed\
            """
                .formatted(CountedLookups.ROWS))
        .param("ledger", ledger)
        .param("stream", stream.value())
        .param("kind", kind)
        .param("listed", LISTED)
        .query((row, n) ->
            new Counted(
                new Repeat(
                    row.getInt(1),
                    row.getInt(2),
                    new StreamId(row.getString(3)),
                    row.getInt(4),
                    row.getInt(5),
                    row.getLong(6)),
                row.getLong(7),
                row.getLong(8)))
        .list();
  }
}
