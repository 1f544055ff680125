package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Finding;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reports through the whole service, and the verifier after them. */
class ReportsOverHttpTest {
  private static final String REPORTS = "/api/v1/ledgers/demo/reports";
  private static final String H1 = "{\"kind\":\"HALF_YEAR\",\"year\":2026,\"half\":1}";
  private static final String NUMBER = "0900000634";
  private static final String REASON = "Ghi sổ chậm (ví dụ)";

  @TempDir Path folder;
  private ConfigurableApplicationContext context;
  private URI address;
  private ServiceClient legal;
  private ServiceClient supervisor;

  @BeforeEach
  void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + folder.resolve("data"));
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
    legal = as("legal");
    supervisor = as("supervisor");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  private ServiceClient as(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  @Test
  void aReportIsFrozenOnceAmendedSubmittedPrintedAndFoundRightByTheVerifier() throws Exception {
    String late = received(Duration.ofHours(30));
    received(Duration.ofHours(2));
    String ofDays = lastDays();
    Reply frozen = done(supervisor.post(REPORTS, ofDays));
    String report = frozen.header("Location");
    assertThat(report).startsWith(REPORTS + "/");
    JsonNode figures = figures(report, 0);
    assertThat(figures.path("received").asLong()).isEqualTo(2);
    assertThat(figures.path("due").asLong()).as("one is due in the past").isEqualTo(1);
    assertThat(figures.path("aging24h").asLong()).isEqualTo(1);

    done(
        legal.post(
            Requests.path("demo", UUID.fromString(late), "cancel"),
            "{\"reason\":\"" + REASON + "\"}"));
    String amend = "{\"reason\":\"" + REASON + "\"}";
    done(supervisor.post(report + "/amend", amend));
    assertThat(figures(report, 0).path("open").asLong()).isEqualTo(2);
    assertThat(figures(report, 1).path("open").asLong()).isEqualTo(1);
    String version = details(report).path("versions").get(1).path("version").asString();
    String submit =
        "{\"version\":\"%s\",\"recipient\":\"TOA-VI-DU\",\"number\":\"1/BC-VD\"}"
            .formatted(version);
    done(supervisor.post(report + "/submit", submit));
    assertThat(details(report).path("submissions").get(0).path("version").asString())
        .isEqualTo(version);
    opened(report, REASON, "1/BC-VD");

    for (String language : List.of("vi", "en", "both")) {
      Reply pdf = done(supervisor.get(report + "/report.pdf?lang=" + language));
      try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
        String text = new PDFTextStripper().getText(document);
        String expected = language.equals("en") ? "REPORT" : "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
        assertThat(text).contains(expected).doesNotContain(NUMBER, REASON);
      }
    }
    assertThat(done(supervisor.get(report + "/report.xlsx")).bytes()).startsWith('P', 'K');
    assertThat(done(supervisor.get(report + "/report.csv?version=" + version)).text())
        .contains("received", "Yêu cầu tiếp nhận trong kỳ");
    assertThat(done(supervisor.get(report + "/report.json")).json().path("rows").size())
        .isGreaterThan(3);
    assertThat(supervisor.get(report + "/public.pdf").problem()).isEqualTo("invalid-parameter");

    VerificationReport verified = verified();
    assertThat(verified.findings()).isEmpty();
    assertThat(verified.grade(Grade.REPORTS).evidence()).contains("1 report", "1 amendment");
    Awaiting.until(
        "the list knows",
        () -> done(supervisor.get(REPORTS)).json().at("/reports/0/submissions").asInt() == 1);
    assertThat(done(supervisor.get(REPORTS)).json().at("/reports/0/amendments").asInt())
        .isEqualTo(1);
  }

  @Test
  void ofTwoWhoFreezeTheSameHalfYearOneIsRefusedAndSoIsEverybodyElse() throws Exception {
    assertThat(legal.post(REPORTS, H1).status()).isEqualTo(403);
    List<Callable<Reply>> both =
        List.of(() -> supervisor.post(REPORTS, H1), () -> supervisor.post(REPORTS, H1));
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Reply> reply : threads.invokeAll(both)) {
        answers.add(reply.get().status());
      }
    }
    assertThat(answers).containsExactlyInAnyOrder(201, 409);
    assertThat(supervisor.post(REPORTS, H1).problem()).isEqualTo("report-exists");
    assertThat(supervisor.post(REPORTS, H1.replace("1}", "2}")).problem())
        .isEqualTo("period-not-over");
    String half = REPORTS + "/2026-h1";
    done(supervisor.post(half + "/amend", "{\"reason\":\"" + REASON + "\"}"));
    opened(half, REASON);
    assertThat(verified().findings()).isEmpty();
  }

  /** For a purpose, which the ledger then tells of, and for none not at all. */
  private void opened(String report, String... texts) throws IOException {
    assertThat(done(supervisor.get(report)).text()).contains("withheld").doesNotContain(texts);
    long before = PublishedLedger.size(as("auditor"), "demo");
    Map<String, String> purpose = Map.of("Purpose", "SUPERVISION");
    assertThat(done(supervisor.get(report, purpose)).text()).contains(texts);
    assertThat(PublishedLedger.size(as("auditor"), "demo")).isEqualTo(before + 1);
    String name = report.substring(report.lastIndexOf('/') + 1);
    assertThat(context.getBean(EntryStore.class).stream("demo", new StreamId("access/" + name)))
        .singleElement()
        .satisfies(stored ->
            assertThat(new String(stored.entry().payload().data(), StandardCharsets.UTF_8))
                .isEqualTo("{\"purpose\":\"SUPERVISION\",\"what\":\"REPORT\"}"));
  }

  @Test
  void whatIsNoReportIsRefusedWithAReasonAndRecordsNothing() throws Exception {
    String far = "\"from\":\"1900-01-01T00:00:00.000Z\",\"to\":\"9998-01-01T00:00:00.000Z\"";
    List<String> bodies =
        List.of(
            "{\"kind\":\"HALF_YEAR\",\"year\":2026}",
            "{\"kind\":\"HALF_YEAR\",\"year\":2026,\"half\":3}",
            "{\"kind\":\"HALF_YEAR\",\"year\":99999,\"half\":1}",
            "{\"kind\":\"YEAR\",\"year\":-1}",
            "{\"kind\":\"YEAR\",\"year\":2025,\"half\":1}",
            "{\"kind\":\"AD_HOC\"}",
            "{\"kind\":\"AD_HOC\"," + far + "}",
            "{\"kind\":\"AD_HOC\",\"from\":\"2026-02-01T00:00:00.000Z\","
                + "\"to\":\"2026-01-01T00:00:00.000Z\"}",
            "{\"kind\":\"HALF_YEAR\",\"year\":2026,\"half\":1,\"asOf\":\"2990-01-01T00:00:00.000Z\"}",
            "{\"kind\":\"HALF_YEAR\",\"year\":2026,\"half\":1,\"difference\":\"Mẫu\"}");
    for (String body : bodies) {
      Reply reply = supervisor.post(REPORTS, body);
      assertThat(reply.status()).as("%s: %s", body, reply).isBetween(400, 422);
      assertThat(reply.problem()).as(body).isNotEmpty();
    }
    for (String name : List.of("2026-h1", "2026", "nonsense", UUID.randomUUID().toString())) {
      assertThat(supervisor.get(REPORTS + "/" + name).status()).as(name).isEqualTo(404);
      assertThat(supervisor.get(REPORTS + "/" + name + "/report.pdf").status()).isEqualTo(404);
      assertThat(supervisor.post(REPORTS + "/" + name + "/amend", "{\"reason\":\"x\"}").status())
          .as(name)
          .isEqualTo(404);
    }
    assertThat(done(supervisor.get(REPORTS)).json().path("reports").size()).isZero();
  }

  @Test
  void figuresOfRowsThatSomebodyTouchedAreFoundInTheFrozenReport() throws Exception {
    String late = received(Duration.ofHours(30));
    received(Duration.ofHours(29));
    Awaiting.until(
        "the facts rest on all of it",
        () ->
            done(supervisor.get("/api/v1/ledgers/demo/statistics")).json().at("/head/size").asLong()
                == PublishedLedger.size(as("auditor"), "demo"));
    JdbcClient db = context.getBean(JdbcClient.class);
    assertThat(
            db.sql(
                    "UPDATE facts.request_fact SET due = due + 864000000"
                        + " WHERE request_id = :id::uuid")
                .param("id", late)
                .update())
        .isPositive();
    String report = done(supervisor.post(REPORTS, lastDays())).header("Location");
    assertThat(rules()).as("one deadline, in the projection alone").containsOnly("report-figure");

    assertThat(
            db.sql("DELETE FROM facts.request_fact WHERE request_id = :id::uuid")
                .param("id", late)
                .update())
        .isPositive();
    done(supervisor.post(report + "/amend", "{\"reason\":\"" + REASON + "\"}"));
    assertThat(rules()).containsOnly("report-figure");
    assertThat(verified().findings().toString()).contains("received");
  }

  private List<String> rules() throws Exception {
    return verified().findings().stream().map(Finding::rule).distinct().toList();
  }

  private VerificationReport verified() throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(folder.resolve("data/policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor =
        Credentials.find(Map.of(), folder.resolve("data/credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      return new LedgerVerifier()
          .verify(
              source,
              new LedgerVerifier.Options(trust, null, EnumSet.of(Grade.CONDUCT, Grade.REPORTS)),
              Progress.NONE,
              new RegisterListing());
    }
  }

  /** An ad hoc report of the last days. */
  private static String lastDays() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return "{\"kind\":\"AD_HOC\",\"from\":\"%s\",\"to\":\"%s\"}"
        .formatted(time(now.minus(Duration.ofDays(5))), time(now.plus(Duration.ofDays(1))));
  }

  private static String time(Instant instant) {
    return Instant.ofEpochMilli(instant.toEpochMilli() / 1000 * 1000 + 123).toString();
  }

  private JsonNode details(String report) throws IOException {
    return done(supervisor.get(report)).json();
  }

  private JsonNode figures(String report, int version) throws IOException {
    return details(report).path("versions").get(version).path("rows").get(0).path("figures");
  }

  private String received(Duration ago) throws IOException {
    String body =
        Requests.record("", "{\"identifier\":\"" + NUMBER + "\"}")
            .replaceFirst(
                "\"receivedAt\":\"[^\"]*\"",
                "\"receivedAt\":\"" + time(Instant.now().minus(ago)) + "\"");
    return done(legal.post(Requests.path("demo"), body)).json().path("requestId").asString();
  }
}
