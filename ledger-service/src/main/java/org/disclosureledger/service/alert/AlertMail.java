package org.disclosureledger.service.alert;

import io.micrometer.core.instrument.Counter;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.disclosureledger.service.projection.SqlTime;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails what was raised of late, a few alerts in one mail, to each recipient once. Which alerts go
 * together is committed first; then, right before the end of a mail's text, that it is about to be
 * handed over to somebody; then what came of it. Between these nothing is locked and no transaction
 * waits for the server. Where its answer is lost, or a crash takes it, the same alerts go out again
 * under the same Message-ID, half an hour later and then twice as late each time. Whom the server
 * refuses for good does not get that mail; whom it takes later gets it later; neither keeps it from
 * the others, nor the others' next.
 */
public final class AlertMail {
  /** In one mail. */
  static final int MOST = 50;

  /** Of new ones, and of those that go to others still. */
  static final int MAILS_A_RUN = 20;

  /** Of a run, not counting the recipient whose answer is waited for when it is over. */
  private static final Duration BUDGET = Duration.ofMinutes(2);

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
      ORDER BY a.raised_at, a.id LIMIT :most FOR UPDATE\
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
  private final AlertSender mail;
  private final MailRecipients recipients;
  private final AlertMessage message;
  private final Counter refused;
  private final LongSupplier nanoTime;
  private final AtomicInteger turns = new AtomicInteger();
  private volatile boolean away;

  /**
   * By a recipient's digest, the last answer: what stays so is logged once, and not at each try.
   */
  private final Map<String, MailAnswer> last = new ConcurrentHashMap<>();

  /**
   * @param from sender
   * @param refused counts recipients who are refused a mail for good
   * @param nanoTime as {@link System#nanoTime}
   */
  AlertMail(
      JdbcClient db,
      TransactionTemplate transaction,
      LedgerDirectory ledgers,
      LedgerClock clock,
      AlertSettings settings,
      AlertSender mail,
      String from,
      String publicUrl,
      Counter refused,
      LongSupplier nanoTime) {
    this.db = db;
    this.transaction = transaction;
    this.ledgers = ledgers;
    this.clock = clock;
    this.settings = settings;
    this.mail = mail;
    this.recipients = new MailRecipients(db);
    this.message = new AlertMessage(mail.getSession(), from, publicUrl);
    this.refused = refused;
    this.nanoTime = nanoTime;
  }

  /** Of every ledger that has recipients; what fails is tried again the next time. */
  public void run() {
    List<LedgerDescription> all = ledgers.all();
    long end = nanoTime.getAsLong() + BUDGET.toNanos();
    int turn = turns.incrementAndGet();
    for (int i = 0; i < all.size() && nanoTime.getAsLong() - end < 0; i++) {
      // Not always the same first: what is left when the time is over is first another time.
      LedgerDescription ledger = all.get(Math.floorMod(turn + i, all.size()));
      List<String> to = settings.mailTo().getOrDefault(ledger.name(), List.of());
      try {
        if (!to.isEmpty() && !run(new MailLook(ledger, to), end)) {
          // It is the same server for all of them.
          return;
        }
      } catch (RuntimeException e) {
        // One ledger's trouble shall not keep the others' alerts back.
        log.error("alerts of {} are not mailed", ledger.name(), e);
      }
    }
  }

  /** New mails first, lest what waits for one recipient keep them from the others. */
  private boolean run(MailLook look, long end) {
    return run(look, NEW, end) && run(look, WAITING, end);
  }

