package org.disclosureledger.service.sealing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier deliveries of commands left, by idempotency key. Kept 90 days. */
public class AnswerStore {
  private static final int KEPT_DAYS = 90;

  private final JdbcClient database;

  AnswerStore(JdbcClient database) {
    this.database = database;
  }

  /**
   * @param commandHmac 32 bytes; another command under the same key has another
   */
  public record Answer(byte[] commandHmac, AppendResult result) {}

  /** The answer given to this key before, if any. */
  public Optional<Answer> find(UUID ledger, String client, byte[] keyHmac) {
    return database
        .sql(
            """
            SELECT command_hmac, first_leaf_index, entry_count FROM idempotency
            WHERE ledger_id = :ledger AND client = :client AND key_hmac = :key""")
        .param("ledger", ledger)
        .param("client", client)
        .param("key", keyHmac)
        .query(
            (row, n) ->
                new Answer(
                    row.getBytes(1), new AppendResult(row.getLong(2), row.getInt(3), -1, true)))
        .optional();
  }

  /** Forgets what is past its time; returns how many. */
  public int forgetOld() {
    return database
        .sql("DELETE FROM idempotency WHERE created_at < now() - make_interval(days => :days)")
        .param("days", KEPT_DAYS)
        .update();
  }
}
