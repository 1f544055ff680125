package org.disclosureledger.verifier.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.disclosureledger.format.Disclosure;
import org.disclosureledger.format.DisclosureLine;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.ledger.TestLedger;
import org.disclosureledger.verifier.ledger.TestServer;
import org.disclosureledger.verifier.ledger.Verification;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.TextReport;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor was granted comes with the mirror, and goes when the grant has gone. */
class DisclosureMirrorTest {
  private static final String FIRST = "disclosures/000.jsonl";
  private static final String SECOND = "disclosures/001.jsonl";
  private static final UUID GRANT = new UUID(0x4000L, 1L << 63 | 1);
  private static final UUID OTHER = new UUID(0x4000L, 1L << 63 | 2);
  private static final Disclosure NAME = disclosure(1, "Tên mẫu");
  private static final Disclosure NUMBER = disclosure(2, "0900000001");
  private static final Disclosure REASON = disclosure(3, "Lý do mẫu");

  @TempDir private Path directory;

  private final TestLedger ledger = TestLedger.opened();
  private final List<String> asked = new ArrayList<>();

  /** Lines by grant and path: what is not there is answered 404. */
  private final Map<String, String> granted = new TreeMap<>();

  private TestServer server;
  private String summary = "";
  private List<String> told = List.of();

  /** Leaves 1 and 257 commit to something. */
  @BeforeEach
  void serve() throws Exception {
    commit("request/a", NAME, NUMBER);
    while (ledger.size() < 257) {
      ledger.note();
    }
    commit("request/b", REASON);
    serveAgain();
  }

