package org.disclosureledger.verifier.conduct;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time, its end excluded. */
public record Period(Instant from, Instant to) {
  /** Null where the member is absent: all time. */
  static @Nullable Period optional(EventData data) {
    if (!data.has("period")) {
      return null;
    }
    EventData period = data.object("period");
    return new Period(period.time("from"), period.time("to"));
  }

  boolean within(Period wider) {
    return !from.isBefore(wider.from) && !to.isAfter(wider.to);
  }

  @Override
  public String toString() {
    return Shown.time(from) + " to " + Shown.time(to);
  }
}
