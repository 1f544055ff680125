package org.disclosureledger.service.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledgers that were there before register numbers were kept. */
class RegisterBackfillTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);
  private static final String RECORDED = "org.disclosureledger.request.recorded.v1";

  private static void entry(
      JdbcClient writer, long position, UUID ledger, long leaf, String type, String recordedAt) {
    writer
        .sql(
            """
            INSERT INTO entry VALUES (:p, :l, :leaf, :stream, 0, gen_random_uuid(), :type,
                                      :at::timestamptz, 'x', sha256('x'))\
            """)
        .param("p", position)
        .param("l", ledger)
        .param("leaf", leaf)
        .param("stream", "request/" + position)
        .param("type", type)
        .param("at", recordedAt)
        .update();
  }

  @Test
  void existingRecordingsAreNumberedByLeafOrderInTheYearOfVietNam() {
    try (LedgerDatabase database = LedgerDatabase.createAt("3")) {
      JdbcClient writer = JdbcClient.create(database.writer());
      entry(writer, 0, ONE, 0, "org.disclosureledger.ledger.opened.v1", "2026-12-31T10:00:00Z");
      entry(writer, 1, ONE, 1, RECORDED, "2026-12-31T16:59:59.999Z");
      entry(writer, 2, TWO, 1, RECORDED, "2026-12-31T16:59:59.999Z");
      entry(writer, 3, ONE, 2, RECORDED, "2026-12-31T17:00:00.000Z");
      // Within the slack: an earlier time at a later leaf.
      entry(writer, 4, ONE, 3, RECORDED, "2026-12-31T16:59:55.000Z");
      entry(writer, 5, ONE, 4, "org.disclosureledger.deadline.set.v1", "2026-12-31T17:00:01Z");
      entry(writer, 6, ONE, 5, RECORDED.replace("v1", "v12"), "2027-01-02T00:00:00Z");
      entry(writer, 7, ONE, 6, "org.disclosureledger.request.recordedby.v1", "2027-01-02T00:00Z");

      database.migrate();

      assertThat(
              writer
                  .sql(
                      """
                      SELECT ledger_id, leaf_index, ordinal, year, stream_id FROM register_number
                      ORDER BY ledger_id, leaf_index\
                      """)
                  .query((row, n) ->
                      "%s %d %d/%d %s"
                          .formatted(
                              ONE.equals(row.getObject(1)) ? "one" : "two",
                              row.getLong(2),
                              row.getInt(3),
                              row.getInt(4),
                              row.getString(5)))
                  .list())
          .containsExactly(
              "one 1 1/2026 request/1",
              "one 2 1/2027 request/3",
              "one 3 2/2026 request/4",
              "one 5 2/2027 request/6",
              "two 1 1/2026 request/2");
      assertThat(
              writer
                  .sql("SELECT year, last FROM register_counter WHERE ledger_id = :l ORDER BY year")
                  .param("l", ONE)
                  .query((row, n) -> List.of(row.getInt(1), row.getInt(2)))
                  .list())
          .containsExactly(List.of(2026, 2), List.of(2027, 2));
    }
  }
}
