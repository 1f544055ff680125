package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disclosureledger.format.merkle.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder, several lives of the service. */
class RestartIT {
  @TempDir Path folder;

  /** What must outlive a process. */
  private record Kept(TreeHead head, Map<String, String> secrets) {
    static Kept of(ServiceProcess service) throws IOException {
      Map<String, String> secrets = new TreeMap<>();
      Path data = service.dataDir();
      for (String name : List.of("keys", "secrets", "credentials.txt")) {
        try (Stream<Path> files = Files.walk(data.resolve(name))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            secrets.put(
                data.relativize(file).toString(),
                HexFormat.of().formatHex(Files.readAllBytes(file)));
          }
        }
      }
      return new Kept(
          PublishedLedger.checkpoint(service.client("auditor"), "demo").head(), secrets);
    }
  }

  @Test
  void everyStartFindsWhatTheLastOneLeft() throws IOException {
    Path data = folder.resolve("data");
    StormCommand command = StormCommand.record("demo");
    Reply first;
    Kept kept;
    try (ServiceProcess service = ServiceProcess.start(data)) {
      first = command.send(service.client("legal"));
      assertThat(first.status()).as("%s", first).isEqualTo(201);
      kept = Kept.of(service);
      assertThat(kept.secrets()).hasSizeGreaterThan(5);
    }
    ProcessHandle orphan;
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(Kept.of(service)).as("after an orderly stop").isEqualTo(kept);
      orphan = service.postgreSql().orElseThrow();
      service.kill();
      assertThat(orphan.isAlive()).as("PostgreSQL outlives a killed service").isTrue();
      try (ServiceProcess next = ServiceProcess.start(data)) {
        assertThat(orphan.isAlive()).as("the orphan is stopped").isFalse();
        assertThat(Kept.of(next)).as("after kill -9").isEqualTo(kept);
        Reply repeated = command.send(next.client("legal"));
        assertThat(repeated.text()).isEqualTo(first.text());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(StormCommand.record("demo").send(next.client("legal")).status()).isEqualTo(201);
      }
    }
  }
}
