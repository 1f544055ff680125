package org.disclosureledger.service.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.MimeMessageHelper;

/** What one mail says; the same words and Message-ID however often it is made. */
final class AlertMessage {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private final Session session;
  private final String from;
  private final String publicUrl;

  AlertMessage(Session session, String from, String publicUrl) {
    this.session = session;
    this.from = from;
    this.publicUrl = publicUrl;
  }

  /** To one alone: nobody learns who else gets alerts. */
  MimeMessage of(LedgerDescription ledger, InternetAddress to, List<Alert> alerts) {
    // Nothing has to be escaped: neither names nor words of people stand in an alert.
    String id =
        "<alert-%s-%d@%s>"
            .formatted(ledger.id(), alerts.getFirst().id(), "disclosure-ledger.invalid");
    MimeMessage message =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
          }
        };
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
      helper.setFrom(from);
      helper.setTo(to);
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
      } else if (alert.kind() == AlertKind.RECIPIENT_REFUSED) {
        text.append("  Cài đặt · setting: ").append(alert.subject()).append('\n');
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
