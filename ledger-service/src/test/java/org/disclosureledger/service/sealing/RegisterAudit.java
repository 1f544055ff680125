package org.disclosureledger.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.EntryCodec;
import org.disclosureledger.format.EntryPayload;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Derives the register numbers from the entries' bytes alone and compares with what is stored. */
final class RegisterAudit {
  private final JdbcClient database;
  private final EventTypes types;

  RegisterAudit(JdbcClient database, EventTypes types) {
    this.database = database;
    this.types = types;
  }

  private record Numbered(long leafIndex, AssignedNumber number, String stream) {}

  void verify(LedgerDescription ledger) {
    Map<Integer, Integer> last = new HashMap<>();
    List<Numbered> derived = new ArrayList<>();
    database
        .sql("SELECT leaf_index, bytes FROM entry WHERE ledger_id = :l ORDER BY leaf_index")
        .param("l", ledger.id())
        .query(row -> {
          EntryPayload payload = EntryCodec.parse(row.getBytes(2)).payload();
          if (types.isNumbered(payload.type())) {
            int year = year(payload);
            derived.add(
                new Numbered(
                    row.getLong(1),
                    new AssignedNumber(last.merge(year, 1, Integer::sum), year),
                    payload.subject().value()));
          }
        });
    assertThat(stored(ledger)).as("register numbers").isEqualTo(derived);
    assertThat(counters(ledger)).as("register counters").isEqualTo(last);
  }

  /** Viet Nam is seven hours ahead of UTC: by hand, not by the service's zone. */
  private static int year(EntryPayload payload) {
    return LocalDate.ofInstant(payload.recordedTime().plus(Duration.ofHours(7)), ZoneOffset.UTC)
        .getYear();
  }

  private List<Numbered> stored(LedgerDescription ledger) {
    return database
        .sql(
            """
            SELECT leaf_index, ordinal, year, stream_id FROM register_number
            WHERE ledger_id = :l ORDER BY leaf_index\
            """)
        .param("l", ledger.id())
        .query((row, n) ->
            new Numbered(
                row.getLong(1), new AssignedNumber(row.getInt(2), row.getInt(3)), row.getString(4)))
        .list();
  }

  private Map<Integer, Integer> counters(LedgerDescription ledger) {
    Map<Integer, Integer> counters = new HashMap<>();
    database
        .sql("SELECT year, last FROM register_counter WHERE ledger_id = :l")
        .param("l", ledger.id())
        .query(row -> {
          counters.put(row.getInt(1), row.getInt(2));
        });
    return counters;
  }
}
