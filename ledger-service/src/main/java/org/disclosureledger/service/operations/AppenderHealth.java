package org.disclosureledger.service.operations;

import org.disclosureledger.service.sealing.LedgerAppender;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down once nothing can be appended by this process any more: it has ended, or ends. */
final class AppenderHealth implements HealthIndicator {
  private final LedgerAppender appender;

  AppenderHealth(LedgerAppender appender) {
    this.appender = appender;
  }

  @Override
  public Health health() {
    Health.Builder health = appender.isRunning() ? Health.up() : Health.down();
    return health.withDetail("waiting", appender.waiting()).build();
  }
}
