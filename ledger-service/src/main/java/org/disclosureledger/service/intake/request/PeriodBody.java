package org.disclosureledger.service.intake.request;

import java.time.Instant;
import org.disclosureledger.service.request.content.Period;
import org.jspecify.annotations.Nullable;

/** A stretch of time, {@code to} excluded. */
record PeriodBody(Instant from, Instant to) {
  static @Nullable Period toPeriod(@Nullable PeriodBody body) {
    return body == null ? null : new Period(body.from(), body.to());
  }
}
