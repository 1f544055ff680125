package org.disclosureledger.service.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Tells whether a conversation broke before or behind the end of the mail's text: behind it the
 * server may have taken the mail (RFC 5321 §4.1.1.4), and only its answer is missing.
 */
final class AlertSender extends JavaMailSenderImpl {
  private static final String SMTPS = "smtps";

  /** What the library has for a connection that ended where a reply was due. */
  private static final int NO_ANSWER = -1;

  /** The text was handed over, and no answer came. */
  static final class AnswerLost extends MessagingException {
    private static final long serialVersionUID = 1L;

    AnswerLost(Exception why) {
      super("no answer to the end of the text", why);
    }
  }

  /** To the same server, as the same client. */
  static AlertSender like(JavaMailSenderImpl configured) {
    AlertSender sender = new AlertSender();
    sender.setSession(configured.getSession());
    sender.setProtocol(configured.getProtocol());
    sender.setHost(configured.getHost());
    sender.setPort(configured.getPort());
    sender.setUsername(configured.getUsername());
    sender.setPassword(configured.getPassword());
    sender.setDefaultEncoding(configured.getDefaultEncoding());
    return sender;
  }

  @Override
  protected Transport getTransport(Session session) {
    return new Conversation(session, SMTPS.equals(getProtocol()));
  }

  private static final class Conversation extends SMTPTransport {
    Conversation(Session session, boolean tls) {
      super(
          session,
          new URLName(tls ? SMTPS : "smtp", null, -1, null, null, null),
          tls ? SMTPS : "smtp",
          tls);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      try {
        super.finishData();
      } catch (SMTPSendFailedException answered) {
        throw answered.getReturnCode() == NO_ANSWER ? new AnswerLost(answered) : answered;
      } catch (IOException | MessagingException e) {
        throw new AnswerLost(e);
      }
    }
  }
}
