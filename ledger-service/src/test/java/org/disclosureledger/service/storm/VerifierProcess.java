package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The auditor: the packaged verifier, run as its users run it. It keeps its mirror and its state
 * from one visit to the next, so a head that goes back or forks shows.
 */
final class VerifierProcess {
  private final Path home;

  VerifierProcess(Path home) {
    this.home = home;
  }

  /** Mirrors, then verifies the mirror; both must find nothing. */
  void requireClean(
      URI ledger, Path policy, String origin, Path credentials, String... requirements)
      throws IOException, InterruptedException {
    List<String> trust = List.of("--policy", policy.toString(), "--origin", origin);
    Path mirror = home.resolve("mirror");
    run(trust, "mirror", ledger.toString(), mirror.toString(), "--credentials=" + credentials);
    List<String> verify =
        new ArrayList<>(List.of("verify", mirror.toString(), "--state=" + home.resolve("state")));
    verify.addAll(List.of(requirements));
    run(trust, verify.toArray(String[]::new));
  }

  /** What stands in the topics alone; nothing is found in it. */
  void requireCleanTopics(String source, Path policy, String origin, String... settings)
      throws IOException, InterruptedException {
    List<String> verify = new ArrayList<>(List.of("verify", source));
    verify.addAll(List.of(settings));
    run(List.of("--policy", policy.toString(), "--origin", origin), verify.toArray(String[]::new));
  }

  /** The same with what a grant opens to an auditor, which has to open what entries commit to. */
  void requireDisclosed(URI ledger, Path policy, String origin, Path credentials, UUID grant)
      throws IOException, InterruptedException {
    List<String> trust = List.of("--policy", policy.toString(), "--origin", origin);
    String mirror = home.resolve("mirror").toString();
    run(
        trust,
        "mirror",
        ledger.toString(),
        mirror,
        "--credentials=" + credentials,
        "--disclosures",
        "--grant=" + grant,
        "--purpose=AUDIT");
    run(trust, "verify", mirror, "--require=conduct,disclosures");
  }

  private void run(List<String> trust, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(trust);
    says(0, all.toArray(String[]::new));
  }

  /** What it says, lines joined that were broken to fit; it has to end with this status. */
  String says(int exitCode, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                StormSettings.verifierJar().toString()));
    command.addAll(List.of(arguments));
    Files.createDirectories(home);
    Process process =
        new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor())
          .as("verifier %s:\n%s", arguments[0], output)
          .isEqualTo(exitCode);
      return output.replaceAll("\n {4,}", " ");
    } finally {
      process.destroyForcibly();
    }
  }
}
