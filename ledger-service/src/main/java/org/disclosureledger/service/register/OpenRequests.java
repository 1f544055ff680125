package org.disclosureledger.service.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.projection.RequestFold;
import org.disclosureledger.service.request.RequestState;
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
   * One of them as the register has folded it.
   *
   * @param state absent where its entries cannot be read on
   */
  public record Folded(UUID request, @Nullable RequestState state) {}

  /**
   * The next of them with their states, in the order of {@link #after}.
   *
   * @param after the last one so far, or {@code null} to begin
   */
  public List<Folded> folded(LedgerDescription ledger, @Nullable UUID after, int limit) {
    return reader.in(
        ledger.id(),
        db ->
            db.sql(
                    """
                    SELECT request_id, folded, unreadable_from FROM register.request
                    WHERE ledger = :ledger AND request_id > :after
                      AND answered_at IS NULL AND closed_at IS NULL
                    ORDER BY request_id LIMIT :limit\
                    """)
                .param("ledger", ledger.name())
                .param("after", after == null ? FIRST : after)
                .param("limit", limit)
                .query(OpenRequests::row)
                .list());
  }

  private static Folded row(ResultSet row, int number) throws SQLException {
    boolean readable = row.getObject("unreadable_from") == null;
    return new Folded(
        row.getObject("request_id", UUID.class),
        readable ? RequestFold.read(row.getString("folded")) : null);
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
