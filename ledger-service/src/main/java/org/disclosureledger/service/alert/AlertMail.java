package org.disclosureledger.service.alert;

import io.micrometer.core.instrument.Counter;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails what was raised of late, a few alerts in one mail, to each recipient once. Which alerts go
 * together is committed first; then what came of each recipient, in the transaction that locks the
 * mail while it goes out, so that no other process sends it too. A crash between the mail server's
 * yes and the commit sends the same alerts again, under the same Message-ID, whatever was raised
 * meanwhile. Whom the server refuses for good does not get that mail; whom it takes later gets it
 * later, tried with one mail a look; neither keeps it from the others, nor the others' next.
 */
public final class AlertMail {
  /** In one mail. */
  static final int MOST = 50;

  /** Of new ones, and of those that go to others still. */
  static final int MAILS_A_RUN = 20;

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

  /** Mails, by their first alert, that have gone to nobody yet. */
  private static final String NEW =
      """
      ledger_id = :ledger AND mailed_with = id AND raised_at >= :since
        AND mailed_at IS NULL AND mail_refused_at IS NULL\
      """;

  /** Mails that have gone to some, and go to others still. */
  private static final String WAITING =
      "ledger_id = :ledger AND mailed_with = id AND raised_at >= :since AND mail_waits";

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

  /** New mails first, lest what waits for one recipient keep them from the others. */
  private void run(LedgerDescription ledger, List<String> to) {
    MailLook look = new MailLook(ledger, to);
    if (run(look, NEW)) {
      run(look, WAITING);
    }
  }

  /** False where the server takes nothing. */
  private boolean run(MailLook look, String which) {
    for (int mails = 0; mails < MAILS_A_RUN; mails++) {
      Instant now = clock.now(look.ledger().name());
      transaction.executeWithoutResult(status -> gather(look.ledger(), now));
      Optional<Long> first = next(look, which, now);
      if (first.isEmpty()) {
        return true;
      }
      look.tries(first.get());
      if (!Boolean.TRUE.equals(transaction.execute(status -> send(look, first.get(), now)))) {
        return false;
      }
    }
    return true;
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

  /** By its first alert: one that goes to somebody who is asked in this look. */
  private Optional<Long> next(MailLook look, String which, Instant now) {
    return db.sql(
            "SELECT id FROM alert WHERE "
                + which
                + """
                 AND id <> ALL (:tried) AND NOT jsonb_exists_all(mail_recipients, :asked)
                ORDER BY raised_at, id LIMIT 1\
                """)
        .params(values(look.ledger(), now))
        .param("tried", look.tried().toArray(Long[]::new))
        .param("asked", look.asked().toArray(String[]::new))
        .query(Long.class)
        .optional();
  }

  /** False where the server cannot be reached, or takes nothing from us at all. */
  private boolean send(MailLook look, long mailId, Instant now) {
    LedgerDescription ledger = look.ledger();
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
    Map<MailLook.Recipient, MailAnswer> answers = answers(look, alerts, outcomes.keySet());
    answers.forEach((to, answer) -> {
      if (answer == MailAnswer.SENT) {
        outcomes.put(to.digest(), MailRecipients.Outcome.SENT);
      }
    });
    boolean taken = outcomes.containsValue(MailRecipients.Outcome.SENT);
    answers.forEach((to, answer) -> {
      // What refuses all may refuse us.
      boolean forGood = answer == MailAnswer.NO_MAILBOX || answer == MailAnswer.REFUSED && taken;
      if (forGood) {
        outcomes.put(to.digest(), MailRecipients.Outcome.REFUSED);
        refused.increment();
      } else if (answer != MailAnswer.SENT && answer != MailAnswer.NOT_THIS_MAIL) {
        look.asksNoMore(to);
      }
      if (answer.isRefusal()) {
        told(ledger, to, forGood, now);
      }
    });
    boolean all = look.recipients().stream().allMatch(to -> outcomes.containsKey(to.digest()));
    recipients.keep(ledger, mailId, outcomes, !all, now);
    return !answers.containsValue(MailAnswer.NO_SERVER);
  }

  /** Of each who has no outcome yet and is asked, until the server takes nothing. */
  private Map<MailLook.Recipient, MailAnswer> answers(
      MailLook look, List<Alert> alerts, Set<String> known) {
    Map<MailLook.Recipient, MailAnswer> answers = new LinkedHashMap<>();
    for (MailLook.Recipient to : look.recipients()) {
      if (!known.contains(to.digest()) && look.asks(to)) {
        MailAnswer answer = send(look.ledger(), to.address(), alerts);
        answers.put(to, answer);
        if (answer == MailAnswer.NO_SERVER) {
          break;
        }
      }
    }
    return answers;
  }

  private boolean waits(LedgerDescription ledger, long mailId, Instant now) {
    return db.sql(
                "SELECT count(*) FROM alert WHERE id = :mail AND (" + NEW + " OR " + WAITING + ")")
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

  private MailAnswer send(LedgerDescription ledger, String address, List<Alert> alerts) {
    try {
      mail.send(message.of(ledger, new InternetAddress(address, true), alerts));
      return MailAnswer.SENT;
    } catch (AddressException e) {
      return MailAnswer.NO_MAILBOX;
    } catch (MailException e) {
      MailAnswer answer = MailAnswer.of(e);
      if (answer != MailAnswer.SENT && !answer.isRefusal()) {
        // The server's words may repeat an address.
        log.error("alerts of {} are not mailed: {}", ledger.name(), MailAnswer.nameOf(e));
      }
      return answer;
    }
  }

  private void told(LedgerDescription ledger, MailLook.Recipient to, boolean forGood, Instant now) {
    log.error(
        "ledger {}: the mail server refuses ledger.alerts.mail-to.{}[{}], who {}",
        ledger.name(),
        ledger.name(),
        to.index(),
        forGood ? "does not get a mail" : "gets a mail if it takes him later");
    recipients.refused(ledger, to.index(), to.digest(), now);
  }

  private Map<String, Object> values(LedgerDescription ledger, Instant now) {
    return Map.of("ledger", ledger.id(), "since", SqlTime.of(now.minus(settings.mailWithin())));
  }
}
