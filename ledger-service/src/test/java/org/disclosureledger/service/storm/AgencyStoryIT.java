package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.signature.TestSigning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One story through one real process: an agency, its request with a document, the answer, the
 * agency's own list, a kill, and the auditor's verdict.
 */
class AgencyStoryIT {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String AGENCY = "/agencies/TOA-MAU-9";

  private final Path folder;
  private final Path data;

  AgencyStoryIT(@TempDir Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
  }

  @Test
  void whatAnAgencyAskedGotAndListedStandsUpToTheAuditorAfterAKill() throws Exception {
    String differences;
    String csv;
    try (ServiceProcess service = ServiceProcess.start(data)) {
      String contact = registeredAgency(service.client("admin"));
      String first = recorded(service.client("legal"), "0901/CV-MAU");
      attach(service.client("legal"), first);
      answer(service, first, contact);
      String second = recorded(service.client("legal"), "0902/CV-MAU");
      recorded(service.client("legal"), "0903/CV-MAU");
      confirmedByPaper(service.client("legal"), "0904/CV-MAU");
      differences = reconciled(service.client("legal"), second);
      csv = service.client("legal").get(differences).text();
      assertThat(csv)
          .contains("DIFFERING", "THEIRS_ONLY", "OURS_ONLY", "0902/CV-MAU", "0999/CV-MAU")
          .doesNotContain("0901/CV-MAU", "0903/CV-MAU", "0904/CV-MAU");
      service.kill();
    }
    try (ServiceProcess service = ServiceProcess.start(data)) {
      assertThat(service.client("approver").get(differences).text()).isEqualTo(csv);
      new VerifierProcess(folder.resolve("auditor"))
          .requireClean(
              service.address().resolve("/ledgers/demo"),
              data.resolve("policy.txt"),
              "ledger.example/demo",
              data.resolve("credentials.txt"),
              "--require=conduct");
    }
  }

  /** The id of its contact. */
  private static String registeredAgency(ServiceClient admin) throws IOException {
    done(
        admin.post(
            LEDGER + "/agencies",
            """
            {"code":"toa-mau-9","kind":"COURT","nameVi":"Tòa án Mẫu","nameEn":"Sample court",
             "validFrom":"2025-03-01"}\
            """));
    return done(admin.post(
            LEDGER + AGENCY + "/verify-contact",
            """
            {"channel":"TELEPHONE","method":"CALL_BACK","value":"0900000091","emergency":true}\
            """))
        .json()
        .path("eventId")
        .asString();
  }

  private static String recorded(ServiceClient legal, String number) throws IOException {
    String body =
        Requests.record(10)
            .replace(
                "\"code\":\"CA-TINH-01\",\"kind\":\"PROVINCIAL_POLICE\"",
                "\"code\":\"toa-mau-9\",\"kind\":\"COURT\"")
            .replace("1/VD", number);
    return Requests.path("demo")
        + "/"
        + done(legal.post(Requests.path("demo"), body)).json().path("requestId").asString();
  }

  /** Said by telephone: its number and date are those of the paper that followed. */
  private static void confirmedByPaper(ServiceClient legal, String number) throws IOException {
    String body =
        Requests.record(10)
            .replace(
                "\"code\":\"CA-TINH-01\",\"kind\":\"PROVINCIAL_POLICE\"",
                "\"code\":\"toa-mau-9\",\"kind\":\"COURT\"")
            .replace("\"channel\":\"EMAIL\"", "\"channel\":\"TELEPHONE\",\"emergency\":true")
            .replace("\"documentNumber\":\"1/VD\",", "");
    String id = done(legal.post(Requests.path("demo"), body)).json().path("requestId").asString();
    done(
        legal.post(
            Requests.path("demo") + "/" + id + "/confirm-in-writing",
            "{\"documentNumber\":\"%s\",\"documentDate\":\"2026-01-06\"}".formatted(number)));
  }

  private static void attach(ServiceClient legal, String request) throws IOException {
    byte[] pdf = TestSigning.pdf("Mau 9");
    Reply attached =
        done(
            legal.post(
                request + "/documents?purpose=DEMAND",
                BodyPublishers.ofByteArray(pdf),
                Map.of(
                    "Content-Type",
                    "application/octet-stream",
                    "Content-Disposition",
                    "attachment; filename=cv.pdf")));
    assertThat(
            legal
                .get(request + "/documents/" + attached.json().path("document").asString())
                .bytes())
        .isEqualTo(pdf);
  }

  private static void answer(ServiceProcess service, String request, String contact)
      throws IOException {
    ServiceClient legal = service.client("legal");
    done(
        legal.post(
            request + "/verify-authority",
            """
            {"method":"CALL_BACK","contact":"%s","outcome":"VERIFIED","note":"gọi lại"}\
            """
                .formatted(contact)));
    approved(
        service,
        request,
        "acceptance",
        """
        {"items":[{"item":1,"targets":[1],"fields":["SUBSCRIBER_NAME"],"maximumRecords":1}]}\
        """);
    approved(
        service,
        request,
        "delivery",
        """
        {"channel":"PORTAL","items":[{"item":1,"last":true,"targets":[1],
         "fields":["SUBSCRIBER_NAME"],"recordCount":1,"digest":"%s","size":10}]}\
        """
            .formatted("ab".repeat(32)));
    assertThat(legal.get(request).json().path("state").asString()).isEqualTo("DISCLOSED");
    assertThat(legal.get(request).json().path("agencyRegistered").asBoolean(false)).isTrue();
  }

  private static void approved(ServiceProcess service, String request, String act, String content)
      throws IOException {
    String prepared =
        done(service.client("legal").post(request + "/prepare-" + act, content))
            .json()
            .path("eventId")
            .asString();
    done(
        service
            .client("approver")
            .post(request + "/approve-" + act, "{\"prepared\":\"" + prepared + "\"}"));
  }

  /** Where the list of differences is: two matched, one of another date, one theirs, one ours. */
  private static String reconciled(ServiceClient legal, String differing) throws IOException {
    Instant received = Instant.parse(legal.get(differing).json().path("receivedAt").asString());
    LocalDate day = received.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate();
    String list =
        String.join(
            "\r\n",
            "number,date,received",
            "0901/CV-MAU,," + received,
            "0902/CV-MAU,2026-01-05," + received,
            "0999/CV-MAU,," + received,
            "0904/CV-MAU,2026-01-06," + received,
            "");
    Reply reply =
        done(
            legal.post(
                LEDGER + "/reconciliations?agency=toa-mau-9&from=%s&to=%s".formatted(day, day),
                BodyPublishers.ofString(list),
                Map.of("Content-Type", "text/csv;charset=UTF-8")));
    var seen = legal.get(reply.header("Location")).json();
    assertThat(seen.path("matched").asInt()).isEqualTo(2);
    assertThat(List.of("differing", "theirsOnly", "oursOnly"))
        .allSatisfy(count -> assertThat(seen.path(count).asInt()).as(count).isEqualTo(1));
    return reply.header("Location") + "/differences.csv";
  }
}
