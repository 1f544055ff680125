package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.format.Origin;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A calendar and a policy of working days through the whole service, and the verifier after it. */
class WorkingCalendarOverHttpTest {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String POLICY =
      """
      {"rows":[{"id":"tai-lieu","effectiveFrom":"2026-01-01","citationVi":"Quy chế ví dụ, Điều 3",
        "citationEn":"Sample rules, article 3","secondHand":true,"itemKinds":["DOCUMENT"],
        "purpose":"ANSWER","clock":"SERVICE","workingDays":5}]}\
      """;

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static URI address;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + folder.resolve("data"));
    address =
        URI.create(
            "http://localhost:"
                + context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static ServiceClient as(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(Instant.now(), LedgerZone.ID);
  }

  /** Every day is worked but tomorrow. */
  private static Reply importCalendar(String user, LocalDate to, Map<String, String> headers)
      throws IOException {
    return importCalendar(user, to, 1, headers);
  }

  /** Every day is worked but so many from tomorrow. */
  private static Reply importCalendar(
      String user, LocalDate to, int free, Map<String, String> headers) throws IOException {
    return calendar("", user, to, free, headers);
  }

  /**
   * @param preview {@code /preview}, or empty to import
   */
  private static Reply calendar(
      String preview, String user, LocalDate to, int free, Map<String, String> headers)
      throws IOException {
    String file =
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//example//vi
        BEGIN:VEVENT
        UID:1@example.com
        DTSTAMP:20251201T000000Z
        DTSTART;VALUE=DATE:%s
        DTEND;VALUE=DATE:%s
        SUMMARY:Ngày nghỉ ví dụ
        END:VEVENT
        END:VCALENDAR
        """
            .formatted(
                today().plusDays(1).toString().replace("-", ""),
                today().plusDays(1 + free).toString().replace("-", ""))
            .replace("\n", "\r\n");
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "text/calendar");
    String query =
        "?from=%s&to=%s&weekdays=MON,TUE,WED,THU,FRI,SAT,SUN".formatted(today().minusDays(9), to);
    return as(user)
        .post(
            LEDGER + "/calendar" + preview + query, HttpRequest.BodyPublishers.ofString(file), all);
  }

  private static Reply record() throws IOException {
    String body =
        """
        {"receivedAt":"%s","channel":"OFFICIAL_LETTER","emergency":false,
         "requestingAgency":{"code":"CA-TINH-01","kind":"PROVINCIAL_POLICE"},
         "documentNumber":"0740/CV-MAU","subject":"Văn bản mẫu","caseType":"MISSING_PERSON",
         "urgency":"NORMAL","secrecy":"NORMAL",
         "items":[{"kind":"DOCUMENT","targets":[{"identifier":"0900000001"}],
                   "fields":["CELL_LOCATION"]}]}\
        """
            .formatted(Instant.now().minusSeconds(2).truncatedTo(ChronoUnit.MILLIS));
    return as("legal").post(Requests.path("demo"), body);
  }

  private static void accepted(Reply reply) {
    assertThat(reply.accepted()).as("%s", reply).isTrue();
  }

  @Test
  void aDueTimeIsCountedByTheCalendarImportedLast() throws Exception {
    assertThat(as("legal").get(LEDGER + "/calendar").status()).isEqualTo(404);
    Reply early = as("admin").post(LEDGER + "/policy", POLICY);
    assertThat(early.problem()).as("%s", early).isEqualTo("calendar-missing");
    for (String user : new String[] {"legal", "approver", "supervisor", "auditor"}) {
      assertThat(as(user).post(LEDGER + "/policy", POLICY).status()).isEqualTo(403);
      assertThat(importCalendar(user, today().plusDays(60), Map.of()).status()).isEqualTo(403);
    }
    accepted(importCalendar("admin", today().plusDays(60), Map.of()));
    Reply policy = as("auditor").get(LEDGER + "/policy");
    assertThat(policy.json().path("rows").size()).as("shipped").isGreaterThan(1);
    Map<String, String> seen = Map.of("If-Match", String.valueOf(policy.header("ETag")));
    accepted(as("admin").post(LEDGER + "/policy", POLICY, seen));
    assertThat(as("admin").post(LEDGER + "/policy", POLICY, seen).problem())
        .isEqualTo("adoption-stale-version");
    assertThat(importCalendar("admin", today().minusDays(1), Map.of()).problem())
        .isEqualTo("calendar-over");

    Reply shown = as("legal").get(LEDGER + "/calendar");
    String free = shown.json().at("/days/0/date").asString();
    assertThat(shown.json().at("/days/0/sessions").size()).isZero();
    assertThat(shown.json().path("sessions").toString())
        .isEqualTo("[\"07:30-11:30\",\"13:00-17:00\"]");

    Reply recorded = record();
    accepted(recorded);
    Reply request =
        as("legal").get(Requests.path("demo") + "/" + recorded.json().path("requestId").asString());
    LocalDate day =
        LocalDate.ofInstant(
            Instant.parse(request.json().path("receivedAt").asString()), LedgerZone.ID);
    for (int left = 5; left > 0; ) {
      day = day.plusDays(1);
      left -= day.toString().equals(free) ? 0 : 1;
    }
    Instant due = day.plusDays(1).atStartOfDay(LedgerZone.ID).toInstant().minusMillis(1);
    assertThat(request.json().at("/deadline/due").asString()).isEqualTo(due.toString());
    JsonNode words = request.json().at("/deadlines/0/explanation");
    assertThat(words.path("vi").asString()).startsWith("5 ngày làm việc kể từ ");
    assertThat(words.path("en").asString()).contains("5 working days from ", "Sample rules");

    // Five working days from now are not in it: nobody could record a request any more.
    Reply refused = importCalendar("admin", today().plusDays(3), Map.of());
    assertThat(refused.problem()).isEqualTo("calendar-too-short");
    assertThat(refused.text()).contains("tai-lieu");
    accepted(record());

    // One more free day: what is open is due a day later, and what was answered stays.
    String path = Requests.path("demo") + "/" + recorded.json().path("requestId").asString();
    Reply answered = record();
    accepted(answered);
    String cancelled = Requests.path("demo") + "/" + answered.json().path("requestId").asString();
    accepted(
        as("legal").post(cancelled + "/cancel", "{\"reason\":\"Cơ quan rút yêu cầu (ví dụ)\"}"));
    String id = recorded.json().path("requestId").asString();
    previewed(id, due);
    accepted(importCalendar("admin", today().plusDays(60), 2, Map.of()));
    String adoption = as("legal").get(LEDGER + "/calendar").json().path("calendar").asString();
    JsonNode recount = finished(adoption);
    assertThat(recount.path("counted").asInt()).isEqualTo(2);
    // How many it moved says nothing: a count after an earlier adoption, still at it, counts by
    // the new calendar too, and may have been first.
    assertThat(recount.path("kept").asInt()).isZero();
    JsonNode moved = as("legal").get(path).json();
    assertThat(moved.at("/deadline/due").asString())
        .isEqualTo(due.plus(1, ChronoUnit.DAYS).toString());
    assertThat(moved.path("originalDue").asString()).isEqualTo(due.toString());
    assertThat(moved.at("/deadlines/1/cause").asString()).isEqualTo("RECOMPUTATION");
    assertThat(moved.at("/deadlines/1/entry/actor").asString()).isEqualTo("system");
    assertThat(moved.at("/deadlines/1/explanation/en").asString())
        .contains("5 working days from ", adoption)
        .doesNotContain("clarification");
    assertThat(as("legal").get(cancelled).json().path("deadlines").size()).isEqualTo(1);
    requireSound();
  }

  /** What the import after it does; nothing is written, and what it refuses is refused. */
  private static void previewed(String request, Instant due) throws Exception {
    long size = PublishedLedger.size(as("auditor"), "demo");
    Awaiting.until(
        "the register knows what is open",
        () -> preview(2).path("counted").asInt() == 2 && preview(2).path("moved").asInt() == 2);
    JsonNode preview = preview(2);
    assertThat(preview.path("complete").asBoolean()).isTrue();
    assertThat(preview.path("kept").asInt()).isZero();
    List<String> moves = new ArrayList<>();
    preview.path("first").forEach(move -> moves.add(move.toString()));
    assertThat(moves)
        .hasSize(2)
        .contains(
            "{\"requestId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}"
                .formatted(request, due, due.plus(1, ChronoUnit.DAYS)));
    assertThat(preview(1).path("moved").asInt()).as("as it is").isZero();
    assertThat(calendar("/preview", "admin", today().plusDays(3), 1, Map.of()).problem())
        .isEqualTo("calendar-too-short");
    Reply hours =
        as("admin")
            .post(
                LEDGER + "/policy/preview",
                POLICY.replace("\"workingDays\":5", "\"workingDays\":4"));
    assertThat(hours.json().path("moved").asInt()).as(hours.toString()).isEqualTo(2);
    assertThat(PublishedLedger.size(as("auditor"), "demo")).isEqualTo(size);
  }

  private static JsonNode preview(int free) throws IOException {
    Reply reply = calendar("/preview", "admin", today().plusDays(60), free, Map.of());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json();
  }

  /** What came of counting again after that adoption. */
  private static JsonNode finished(String adoption) {
    List<JsonNode> found = new ArrayList<>();
    Awaiting.until(
        "due times are counted again after " + adoption,
        () -> {
          for (JsonNode recount : as("admin").get(LEDGER + "/recounts").json().path("recounts")) {
            if (recount.path("adoption").asString().equals(adoption)
                && recount.path("finished").asBoolean()) {
              found.add(recount);
            }
          }
          return !found.isEmpty();
        });
    return found.getFirst();
  }

  private static void requireSound() throws Exception {
    TrustPolicy trust =
        TrustPolicy.load(folder.resolve("data/policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor =
        Credentials.find(Map.of(), folder.resolve("data/credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      var report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, EnumSet.of(Grade.CONDUCT)),
                  Progress.NONE,
                  new RegisterListing());
      assertThat(report.findings()).isEmpty();
      assertThat(report.grade(Grade.CONDUCT).evidence()).endsWith("0 not checked");
    }
  }
}
