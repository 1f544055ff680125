package org.disclosureledger.service.alert;

import java.time.Instant;
import java.util.function.Supplier;
import org.disclosureledger.service.sealing.LedgerDescription;

/** One mail on its way to one recipient: nothing says so before its text is about to end. */
final class MailTry {
  private final MailRecipients recipients;
  private final LedgerDescription ledger;
  private final long mail;
  private final MailLook.Recipient to;
  private final int before;
  private boolean claimed;

  /**
   * @param before how often it had been tried
   */
  MailTry(
      MailRecipients recipients,
      LedgerDescription ledger,
      long mail,
      MailLook.Recipient to,
      int before) {
    this.recipients = recipients;
    this.ledger = ledger;
    this.mail = mail;
    this.to = to;
    this.before = before;
  }

  MailLook.Recipient to() {
    return to;
  }

  /**
   * @param clock not read before it is needed: a server may have kept us waiting
   * @return whether the mail is to be handed over, and by nobody else
   */
  boolean claim(Supplier<Instant> clock) {
    claimed = recipients.claim(ledger, mail, to.digest(), before, clock.get());
    return claimed;
  }

  /** After this answer it waits, unless somebody else has tried it since. */
  void again(MailAnswer answer, Instant now) {
    int tries = before + 1;
    Instant next = now.plus(answer.pause(tries));
    recipients.again(ledger, mail, to.digest(), claimed ? tries : before, tries, next);
  }
}
