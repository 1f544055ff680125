package org.disclosureledger.service.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands a mail over at one point that its caller learns of: behind the end of the mail's text the
 * server may have taken it (RFC 5321 §4.1.1.4), whether its answer comes or not; before it nobody
 * has got anything.
 */
class AlertSender extends JavaMailSenderImpl {
  private static final String SMTPS = "smtps";
  private static final String CHUNKING = "CHUNKING";

  /** What the library has for a connection that ended where a reply was due. */
  private static final int NO_ANSWER = -1;

  /** The text was handed over, and no answer came. */
  static final class AnswerLost extends MessagingException {
    private static final long serialVersionUID = 1L;

    AnswerLost(Exception why) {
      super("no answer to the end of the text", why);
    }
  }

  /** Somebody else was about to hand the mail over, or has: the connection ends without the end. */
  static final class TakenElsewhere extends MessagingException {
    private static final long serialVersionUID = 1L;

    TakenElsewhere() {
      // The library drops the connection for this cause alone.
      super("another process hands it over", new IOException("not handed over"));
    }
  }

  /** Asked right before the end of the text. */
  private BooleanSupplier handover = () -> true;

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

  /**
   * @param handover asked once, right before the end of the text: whether it is to be sent
   */
  void send(MimeMessage message, BooleanSupplier handover) {
    AlertSender once = like(this);
    once.handover = handover;
    once.send(message);
  }

  @Override
  protected Transport getTransport(Session session) {
    return new Conversation(session, SMTPS.equals(getProtocol()), handover);
  }

  private static final class Conversation extends SMTPTransport {
    private final BooleanSupplier handover;

    Conversation(Session session, boolean tls, BooleanSupplier handover) {
      super(
          session,
          new URLName(tls ? SMTPS : "smtp", null, -1, null, null, null),
          tls ? SMTPS : "smtp",
          tls);
      this.handover = handover;
    }

    /** In chunks (RFC 3030) the text would end elsewhere. */
    @Override
    public boolean supportsExtension(String extension) {
      return !CHUNKING.equalsIgnoreCase(extension) && super.supportsExtension(extension);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      boolean mine;
      try {
        mine = handover.getAsBoolean();
      } catch (RuntimeException e) {
        // As an IOException it ends the connection, and with it the mail.
        throw new IOException("it cannot be said that the mail is handed over", e);
      }
      if (!mine) {
        throw new TakenElsewhere();
      }
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
