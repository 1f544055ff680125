package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Agencies and a voluntary report through the whole service: sealed, projected, read back. */
@ExtendWith(SharedService.class)
class RegistersIT {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String PHONE = "0900000077";
  private static final String INFORMANT = "Trần Thị Mẫu";

  private final ServiceProcess service;
  private final ServiceClient admin;
  private final ServiceClient legal;
  private final ServiceClient approver;
  private final ServiceClient supervisor;
  private final ServiceClient auditor;

  RegistersIT(ServiceProcess service) {
    this.service = service;
    admin = service.client("admin");
    legal = service.client("legal");
    approver = service.client("approver");
    supervisor = service.client("supervisor");
    auditor = service.client("auditor");
  }

  private static String agency(String code) {
    return """
    {"code":"%s","kind":"COURT","nameVi":"Tòa án Mẫu","nameEn":"Sample court",
     "validFrom":"2025-03-01"}\
    """
        .formatted(code);
  }

  @Test
  void aContactIsSeenAtOnceByThoseWhoCallBackAndStandsInNoProjection()
      throws IOException, SQLException {
    assertThat(admin.post(LEDGER + "/agencies", agency("toa-mau-1")).status()).isEqualTo(201);
    assertThat(admin.post(LEDGER + "/agencies", agency("TOA-MAU-1")).problem())
        .isEqualTo("agency-exists");
    String contacts = LEDGER + "/agencies/TOA-MAU-1/verify-contact";
    String contact =
        """
        {"channel":"TELEPHONE","method":"CALL_BACK","value":"%s","emergency":true}\
        """
            .formatted(PHONE);
    Reply first = admin.post(contacts, contact, Map.of("Idempotency-Key", "toa-mau-1-contact"));
    Reply again = admin.post(contacts, contact, Map.of("Idempotency-Key", "toa-mau-1-contact"));
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");

    Reply seen = legal.get(LEDGER + "/agencies/toa-mau-1");
    assertThat(seen.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"1\"");
    assertThat(seen.json().at("/contacts/0/contact")).isEqualTo(first.json().path("eventId"));
    assertThat(seen.json().at("/contacts/0/value").asString()).isEqualTo(PHONE);
    assertThat(supervisor.get(LEDGER + "/agencies/toa-mau-1").text()).doesNotContain(PHONE);
    assertThat(legal.get(first.json().path("receipt").asString()).status()).isEqualTo(200);

    assertThat(admin.post(contacts, contact, Map.of("If-Match", "\"0\"")).problem())
        .isEqualTo("stale-version");
    assertThat(legal.post(contacts, contact).problem()).isEqualTo("forbidden");
    assertThat(admin.get(Requests.path("demo")).problem()).isEqualTo("forbidden");

    String list = LEDGER + "/agencies?text=toa-mau-1&validOn=2026-11-03";
    Awaiting.until(
        "the projection has the contact",
        () -> legal.get(list).json().at("/agencies/0/emergencyContacts").asInt(0) == 1);
    assertThat(legal.get(LEDGER + "/agencies.csv").text())
        .startsWith("\uFEFFcode,")
        .contains("TOA-MAU-1,COURT,,Tòa án Mẫu,");
    assertThat(
            LedgerDatabase.of(service)
                .text("SELECT coalesce(string_agg(c::text, ' '), '') FROM agency.contact c"))
        .contains("TELEPHONE")
        .doesNotContain(PHONE);
  }

