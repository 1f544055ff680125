package org.disclosureledger.service.alert;

import io.micrometer.core.instrument.Counter;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails what was raised of late, a few alerts in one mail, to each recipient once. Which alerts go
 * together is committed first; then what came of each recipient, in the transaction that locks the
 * mail while it goes out, so that no other process sends it too. A crash between the mail server's
 * yes and the commit sends the same alerts again, under the same Message-ID, whatever was raised
 * meanwhile. Whom the server refuses for good does not get that mail; whom it takes later gets it
 * later; neither keeps it from the others, nor the others' next.
 */
public final class AlertMail {
  /** In one mail. */
  static final int MOST = 50;

  private static final int MAILS_A_RUN = 20;
  private static final Logger log = LoggerFactory.getLogger(AlertMail.class);

  private static final Comparator<Alert> IN_A_MAIL =
      Comparator.comparing(Alert::raisedAt).thenComparing(Alert::id);

  /** In no mail yet, or in one that has become too old to be sent whole. */
  private static final String UNGATHERED =
      """
      SELECT a.id FROM alert a
      WHERE a.ledger_id = :ledger AND a.mailed_at IS NULL AND a.mail_refused_at IS NULL
        AND a.raised_at >= :since
        AND NOT EXISTS (SELECT FROM alert first
          WHERE first.ledger_id = :ledger AND first.id = a.mailed_with
            AND first.raised_at >= :since)
      ORDER BY a.raised_at, a.id LIMIT :most FOR UPDATE SKIP LOCKED\
      """;

  /** Mails, by their first alert, that go to somebody still. */
  private static final String WAITING =
      """
      ledger_id = :ledger AND mailed_with = id AND raised_at >= :since
        AND (mailed_at IS NULL AND mail_refused_at IS NULL OR mail_waits)\
      """;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final LedgerDirectory ledgers;
  private final LedgerClock clock;
  private final AlertSettings settings;
  private final JavaMailSenderImpl mail;
  private final MailRecipients recipients;
  private final AlertMessage message;
  private final Counter refused;

  /**
   * @param from sender
   * @param refused counts recipients who are refused a mail for good
   */
  AlertMail(
      JdbcClient db,
      TransactionTemplate transaction,
      LedgerDirectory ledgers,
      LedgerClock clock,
      AlertSettings settings,
      JavaMailSenderImpl mail,
      String from,
      String publicUrl,
      Counter refused) {
    this.db = db;
    this.transaction = transaction;
    this.ledgers = ledgers;
    this.clock = clock;
    this.settings = settings;
    this.mail = mail;
    this.recipients = new MailRecipients(db);
    this.message = new AlertMessage(mail.getSession(), from, publicUrl);
    this.refused = refused;
  }

