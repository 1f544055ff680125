package org.disclosureledger.service.alert;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
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

  /** Of a mail that its sender holds. */
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
   * Keeps what came of a mail.
   *
   * @param waits whether somebody has neither got it nor been refused it for good
   */
  void keep(
      LedgerDescription ledger,
      long mail,
      Map<String, Outcome> outcomes,
      boolean waits,
      Instant now) {
    boolean sent = outcomes.containsValue(Outcome.SENT);
    db.sql(
            """
            UPDATE alert SET mail_recipients = jsonb_object(:keys::text[], :values::text[]),
              mail_waits = :waits
            WHERE ledger_id = :ledger AND id = :mail\
            """)
        .param("keys", outcomes.keySet().toArray(String[]::new))
        .param("values", outcomes.values().stream().map(Enum::name).toArray(String[]::new))
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
