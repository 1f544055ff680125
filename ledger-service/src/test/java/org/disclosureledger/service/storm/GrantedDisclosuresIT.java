package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor with the packaged verifier, let in by a grant, against the packaged service. */
class GrantedDisclosuresIT {

  @Test
  void whatAGrantOpensIsMirroredAndOpensWhatTheEntriesCommitTo(@TempDir Path folder)
      throws Exception {
    try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
      mirrored(service, folder.resolve("auditor"));
    }
  }

  private static void mirrored(ServiceProcess service, Path home) throws Exception {
    Reply recorded = service.client("legal").post(Requests.path("demo"), Requests.record(1));
    assertThat(recorded.status()).as("%s", recorded).isEqualTo(201);
    UUID request = UUID.fromString(recorded.json().path("requestId").asString());
    UUID grant = granted(service, request);
    new VerifierProcess(home)
        .requireDisclosed(
            service.address().resolve("/ledgers/demo"),
            service.dataDir().resolve("policy.txt"),
            "ledger.example/demo",
            service.dataDir().resolve("credentials.txt"),
            grant);
  }

  private static UUID granted(ServiceProcess service, UUID request) throws IOException {
    Instant until = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
    Reply granted =
        service
            .client("approver")
            .post(
                Requests.path("demo", request, "grants"),
                "{\"to\":\"auditor\",\"purpose\":\"AUDIT\",\"until\":\"" + until + "\"}");
    assertThat(granted.status()).as("%s", granted).isEqualTo(201);
    return UUID.fromString(granted.json().path("grant").asString());
  }
}
