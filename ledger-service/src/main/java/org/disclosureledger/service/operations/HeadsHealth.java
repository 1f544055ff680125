package org.disclosureledger.service.operations;

import java.util.List;
import java.util.Map;
import org.disclosureledger.service.sealing.HeadGuard;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up once this process has held the published heads of all ledgers against its database. One that
 * it then takes nothing for is told, and makes nothing unready: it can still be read.
 */
final class HeadsHealth extends AbstractHealthIndicator {
  private final HeadGuard guard;
  private final LedgerDirectory ledgers;

  HeadsHealth(HeadGuard guard, LedgerDirectory ledgers) {
    super("the heads of ledgers cannot be looked at");
    this.guard = guard;
    this.ledgers = ledgers;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    List<String> held =
        ledgers.all().stream()
            .filter(ledger -> !guard.mayPublish(ledger))
            .map(LedgerDescription::name)
            .toList();
    Map<String, String> stopped = guard.stopped();
    Map<String, String> ended = guard.ended();
    List<String> unseen =
        held.stream()
            .filter(name -> !stopped.containsKey(name) && !ended.containsKey(name))
            .toList();
    (unseen.isEmpty() ? health.up() : health.down())
        .withDetail("stopped", stopped)
        .withDetail("ended", ended)
        .withDetail("unseen", unseen);
  }
}
