package org.disclosureledger.service.register;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The requests that wait for their answer, as far as the register has come. */
@Component
public class OpenRequests {
  private static final UUID FIRST = new UUID(0, 0);

  private final LedgerReader reader;

  OpenRequests(LedgerReader reader) {
    this.reader = reader;
  }

  /** Position of the last event of any ledger that it has taken. */
  public long applied(LedgerDescription ledger) {
    return reader.in(
        ledger.id(),
        db -> db.sql("SELECT position FROM register.applied").query(Long.class).single());
  }

  /**
   * The next of them in the order of their ids, as PostgreSQL compares them.
   *
   * @param after the last one so far, or {@code null} to begin
   */
  public List<UUID> after(LedgerDescription ledger, @Nullable UUID after, int limit) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT request_id FROM register.request
                    WHERE ledger = :ledger AND request_id > :after
                      AND answered_at IS NULL AND closed_at IS NULL
                    ORDER BY request_id LIMIT :limit\
                    """)
                .param("ledger", ledger.name())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(UUID.class)
                .list());
  }
}
