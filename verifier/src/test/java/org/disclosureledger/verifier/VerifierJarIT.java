package org.disclosureledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar as a process of its own: exit codes, and nothing of a JVM on standard error. */
class VerifierJarIT {
  private static final String JAR = Objects.requireNonNull(System.getProperty("verifier.jar"));
  private static final String BUNDLE = "tile/entries/000";

  @TempDir private Path directory;
  private String policy = "";

  private record Result(int exitCode, String out, String err) {}

  @BeforeEach
  void start() throws IOException {
    policy = TestLedger.writePolicy(directory.resolve("policy.txt")).toString();
  }

  private Result run(Map<String, String> environment, String... args) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR));
    command.addAll(List.of(args));
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private Result verify(Map<String, byte[]> files) throws Exception {
    Path export = directory.resolve("export");
    TestLedger.write(export, files);
    return run(Map.of(), "verify", export.toString(), "--policy", policy);
  }

  /** One byte of a file changed, by its place from the start or, if negative, from the end. */
  private void finds(Map<String, byte[]> sound, String path, int place, String rule)
      throws Exception {
    Map<String, byte[]> files = new TreeMap<>(sound);
    byte[] bytes = Objects.requireNonNull(sound.get(path), path).clone();
    int at = place < 0 ? bytes.length + place : place;
    bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : bytes[at] == 'B' ? 'A' : bytes[at] ^ 1);
    files.put(path, bytes);
    Result result = verify(files);
    assertThat(result.exitCode()).as(path).isOne();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).containsPattern(rule + "  " + path);
  }

  @Test
  void aChangeOfEachClassIsFoundAndNothingOnTheUntouchedLedger() throws Exception {
    TestLedger ledger = TestLedger.of(300).checkpointAt(256).checkpointAt(300);
    Map<String, byte[]> sound = ledger.files();
    Result untouched = verify(sound);
    assertThat(untouched.err()).isEmpty();
    assertThat(untouched.out())
        .startsWith("entries      pass  300 entries, 3 keys")
        .contains("\ninternally consistent, not anchored: ledger.example/test, size 300, root\n");
    assertThat(untouched.exitCode()).isZero();

    int first = 2 + ledger.entries().getFirst().length;
    String second = new String(ledger.entries().get(1), StandardCharsets.US_ASCII);
    finds(sound, BUNDLE, first + 2 + 10, "entry-header");
    finds(sound, BUNDLE, first + 2 + second.indexOf('.') + 200, "");
    finds(sound, BUNDLE, first + 2 + second.lastIndexOf('.') + 40, "entry-signature");
    finds(sound, "tile/0/000", 5_000, "tile-hash");
    finds(sound, "tile/0/001.p/44", 1_000, "tile-hash");
    finds(sound, "tile/1/000.p/1", 9, "tile-hash");
    finds(sound, "checkpoint", 3, "checkpoint-origin|note-signature-invalid");
    finds(sound, "checkpoint", -50, "note-signature-invalid");
    finds(sound, "checkpoints/256", -50, "checkpoints-signature");
  }

  @Test
  void aServedLedgerIsMirroredByTheJarWithCredentialsFromTheEnvironment() throws Exception {
    String copy = directory.resolve("copy").toString();
    try (TestServer server = new TestServer(TestLedger.of(12).files()).password("geheim-1")) {
      Result mirrored =
          run(
              Map.of("LEDGER_USER", "auditor", "LEDGER_PASSWORD", "geheim-1"),
              "mirror",
              server.url().toString(),
              copy,
              "--policy",
              policy);
      assertThat(mirrored.err()).isEmpty();
      assertThat(mirrored.exitCode()).isZero();
    }
    assertThat(run(Map.of(), "verify", copy, "--policy", policy).exitCode()).isZero();
  }

  @Test
  void wrongUsageIsOneLineOnStandardError() throws Exception {
    Result result = run(Map.of(), "verify", directory.resolve("none").toString());
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err().lines()).hasSize(1);
  }
}