  /** The ledger as it has grown. */
  private void serveAgain() throws Exception {
    if (server != null) {
      server.close();
    }
    server = new TestServer(ledger.files());
    server.answer(FIRST, exchange -> granted(exchange, FIRST));
    server.answer(SECOND, exchange -> granted(exchange, SECOND));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Disclosure disclosure(int salt, String value) {
    byte[] bytes = new byte[16];
    Arrays.fill(bytes, (byte) salt);
    return new Disclosure(bytes, ('"' + value + '"').getBytes(StandardCharsets.UTF_8));
  }

  private void commit(String subject, Disclosure... disclosures) {
    List<String> members = new ArrayList<>();
    for (Disclosure each : disclosures) {
      members.add("\"m%d\":{\"_sd\":[\"%s\"]}".formatted(members.size(), each.digest()));
    }
    ledger.append(subject, draft -> draft.data("{" + String.join(",", members) + "}"));
  }

  private void granted(HttpExchange exchange, String path) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    String purpose = String.valueOf(exchange.getRequestHeaders().getFirst("Purpose"));
    asked.add(path + "?" + query + " for " + purpose);
    String lines = granted.get(path + "?" + query);
    if (lines == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void grants(UUID grant, String path, long index, Disclosure... disclosures) {
    granted.merge(
        path + "?grant=" + grant,
        DisclosureLine.encode(index, List.of(disclosures)),
        String::concat);
  }

  private VerificationReport mirror(UUID... grants) throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(TestLedger.writePolicy(directory.resolve("policy.txt")), null);
    asked.clear();
    try (HttpSource source = new HttpSource(server.url(), null)) {
      GrantedDisclosures disclosures = new GrantedDisclosures(source, List.of(grants), "AUDIT");
      VerificationReport report =
          new Mirror(source, copy(), trust, null, Set.of(Grade.TREE, Grade.HEAD))
              .with(disclosures)
              .run(Progress.NONE);
      told = disclosures.told();
      summary = told.getFirst();
      assertThat(TextReport.of(report, told).lines())
          .allSatisfy(line ->
              assertThat(line.length() <= 80 || !line.strip().contains(" ")).as(line).isTrue());
      return report;
    }
  }

  private Path copy() {
    return directory.resolve("copy");
  }

  private String copied(String path) throws IOException {
    return Files.readString(copy().resolve(path));
  }

  private GradeResult verified() throws Exception {
    return new Verification(directory).of(new DirectorySource(copy())).grade(Grade.DISCLOSURES);
  }

  private static String evidence(VerificationReport report) {
    return report.grade(Grade.DISCLOSURES).evidence();
  }

  @Test
  void whatIsGrantedIsFetchedUnderTheGrantAndForThePurpose() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    VerificationReport report = mirror(GRANT);
    assertThat(report.exitCode()).isZero();
    assertThat(evidence(report)).isEqualTo("1 opened in 1 file");
    assertThat(asked)
        .containsExactly(
            FIRST + "?grant=" + GRANT + " for AUDIT", SECOND + "?grant=" + GRANT + " for AUDIT");
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NAME)));
    assertThat(copy().resolve(SECOND)).doesNotExist();
    assertThat(verified().evidence()).isEqualTo("1 opened, 2 withheld, 0 erased in 1 file");
    assertThat(summary)
        .isEqualTo("1 file of disclosures: names and numbers, readable by you alone");
  }

  @Test
  void itIsReadableByNobodyElse() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    Files.createDirectories(copy());
    Files.write(copy().resolve(".part"), new byte[3]);
    assertThat(mirror(GRANT).exitCode()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy().resolve(FIRST))))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(copy().resolve("disclosures"))))
        .isEqualTo("rwx------");
  }

  @Test
  void severalGrantsGoIntoOneFile() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    grants(OTHER, FIRST, 1, NAME, NUMBER);
    grants(OTHER, SECOND, 257, REASON);
    assertThat(evidence(mirror(GRANT, OTHER))).isEqualTo("3 opened in 2 files");
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NAME, NUMBER)));
    assertThat(copied(SECOND)).isEqualTo(DisclosureLine.encode(257, List.of(REASON)));
    assertThat(verified().status()).isEqualTo(GradeResult.Status.PASS);
  }

  @Test
  void itIsFetchedAnewAndGoesWithItsGrant() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    grants(GRANT, SECOND, 257, REASON);
    assertThat(evidence(mirror(GRANT))).isEqualTo("2 opened in 2 files");
    granted.clear();
    grants(GRANT, FIRST, 1, NUMBER);
    assertThat(mirror(GRANT).exitCode()).isZero();
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NUMBER)));
    assertThat(copy().resolve(SECOND)).doesNotExist();
    assertThat(summary).endsWith("; 1 file removed, of which nothing is granted any more");
    granted.clear();
    VerificationReport report = mirror(GRANT);
    assertThat(report.exitCode()).isZero();
    assertThat(evidence(report)).isEqualTo("nothing is granted");
    assertThat(copy().resolve(FIRST)).doesNotExist();
    assertThat(summary)
        .isEqualTo(
            "no disclosures: nothing is granted; 1 file removed, of which nothing is granted"
                + " any more");
  }

  @Test
  void withoutBeingAskedForItStaysAsItWas() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    mirror(GRANT);
    asked.clear();
    TrustPolicy trust = TrustPolicy.load(directory.resolve("policy.txt"), null);
    try (HttpSource source = new HttpSource(server.url(), null)) {
      new Mirror(source, copy(), trust, null, Set.of()).run(Progress.NONE);
    }
    assertThat(asked).isEmpty();
    assertThat(copy().resolve(FIRST)).exists();
  }

  @Test
  void aRefusalIsToldInTheServersWordsAndTakesNothingAway() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    mirror(GRANT);
    refuses(GRANT, 403, "Chưa được cấp quyền", "No grant that stands");
    VerificationReport report = mirror(GRANT);
    assertThat(report.exitCode()).isEqualTo(2);
    String why =
        "the server does not allow it (HTTP 403): Chưa được cấp quyền · No grant that stands";
    assertThat(evidence(report)).isEqualTo("1 grant refused of 1: " + why);
    assertThat(told.getLast())
        .isEqualTo(
            "not fetched under grant " + GRANT + ", and what the copy had by it stays: " + why);
    assertThat(asked).as("who is refused is not asked again").hasSize(1);
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NAME)));
    assertThat(report.grade(Grade.TREE).status()).isEqualTo(GradeResult.Status.PASS);
  }

  @Test
  void oneGrantThatIsRefusedStopsNoOther() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    grants(OTHER, SECOND, 257, REASON);
    mirror(GRANT, OTHER);
    granted.clear();
    refuses(GRANT, 403, "Chưa được cấp quyền", "No grant that stands");
    grants(OTHER, FIRST, 1, NUMBER);
    grants(OTHER, SECOND, 257, REASON);
    VerificationReport report = mirror(GRANT, OTHER);
    assertThat(report.exitCode()).as("not all that was asked for").isEqualTo(2);
    assertThat(report.findings()).isEmpty();
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NUMBER, NAME)));
    assertThat(copied(SECOND)).isEqualTo(DisclosureLine.encode(257, List.of(REASON)));
    assertThat(verified().status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(told).hasSize(2);
    assertThat(told.getLast()).startsWith("not fetched under grant " + GRANT);
  }

  @Test
  void whatIsErasedGoesFromTheCopyAndStopsNoOther() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    grants(OTHER, SECOND, 257, REASON);
    mirror(GRANT, OTHER);
    refuses(GRANT, 409, "Dữ liệu cá nhân đã xóa", "Personal data are erased");
    VerificationReport report = mirror(GRANT, OTHER);
    assertThat(report.exitCode()).as("there is no more to be had").isZero();
    assertThat(evidence(report)).isEqualTo("1 opened in 1 file");
    assertThat(copy().resolve(FIRST)).doesNotExist();
    assertThat(copied(SECOND)).isEqualTo(DisclosureLine.encode(257, List.of(REASON)));
    assertThat(told)
        .containsExactly(
            "1 file of disclosures: names and numbers, readable by you alone; 1 file removed, of"
                + " which nothing is granted any more",
            "nothing under grant "
                + GRANT
                + ": HTTP status 409: Dữ liệu cá nhân đã xóa · Personal data are erased");
  }

  @Test
  void whatTheLedgerSaysIsErasedGoesThoughAnotherGrantIsRefused() throws Exception {
    commit("request/c", REASON);
    serveAgain();
    grants(GRANT, FIRST, 1, NAME);
    grants(GRANT, SECOND, 258, REASON);
    grants(OTHER, FIRST, 1, NUMBER);
    mirror(GRANT, OTHER);
    assertThat(copied(FIRST)).contains(NAME.encoded());
    ledger.append("access/a", draft -> draft.type("org.disclosureledger.personal-data.erased.v1"));
    serveAgain();
    granted.clear();
    refuses(GRANT, 409, "Dữ liệu cá nhân đã xóa", "Personal data are erased");
    refuses(OTHER, 403, "Chưa được cấp quyền", "No grant that stands");
    mirror(GRANT, OTHER);
    assertThat(copy().resolve(FIRST)).doesNotExist();
    assertThat(copied(SECOND)).isEqualTo(DisclosureLine.encode(258, List.of(REASON)));
  }

  @Test
  void aServerThatFailsStopsAll() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    mirror(GRANT);
    refuses(OTHER, 500, "Lỗi", "An error");
    VerificationReport report = mirror(OTHER, GRANT);
    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(evidence(report)).isEqualTo(FIRST + ": HTTP status 500: Lỗi · An error");
    assertThat(told).containsExactly("disclosures not all fetched; the others stay as they were");
    assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NAME)));
  }

  @Test
  void anEndlessRefusalIsNoProblem() throws Exception {
    server.answer(FIRST, exchange -> refuse(exchange, 503, new byte[300_000]));
    assertThat(evidence(mirror(GRANT))).isEqualTo(FIRST + ": HTTP status 503");
  }

  /** Of this grant alone. */
  private void refuses(UUID grant, int status, String title, String english) {
    byte[] problem =
        "{\"title\":\"%s\",\"titleEn\":\"%s\",\"status\":%d}"
            .formatted(title, english, status)
            .getBytes(StandardCharsets.UTF_8);
    for (String path : List.of(FIRST, SECOND)) {
      server.answer(
          path,
          exchange -> {
            if (String.valueOf(exchange.getRequestURI()).endsWith(grant.toString())) {
              asked.add(path);
              refuse(exchange, status, problem);
            } else {
              granted(exchange, path);
            }
          });
    }
  }

  private static void refuse(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Test
  void whatOpensNoSlotGetsNoName() throws Exception {
    grants(GRANT, FIRST, 1, NAME);
    mirror(GRANT);
    for (Disclosure wrong : List.of(REASON, disclosure(9, "bịa"))) {
      granted.clear();
      grants(GRANT, FIRST, 1, wrong);
      VerificationReport report = mirror(GRANT);
      assertThat(report.findings())
          .extracting(f -> f.rule() + " at " + f.leaf() + " of " + f.file())
          .containsExactly("disclosure-slot at 1 of " + FIRST);
      assertThat(report.grade(Grade.DISCLOSURES).status()).isEqualTo(GradeResult.Status.FAIL);
      assertThat(report.exitCode()).isOne();
      assertThat(copied(FIRST)).isEqualTo(DisclosureLine.encode(1, List.of(NAME)));
    }
  }

  @Test
  void norDoesAFileOfAnotherFormOrBundle() throws Exception {
    for (String lines : List.of("x", DisclosureLine.encode(257, List.of(REASON)))) {
      granted.put(FIRST + "?grant=" + GRANT, lines);
      VerificationReport report = mirror(GRANT);
      assertThat(report.findings())
          .extracting(f -> f.rule() + " of " + f.file())
          .hasSize(1)
          .allMatch(found -> found.endsWith(" of " + FIRST));
      assertThat(copy().resolve(FIRST)).doesNotExist();
    }
  }

  @Test
  void whatCameAfterTheMirroredHeadIsLeftOut() throws Exception {
    grants(GRANT, SECOND, 257, REASON);
    grants(GRANT, SECOND, 258, NAME);
    assertThat(mirror(GRANT).exitCode()).isZero();
    assertThat(copied(SECOND)).isEqualTo(DisclosureLine.encode(257, List.of(REASON)));
  }
}
