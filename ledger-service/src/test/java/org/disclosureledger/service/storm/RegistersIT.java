package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Agencies and a voluntary report through the whole service: sealed, projected, read back. */
@ExtendWith(SharedService.class)
class RegistersIT {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String PHONE = "0900000077";
  private static final String INFORMANT = "Trần Thị Mẫu";

  private final ServiceProcess service;
  private final ServiceClient admin;
  private final ServiceClient legal;
  private final ServiceClient supervisor;

  RegistersIT(ServiceProcess service) {
    this.service = service;
    admin = service.client("admin");
    legal = service.client("legal");
    supervisor = service.client("supervisor");
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
        .contains("TOA-MAU-1,COURT,Tòa án Mẫu,");
    assertThat(
            LedgerDatabase.of(service)
                .text("SELECT coalesce(string_agg(c::text, ' '), '') FROM agency.contact c"))
        .contains("TELEPHONE")
        .doesNotContain(PHONE);
  }

  @Test
  void aCorrectedReportShowsTheLastAndKeepsTheFirst() throws IOException, SQLException {
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
    assertThat(legal.post(at + "/correct", notice.replace("CITIZEN", "ORGANISATION")).status())
        .isEqualTo(200);

    Reply seen = legal.get(at);
    assertThat(seen.json().at("/shown/data/by").asString()).isEqualTo("ORGANISATION");
    assertThat(seen.json().at("/history/0/data/by").asString()).isEqualTo("CITIZEN");
    assertThat(seen.text()).contains(INFORMANT);
    assertThat(supervisor.get(at).text()).doesNotContain(INFORMANT);
    String id = at.substring(at.lastIndexOf('/') + 1);
    Awaiting.until(
        "the projection has the correction",
        () -> {
          var records = supervisor.get(LEDGER + "/notices").json().path("records");
          return records
              .valueStream()
              .anyMatch(record ->
                  record.path("id").asString().equals(id)
                      && record.path("recordings").asInt() == 2
                      && record.at("/forwarded/0").asString("").equals("TOA-MAU-2"));
        });
  }
}
