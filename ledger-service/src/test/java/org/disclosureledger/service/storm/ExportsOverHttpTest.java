package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.GrantedService.AUDIT;
import static org.disclosureledger.service.storm.GrantedService.NUMBER;
import static org.disclosureledger.service.storm.GrantedService.body;
import static org.disclosureledger.service.storm.GrantedService.path;
import static org.disclosureledger.service.storm.GrantedService.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.tile.TileCoordinate;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.mirror.Mirror;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.DirectorySource;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of disclosures by grant, an auditor's mirror with them, and what an erasure leaves of
 * grants.
 */
class ExportsOverHttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir static Path folder;
  private static GrantedService service;

  @BeforeAll
  static void start() {
    service = new GrantedService(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anAuditorsMirrorWithTheFilesPassesGradeDisclosures(@TempDir Path home) throws Exception {
    UUID request = service.record();
    service.record();
    UUID grant = service.grant(request, "auditor", "", "AUDIT");
    long size = mirror(home);
    int given = 0;
    int files = 0;
    for (TileCoordinate bundle : TileCoordinate.entryBundles(size).toList()) {
      String file = "disclosures/" + bundle.full().path().substring("tile/entries/".length());
      Reply reply =
          service.as("auditor").get("/ledgers/demo/" + file + ".jsonl?grant=" + grant, AUDIT);
      if (reply.status() == 404) {
        continue;
      }
      assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
      assertThat(reply.header("Content-Type")).startsWith("application/jsonl");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      given += disclosures(reply, request);
      files++;
      Path local = home.resolve(file + ".jsonl");
      Files.createDirectories(local.resolveSibling("."));
      Files.write(local, reply.bytes());
    }
    assertThat(given).as("subject, document number, target, name of the file").isGreaterThan(3);
    assertThat(service.access(request))
        .hasSize(files)
        .first()
        .asString()
        .isEqualTo(
            "auditor {\"purpose\":\"AUDIT\",\"grant\":\"%s\",\"disclosures\":%d}"
                .formatted(grant, given));

    VerificationReport report = verified(home);
    assertThat(report.findings()).isEmpty();
    assertThat(report.grade(Grade.DISCLOSURES).status()).isEqualTo(GradeResult.Status.PASS);
    assertThat(report.grade(Grade.DISCLOSURES).evidence()).startsWith(given + " opened");
  }

  /** How many stand in a file, all of entries of this request. */
  private static int disclosures(Reply file, UUID request) throws IOException {
    Set<Long> own = new HashSet<>();
    service
        .as("auditor")
        .get(path(request) + "/events", Map.of())
        .json()
        .forEach(entry -> own.add(entry.path("leafIndex").asLong()));
    int count = 0;
    for (String line : file.text().lines().toList()) {
      JsonNode read = JSON.readTree(line);
      assertThat(own).contains(read.path("index").asLong());
      count += read.path("disclosures").size();
    }
    return count;
  }

  private static TrustPolicy trust() throws Exception {
    return TrustPolicy.load(folder.resolve("data/policy.txt"), new Origin("ledger.example/demo"));
  }

  private static long mirror(Path home) throws Exception {
    Credentials auditor =
        Credentials.find(Map.of(), folder.resolve("data/credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(service.address.resolve("/ledgers/demo"), auditor)) {
      VerificationReport report =
          new Mirror(source, home, trust(), null, Set.of()).run(Progress.NONE);
      assertThat(report.findings()).isEmpty();
    }
    return PublishedLedger.size(service.as("auditor"), "demo");
  }

  private static VerificationReport verified(Path home) throws Exception {
    Set<Grade> required =
        EnumSet.of(
            Grade.ENTRIES, Grade.STREAMS, Grade.TREE, Grade.HEAD, Grade.CONDUCT, Grade.DISCLOSURES);
    return new LedgerVerifier()
        .verify(
            new DirectorySource(home),
            new LedgerVerifier.Options(trust(), null, required),
            Progress.NONE,
            new RegisterListing());
  }

  @Test
  void whoHasNoGrantGetsNoFileAndNoTraceIsLeft() throws IOException {
    UUID request = service.record();
    UUID grant = service.grant(request, "auditor", "", "AUDIT");
    String bundles = "/ledgers/demo/disclosures/";
    String by = "?grant=" + grant;
    assertThat(service.as("auditor").get(bundles + "000.jsonl", AUDIT).problem())
        .isEqualTo("invalid-parameter");
    assertThat(service.as("auditor").get(bundles + "000.jsonl" + by, Map.of()).problem())
        .isEqualTo("purpose-required");
    refused(service.as("auditor").get(bundles + "000.jsonl?grant=" + UUID.randomUUID(), AUDIT));
    for (String user : List.of("legal", "approver", "admin")) {
      assertThat(service.as(user).get(bundles + "000.jsonl" + by, AUDIT).status())
          .as(user)
          .isEqualTo(403);
    }
    for (String none :
        List.of(
            "x001/000.jsonl", "000", "000.p/2.jsonl", "0.jsonl", "000.json", "..%2f000.jsonl")) {
      assertThat(service.as("auditor").get(bundles + none + by, AUDIT).status())
          .as(none)
          .isIn(400, 404);
    }
    service.revoke(request, grant);
    refused(service.as("auditor").get(bundles + "000.jsonl" + by, AUDIT));
    assertThat(service.access(request)).isEmpty();
  }

  @Test
  void afterAnErasureNothingIsGrantedOpenedOrExported() throws IOException {
    UUID request = service.record();
    UUID grant = service.grant(request, "auditor", "", "AUDIT");
    assertThat(service.as("auditor").get(path(request), AUDIT).text()).contains(NUMBER);
    Stream.of("cancel", "close")
        .forEach(command -> service.accepted(request, "legal", command, "{\"reason\":\"Ví dụ\"}"));
    AdoptedRetention.adopt(service.context, "no-time", 0);
    service.accepted(request, "approver", "erase-personal-data", "{\"rule\":\"no-time\"}");
    List<String> before = service.access(request);

    for (String part : List.of("", "/events", "/documents")) {
      assertThat(service.as("auditor").get(path(request) + part, AUDIT).problem())
          .as(part)
          .isEqualTo("personal-data-erased");
      assertThat(service.as("legal").get(path(request) + part, Map.of()).status())
          .as(part)
          .isEqualTo(200);
    }
    assertThat(service.as("auditor").get(path(request), Map.of()).status()).isEqualTo(200);
    for (long bundle = 0; bundle < 2; bundle++) {
      Reply file =
          service
              .as("auditor")
              .get("/ledgers/demo/disclosures/00" + bundle + ".jsonl?grant=" + grant, AUDIT);
      assertThat(file.problem()).isEqualTo("personal-data-erased");
    }
    Reply granted =
        service.as("approver").post(path(request) + "/grants", body("auditor", "", "AUDIT"));
    assertThat(granted.problem()).isEqualTo("personal-data-erased");
    JsonNode listed = service.as("auditor").get(path(request) + "/grants", Map.of()).json();
    assertThat(listed.get(0).path("stands").asBoolean()).isFalse();
    service.awaitMine("auditor", grant, false);
    assertThat(service.access(request)).isEqualTo(before);
  }
}
