package org.disclosureledger.service.opening;

import java.util.Comparator;
import java.util.List;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the configured ledgers and writes {@code policy.txt} before the service takes requests. */
@Component
class LedgersAtStart implements SmartLifecycle {
  private final OpeningProperties properties;
  private final LedgerOpener opener;
  private final KeyRotation rotation;
  private final PolicyFile policyFile;
  private boolean running;

  LedgersAtStart(
      OpeningProperties properties,
      LedgerOpener opener,
      KeyRotation rotation,
      PolicyFile policyFile) {
    this.properties = properties;
    this.opener = opener;
    this.rotation = rotation;
    this.policyFile = policyFile;
  }

  @Override
  public void start() {
    for (OpeningProperties.LedgerToOpen wanted : successorsFirst(properties.ledgers())) {
      LedgerDescription ledger =
          opener.register(wanted.name(), new Origin(wanted.origin()), false, wanted.predecessor());
      rotation.finish(ledger);
      opener.open(
          ledger,
          wanted.enterpriseCode(),
          wanted.enterpriseNameVi(),
          wanted.enterpriseNameEn(),
          wanted.predecessor());
    }
    policyFile.write();
    running = true;
  }

  /** A ledger whose keys are lost stops the start, unless it has ended by then. */
  private static List<OpeningProperties.LedgerToOpen> successorsFirst(
      List<OpeningProperties.LedgerToOpen> all) {
    return all.stream().sorted(Comparator.comparing(each -> each.predecessor() == null)).toList();
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before event processors and the web server. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1_000;
  }
}