  /** Of every ledger that has recipients; what fails is tried again the next time. */
  public void run() {
    for (LedgerDescription ledger : ledgers.all()) {
      List<String> to = settings.mailTo().getOrDefault(ledger.name(), List.of());
      if (!to.isEmpty()) {
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
    Set<Long> tried = new HashSet<>();
    boolean goesOn = true;
    for (int mails = 0; goesOn && mails < MAILS_A_RUN; mails++) {
      Instant now = clock.now(ledger.name());
      transaction.executeWithoutResult(status -> gather(ledger, now));
      Optional<Long> first = next(ledger, now, tried);
      goesOn =
          first.isPresent()
              && tried.add(first.get())
              && Boolean.TRUE.equals(
                  transaction.execute(status -> send(ledger, to, first.get(), now)));
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

  /** By its first alert: one that goes to somebody still. */
  private Optional<Long> next(LedgerDescription ledger, Instant now, Set<Long> tried) {
    return db.sql(
            "SELECT id FROM alert WHERE "
                + WAITING
                + " AND id <> ALL (:tried) ORDER BY raised_at, id LIMIT 1")
        .params(values(ledger, now))
        .param("tried", tried.toArray(Long[]::new))
        .query(Long.class)
        .optional();
  }

  /** False where the server cannot be reached, or takes nothing from us at all. */
  private boolean send(LedgerDescription ledger, List<String> to, long mailId, Instant now) {
    // No row is locked while the server keeps us waiting: people mark alerts as seen meanwhile.
    boolean held =
        db.sql("SELECT pg_try_advisory_xact_lock(hashtextextended(:mail, 0))")
            .param("mail", "alert mail " + ledger.id() + " " + mailId)
            .query(Boolean.class)
            .single();
    if (!held || !waits(ledger, mailId, now)) {
      return true;
    }
    List<Alert> alerts = alerts(ledger, mailId);
    Map<String, MailRecipients.Outcome> outcomes = recipients.of(ledger, mailId);
    boolean waits = false;
    boolean reached = true;
    for (int i = 0; i < to.size() && reached; i++) {
      String digest = MailRecipients.digest(ledger, to.get(i));
      if (!outcomes.containsKey(digest)) {
        switch (send(ledger, to.get(i), alerts)) {
          case SENT -> outcomes.put(digest, MailRecipients.Outcome.SENT);
          case REFUSED -> {
            outcomes.put(digest, MailRecipients.Outcome.REFUSED);
            refused(ledger, i, digest, now);
          }
          case LATER -> waits = true;
          case NO_SERVER -> reached = false;
        }
      }
    }
    recipients.keep(ledger, mailId, outcomes, waits || !reached, now);
    return reached;
  }

  private boolean waits(LedgerDescription ledger, long mailId, Instant now) {
    return db.sql("SELECT count(*) FROM alert WHERE " + WAITING + " AND id = :mail")
            .params(values(ledger, now))
            .param("mail", mailId)
            .query(Long.class)
            .single()
        > 0;
  }

  private List<Alert> alerts(LedgerDescription ledger, long mailId) {
    return db
        .sql("SELECT * FROM alert WHERE ledger_id = :ledger AND mailed_with = :mail")
        .param("ledger", ledger.id())
        .param("mail", mailId)
        .query(AlertRows::row)
        .list()
        .stream()
        .sorted(IN_A_MAIL)
        .toList();
  }

  private enum Answer {
    SENT,
    /** No such address, says the server, or it is none. */
    REFUSED,
    LATER,
    NO_SERVER
  }

  private Answer send(LedgerDescription ledger, String address, List<Alert> alerts) {
    try {
      mail.send(message.of(ledger, new InternetAddress(address, true), alerts));
      return Answer.SENT;
    } catch (AddressException e) {
      return Answer.REFUSED;
    } catch (MailException e) {
      SendFailedException failed = ofTheMessage(e);
      if (failed != null
          && failed.getInvalidAddresses() != null
          && failed.getInvalidAddresses().length > 0) {
        return Answer.REFUSED;
      }
      // The server's words may repeat an address.
      log.error("alerts of {} are not mailed: {}", ledger.name(), nameOf(e, failed));
      return failed == null ? Answer.NO_SERVER : Answer.LATER;
    }
  }

  /** What the server says of a message or its addresses; null where it never came to that. */
  private static @Nullable SendFailedException ofTheMessage(MailException failure) {
    if (failure instanceof MailSendException sending) {
      for (Exception each : sending.getMessageExceptions()) {
        if (each instanceof SendFailedException failed) {
          return failed;
        }
      }
    }
    return null;
  }

  private static String nameOf(MailException failure, @Nullable SendFailedException failed) {
    return (failed == null ? failure : failed).getClass().getName();
  }

  private void refused(LedgerDescription ledger, int index, String digest, Instant now) {
    refused.increment();
    log.error(
        "ledger {}: the mail server refuses ledger.alerts.mail-to.{}[{}], who does not get a mail",
        ledger.name(),
        ledger.name(),
        index);
    recipients.refused(ledger, index, digest, now);
  }

  private Map<String, Object> values(LedgerDescription ledger, Instant now) {
    return Map.of("ledger", ledger.id(), "since", SqlTime.of(now.minus(settings.mailWithin())));
  }
}
