package org.disclosureledger.service.alert;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looking and mailing; who does either when is the timers' room's to say. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AlertSettings.class)
class AlertConfiguration {
  private static final Logger log = LoggerFactory.getLogger(AlertConfiguration.class);

  @Bean
  AlertScan alertScan(
      @Qualifier("writer") DataSource writer,
      LedgerDirectory ledgers,
      LedgerClock clock,
      EntryStore store,
      AlertSettings settings) {
    return new AlertScan(JdbcClient.create(writer), ledgers, clock, store, settings);
  }

  /** Mails where a server ({@code spring.mail.host}), a sender and recipients are named. */
  @Bean
  Alerts alerts(
      AlertScan scan,
      @Qualifier("writer") DataSource writer,
      PlatformTransactionManager transactions,
      LedgerDirectory ledgers,
      LedgerClock clock,
      AlertSettings settings,
      ObjectProvider<JavaMailSenderImpl> mail,
      @Value("${ledger.public-url}") String publicUrl,
      MeterRegistry meters) {
    JavaMailSenderImpl server = mail.getIfAvailable();
    String from = settings.mailFrom();
    boolean complete = server != null && from != null;
    if (!settings.mailTo().isEmpty() && !complete) {
      throw new StartRefused(
          "ledger.alerts.mail-to names recipients: ledger.alerts.mail-from and spring.mail.host"
              + " have to be set too");
    }
    settings.mailTo().keySet().stream()
        .filter(name -> ledgers.find(name).isEmpty())
        .forEach(name ->
            log.warn("ledger.alerts.mail-to names {}, which is no ledger here by now", name));
    AlertMail mailing =
        server != null && from != null
            ? new AlertMail(
                JdbcClient.create(writer),
                new TransactionTemplate(transactions),
                ledgers,
                clock,
                settings,
                AlertSender.like(server),
                from,
                publicUrl,
                meters.counter("ledger.alerts.recipients.refused"),
                System::nanoTime)
            : null;
    return new Alerts(
        scan,
        new RecountAlert(JdbcClient.create(writer), ledgers, clock),
        mailing,
        settings.every());
  }
}