  @Test
  void aReportIsCorrectedByTwoPeopleAndTheOriginalStays() throws IOException, SQLException {
    String notice =
        """
        {"receivedAt":"%s","channel":"EMAIL","by":"CITIZEN","subject":"Ví dụ",
         "informant":"%s"}\
        """
            .formatted(Requests.anHourAgo(), INFORMANT);
    Reply recorded = legal.post(LEDGER + "/notices", notice);
    assertThat(recorded.status()).as("%s", recorded).isEqualTo(201);
    String at = recorded.header("Location");
    assertThat(legal.post(at + "/forward", "{\"agency\":\"toa-mau-2\"}").status()).isEqualTo(200);

    String better =
        "{\"corrects\":%s,\"reason\":\"Ghi nhầm người báo\",\"notice\":%s}"
            .formatted(recorded.json().path("eventId"), notice.replace("CITIZEN", "ORGANISATION"));
    Reply first = legal.post(at + "/prepare-correction", better);
    assertThat(first.status()).as("%s", first).isEqualTo(200);
    assertThat(approver.post(at + "/prepare-correction", better).problem())
        .isEqualTo("correction-open");
    Awaiting.until(
        "the second person finds it",
        () ->
            listed("/notices?correctionOpen=true", at)
                .at("/openCorrection/prepared")
                .equals(first.json().path("eventId")));
    assertThat(legal.post(at + "/approve-correction", decision(first)).problem())
        .isEqualTo("role-not-allowed");
    String why = decision(first).replace("}", ",\"reason\":\"Chưa rõ\"}");
    assertThat(approver.post(at + "/return-correction", why).status()).isEqualTo(200);
    assertThat(approver.get(at).json().at("/shown/by").asString()).isEqualTo("CITIZEN");

    Reply second = legal.post(at + "/prepare-correction", better);
    assertThat(approver.post(at + "/approve-correction", decision(first)).problem())
        .isEqualTo("correction-not-open");
    assertThat(approver.post(at + "/approve-correction", decision(second)).status()).isEqualTo(200);

    Reply seen = legal.get(at);
    assertThat(seen.json().at("/shown/by").asString()).isEqualTo("ORGANISATION");
    assertThat(seen.json().at("/original/data/by").asString()).isEqualTo("CITIZEN");
    assertThat(seen.json().at("/corrections/0/outcome").asString()).isEqualTo("RETURNED");
    assertThat(seen.json().at("/corrections/0/returnReason").asString()).isEqualTo("Chưa rõ");
    assertThat(seen.json().at("/corrections/1/outcome").asString()).isEqualTo("APPROVED");
    assertThat(seen.json().at("/corrections/1/preparedBy"))
        .isNotEqualTo(seen.json().at("/corrections/1/decidedBy"));
    assertThat(seen.text()).contains(INFORMANT);
    assertThat(supervisor.get(at).text()).doesNotContain(INFORMANT, "Chưa rõ");
    Awaiting.until(
        "the projection has the correction",
        () -> {
          JsonNode row = listed("/notices?correctionOpen=false", at);
          return row.path("corrections").asInt(0) == 1
              && row.path("by").asString("").equals("ORGANISATION")
              && row.at("/forwarded/0").asString("").equals("TOA-MAU-2");
        });
    assertThat(
            LedgerDatabase.of(service)
                .text("SELECT coalesce(string_agg(r::text, ' '), '') FROM oversight.recording r"))
        .contains("RETURNED")
        .doesNotContain(INFORMANT, "Chưa rõ");
  }

  @Test
  void whoPreparedTheCorrectionOfAnInspectionIsNotTheSecondPerson() throws IOException {
    String inspection =
        """
        {"from":"2026-10-05","to":"2026-10-06","subject":"Ví dụ","findings":"Còn hai kiến nghị"}\
        """;
    Reply recorded = supervisor.post(LEDGER + "/inspections", inspection);
    String at = recorded.header("Location");
    String better =
        "{\"corrects\":%s,\"reason\":\"Đếm thiếu\",\"inspection\":%s}"
            .formatted(recorded.json().path("eventId"), inspection.replace("hai", "ba"));
    Reply prepared = supervisor.post(at + "/prepare-correction", better);
    assertThat(prepared.status()).as("%s", prepared).isEqualTo(200);
    assertThat(supervisor.post(at + "/approve-correction", decision(prepared)).problem())
        .isEqualTo("same-person");
    assertThat(
            auditor
                .get(at, Map.of("Purpose", "AUDIT"))
                .json()
                .at("/corrections/0/proposed/findings")
                .asString())
        .isEqualTo("Còn ba kiến nghị");
    assertThat(auditor.post(at + "/approve-correction", decision(prepared)).status())
        .isEqualTo(200);
    assertThat(
            supervisor
                .get(at, Map.of("Purpose", "SUPERVISION"))
                .json()
                .at("/shown/findings")
                .asString())
        .isEqualTo("Còn ba kiến nghị");
  }

  private static String decision(Reply prepared) throws IOException {
    return "{\"prepared\":%s}".formatted(prepared.json().path("eventId"));
  }

  /** The row of what is at a path; missing while it is not in the list. */
  private JsonNode listed(String list, String at) throws IOException {
    String id = at.substring(at.lastIndexOf('/') + 1);
    return approver
        .get(LEDGER + list)
        .json()
        .path("records")
        .valueStream()
        .filter(record -> record.path("id").asString().equals(id))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }
}
