package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductMemoryTest {
  /** Some three times its 50 MB at worst: neither JSON nor long objections are kept. */
  private static final String HEAP = "-Xmx192m";

  @TempDir private Path directory;

  @Test
  void aLedgerMadeToFillTheMemoryDoesNot() throws Exception {
    Path said = directory.resolve("said.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ConductMemory.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    String told = Files.readString(said, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(told).isZero();
    assertThat(told).contains("1,000 requests");
  }
}
