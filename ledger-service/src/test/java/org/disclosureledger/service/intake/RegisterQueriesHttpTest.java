package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyHistory;
import org.disclosureledger.service.agency.AgencyStory;
import org.disclosureledger.service.agencyregister.AgencyFilter;
import org.disclosureledger.service.agencyregister.AgencyPage;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.AgencyRow;
import org.disclosureledger.service.agencyregister.AgencyView;
import org.disclosureledger.service.csv.CsvLine;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.intake.agency.AgencyDetails;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of agencies. */
class RegisterQueriesHttpTest extends HttpTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String PROVINCE = "97";
  private static final AgencyCode CODE = new AgencyCode("CA-VI-DU");

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired AgencyQuery agencies;

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, agencies);
  }

  private MockHttpServletResponse get(String user, String path) throws Exception {
    return mvc.perform(as(user, GET, LEDGER + path)).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  private static AgencyRow row(String code, String nameVi) {
    return new AgencyRow(
        code,
        AgencyKind.COURT.name(),
        PROVINCE,
        nameVi,
        "Example",
        LocalDate.parse("2025-03-01"),
        null,
        null,
        null,
        1,
        0,
        2,
        3);
  }

  private void oneAgency() {
    AgencyHistory history = new AgencyHistory(1);
    history.run("demo", AgencyStory.register(CODE, null));
    history.run("demo", AgencyStory.contact(CODE));
    var state = history.run("demo", AgencyStory.officer(CODE, "2026-01-01"));
    when(agencies.agency("demo", CODE))
        .thenReturn(Optional.of(new AgencyView(state, List.of("CA-MOI"))));
    when(store.stream("demo", CODE.stream())).thenReturn(history.events());
    when(vault.open("demo", 1))
        .thenReturn(Map.of("/value", "\"" + AgencyStory.SECRET_PHONE + "\""));
    when(vault.open("demo", 2))
        .thenReturn(Map.of("/name", "\"" + AgencyStory.SECRET_NAME + "\"", "/position", "null"));
  }

  @Test
  void whoCallsBackOrKeepsTheRegisterSeesTheNumberAndNobodyElse() throws Exception {
    oneAgency();
    for (String user : List.of("legal", "approver", "admin", "supervisor", "auditor")) {
      MockHttpServletResponse response = get(user, "/agencies/ca-vi-du");
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.getHeader("ETag")).isEqualTo("\"2\"");
      JsonNode agency = JSON.readTree(response.getContentAsByteArray());
      boolean opens = !List.of("supervisor", "auditor").contains(user);
      assertThat(text(response).contains(AgencyStory.SECRET_PHONE)).as(user).isEqualTo(opens);
      assertThat(text(response).contains(AgencyStory.SECRET_NAME)).as(user).isEqualTo(opens);
      assertThat(agency.at("/contacts/0").has("value")).isEqualTo(opens);
      assertThat(agency.at("/officers/0").has("position")).isFalse();
      assertThat(agency.at("/contacts/0/emergency").asBoolean()).isTrue();
      assertThat(agency.at("/successors/0").asString()).isEqualTo("CA-MOI");
      assertThat(agency.path("kindVi").asString()).isEqualTo("công an tỉnh");
      assertThat(agency.path("province").asString()).isEqualTo(PROVINCE);
    }
  }

  @Test
  void theEntriesOfAnAgencyAreOpenForTheSamePeople() throws Exception {
    oneAgency();
    for (String user : List.of("legal", "admin", "auditor")) {
      MockHttpServletResponse response = get(user, "/agencies/CA-VI-DU/events");
      assertThat(JSON.readTree(response.getContentAsByteArray())).hasSize(3);
      assertThat(text(response).contains(AgencyStory.SECRET_PHONE))
          .isEqualTo(!user.equals("auditor"));
    }
  }

  @Test
  void theEntriesOfAnAgencyComeInPagesThatSayWhereTheNextBegins() throws Exception {
    oneAgency();
    MockHttpServletResponse first = get("legal", "/agencies/CA-VI-DU/events?limit=2");
    assertThat(JSON.readTree(first.getContentAsByteArray())).hasSize(2);
    assertThat(first.getHeader("Link"))
        .isEqualTo("<" + LEDGER + "/agencies/CA-VI-DU/events?after=1&limit=2>; rel=\"next\"");
    MockHttpServletResponse second = get("legal", "/agencies/CA-VI-DU/events?after=1&limit=2");
    JsonNode rest = JSON.readTree(second.getContentAsByteArray());
    assertThat(rest).hasSize(1);
    assertThat(rest.at("/0/sequence").asInt()).isEqualTo(2);
    assertThat(second.getHeader("Link")).isNull();
  }

  @Test
  void anUnknownAgencyIsNotFound() throws Exception {
    when(agencies.agency(any(), any())).thenReturn(Optional.empty());
    when(store.stream(any(), any())).thenReturn(List.of());
    for (String path : List.of("/agencies/CA-9", "/agencies/CA-9/events")) {
      MockHttpServletResponse response = get("legal", path);
      assertThat(response.getStatus()).isEqualTo(404);
      assertThat(text(response)).contains("/problems/agency-not-found");
    }
  }

  @Test
  void filtersOfTheAgencyListArePassedOn() throws Exception {
    AgencyPage page = new AgencyPage(List.of(row("CA-1", "Tòa án Ví Dụ")), "next");
    when(agencies.page(any(), any(), any(), anyInt())).thenReturn(Optional.of(page));
    MockHttpServletResponse response =
        get(
            "supervisor",
            "/agencies?kind=COURT&province=97&validOn=2026-11-03&text=t%C3%B2a&cursor=c&limit=7");
    assertThat(JSON.readValue(text(response), AgencyPage.class)).isEqualTo(page);
    verify(agencies)
        .page(
            HttpTestApplication.DEMO,
            new AgencyFilter(AgencyKind.COURT, PROVINCE, LocalDate.parse("2026-11-03"), "tòa"),
            "c",
            7);
  }

  @ParameterizedTest
  @CsvSource({
    "/agencies?kind=X, unknown-code",
    "/agencies?province=Hue, invalid-parameter",
    "/agencies?validOn=2026-02-30, invalid-date",
    "/agencies?limit=201, invalid-parameter",
    "/agencies?name=x, invalid-parameter",
    "/agencies?text=a%00, text-malformed",
    "/agencies?cursor=x, invalid-cursor",
    "/agencies.csv?limit=5, invalid-parameter",
    "/agencies/CA-VI-DU/events?limit=201, invalid-parameter",
    "/agencies/CA-VI-DU/events?from=1, invalid-parameter",
  })
  void aQueryNotUnderstoodIsRefused(String path, String type) throws Exception {
    when(agencies.page(any(), any(), any(), anyInt())).thenReturn(Optional.empty());
    MockHttpServletResponse response = get("legal", path);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).contains("/problems/" + type);
  }

  @Test
  void theExportHoldsAllPagesAndNothingASpreadsheetWouldRun() throws Exception {
    AgencyRow formula = row("CA-1", "=HYPERLINK(\"http://192.0.2.7\",\"Tòa án\")");
    AgencyRow plain = row("CA-2", "Tòa án, Ví Dụ");
    AgencyFilter courts = new AgencyFilter(AgencyKind.COURT, null, null, null);
    when(agencies.byCode(HttpTestApplication.DEMO, courts, null)).thenReturn(List.of(formula));
    when(agencies.byCode(HttpTestApplication.DEMO, courts, formula)).thenReturn(List.of(plain));
    when(agencies.byCode(HttpTestApplication.DEMO, courts, plain)).thenReturn(List.of());
    MockHttpServletResponse response = get("auditor", "/agencies.csv?kind=COURT");

    assertThat(response.getContentType()).isEqualTo("text/csv;charset=utf-8;header=present");
    assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(response.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"agencies-demo.csv\"");
    assertThat(text(response))
        .isEqualTo(
            "\uFEFFcode,kind,province,name_vi,name_en,valid_from,valid_until,successor,"
                + "successor_from,contacts,emergency_contacts,officers\r\n"
                + "CA-1,COURT,97,\"'=HYPERLINK(\"\"http://192.0.2.7\"\",\"\"Tòa án\"\")\",Example,"
                + "2025-03-01,,,,1,0,2\r\n"
                + "CA-2,COURT,97,\"Tòa án, Ví Dụ\",Example,2025-03-01,,,,1,0,2\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "＝1"})
  void aCellThatCouldBeAFormulaIsDefused(String cell) {
    assertThat(CsvLine.cell(cell).replace("\"", "")).startsWith("'");
  }

  @Test
  void theExamplesOfAnswersAreOfTheirTypes() {
    assertThat(JSON.readValue(example("listAgencies.response.json"), AgencyPage.class).agencies())
        .hasSize(1);
    assertThat(JSON.readValue(example("getAgency.response.json"), AgencyDetails.class).contacts())
        .hasSize(1);
    assertThat(JSON.readValue(example("listAgencyEvents.response.json"), EventView[].class))
        .hasSize(1);
    assertThat(JSON.readValue(example("exportAgencies.response.json"), String.class))
        .startsWith("\uFEFFcode,");
  }
}
