package org.disclosureledger.service.intake.topic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of messages: how many were taken, and refused; and what waits. */
final class IntakeMeters {
  private final Counter taken;
  private final Counter refused;
  private final AtomicInteger held = new AtomicInteger();

  IntakeMeters(MeterRegistry meters) {
    taken = messages(meters, "taken");
    refused = messages(meters, "refused");
    Gauge.builder("ledger.intake.held", held, AtomicInteger::get)
        .description("Partitions of this process whose next message cannot be taken now")
        .baseUnit("partitions")
        .register(meters);
  }

  private static Counter messages(MeterRegistry meters, String outcome) {
    return Counter.builder("ledger.intake.messages")
        .description("Messages of the intake topics: recorded, or told in the dead letters")
        .tag("outcome", outcome)
        .register(meters);
  }

  void dealtWith(boolean isRefused) {
    (isRefused ? refused : taken).increment();
  }

  void held(int partitions) {
    held.set(partitions);
  }
}
