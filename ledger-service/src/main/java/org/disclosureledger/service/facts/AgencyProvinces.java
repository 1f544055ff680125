package org.disclosureledger.service.facts;

import java.sql.Types;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In which province each agency was, from one entry that says so to the next. */
final class AgencyProvinces {
  private final JdbcClient db;

  AgencyProvinces(JdbcClient db) {
    this.db = db;
  }

  void take(EventHeader header, AgencyEvent event) {
    switch (event) {
      case AgencyRegistered e -> {
        end(header);
        begin(header, e.code(), e.province());
      }
      case AgencyAmended e -> {
        // The code is the stream's for good, and only the first entry tells it.
        String code = code(header);
        if (code != null) {
          end(header);
          begin(header, code, e.province());
        }
      }
      default -> {}
    }
  }

  private @Nullable String code(EventHeader header) {
    return of(
            header,
            """
            SELECT code FROM agency_fact WHERE ledger = :ledger AND stream = :stream LIMIT 1\
            """)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** From its instant on the later entry counts, whatever an earlier one claims of its own. */
  private void end(EventHeader header) {
    of(
            header,
            """
            DELETE FROM agency_fact
            WHERE ledger = :ledger AND stream = :stream AND recorded_from >= :now\
            """)
        .param("now", header.recordedTime().toEpochMilli())
        .update();
    of(
            header,
            """
            UPDATE agency_fact SET recorded_until = :now
            WHERE ledger = :ledger AND stream = :stream AND recorded_until > :now\
            """)
        .param("now", header.recordedTime().toEpochMilli())
        .update();
  }

  private void begin(EventHeader header, String code, @Nullable String province) {
    of(
            header,
            """
            INSERT INTO agency_fact (ledger, stream, recorded_from, recorded_until, code, province)
            VALUES (:ledger, :stream, :now, :never, :code, :province)\
            """)
        .param("now", header.recordedTime().toEpochMilli())
        .param("never", FactRow.NEVER)
        .param("code", code)
        .param("province", province, Types.VARCHAR)
        .update();
  }

  private JdbcClient.StatementSpec of(EventHeader header, String sql) {
    return db.sql(sql).param("ledger", header.ledger()).param("stream", header.subject().value());
  }
}
