package org.disclosureledger.service.opening;

import org.disclosureledger.service.database.StartRefused;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code --ledger.rotate-entry-key=demo}: rotates that ledger's entry key once, at this start. */
@Component
@ConditionalOnProperty("ledger.rotate-entry-key")
@Order(0)
class RotationAtStart implements ApplicationRunner {
  private final KeyRotation rotation;
  private final LedgerDirectory directory;
  private final String name;

  RotationAtStart(
      KeyRotation rotation,
      LedgerDirectory directory,
      @Value("${ledger.rotate-entry-key}") String name) {
    this.rotation = rotation;
    this.directory = directory;
    this.name = name;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    LedgerDescription ledger =
        directory
            .find(name)
            .orElseThrow(() -> new StartRefused("--ledger.rotate-entry-key: no ledger " + name));
    System.out.println("Khóa ghi mới / new entry key: " + rotation.rotate(ledger).value());
  }
}
