package org.disclosureledger.service.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
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

  DocumentNumberIndex(LedgerReader reader, TermHmac hmac) {
    this.reader = reader;
    this.hmac = hmac;
  }

  /** Of a number as somebody wrote it. */
  public String key(UUID ledger, String number) {
    return HexFormat.of().formatHex(hmac.documentNumber(ledger, number));
  }

  private record Named(StreamId stream, String key) {}

  /** Of what the streams' entries name; a stream without a number, or erased, is absent. */
  public Map<StreamId, Set<String>> keys(UUID ledger, Collection<StreamId> streams) {
    Map<StreamId, Set<String>> keys = new HashMap<>();
    String[] names = streams.stream().map(StreamId::value).toArray(String[]::new);
    reader
        .in(
            ledger,
            db ->
                db.sql(
                        """
                        SELECT stream_id, hmac FROM lookup
                        WHERE ledger_id = :ledger AND kind = 'DOCUMENT_NUMBER'
                          AND stream_id = ANY (:streams)\
                        """)
                    .param("ledger", ledger)
                    .param("streams", names)
                    .query(DocumentNumberIndex::named)
                    .list())
        .forEach(
            named -> keys.computeIfAbsent(named.stream(), s -> new HashSet<>()).add(named.key()));
    return keys;
  }

  private static Named named(ResultSet row, int number) throws SQLException {
    return new Named(new StreamId(row.getString(1)), HexFormat.of().formatHex(row.getBytes(2)));
  }
}
