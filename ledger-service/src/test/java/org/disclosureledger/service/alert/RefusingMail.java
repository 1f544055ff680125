package org.disclosureledger.service.alert;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A mail server that answers some recipients as the test says, and takes the others' mails. */
final class RefusingMail extends GreenMail implements AutoCloseable {
  /** By address, what {@code RCPT TO} is answered with. */
  final Map<String, String> answers = new ConcurrentHashMap<>();

  /** Whom anything was addressed to, in order. */
  final List<String> addressed = new CopyOnWriteArrayList<>();

  /** At whose address the connection breaks. */
  final Set<String> breaks = ConcurrentHashMap.newKeySet();

  RefusingMail() {
    super(ServerSetupTest.SMTP.dynamicPort());
  }

  @Override
  protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers usual) {
    SmtpManager smtp =
        new SmtpManager(usual.getImapHostManager(), usual.getUserManager()) {
          @Override
          public @Nullable String checkRecipient(SmtpState state, MailAddress to) {
            addressed.add(to.getEmail());
            if (breaks.contains(to.getEmail())) {
              throw new IllegalStateException("the connection breaks, says the test");
            }
            return answers.get(to.getEmail());
          }
        };
    return super.createServices(
        setups,
        new Managers() {
          @Override
          public SmtpManager getSmtpManager() {
            return smtp;
          }

          @Override
          public UserManager getUserManager() {
            return usual.getUserManager();
          }

          @Override
          public ImapHostManager getImapHostManager() {
            return usual.getImapHostManager();
          }
        });
  }

  @Override
  public void close() {
    stop();
  }
}
