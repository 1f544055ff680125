package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The drill of docs/backup.md as its readers run it, on a PostgreSQL of the machine: what comes
 * along with the service has no pg_basebackup.
 */
class RestoreDrillIT {
  private static final Path SCRIPT = Path.of("..", "scripts", "restore-drill.sh");
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .filter(each -> Integer.parseInt(each.getFileName().toString()) >= 15)
          .map(each -> each.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_basebackup")))
          .max(Comparator.comparing(Path::toString));
    }
  }

  @Test
  void aServerIsLostAndRestoredToAPointInTimeAndToTheEnd() throws Exception {
    Optional<Path> programs = programs();
    if (programs.isEmpty()) {
      System.out.println("RestoreDrillIT skipped: no PostgreSQL ≥ 15 with pg_basebackup here");
    }
    assumeTrue(programs.isPresent(), "no PostgreSQL with pg_basebackup");
    ProcessBuilder builder =
        new ProcessBuilder("bash", SCRIPT.toString(), "--bin", programs.orElseThrow().toString());
    builder.environment().put("DRILL_SERVICE_JAR", StormSettings.serviceJar().toString());
    builder.environment().put("DRILL_VERIFIER_JAR", StormSettings.verifierJar().toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process drill = builder.redirectErrorStream(true).start();
    try {
      String said = new String(drill.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(drill.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(drill.exitValue()).as(said).isZero();
      assertThat(said)
          .contains("ALARM ledger demo takes nothing: the database has fewer entries")
          .contains("continuity fails")
          .contains("the verifier follows from what it remembers")
          .contains("the old ledger takes nothing any more, and says who does")
          .contains("lost: ")
          .doesNotContain("✗");
    } finally {
      drill.descendants().forEach(ProcessHandle::destroy);
      drill.destroy();
    }
  }
}
