package org.disclosureledger.service.sealing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The database's clock, kept as an offset from this machine's and renewed with every batch, so that
 * replicas agree; while a sample is made, its ledger runs on a simulated clock.
 */
public class LedgerClocks implements LedgerClock {
  private final InstantSource machine;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);
  private final Map<String, InstantSource> simulated = new ConcurrentHashMap<>();

  public LedgerClocks(InstantSource machine) {
    this.machine = machine;
  }

  @Override
  public Instant now(String ledger) {
    InstantSource simulation = simulated.get(ledger);
    Instant now = simulation == null ? machine.instant().plus(offset.get()) : simulation.instant();
    return now.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public boolean isSimulated(String ledger) {
    return simulated.containsKey(ledger);
  }

  /** Runs the ledger on {@code clock} from now on; only sample ledgers may be simulated. */
  public void simulate(LedgerDescription ledger, InstantSource clock) {
    if (!ledger.sample()) {
      throw new IllegalArgumentException(ledger.name() + " is no sample ledger");
    }
    simulated.put(ledger.name(), clock);
  }

  /** Puts the ledger back on the database's clock. */
  public void endSimulation(LedgerDescription ledger) {
    simulated.remove(ledger.name());
  }

  void databaseSays(Instant databaseNow) {
    offset.set(Duration.between(machine.instant(), databaseNow));
  }
}
