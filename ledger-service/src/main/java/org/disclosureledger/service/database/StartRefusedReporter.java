package org.disclosureledger.service.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says a {@link StartRefused} in one line instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusedReporter implements SpringBootExceptionReporter {

  /** Spring Boot hands the context to reporters that want it; this one does not. */
  StartRefusedReporter(@Nullable ConfigurableApplicationContext context) {}

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof StartRefused refused) {
        System.err.println("ledger-service: " + refused.getMessage());
        return true;
      }
    }
    return false;
  }
}
