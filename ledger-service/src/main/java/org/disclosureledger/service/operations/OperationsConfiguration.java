package org.disclosureledger.service.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.disclosureledger.service.projection.ProjectionRebuild;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerAppender;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Meters and health; docs/operations.md is their table. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean
  AppendMeters appendMeters(MeterRegistry meters) {
    return new AppendMeters(meters);
  }

  @Bean
  AlarmCounter alarmCounter(MeterRegistry meters) {
    return new AlarmCounter(meters);
  }

  @Bean
  LagSampler lagSampler(JdbcTemplate writer, ProjectionRebuild projections, MeterRegistry meters) {
    return new LagSampler(writer, projections, meters);
  }

  @Bean
  MeterBinder ledgerMeters(LedgerAppender appender, HeadGuard guard) {
    return meters -> {
      Gauge.builder("ledger.append.waiting", appender, LedgerAppender::waiting)
          .description("Commands that wait for the appender")
          .baseUnit("commands")
          .register(meters);
      Gauge.builder("ledger.stopped", guard, each -> each.stopped().size())
          .description(
              "Ledgers that take nothing: the database does not go on from a published head")
          .baseUnit("ledgers")
          .register(meters);
    };
  }

  @Bean
  HealthIndicator appenderHealthIndicator(LedgerAppender appender) {
    return new AppenderHealth(appender);
  }

  @Bean
  HealthIndicator headsHealthIndicator(HeadGuard guard, LedgerDirectory ledgers) {
    return new HeadsHealth(guard, ledgers);
  }
}
