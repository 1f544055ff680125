package org.disclosureledger.service.alert;

import java.util.UUID;
import org.disclosureledger.service.envelope.UnknownLedger;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Raises that a request keeps its due time although a policy or calendar may move it. */
final class RecountAlert {
  /** Of one adoption; what fails for so many fails for a reason that more do not tell. */
  static final int MOST = 100;

  private final JdbcClient db;
  private final LedgerDirectory ledgers;
  private final LedgerClock clock;

  RecountAlert(JdbcClient db, LedgerDirectory ledgers, LedgerClock clock) {
    this.db = db;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  /** Once for each request and adoption. */
  void raise(String name, UUID request, UUID adoption) {
    LedgerDescription ledger = ledgers.find(name).orElseThrow(() -> new UnknownLedger(name));
    db.sql(
            """
            INSERT INTO alert (ledger_id, kind, subject, cause, due, raised_at, register_number)
            SELECT :id, 'RECOUNT_FAILED', r.request_id::text, :adoption, r.due, :now,
              r.register_ordinal || '/' || r.register_year
            FROM register.request r
            WHERE r.ledger = :ledger AND r.request_id = :request
              AND (SELECT count(*) FROM alert
                WHERE ledger_id = :id AND kind = 'RECOUNT_FAILED' AND cause = :adoption) < :most
            ON CONFLICT DO NOTHING\
            """)
        .param("id", ledger.id())
        .param("ledger", name)
        .param("request", request)
        .param("adoption", adoption.toString())
        .param("now", SqlTime.of(clock.now(name)))
        .param("most", MOST)
        .update();
  }
}
