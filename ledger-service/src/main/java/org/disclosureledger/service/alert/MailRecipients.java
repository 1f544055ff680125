package org.disclosureledger.service.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.format.Sha256;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whom a mail went to, and who was refused it, on the row of its first alert. An address stands
 * there as a digest.
 */
final class MailRecipients {
  /** What came of one. */
  enum Outcome {
    SENT,
    REFUSED
  }

  private final JdbcClient db;

  MailRecipients(JdbcClient db) {
    this.db = db;
  }

  static String digest(LedgerDescription ledger, String address) {
    byte[] hash =
        Sha256.of(
            ledger.id().toString().getBytes(StandardCharsets.UTF_8),
            address.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, 16);
  }

  Map<String, Outcome> of(LedgerDescription ledger, long mail) {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    db.sql(
            """
            SELECT one.key, one.value FROM alert, jsonb_each_text(mail_recipients) one
            WHERE ledger_id = :ledger AND id = :mail\
            """)
        .param("ledger", ledger.id())
        .param("mail", mail)
        .query(row -> {
          outcomes.put(row.getString("key"), Outcome.valueOf(row.getString("value")));
        });
    return outcomes;
  }

  /**
   * How often a mail was tried for somebody.
   *
   * @return empty where it is not to be tried (again) by now
   */
  Optional<Integer> tries(LedgerDescription ledger, long mail, String digest, Instant now) {
    return db.sql(
            """
            SELECT coalesce(CAST(mail_tries #>> ARRAY[:digest, '0'] AS integer), 0)
            FROM alert WHERE ledger_id = :ledger AND id = :mail
              AND NOT jsonb_exists(mail_recipients, :digest)
              AND coalesce(CAST(mail_tries #>> ARRAY[:digest, '1'] AS bigint), 0) <= :now\
            """)
        .param("digest", digest)
        .param("ledger", ledger.id())
        .param("mail", mail)
        .param("now", now.toEpochMilli())
        .query(Integer.class)
        .optional();
  }

  /**
   * Says that the mail is about to be handed over for somebody, if nobody else has said so since.
   * If this process dies, it waits as one that was perhaps taken.
   *
   * @param before how often it had been tried
   * @return whether it may be handed over
   */
  boolean claim(LedgerDescription ledger, long mail, String digest, int before, Instant now) {
    Instant next = now.plus(MailAnswer.PERHAPS.pause(before + 1));
    return again(ledger, mail, digest, before, before + 1, next);
  }

  /**
   * When a mail may be tried again.
   *
   * @param known how often it was tried, as far as is known here: if others tried it, they say
   * @return whether that is so
   */
  boolean again(
      LedgerDescription ledger, long mail, String digest, int known, int tries, Instant next) {
    return db.sql(
                """
                UPDATE alert SET mail_tries = mail_tries || jsonb_build_object(
                  CAST(:digest AS text), jsonb_build_array(CAST(:tries AS int), CAST(:next AS bigint)))
                WHERE ledger_id = :ledger AND id = :mail
                  AND NOT jsonb_exists(mail_recipients, :digest)
                  AND coalesce(CAST(mail_tries #>> ARRAY[:digest, '0'] AS integer), 0) = :known\
                """)
            .param("digest", digest)
            .param("tries", tries)
            .param("next", next.toEpochMilli())
            .param("ledger", ledger.id())
            .param("mail", mail)
            .param("known", known)
            .update()
        == 1;
  }

  /**
   * What came of the mail for somebody, for good.
   *
   * @param all digests of everybody whom it goes to
   */
  void keep(
      LedgerDescription ledger,
      long mail,
      String digest,
      Outcome outcome,
      List<String> all,
      Instant now) {
    db.sql(
            """
            UPDATE alert SET mail_recipients = mail_recipients || jsonb_build_object(
                CAST(:digest AS text), CAST(:outcome AS text)),
              mail_tries = mail_tries - CAST(:digest AS text)
            WHERE ledger_id = :ledger AND id = :mail\
            """)
        .param("digest", digest)
        .param("outcome", outcome.name())
        .param("ledger", ledger.id())
        .param("mail", mail)
        .update();
    Map<String, Outcome> outcomes = of(ledger, mail);
    boolean sent = outcomes.containsValue(Outcome.SENT);
    boolean waits = !outcomes.keySet().containsAll(all);
    db.sql("UPDATE alert SET mail_waits = :waits WHERE ledger_id = :ledger AND id = :mail")
        .param("waits", waits && sent)
        .param("ledger", ledger.id())
        .param("mail", mail)
        .update();
    if (sent || !waits) {
      String column = sent ? "mailed_at" : "mail_refused_at";
      db.sql(
              "UPDATE alert SET "
                  + column
                  + " = :now WHERE ledger_id = :ledger AND mailed_at IS NULL AND mailed_with = :mail")
          .param("now", SqlTime.of(now))
          .param("ledger", ledger.id())
          .param("mail", mail)
          .update();
    }
  }

  /**
   * Raised once for each address, wherever it stands in the setting later.
   *
   * @param index where it stands now
   */
  void refused(LedgerDescription ledger, int index, String digest, Instant now) {
    db.sql(
            """
            INSERT INTO alert (ledger_id, kind, subject, cause, raised_at)
            SELECT :ledger, 'RECIPIENT_REFUSED', :setting, :digest, :now
            WHERE NOT EXISTS (SELECT FROM alert
              WHERE ledger_id = :ledger AND kind = 'RECIPIENT_REFUSED' AND cause = :digest)
            ON CONFLICT DO NOTHING\
            """)
        .param("ledger", ledger.id())
        .param("setting", "mail-to[" + index + "]")
        .param("digest", digest)
        .param("now", SqlTime.of(now))
        .update();
  }
}
