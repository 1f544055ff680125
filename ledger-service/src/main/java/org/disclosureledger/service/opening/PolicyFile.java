package org.disclosureledger.service.opening;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.disclosureledger.service.database.SecretFile;
import org.disclosureledger.service.keys.KeyRing;
import org.disclosureledger.service.keys.LedgerKeys;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.springframework.stereotype.Component;

/**
 * {@code policy.txt}: a sample policy for auditors (C2SP tlog-policy), its keys to be compared out
 * of band, then kept.
 */
@Component
public class PolicyFile {
  private final OpeningProperties properties;
  private final LedgerDirectory directory;
  private final KeyRing keys;

  PolicyFile(OpeningProperties properties, LedgerDirectory directory, KeyRing keys) {
    this.properties = properties;
    this.directory = directory;
    this.keys = keys;
  }

  /** Writes the file anew, whole or not at all. */
  public void write() {
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
          policy
              .append(' ')
              .append(properties.publicUrl())
              .append("/ledgers/")
              .append(ledger.name());
        }
        policy.append('\n');
      }
    }
    policy.append("quorum none\n");
    // With a database elsewhere nobody has made the folder yet.
    Path file = SecretFile.folder(properties.dataDir()).resolve("policy.txt");
    SecretFile.write(file, policy.toString().getBytes(StandardCharsets.UTF_8));
  }
}
