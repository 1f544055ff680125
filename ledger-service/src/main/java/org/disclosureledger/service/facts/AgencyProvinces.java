package org.disclosureledger.service.facts;

import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.envelope.EventHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * In which province each agency was, from one entry that says otherwise to the next. Of a batch.
 */
final class AgencyProvinces {
  private record Stream(String ledger, String stream) {}

  /** The newest row of a stream. */
  private record Last(String code, @Nullable String province, long from) {}

  private final JdbcClient db;
  private final Map<Stream, Optional<Last>> known = new HashMap<>();

  AgencyProvinces(JdbcClient db) {
    this.db = db;
  }

  void take(EventHeader header, AgencyEvent event) {
    Stream stream = new Stream(header.ledger(), header.subject().value());
    long now = header.recordedTime().toEpochMilli();
    switch (event) {
      case AgencyRegistered e -> {
        AgencyCode code = new AgencyCode(e.code());
        // In the stream of another it says nothing of either.
        if (code.stream().equals(header.subject())) {
          put(stream, new Last(code.value(), e.province(), now));
        }
      }
      case AgencyAmended e ->
          // The code is the stream's for good, and only the first entry tells it.
          last(stream).ifPresent(last -> put(stream, new Last(last.code(), e.province(), now)));
      default -> {}
    }
  }

  private Optional<Last> last(Stream stream) {
    return known.computeIfAbsent(
        stream,
        unknown ->
            of(
                    stream,
                    """
                    SELECT code, province, recorded_from FROM agency_fact
                    WHERE ledger = :ledger AND stream = :stream
                    ORDER BY recorded_from DESC LIMIT 1\
                    """)
                .query((row, n) -> new Last(row.getString(1), row.getString(2), row.getLong(3)))
                .optional());
  }

  /** From its instant on the later entry counts, whatever an earlier one claims of its own. */
  private void put(Stream stream, Last next) {
    Last last = last(stream).orElse(null);
    if (last != null
        && last.from() <= next.from()
        && last.code().equals(next.code())
        && Objects.equals(last.province(), next.province())) {
      return;
    }
    if (last != null) {
      if (last.from() >= next.from()) {
        of(
                stream,
                """
                DELETE FROM agency_fact
                WHERE ledger = :ledger AND stream = :stream AND recorded_from >= :now\
                """)
            .param("now", next.from())
            .update();
      }
      of(
              stream,
              """
              UPDATE agency_fact SET recorded_until = :now
              WHERE ledger = :ledger AND stream = :stream AND recorded_until > :now\
              """)
          .param("now", next.from())
          .update();
    }
    of(
            stream,
            """
            INSERT INTO agency_fact (ledger, stream, recorded_from, recorded_until, code, province)
            VALUES (:ledger, :stream, :now, :never, :code, :province)\
            """)
        .param("now", next.from())
        .param("never", FactRow.NEVER)
        .param("code", next.code())
        .param("province", next.province(), Types.VARCHAR)
        .update();
    known.put(stream, Optional.of(next));
  }

  private JdbcClient.StatementSpec of(Stream stream, String sql) {
    return db.sql(sql).param("ledger", stream.ledger()).param("stream", stream.stream());
  }
}
