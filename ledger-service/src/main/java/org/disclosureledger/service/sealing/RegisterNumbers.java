package org.disclosureledger.service.sealing;

import java.util.Optional;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;

/** The register numbers as the appender gave them: current at once, unlike any projection. */
public class RegisterNumbers {
  private final LedgerReader reader;

  RegisterNumbers(LedgerReader reader) {
    this.reader = reader;
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
