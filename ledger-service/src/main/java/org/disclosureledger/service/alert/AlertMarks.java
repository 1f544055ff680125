package org.disclosureledger.service.alert;

import java.util.Optional;
import javax.sql.DataSource;
import org.disclosureledger.format.Actor;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Marks alerts as seen, for everybody who sees the ledger's; the first who has seen one stands,
 * until somebody takes the mark back.
 */
@Component
public class AlertMarks {
  private final JdbcClient db;
  private final LedgerClock clock;

  AlertMarks(@Qualifier("writer") DataSource writer, LedgerClock clock) {
    this.db = JdbcClient.create(writer);
    this.clock = clock;
  }

  /**
   * Once, however often.
   *
   * @return the alert; empty when the ledger has none of this id
   */
  public Optional<Alert> see(LedgerDescription ledger, long id, Actor by) {
    return db.sql(
            """
            UPDATE alert SET seen_at = coalesce(seen_at, :now), seen_by = coalesce(seen_by, :by)
            WHERE ledger_id = :ledger AND id = :id RETURNING *\
            """)
        .param("now", SqlTime.of(clock.now(ledger.name())))
        .param("by", by.value())
        .param("ledger", ledger.id())
        .param("id", id)
        .query(AlertRows::row)
        .optional();
  }

  /**
   * Whoever marked it.
   *
   * @return the alert; empty when the ledger has none of this id
   */
  public Optional<Alert> unsee(LedgerDescription ledger, long id) {
    return db.sql(
            """
            UPDATE alert SET seen_at = NULL, seen_by = NULL
            WHERE ledger_id = :ledger AND id = :id RETURNING *\
            """)
        .param("ledger", ledger.id())
        .param("id", id)
        .query(AlertRows::row)
        .optional();
  }
}
