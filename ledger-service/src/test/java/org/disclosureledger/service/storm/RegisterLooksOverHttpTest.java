package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.Reply.done;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.LedgerServiceApplication;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.verifier.check.LedgerVerifier;
import org.disclosureledger.verifier.check.Progress;
import org.disclosureledger.verifier.check.RegisterListing;
import org.disclosureledger.verifier.check.TrustPolicy;
import org.disclosureledger.verifier.report.Grade;
import org.disclosureledger.verifier.report.GradeResult;
import org.disclosureledger.verifier.report.VerificationReport;
import org.disclosureledger.verifier.source.Credentials;
import org.disclosureledger.verifier.source.HttpSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Contacts, officers and the texts of oversight through the whole service: every look stands. */
class RegisterLooksOverHttpTest {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String PHONE = "0900000007";
  private static final String NAME = "Trần Thị Mẫu";
  private static final String TEXT = "Còn hai kiến nghị";
  private static final Map<String, String> NO_PURPOSE = Map.of();

  @TempDir static Path folder;
  private static ConfigurableApplicationContext context;
  private static URI address;

  @BeforeAll
  static void start() {
    context =
        new SpringApplicationBuilder(LedgerServiceApplication.class)
            .run("--server.port=0", "--ledger.data-dir=" + folder.resolve("data"));
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    address = URI.create("http://localhost:" + port);
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  private static ServiceClient client(String user) {
    return ServiceClient.signedIn(address, user, folder.resolve("data/credentials.txt"));
  }

  private static Reply get(String user, String path, String purpose) throws IOException {
    return client(user).get(path, Map.of("Purpose", purpose));
  }

  private static String begun(Reply reply) {
    return String.valueOf(done(reply).header("Location"));
  }

  private static String agency(String code) throws IOException {
    ServiceClient admin = client("admin");
    String path = LEDGER + "/agencies/" + code;
    done(
        admin.post(
            LEDGER + "/agencies",
            """
            {"code":"%s","kind":"COURT","nameVi":"Tòa án Mẫu","nameEn":"Example Court",
             "validFrom":"2025-03-01"}\
            """
                .formatted(code)));
    done(
        admin.post(
            path + "/verify-contact",
            """
            {"channel":"TELEPHONE","method":"CALL_BACK","value":"%s","emergency":true}\
            """
                .formatted(PHONE)));
    return path;
  }

  private static List<String> looks(String id) {
    return context.getBean(EntryStore.class).stream("demo", new StreamId("access/" + id)).stream()
        .map(RegisterLooksOverHttpTest::look)
        .toList();
  }

  private static String look(StoredEvent stored) {
    assertThat(stored.header().type()).isEqualTo("org.disclosureledger.record.viewed.v3");
    String data = new String(stored.entry().payload().data(), StandardCharsets.UTF_8);
    return stored.header().role().code() + " " + data;
  }

  private static List<String> looksAt(String path) {
    return looks(path.substring(path.lastIndexOf('/') + 1));
  }

  private static List<String> looksAtAgency(String code) {
    return looks(new AgencyCode(code).stream().value().substring("agency/".length()));
  }

  private static String view(String role, String purpose, String what) {
    return role + " {\"purpose\":\"" + purpose + "\",\"what\":\"" + what + "\"}";
  }

  @Test
  void whoOpensContactsSaysWhyAndIsRecordedOnceInTenMinutes() throws IOException {
    String agency = agency("TOA-MAU-71");
    for (String user : List.of("legal", "approver", "admin")) {
      for (String path : List.of(agency, agency + "/events")) {
        Reply refused = client(user).get(path, NO_PURPOSE);
        assertThat(refused.problem()).as(user + path).isEqualTo("purpose-required");
        assertThat(refused.text()).doesNotContain(PHONE);
      }
    }
    assertThat(get("admin", agency, "ANSWERING").problem()).isEqualTo("purpose-not-allowed");
    assertThat(get("legal", agency, "REGISTER").problem()).isEqualTo("purpose-not-allowed");
    assertThat(looksAtAgency("TOA-MAU-71")).isEmpty();

    assertThat(get("admin", agency, "REGISTER").text()).contains(PHONE);
    assertThat(get("legal", agency, "ANSWERING").text()).contains(PHONE);
    assertThat(get("legal", agency, "ANSWERING").text()).contains(PHONE);
    assertThat(get("legal", agency + "/events", "ANSWERING").text()).contains(PHONE);
    assertThat(get("approver", agency + "/events", "APPROVING").text()).contains(PHONE);
    assertThat(looksAtAgency("TOA-MAU-71"))
        .containsExactly(
            view("admin", "REGISTER", "CONTACTS"),
            view("legal", "ANSWERING", "CONTACTS"),
            view("approver", "APPROVING", "CONTACTS"));
  }

  @Test
  void contactsAndOfficersAreTwoParts() throws IOException {
    String agency = agency("TOA-MAU-72");
    String officer =
        "{\"name\":\"%s\",\"position\":\"Thẩm phán\",\"validFrom\":\"2026-01-01\"}".formatted(NAME);
    done(client("admin").post(agency + "/register-officer", officer));
    assertThat(get("legal", agency, "INSPECTION").text()).contains(PHONE, NAME);
    assertThat(looksAtAgency("TOA-MAU-72"))
        .containsExactly(
            view("legal", "INSPECTION", "CONTACTS"), view("legal", "INSPECTION", "OFFICERS"));
  }

  @Test
  void whatHoldsNoStarredValueLeavesNoTrace() throws IOException {
    String agency = agency("TOA-MAU-73");
    String first = get("legal", agency + "/events?limit=1", "ANSWERING").text();
    assertThat(first).contains("agency.registered").doesNotContain(PHONE);
    assertThat(client("legal").get(LEDGER + "/agencies", NO_PURPOSE).status()).isEqualTo(200);
    assertThat(client("supervisor").get(agency, NO_PURPOSE).text())
        .contains("TOA-MAU-73")
        .doesNotContain(PHONE);
    assertThat(get("auditor", agency + "/events", "AUDIT").text())
        .contains("withheld")
        .doesNotContain(PHONE);
    assertThat(get("legal", LEDGER + "/agencies/KHONG-CO", "ANSWERING").status()).isEqualTo(404);
    assertThat(looksAtAgency("TOA-MAU-73")).isEmpty();
    assertThat(looksAtAgency("KHONG-CO")).isEmpty();
  }

  @Test
  void supervisorsAndAuditorsOpenAnInspectionWhenTheySayWhy() throws IOException {
    String at =
        begun(
            client("supervisor")
                .post(
                    LEDGER + "/inspections",
                    """
                    {"from":"2026-10-05","to":"2026-10-06","subject":"Ví dụ","findings":"%s"}\
                    """
                        .formatted(TEXT)));
    for (String user : List.of("supervisor", "auditor")) {
      Reply closed = client(user).get(at, NO_PURPOSE);
      assertThat(closed.status()).isEqualTo(200);
      assertThat(closed.text()).contains("withheld").doesNotContain(TEXT);
    }
    assertThat(client("legal").get(at, NO_PURPOSE).problem()).isEqualTo("purpose-required");
    assertThat(get("auditor", at, "SUPERVISION").problem()).isEqualTo("purpose-not-allowed");
    assertThat(looksAt(at)).isEmpty();

    assertThat(get("supervisor", at, "SUPERVISION").text()).contains(TEXT);
    assertThat(get("auditor", at, "AUDIT").text()).contains(TEXT);
    assertThat(get("legal", at, "INSPECTION").text()).contains(TEXT);
    assertThat(looksAt(at))
        .containsExactly(
            view("supervisor", "SUPERVISION", "INSPECTION"),
            view("auditor", "AUDIT", "INSPECTION"),
            view("legal", "INSPECTION", "INSPECTION"));
  }

  @Test
  void aPurposeOpensNoVoluntaryReportToWhomItIsNotOpen() throws IOException {
    String notice =
        """
        {"receivedAt":"%s","channel":"EMAIL","by":"CITIZEN","subject":"Ví dụ",
         "informant":"%s"}\
        """
            .formatted(Requests.anHourAgo(), NAME);
    String at = begun(client("legal").post(LEDGER + "/notices", notice));
    assertThat(get("supervisor", at, "SUPERVISION").text()).doesNotContain(NAME);
    assertThat(get("auditor", at, "INSPECTION").text()).doesNotContain(NAME);
    assertThat(looksAt(at)).isEmpty();
    assertThat(get("approver", at, "COMPLAINT").text()).contains(NAME);
    assertThat(looksAt(at)).containsExactly(view("approver", "COMPLAINT", "NOTICE"));
  }

  @Test
  void theVerifierFindsNothingWrongWithLooksAtAgenciesAndOversight() throws Exception {
    String code = "TOA-MAU-74";
    String agency = agency(code);
    done(
        client("admin")
            .post(
                agency + "/register-officer",
                "{\"name\":\"%s\",\"position\":\"Thẩm phán\",\"validFrom\":\"2026-01-01\"}"
                    .formatted(NAME)));
    for (String look : List.of("admin REGISTER", "legal ANSWERING", "approver APPROVING")) {
      String[] who = look.split(" ", 2);
      assertThat(get(who[0], agency, who[1]).text()).contains(PHONE, NAME);
    }
    String days = "{\"from\":\"2026-10-05\",\"to\":\"2026-10-06\",\"subject\":\"Ví dụ\",";
    days += "\"findings\":\"" + TEXT + "\"}";
    String inspection = begun(client("auditor").post(LEDGER + "/inspections", days));
    String drill = begun(client("supervisor").post(LEDGER + "/drills", days));
    for (String look : List.of("supervisor SUPERVISION", "auditor AUDIT", "legal INSPECTION")) {
      String[] who = look.split(" ", 2);
      assertThat(get(who[0], inspection, who[1]).text()).contains(TEXT);
    }
    assertThat(get("supervisor", drill, "SUPERVISION").text()).contains(TEXT);
    assertThat(looksAtAgency(code)).hasSize(6);
    assertThat(looksAt(inspection)).hasSize(3);
    assertThat(looksAt(drill)).hasSize(1);

    Path data = folder.resolve("data");
    TrustPolicy trust =
        TrustPolicy.load(data.resolve("policy.txt"), new Origin("ledger.example/demo"));
    Credentials auditor = Credentials.find(Map.of(), data.resolve("credentials.txt")).orElseThrow();
    try (HttpSource source = new HttpSource(address.resolve("/ledgers/demo"), auditor)) {
      VerificationReport report =
          new LedgerVerifier()
              .verify(
                  source,
                  new LedgerVerifier.Options(trust, null, EnumSet.of(Grade.CONDUCT)),
                  Progress.NONE,
                  new RegisterListing());
      assertThat(report.findings()).isEmpty();
      assertThat(report.grade(Grade.CONDUCT).status()).isEqualTo(GradeResult.Status.PASS);
    }
  }
}
