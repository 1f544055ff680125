package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;

/**
 * Compares document numbers by the vault's HMACs; none is read. A key is 64 hexadecimal digits,
 * equal for every way to write one number in one ledger, and tells nothing without the deployment's
 * key.
 */
public class DocumentNumberIndex {
  private final LedgerReader reader;
  private final TermHmac hmac;
  private final DigestCover cover;

  DocumentNumberIndex(LedgerReader reader, TermHmac hmac, DigestCover cover) {
    this.reader = reader;
    this.hmac = hmac;
    this.cover = cover;
  }

  /** Of a number as somebody wrote it. */
  public String key(UUID ledger, String number) {
    return HexFormat.of().formatHex(hmac.documentNumber(ledger, number));
  }

  /**
   * The number of a stream as it is now.
   *
   * @param corrected whether an approved correction says it, not the first record or the paper that
   *     confirmed what was said
   */
  public record Named(String key, boolean corrected) {}

  private record Row(StreamId stream, Named named) {}

  /** As last confirmed in writing or corrected; a stream without a number, or erased, is absent. */
  public Map<StreamId, Named> keys(UUID ledger, Collection<StreamId> streams) {
    Map<StreamId, Named> keys = new HashMap<>();
    DigestCover.Held held = cover.held();
    String[] names = streams.stream().map(StreamId::value).toArray(String[]::new);
    reader
        .in(
            ledger,
            db ->
                db.sql(
                        """
                        SELECT DISTINCT ON (stream_id) stream_id, hmac, counts_from > leaf_index,
                               cover_key
                        FROM %s counted
                        WHERE ledger_id = :ledger AND kind = 'DOCUMENT_NUMBER'
                          AND stream_id = ANY (:streams)
                        ORDER BY stream_id, counts_from DESC\
                        """
                            .formatted(CountedLookups.ROWS))
                    .param("ledger", ledger)
                    .param("streams", names)
                    .query((row, n) -> named(row, held))
                    .list())
        .forEach(row -> keys.put(row.stream(), row.named()));
    return keys;
  }

  private static Row named(ResultSet row, DigestCover.Held held) throws SQLException {
    byte[] digest = held.uncover(row.getString(4), row.getBytes(2));
    return new Row(
        new StreamId(row.getString(1)),
        new Named(HexFormat.of().formatHex(digest), row.getBoolean(3)));
  }
}
