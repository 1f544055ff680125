package org.disclosureledger.service.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails what was raised of late, a few alerts in one mail, each once. Which alerts go together is
 * committed first; then they are marked in the transaction that holds them while the mail goes out,
 * so that no other process sends them too. A crash between the mail server's yes and the commit
 * sends the same alerts again, under the same Message-ID, whatever was raised meanwhile.
 */
public final class AlertMail {
  /** In one mail. */
  static final int MOST = 50;

  private static final int MAILS_A_RUN = 20;
  private static final Logger log = LoggerFactory.getLogger(AlertMail.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private static final Comparator<Alert> IN_A_MAIL =
      Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id);

  /** In no mail yet, or in one that has become too old to be sent whole. */
  private static final String UNGATHERED =
      """
      SELECT a.id FROM alert a
      WHERE a.ledger_id = :ledger AND a.mailed_at IS NULL AND a.raised_at >= :since
        AND NOT EXISTS (SELECT FROM alert first
          WHERE first.ledger_id = :ledger AND first.id = a.mailed_with
            AND first.raised_at >= :since)
      ORDER BY a.raised_at, a.id LIMIT :most FOR UPDATE SKIP LOCKED\
      """;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final LedgerDirectory ledgers;
  private final LedgerClock clock;
  private final AlertSettings settings;
  private final JavaMailSenderImpl mail;
  private final String publicUrl;

  AlertMail(
      JdbcClient db,
      TransactionTemplate transaction,
      LedgerDirectory ledgers,
      LedgerClock clock,
      AlertSettings settings,
      JavaMailSenderImpl mail,
      String publicUrl) {
    this.db = db;
    this.transaction = transaction;
    this.ledgers = ledgers;
    this.clock = clock;
    this.settings = settings;
    this.mail = mail;
    this.publicUrl = publicUrl;
  }

  /** Of every ledger that has recipients; what fails is tried again the next time. */
  public void run() {
    for (LedgerDescription ledger : ledgers.all()) {
      List<String> to = settings.mailTo().getOrDefault(ledger.name(), List.of());
      if (!to.isEmpty() && settings.mailFrom() != null) {
        try {
          run(ledger, to);
        } catch (RuntimeException e) {
          // One ledger's trouble shall not keep the others' alerts back.
          log.error("alerts of {} are not mailed", ledger.name(), e);
        }
      }
    }
  }

  private void run(LedgerDescription ledger, List<String> to) {
    boolean more = true;
    for (int mails = 0; more && mails < MAILS_A_RUN; mails++) {
      Instant now = clock.now(ledger.name());
      try {
        transaction.executeWithoutResult(status -> gather(ledger, now));
        more = Boolean.TRUE.equals(transaction.execute(status -> send(ledger, to, now)));
      } catch (MailException e) {
        // The server's words may repeat an address.
        log.error("alerts of {} are not mailed: {}", ledger.name(), e.getClass().getName());
        more = false;
      }
    }
  }

  /** Committed before anything is sent: what one mail says is settled by then. */
  void gather(LedgerDescription ledger, Instant now) {
    List<Long> ids =
        db.sql(UNGATHERED)
            .params(values(ledger, now))
            .param("most", MOST)
            .query((row, n) -> row.getLong("id"))
            .list();
    if (!ids.isEmpty()) {
      db.sql("UPDATE alert SET mailed_with = :mail WHERE ledger_id = :ledger AND id = ANY (:ids)")
          .param("mail", ids.getFirst())
          .param("ledger", ledger.id())
          .param("ids", ids.toArray(Long[]::new))
          .update();
    }
  }

  private boolean send(LedgerDescription ledger, List<String> to, Instant now) {
    // Whoever holds the first alert's row sends the mail.
    Optional<Long> first =
        db.sql(
                """
                SELECT id FROM alert
                WHERE ledger_id = :ledger AND mailed_at IS NULL AND mailed_with = id
                  AND raised_at >= :since
                ORDER BY raised_at, id LIMIT 1 FOR UPDATE SKIP LOCKED\
                """)
            .params(values(ledger, now))
            .query(Long.class)
            .optional();
    if (first.isEmpty()) {
      return false;
    }
    List<Alert> alerts =
        db.sql(
                """
                UPDATE alert SET mailed_at = :now
                WHERE ledger_id = :ledger AND mailed_at IS NULL AND mailed_with = :mail
                RETURNING *\
                """)
            .param("now", SqlTime.of(now))
            .param("ledger", ledger.id())
            .param("mail", first.get())
            .query(AlertRows::row)
            .list();
    mail.send(message(ledger, to, alerts.stream().sorted(IN_A_MAIL).toList()));
    return true;
  }

  private Map<String, Object> values(LedgerDescription ledger, Instant now) {
    return Map.of("ledger", ledger.id(), "since", SqlTime.of(now.minus(settings.mailWithin())));
  }

  private MimeMessage message(LedgerDescription ledger, List<String> to, List<Alert> alerts) {
    // Nothing has to be escaped: neither names nor words of people stand in an alert.
    String id =
        "<alert-%s-%d@%s>"
            .formatted(ledger.id(), alerts.getFirst().id(), "disclosure-ledger.invalid");
    MimeMessage message =
        new MimeMessage(mail.getSession()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
      helper.setFrom(Objects.requireNonNull(settings.mailFrom()));
      helper.setTo(to.toArray(String[]::new));
      helper.setSubject("[%s] %d cảnh báo · alerts".formatted(ledger.name(), alerts.size()));
      helper.setText(text(ledger, alerts), false);
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
    return message;
  }

  private String text(LedgerDescription ledger, List<Alert> alerts) {
    StringBuilder text = new StringBuilder();
    for (Alert alert : alerts) {
      text.append(alert.kind().vi()).append(" · ").append(alert.kind().en()).append('\n');
      if (alert.registerNumber() != null) {
        text.append("  Số đến · register number: ").append(alert.registerNumber()).append('\n');
      } else if (alert.kind() == AlertKind.REPORT_DUE) {
        text.append("  Báo cáo · report: ").append(alert.subject()).append('\n');
      }
      if (alert.agency() != null) {
        text.append("  Cơ quan · agency: ").append(alert.agency()).append('\n');
      }
      if (alert.due() != null) {
        text.append("  Hạn · due: ").append(time(alert.due())).append('\n');
      }
      text.append('\n');
    }
    return text.append(publicUrl)
        .append("/api/v1/ledgers/")
        .append(ledger.name())
        .append("/alerts\n")
        .toString();
  }

  private static String time(Instant instant) {
    return TIME.format(ZonedDateTime.ofInstant(instant, LedgerZone.ID)) + " (UTC+7)";
  }
}
