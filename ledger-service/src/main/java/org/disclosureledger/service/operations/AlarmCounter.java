package org.disclosureledger.service.operations;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/** Counts the lines of the log that begin with ALARM, wherever they come from. */
final class AlarmCounter extends AppenderBase<ILoggingEvent> implements DisposableBean {
  private static final String ALARM = "ALARM";

  private final Counter alarms;
  private final Logger root;

  AlarmCounter(MeterRegistry meters) {
    alarms =
        Counter.builder("ledger.alarms")
            .description("Lines of the log that begin with ALARM")
            .register(meters);
    root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    setContext(root.getLoggerContext());
    setName("alarm-counter-" + System.identityHashCode(this));
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getMessage().startsWith(ALARM)) {
      alarms.increment();
    }
  }

  @Override
  public void destroy() {
    root.detachAppender(this);
    stop();
  }
}