  /** False where the server takes nothing. */
  private boolean run(MailLook look, String which, long end) {
    for (int mails = 0; mails < MAILS_A_RUN && nanoTime.getAsLong() - end < 0; mails++) {
      Instant now = clock.now(look.ledger().name());
      transaction.executeWithoutResult(status -> gather(look.ledger(), now));
      Optional<Long> first = next(look, which, now);
      if (first.isEmpty()) {
        return true;
      }
      look.tries(first.get());
      if (!send(look, first.get(), end)) {
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
                 AND id <> ALL (:tried) AND EXISTS (SELECT FROM unnest(:asked) one
                  WHERE NOT jsonb_exists(mail_recipients, one)
                    AND coalesce(CAST(mail_tries #>> ARRAY[one, '1'] AS bigint), 0) <= :now)
                ORDER BY raised_at, id LIMIT 1\
                """)
        .params(values(look.ledger(), now))
        .param("now", now.toEpochMilli())
        .param("tried", look.tried().toArray(Long[]::new))
        .param("asked", look.asked().toArray(String[]::new))
        .query(Long.class)
        .optional();
  }

  /** False where the server cannot be reached, or takes nothing from us at all. */
  private boolean send(MailLook look, long mailId, long end) {
    LedgerDescription ledger = look.ledger();
    List<Alert> alerts = alerts(ledger, mailId);
    List<MailTry> refusals = new ArrayList<>();
    boolean reached = true;
    boolean inTime = true;
    for (MailLook.Recipient to : look.recipients()) {
      Optional<Integer> before =
          reached && inTime && look.asks(to)
              ? recipients.tries(ledger, mailId, to.digest(), clock.now(ledger.name()))
              : Optional.empty();
      if (before.isPresent()) {
        MailTry one = new MailTry(recipients, ledger, mailId, to, before.get());
        MailAnswer answer = send(ledger, one, alerts);
        reached = answer != MailAnswer.NO_SERVER;
        // The others have the next run: where each of many is waited for it would have no end.
        inTime = nanoTime.getAsLong() - end < 0;
        if (answer == MailAnswer.REFUSED) {
          refusals.add(one);
        } else {
          answered(look, mailId, one, answer);
        }
      }
    }
    // What refuses all may refuse us, and what others get is refused to him.
    boolean taken = recipients.of(ledger, mailId).containsValue(MailRecipients.Outcome.SENT);
    MailAnswer refusal = taken ? MailAnswer.NO_MAILBOX : MailAnswer.NOT_FROM_US;
    refusals.forEach(one -> answered(look, mailId, one, refusal));
    return reached;
  }

  private void answered(MailLook look, long mailId, MailTry one, MailAnswer answer) {
    LedgerDescription ledger = look.ledger();
    Instant now = clock.now(ledger.name());
    switch (answer) {
      case SENT -> keep(look, mailId, one.to(), MailRecipients.Outcome.SENT, now);
      case NO_MAILBOX -> {
        keep(look, mailId, one.to(), MailRecipients.Outcome.REFUSED, now);
        refused.increment();
        told(ledger, one.to(), true, now);
      }
      // Nobody was asked for him, or another process does all that is to be done.
      case NO_SERVER, ELSEWHERE -> {}
      case NOT_THIS_MAIL -> one.again(answer, now);
      case REFUSED, NOT_FROM_US, LATER, PERHAPS -> {
        look.asksNoMore(one.to());
        one.again(answer, now);
        if (answer.isRefusal()) {
          told(ledger, one.to(), false, now);
        }
      }
    }
  }

  private void keep(
      MailLook look,
      long mailId,
      MailLook.Recipient to,
      MailRecipients.Outcome outcome,
      Instant now) {
    List<String> all = look.recipients().stream().map(MailLook.Recipient::digest).toList();
    transaction.executeWithoutResult(
        status -> recipients.keep(look.ledger(), mailId, to.digest(), outcome, all, now));
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

  private MailAnswer send(LedgerDescription ledger, MailTry one, List<Alert> alerts) {
    MailLook.Recipient to = one.to();
    try {
      mail.send(
          message.of(ledger, new InternetAddress(to.address(), true), alerts),
          () -> one.claim(() -> clock.now(ledger.name())));
      away = false;
      last.put(to.digest(), MailAnswer.SENT);
      return MailAnswer.SENT;
    } catch (AddressException e) {
      return MailAnswer.NO_MAILBOX;
    } catch (MailException e) {
      MailAnswer answer = MailAnswer.of(e);
      boolean known =
          answer == MailAnswer.NO_SERVER ? away : last.put(to.digest(), answer) == answer;
      away = answer == MailAnswer.NO_SERVER;
      boolean told = answer == MailAnswer.SENT || answer == MailAnswer.ELSEWHERE;
      if (!told && !answer.isRefusal() && !known) {
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
