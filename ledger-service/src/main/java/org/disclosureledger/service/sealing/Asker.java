package org.disclosureledger.service.sealing;

import org.disclosureledger.service.trace.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Whose command it is, as far as those who run the service follow it.
 *
 * @param call the {@code Request-Id} that the caller was answered with, or {@code null}
 * @param step ended with the command's outcome
 */
record Asker(@Nullable String call, Step step) {
  private static final String MEMBER = "requestId";

  static final Asker NOBODY = new Asker(null, Step.NONE);

  static Asker ofThisThread(Step step) {
    return new Asker(MDC.get(MEMBER), step);
  }
}
