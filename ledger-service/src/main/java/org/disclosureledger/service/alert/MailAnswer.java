package org.disclosureledger.service.alert;

import jakarta.mail.SendFailedException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** What came of one mail to one address (RFC 5321 §4.2, RFC 3463). */
enum MailAnswer {
  SENT,

  /** No such mailbox, says the server, or it is no address: for good. */
  NO_MAILBOX,

  /** A refusal that does not say of whom: of the address, if another gets the same mail. */
  REFUSED,

  /** A refusal for what the server thinks of us or of mails, and not for the mailbox. */
  NOT_FROM_US,

  /** The address is taken at another time, or did not answer in time. */
  LATER,

  /** The mail was handed over, and the server did not say whether it takes it. */
  PERHAPS,

  /** The address was taken, and then not this mail. */
  NOT_THIS_MAIL,

  /** Another process hands this mail over, or has: nothing was sent from here. */
  ELSEWHERE,

  /** The server cannot be reached, does not let us in, or takes nothing that comes from us. */
  NO_SERVER;

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(4);
  private static final Duration PERHAPS_PAUSE = Duration.ofMinutes(30);

  /** Of however many tries, as what came before may have been answers: within a mail's time. */
  private static final Duration LONGEST_PERHAPS = Duration.ofHours(12);

  private static final int MOST_DOUBLED = 12;

  /** Of a reply's code, its first digit (RFC 5321 §4.2.1). */
  private static final int FOR_NOW = 4;

  /** Of the answer to {@code RCPT TO}: {@code 550 5.1.1 …}, {@code 550-5.1.1 …}. */
  private static final Pattern ENHANCED =
      Pattern.compile("5\\d\\d[ -](5\\.\\d{1,3}\\.\\d{1,3})(\\D.*)?", Pattern.DOTALL);

  /** RFC 3463 §3.2 without what is said of the sender's address, and a mailbox out of use. */
  private static final Pattern OF_A_MAILBOX = Pattern.compile("5\\.1\\.([1-6]|10)|5\\.2\\.1");

  /** Says nothing, or nothing of whose address. */
  private static final Set<String> UNDEFINED = Set.of("5.0.0", "5.1.0");

  /** Whether the server has said that it does not take the address. */
  boolean isRefusal() {
    return this == NO_MAILBOX || this == REFUSED || this == NOT_FROM_US;
  }

  /**
   * How long to wait before the same mail is tried again for the same recipient: twice as long each
   * time (RFC 5321 §4.5.4.1). Who may have got it shall not get it every minute.
   *
   * @param tries so far, from 1
   */
  Duration pause(int tries) {
    Duration first = this == PERHAPS ? PERHAPS_PAUSE : PAUSE;
    Duration longest = this == PERHAPS ? LONGEST_PERHAPS : LONGEST_PAUSE;
    Duration pause = first.multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLED));
    return pause.compareTo(longest) < 0 ? pause : longest;
  }

  static MailAnswer of(MailException failure) {
    if (!(failure instanceof MailSendException sending)) {
      return NO_SERVER;
    }
    Exception[] of = sending.getMessageExceptions();
    if (of.length == 0 && sending.getCause() != null) {
      // The sender's library could not say goodbye to a server that had taken the mail.
      return SENT;
    }
    if (of.length > 0 && of[0] instanceof AlertSender.AnswerLost) {
      return PERHAPS;
    }
    if (of.length > 0 && of[0] instanceof AlertSender.TakenElsewhere) {
      return ELSEWHERE;
    }
    if (of.length > 0 && of[0] instanceof SendFailedException failed) {
      return of(failed);
    }
    // So it says that no connection came about; otherwise the connection broke on the way.
    return of.length == 0 || of[0] == sending.getCause() ? NO_SERVER : LATER;
  }

  private static MailAnswer of(SendFailedException failed) {
    if (failed instanceof SMTPSendFailedException sending) {
      if (sending.getCommand() == null || !sending.getCommand().startsWith("MAIL")) {
        return NOT_THIS_MAIL;
      }
      return sending.getReturnCode() / 100 == FOR_NOW ? LATER : NO_SERVER;
    }
    return failed.getInvalidAddresses() == null || failed.getInvalidAddresses().length == 0
        ? LATER
        : refusal(failed.getNextException());
  }

  private static MailAnswer refusal(@Nullable Exception words) {
    if (words == null || words.getMessage() == null) {
      return REFUSED;
    }
    Matcher code = ENHANCED.matcher(words.getMessage());
    if (!code.matches() || UNDEFINED.contains(code.group(1))) {
      return REFUSED;
    }
    return OF_A_MAILBOX.matcher(code.group(1)).matches() ? NO_MAILBOX : NOT_FROM_US;
  }

  /** Without anybody's words. */
  static String nameOf(MailException failure) {
    return failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
        ? sending.getMessageExceptions()[0].getClass().getName()
        : failure.getClass().getName();
  }
}
