package org.disclosureledger.verifier.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors of reports, read as any implementation would. */
class ReportVectorTest {
  private static final Path VECTORS = Path.of("../schemas/vectors/reports");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @TempDir private Path directory;

  static List<String> invalid() throws IOException {
    return folders("invalid");
  }

  static List<String> valid() throws IOException {
    return folders("valid");
  }

  private static List<String> folders(String side) throws IOException {
    try (Stream<Path> folders = Files.list(VECTORS.resolve(side))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static Map<String, byte[]> published() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(VECTORS)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(VECTORS.relativize(path).toString(), Files.readAllBytes(path));
      }
    }
    return files;
  }

  private VerificationReport verified(Path folder) throws Exception {
    TrustPolicy trust = TrustPolicy.load(folder.resolve("policy.txt"), null);
    return new Verification(directory).of(new DirectorySource(folder.resolve("export")), trust);
  }

  @Test
  void thePublishedFilesAreExactlyWhatTheGeneratorMakes() throws Exception {
    Map<String, byte[]> made = ReportVectors.files();
    Map<String, byte[]> published = published();
    assertThat(published.keySet()).isEqualTo(made.keySet());
    made.forEach((path, bytes) -> assertThat(published.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void everyRuleOfReportsHasItsVector() throws Exception {
    List<String> rules =
        Arrays.stream(Rule.values())
            .filter(rule -> rule.grade() == Grade.REPORTS)
            .map(Rule::id)
            .toList();
    assertThat(invalid().stream().map(name -> name.replaceFirst("\\..*", "")).distinct())
        .containsExactlyInAnyOrderElementsOf(rules);
    assertThat(invalid()).containsAll(rules);
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void anInvalidOneShowsItsRuleAtItsLeafAndNothingElse(String name) throws Exception {
    Path folder = VECTORS.resolve("invalid").resolve(name);
    JsonNode expected = MAPPER.readTree(Files.readAllBytes(folder.resolve("expected.json")));
    VerificationReport report = verified(folder);
    assertThat(report.findings())
        .extracting(
            finding -> finding.grade().code() + " " + finding.rule() + " at " + finding.leaf())
        .containsExactly(
            "reports %s at %d"
                .formatted(expected.path("rule").asString(), expected.path("leaf").asLong()));
    assertThat(name).startsWith(expected.path("rule").asString());
    assertThat(report.grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(report.exitCode()).isOne();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void aValidOnePassesWithReportsChecked(String name) throws Exception {
    Path folder = VECTORS.resolve("valid").resolve(name);
    JsonNode expected = MAPPER.readTree(Files.readAllBytes(folder.resolve("expected.json")));
    VerificationReport report = verified(folder);
    assertThat(report.findings()).isEmpty();
    assertThat(report.size()).isEqualTo(expected.path("size").asLong());
    assertThat(report.grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(report.grade(Grade.REPORTS).status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(report.grade(Grade.REPORTS).evidence())
        .startsWith(expected.path("reports").asLong() + " report");
  }
}
