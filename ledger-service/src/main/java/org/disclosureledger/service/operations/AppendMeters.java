package org.disclosureledger.service.operations;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.disclosureledger.service.sealing.AppendObserver;

/** How long commands wait for their signed head, and how many go in one transaction. */
final class AppendMeters implements AppendObserver {
  private final Timer appended;
  private final Timer refused;
  private final DistributionSummary batch;

  AppendMeters(MeterRegistry meters) {
    appended = timer(meters, "appended");
    refused = timer(meters, "refused");
    batch =
        DistributionSummary.builder("ledger.append.batch")
            .description("Commands committed as one transaction")
            .baseUnit("commands")
            .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256)
            .register(meters);
  }

  private static Timer timer(MeterRegistry meters, String outcome) {
    return Timer.builder("ledger.append")
        .description("From the queue to the answer: entries under a signed head, or refused")
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(meters);
  }

  @Override
  public void answered(Duration waited, boolean isAppended) {
    (isAppended ? appended : refused).record(waited);
  }

  @Override
  public void committed(int commands) {
    batch.record(commands);
  }
}
