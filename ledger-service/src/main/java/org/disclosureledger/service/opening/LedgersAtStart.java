package org.disclosureledger.service.opening;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the configured ledgers and writes {@code policy.txt} before the service takes requests.
 */
@Component
class LedgersAtStart implements SmartLifecycle {
  private final OpeningProperties properties;
  private final LedgerOpener opener;
  private final LedgerDirectory directory;
  private final KeyRing keys;
  private boolean running;

  LedgersAtStart(
      OpeningProperties properties,
      LedgerOpener opener,
      LedgerDirectory directory,
      KeyRing keys) {
    this.properties = properties;
    this.opener = opener;
    this.directory = directory;
    this.keys = keys;
  }

  @Override
  public void start() {
    for (OpeningProperties.LedgerToOpen wanted : properties.ledgers()) {
      LedgerDescription ledger =
          opener.register(wanted.name(), new Origin(wanted.origin()), false);
      opener.open(
          ledger,
          wanted.enterpriseCode(),
          wanted.enterpriseNameVi(),
          wanted.enterpriseNameEn());
    }
    writePolicy();
    running = true;
  }

  /** The auditor's sample policy (C2SP tlog-policy): to be compared out of band, then kept. */
  void writePolicy() {
    StringBuilder policy =
        new StringBuilder(
            """
            # Chính sách kiểm chứng mẫu / sample verification policy (C2SP tlog-policy).
            # So sánh khóa qua kênh khác trước khi tin. Compare the keys out of band first.
            """);
    for (LedgerDescription ledger : directory.all()) {
      LedgerKeys ring = keys.find(ledger.origin()).orElse(null);
      if (ring != null) {
        policy.append("log ").append(ring.checkpoint().verifierKey().toVkey());
        if (!properties.publicUrl().isEmpty()) {
          policy.append(' ').append(properties.publicUrl()).append("/ledgers/").append(ledger.name());
        }
        policy.append('\n');
      }
    }
    policy.append("quorum none\n");
    Path file = properties.dataDir().resolve("policy.txt");
    SecretFile.write(file, policy.toString().getBytes(StandardCharsets.UTF_8));
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
