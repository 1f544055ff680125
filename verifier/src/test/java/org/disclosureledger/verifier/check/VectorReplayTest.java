package org.disclosureledger.verifier.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.note.Checkpoint;
import org.disclosureledger.format.note.SignedNote;
import org.disclosureledger.verifier.check.ReceiptVerifier.ReceiptFile;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.PredecessorReport;
import org.disclosureledger.verifier.report.Rule;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.LedgerSource;
import org.disclosureledger.verifier.state.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published vectors that only a reader of a whole ledger or a judge of receipts can check. */
class VectorReplayTest {
  private static final Path VECTORS = Path.of("../schemas/vectors");
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Megabytes long, or about an HTTP response: their tests make them. */
  private static final Set<String> WITHOUT_VECTOR = Set.of("file-too-large", "content-encoding");

  /**
   * Found in topics, which no folder of files holds; the service's tests have a broker for them.
   */
  private static final String OF_TOPICS = "topic-";

  @TempDir private Path directory;

  private record Vector(Path folder, JsonNode expected) {
    String kind() {
      return expected.path("kind").asString();
    }

    Path file(String name) {
      return folder.resolve(name);
    }
  }

  private static List<Vector> vectors(String side) throws IOException {
    assertThat(VECTORS).isDirectory();
    List<Vector> vectors = new ArrayList<>();
    try (Stream<Path> folders = Files.list(VECTORS.resolve(side))) {
      for (Path folder : folders.sorted().toList()) {
        Path expected = folder.resolve("expected.json");
        vectors.add(new Vector(folder, MAPPER.readTree(Files.readAllBytes(expected))));
      }
    }
    return vectors;
  }

  private VerificationReport export(Vector vector) throws Exception {
    StateStore state = new StateStore(directory.resolve(vector.folder().getFileName().toString()));
    Path held = vector.file("held.txt");
    if (Files.exists(held)) {
      byte[] note = Files.readAllBytes(held);
      state.save(Checkpoint.parse(SignedNote.parse(note).text()), note);
    }
    Origin origin = new Origin(vector.expected().path("origin").asString());
    TrustPolicy trust = TrustPolicy.load(vector.file("policy.txt"), origin);
    Path predecessor = vector.file("predecessor");
    LedgerSource before = Files.exists(predecessor) ? new DirectorySource(predecessor) : null;
    return new LedgerVerifier()
        .verify(
            new DirectorySource(vector.file("export")),
            new LedgerVerifier.Options(trust, state, Verification.REQUIRED, before),
            Progress.NONE);
  }

  private VerificationReport receipt(Vector vector) throws Exception {
    TrustPolicy trust = TrustPolicy.load(vector.file("policy.txt"), null);
    byte[] bytes = Files.readAllBytes(vector.file("receipt.tlog-proof"));
    return new ReceiptVerifier(trust, null)
        .verify(new ReceiptFile("receipt", bytes), List.of(), Set.of());
  }

  @Test
  void everyValidExportAndReceiptPasses() throws Exception {
    int exports = 0;
    int receipts = 0;
    for (Vector vector : vectors("valid")) {
      if (vector.kind().equals("export")) {
        exports++;
        VerificationReport report = export(vector);
        assertThat(report.findings()).as("%s", vector.folder()).isEmpty();
        assertThat(report.exitCode()).as("%s", vector.folder()).isZero();
        assertThat(report.size()).isEqualTo(vector.expected().path("size").asLong());
        PredecessorReport before = report.predecessor();
        assertThat(before == null ? 0 : before.lost())
            .isEqualTo(vector.expected().path("lost").asLong(0));
      } else if (vector.kind().equals("receipt")) {
        receipts++;
        assertThat(receipt(vector).exitCode()).as("%s", vector.folder()).isZero();
      }
    }
    assertThat(exports).isPositive();
    assertThat(receipts).isPositive();
  }

  @Test
  void everyInvalidExportShowsItsRuleGradeAndPlace() throws Exception {
    int exports = 0;
    for (Vector vector : vectors("invalid")) {
      if (vector.kind().equals("export")) {
        exports++;
        VerificationReport report = export(vector);
        assertThat(report.exitCode()).as("%s", vector.folder()).isOne();
        assertThat(report.findings())
            .as("%s", vector.folder())
            .anyMatch(finding -> fits(finding, vector.expected()));
      }
    }
    assertThat(exports).isPositive();
  }

  private static boolean fits(Finding finding, JsonNode expected) {
    return finding.rule().equals(expected.path("rule").asString())
        && finding.grade().code().equals(expected.path("grade").asString())
        && (!expected.has("leaf") || finding.leaf() == expected.path("leaf").asLong())
        && (!expected.has("file") || finding.file().equals(expected.path("file").asString()));
  }

  @Test
  void everyInvalidReceiptShowsItsRule() throws Exception {
    int receipts = 0;
    for (Vector vector : vectors("invalid")) {
      if (vector.kind().equals("receipt-judged")) {
        receipts++;
        assertThat(receipt(vector).findings())
            .extracting(Finding::rule)
            .contains(vector.expected().path("rule").asString());
      }
    }
    assertThat(receipts).isPositive();
  }

  @Test
  void everyRuleOfALedgerButThoseAboutPeopleHasAVector() throws Exception {
    Set<String> without = new TreeSet<>(WITHOUT_VECTOR);
    for (Vector vector : vectors("invalid")) {
      without.add(vector.expected().path("rule").asString());
    }
    for (Rule rule : Rule.values()) {
      boolean aboutPeople = rule.grade() == Grade.CONDUCT || rule.grade() == Grade.REPORTS;
      if (!aboutPeople && !rule.id().startsWith(OF_TOPICS)) {
        assertThat(without).contains(rule.id());
      }
    }
  }
}
