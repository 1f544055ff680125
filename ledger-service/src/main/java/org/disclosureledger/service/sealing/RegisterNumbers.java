package org.disclosureledger.service.sealing;

import java.util.Optional;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.envelope.EventHeader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register numbers as the appender gave them: current at once, unlike any projection. */
public class RegisterNumbers {
  private final LedgerReader reader;

  RegisterNumbers(LedgerReader reader) {
    this.reader = reader;
  }

  /**
   * The number of a numbered entry, for a projection: the appender gave it in the transaction that
   * the entry came with.
   *
   * @param db of the caller's transaction, under a role that sees the ledger
   * @throws org.springframework.dao.IncorrectResultSizeDataAccessException when it has none
   */
  public static AssignedNumber given(EventHeader header, JdbcClient db) {
    return db.sql(
            """
            SELECT n.ordinal, n.year
            FROM public.register_number n JOIN public.ledger l ON l.id = n.ledger_id
            WHERE l.name = :ledger AND n.leaf_index = :leaf\
            """)
        .param("ledger", header.ledger())
        .param("leaf", header.leafIndex())
        .query((row, n) -> new AssignedNumber(row.getInt(1), row.getInt(2)))
        .single();
  }

  /** The number of a stream's first numbered entry; empty when it has none. */
  public Optional<AssignedNumber> of(LedgerDescription ledger, StreamId stream) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT ordinal, year FROM register_number
                    WHERE ledger_id = :ledger AND stream_id = :stream
                    ORDER BY leaf_index LIMIT 1\
                    """)
                .param("ledger", ledger.id())
                .param("stream", stream.value())
                .query((row, n) -> new AssignedNumber(row.getInt(1), row.getInt(2)))
                .optional());
  }
}
