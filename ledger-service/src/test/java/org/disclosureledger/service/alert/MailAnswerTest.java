package org.disclosureledger.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** As Spring and the mail library tell it; a server's answers themselves: AlertRecipientsTest. */
class MailAnswerTest {
  private static final Address[] NOBODY = {};

  private static MailException of(Exception failed) {
    return new MailSendException(Map.of("a message", failed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 5.1.1 no such mailbox            | NO_MAILBOX
          550-5.1.1 no such mailbox            | NO_MAILBOX
          550 5.1.10 null MX                   | NO_MAILBOX
          553 5.1.3                            | NO_MAILBOX
          550 5.2.1 out of use                 | NO_MAILBOX
          550 5.1.0 rejected                   | REFUSED
          550 5.0.0 rejected                   | REFUSED
          550 no such mailbox                  | REFUSED
          521 takes no mail                    | REFUSED
          550 5.1.8 sender's domain            | NOT_FROM_US
          550 5.1.11 of a later standard       | NOT_FROM_US
          554 5.7.1 relay access denied        | NOT_FROM_US
          550 5.3.4 too large                  | NOT_FROM_US
          """)
  void whomARefusalIsAbout(String words, MailAnswer answer) throws Exception {
    InternetAddress to = new InternetAddress("first@example.com");
    SendFailedException failed =
        new SendFailedException(
            "Invalid Addresses",
            new SMTPAddressFailedException(to, "RCPT TO:<first@example.com>", 550, words + "\n"),
            NOBODY,
            NOBODY,
            new Address[] {to});
    assertThat(MailAnswer.of(of(failed))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL FROM:<ledger@example.com>,554,NO_SERVER",
    "MAIL FROM:<ledger@example.com>,451,LATER",
    "DATA,554,NOT_THIS_MAIL",
    "DATA,451,NOT_THIS_MAIL",
    ",554,NOT_THIS_MAIL"
  })
  void whatIsNoAnswerToAnAddress(String command, int code, MailAnswer answer) throws Exception {
    Address[] to = {new InternetAddress("first@example.com")};
    SMTPSendFailedException failed =
        new SMTPSendFailedException(
            command, code, code + " no", new Exception(), NOBODY, to, NOBODY);
    assertThat(MailAnswer.of(of(failed))).isEqualTo(answer);
  }

  @Test
  void whoSaysThatAnotherProcessHandsItOver() {
    assertThat(MailAnswer.of(of(new AlertSender.TakenElsewhere()))).isEqualTo(MailAnswer.ELSEWHERE);
  }

  @Test
  void whereItEndedOnTheWay() {
    MessagingException broken = new MessagingException("", new SocketTimeoutException());
    assertThat(MailAnswer.of(of(broken))).isEqualTo(MailAnswer.LATER);
    assertThat(
            MailAnswer.of(new MailSendException("closing", broken, Map.of("one", new Exception()))))
        .isEqualTo(MailAnswer.LATER);
    assertThat(MailAnswer.of(new MailSendException("no connection", broken, Map.of("one", broken))))
        .isEqualTo(MailAnswer.NO_SERVER);
    assertThat(MailAnswer.of(new MailAuthenticationException(""))).isEqualTo(MailAnswer.NO_SERVER);
    assertThat(MailAnswer.of(new MailPreparationException(""))).isEqualTo(MailAnswer.NO_SERVER);
    assertThat(MailAnswer.of(new MailSendException(""))).isEqualTo(MailAnswer.NO_SERVER);
  }

  /** What the server took it has taken, whatever became of the connection. */
  @Test
  void aConnectionThatCouldNotBeClosedHadTakenTheMail() {
    assertThat(MailAnswer.of(new MailSendException("closing", new MessagingException())))
        .isEqualTo(MailAnswer.SENT);
  }
}
