package org.disclosureledger.service.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.service.disclosure.DigestCover;
import org.disclosureledger.service.sealing.AppendRefused.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** What earlier deliveries of commands left, by idempotency key. Kept 90 days. */
public class AnswerStore {
  private static final Logger log = LoggerFactory.getLogger(AnswerStore.class);
  private static final int KEPT_DAYS = 90;

  private final JdbcClient database;
  private final DigestCover cover;

  AnswerStore(JdbcClient database, DigestCover cover) {
    this.database = database;
    this.cover = cover;
  }

  /**
   * @param commandHmac 32 bytes; another command under the same key has another
   */
  public record Answer(byte[] commandHmac, AppendResult result) {}

  /**
   * The answer to this key, if its command was done before.
   *
   * @throws AppendRefused rule {@code OUTCOME_UNKNOWN} while what the command wrote is committed
   *     but its head not signed: no answer leaves before its checkpoint; {@code ANSWER_UNREADABLE}
   *     where a row is there and nobody can say of which command
   */
  public Optional<Answer> find(UUID ledger, String client, byte[] keyHmac) {
    return cover.ask(held -> find(ledger, client, keyHmac, held));
  }

  private Optional<Answer> find(UUID ledger, String client, byte[] keyHmac, DigestCover.Held held) {
    return database
        .sql(
            """
            SELECT command_hmac, first_leaf_index, entry_count,
                   EXISTS (SELECT FROM checkpoint c WHERE c.ledger_id = i.ledger_id
                           AND c.size >= i.first_leaf_index + i.entry_count), r.ordinal, r.year,
                   i.cover_key
            FROM idempotency i
            LEFT JOIN LATERAL (
              SELECT ordinal, year FROM register_number n
              WHERE n.ledger_id = i.ledger_id AND n.leaf_index >= i.first_leaf_index
                AND n.leaf_index < i.first_leaf_index + i.entry_count
              ORDER BY n.leaf_index LIMIT 1) r ON true
            WHERE ledger_id = :ledger AND client = :client AND key_hmac = ANY (:keys)\
            """)
        .param("ledger", ledger)
        .param("client", client)
        .param("keys", held.every(keyHmac))
        .query((row, n) -> answer(row, held))
        .optional();
  }

  private static Answer answer(ResultSet row, DigestCover.Held held) throws SQLException {
    if (!row.getBoolean(4)) {
      throw new AppendRefused(Rule.OUTCOME_UNKNOWN, "committed, its checkpoint is being signed");
    }
    byte[] command = commandHmac(held, row.getString(7), row.getBytes(1));
    if (command.length == 0) {
      throw unreadable();
    }
    return new Answer(
        command,
        AppendResult.replayed(row.getLong(2), row.getInt(3), AppendStatements.number(row, 5)));
  }

  /** Of which command a row is; empty when that cannot be read: one row stops nobody else. */
  static byte[] commandHmac(DigestCover.Held held, @Nullable String key, byte[] stored) {
    try {
      return held.uncover(key, stored);
    } catch (IllegalStateException e) {
      log.error("ALARM, an idempotency key's row does not open: {}", e.getMessage());
      return new byte[0];
    }
  }

  static AppendRefused unreadable() {
    return new AppendRefused(Rule.ANSWER_UNREADABLE, "the log has an alarm about it");
  }

  /** Forgets what is past its time; returns how many. */
  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public int forgetOld() {
    return database
        .sql("DELETE FROM idempotency WHERE created_at < now() - make_interval(days => :days)")
        .param("days", KEPT_DAYS)
        .update();
  }
}
