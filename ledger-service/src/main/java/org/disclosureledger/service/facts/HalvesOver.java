package org.disclosureledger.service.facts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which half-years a batch of entries shows to be over. */
final class HalvesOver {
  private record Half(String ledger, Instant ended) {}

  private final Map<Half, Long> first = new LinkedHashMap<>();

  /** In the order of leaves. */
  void take(EventHeader header) {
    // recordedtime falls no more than the slack below the ledger's newest: behind an entry that is
    // later than a half-year's end by more than that, none of that half-year comes.
    Instant none = header.recordedTime().minus(FormatLimits.RECORDED_TIME_SLACK).minusMillis(1);
    first.putIfAbsent(
        new Half(header.ledger(), ReportingPeriod.halfYearOf(none).from()), header.leafIndex());
  }

  void write(JdbcClient db) {
    first.forEach((half, leaf) ->
        db.sql(
                """
                INSERT INTO half_over (ledger, ended, leaf) VALUES (:ledger, :ended, :leaf)
                ON CONFLICT DO NOTHING\
                """)
            .param("ledger", half.ledger())
            .param("ended", half.ended().toEpochMilli())
            .param("leaf", leaf)
            .update());
  }
}
