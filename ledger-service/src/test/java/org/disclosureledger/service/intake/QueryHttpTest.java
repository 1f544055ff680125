package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.register.RegisterFilter;
import org.disclosureledger.service.register.RegisterNumber;
import org.disclosureledger.service.register.RegisterPage;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.register.RegisterRow;
import org.disclosureledger.service.register.RegisterSort;
import org.disclosureledger.service.register.WritingState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.story.RequestView;
import org.disclosureledger.service.turnaround.PublicFigures;
import org.disclosureledger.service.turnaround.Turnaround;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryHttpTest extends HttpTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final UUID ID = UUID.fromString("01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f");
  private static final String SECRET = "Nguyễn Văn Thí Dụ";
  private static final String DATA =
      """
      {"channel":"FAX","requestingAgency":{"code":"X","unit":{"_sd":["%s"]}},
       "officer":{"_sd":["%s"]},"items":[{"targets":[{"ordinal":1,"identifier":{"_sd":["%s"]}}]}]}\
      """
          .formatted("a".repeat(42) + "A", "b".repeat(42) + "A", "c".repeat(42) + "A");

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired RegisterQuery register;
  @Autowired TurnaroundQuery turnaround;
  @Autowired AgencyQuery agencies;

  @AfterEach
  void forgetAnswers() {
    reset(store, vault, register, turnaround, agencies);
  }

  private void oneEntry() {
    EventHeader header =
        new EventHeader(
            UUID.fromString("01990a3c-5b80-7a01-8b22-111213141516"),
            "demo",
            RequestStream.of(ID),
            "org.disclosureledger.request.recorded.v9",
            HttpTestApplication.NOW,
            HttpTestApplication.NOW,
            Actor.of(UUID.fromString("7b6ad1c2-0f5e-4d0a-9d0e-2f3a4b5c6d7e")),
            ActorRole.LEGAL,
            null,
            0,
            3,
            3);
    when(store.stream("demo", RequestStream.of(ID)))
        .thenReturn(List.of(new StoredEvent(header, TestEntries.of(header, DATA), null)));
    when(vault.open("demo", 3)).thenReturn(Map.of("/officer", "\"" + SECRET + "\""));
    when(register.row(any(), eq(ID))).thenReturn(Optional.empty());
  }

  @Test
  void committedMembersReadWithheldAndOpenForOfficersAlone() throws Exception {
    oneEntry();
    for (String user : List.of("legal", "approver", "auditor")) {
      MockHttpServletResponse response = get(user, LEDGER + "/requests/" + ID + "/events");
      assertThat(response.getStatus()).isEqualTo(200);
      JsonNode event = JSON.readTree(response.getContentAsByteArray()).get(0);
      assertThat(event.at("/data/officer").asString()).isEqualTo("withheld");
      // What the vault does not open is erased; who opens nothing cannot tell.
      String unopened = user.equals("auditor") ? "withheld" : "erased";
      assertThat(event.at("/data/requestingAgency/unit").asString()).isEqualTo(unopened);
      assertThat(event.at("/data/items/0/targets/0/identifier").asString()).isEqualTo(unopened);
      assertThat(event.at("/data/channel").asString()).isEqualTo("FAX");
      assertThat(event.has("disclosures")).isEqualTo(!user.equals("auditor"));
      assertThat(text(response).contains(SECRET)).isEqualTo(!user.equals("auditor"));
    }
  }

  @Test
  void aSupervisorSeesARequestWithoutItsStarredMembers() throws Exception {
    oneEntry();
    MockHttpServletResponse response = get("supervisor", LEDGER + "/requests/" + ID);
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("ETag")).isEqualTo("\"0\"");
    assertThat(text(response)).contains("withheld").doesNotContain(SECRET);
    assertThat(text(get("legal", LEDGER + "/requests/" + ID))).contains(SECRET);
  }

  @Test
  void theETagOfARequestIsItsLastSequence() throws Exception {
    oneEntry();
    String path = LEDGER + "/requests/" + ID;
    assertThat(get("legal", path).getHeader("ETag")).isEqualTo("\"0\"");
    assertThat(
            mvc.perform(as("legal", GET, path).header("If-None-Match", "\"0\""))
                .andReturn()
                .getResponse()
                .getStatus())
        .isEqualTo(304);
  }

  @Test
  void everyFilterOfTheListIsPassedOn() throws Exception {
    when(register.page(any(), any(), any(), any(), anyInt()))
        .thenReturn(Optional.of(new RegisterPage(List.of(), "next")));
    String query =
        "?state=APPROVED&agency=CQDT-1&itemKind=DOCUMENT&emergency=true&number=12/2026"
            + "&dueBefore=2026-11-05T00:00:00Z&dueAfter=2026-11-01T00:00:00%2B07:00"
            + "&receivedFrom=2026-10-01T00:00:00Z&receivedTo=2026-10-02T00:00:00Z"
            + "&confirmation=MISSED&route=VIA_AGENT&clarificationOpen=false&extended=true"
            + "&reopened=true&corrected=false&duplicate=true&errors=true&overdue=true"
            + "&asOf=2026-10-03T00:00:00Z&sort=due&cursor=c&limit=200";
    MockHttpServletResponse response = get("supervisor", LEDGER + "/requests" + query);

    assertThat(text(response)).isEqualTo("{\"requests\":[],\"nextCursor\":\"next\"}");
    verify(register)
        .page(
            HttpTestApplication.DEMO,
            new RegisterFilter(
                RequestStatus.APPROVED,
                "CQDT-1",
                ItemKind.DOCUMENT,
                true,
                new RegisterNumber(12, 2026),
                Instant.parse("2026-11-05T00:00:00Z"),
                Instant.parse("2026-10-31T17:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"),
                Instant.parse("2026-10-02T00:00:00Z"),
                new RegisterFilter.Marked(
                    WritingState.MISSED,
                    RequestRoute.VIA_AGENT,
                    false,
                    true,
                    true,
                    false,
                    true,
                    true,
                    Instant.parse("2026-10-03T00:00:00Z"))),
            RegisterSort.DUE,
            "c",
            200);
  }

  @Test
  void theRegisterIsExportedPageByPageAsAFile() throws Exception {
    RegisterRow first = row("1/2026", "CQDT-1");
    RegisterRow second = row("2/2026", "=1+1,\"x\"");
    RegisterFilter filter =
        new RegisterFilter(
            null, null, null, true, null, null, null, null, null, RegisterFilter.Marked.ANY);
    when(register.numbered(HttpTestApplication.DEMO, filter, null)).thenReturn(List.of(first));
    when(register.numbered(HttpTestApplication.DEMO, filter, first.withAgencyRegistered(true)))
        .thenReturn(List.of(second));
    when(agencies.registered(any(), any()))
        .thenReturn(Set.of(new AgencyQuery.OnDay("CQDT-1", LocalDate.parse("2026-11-21"))));
    MockHttpServletResponse response = get("supervisor", LEDGER + "/register.csv?emergency=true");

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("text/csv;charset=utf-8;header=present");
    assertThat(response.getHeader("Content-Disposition"))
        .isEqualTo("attachment; filename=\"register-demo.csv\"");
    List<String> lines = List.of(text(response).split("\r\n", -1));
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("registerNumber,requestId,receivedAt,");
    assertThat(lines.get(1))
        .startsWith("1/2026,")
        .endsWith(
            ",CQDT-1,COURT,FAX,CRIMINAL,ROUTINE,NORMAL,NORMAL,true,2,DOCUMENT OTHER,"
                + "RECEIVED,,,,,1,,,VIA_AGENT,,MISSED,"
                + HttpTestApplication.NOW
                + ",true,1,2,3,4,5,6,7,"
                + ID
                + ",true,5,,");
    assertThat(lines.get(2)).as("no code of our register").endsWith(",false,5,,");
    assertThat(lines.get(1).split(",", -1)).hasSameSizeAs(lines.get(0).split(",", -1));
    assertThat(lines.get(2)).contains(",\"'=1+1,\"\"x\"\"\",");
    assertThat(lines.get(3)).isEmpty();
  }

  private static RegisterRow row(String number, String agency) {
    return new RegisterRow(
        ID,
        number,
        HttpTestApplication.NOW,
        null,
        HttpTestApplication.NOW,
        agency,
        "COURT",
        null,
        "FAX",
        "CRIMINAL",
        "ROUTINE",
        "NORMAL",
        "NORMAL",
        "VIA_AGENT",
        true,
        2,
        List.of("DOCUMENT", "OTHER"),
        "RECEIVED",
        null,
        null,
        null,
        null,
        null,
        new RegisterRow.Writing(WritingState.MISSED, HttpTestApplication.NOW, null, null),
        new RegisterRow.Marks(true, 1, 2, 3, 4, 5, 6, 7, ID),
        1,
        5L,
        null,
        null);
  }

  @Test
  void theListSaysWhoseAgencyOurRegisterLacksOnTheDayOfReceipt() throws Exception {
    when(register.page(any(), any(), any(), any(), anyInt()))
        .thenReturn(
            Optional.of(
                new RegisterPage(List.of(row("2/2026", "CQDT-2"), row("1/2026", "CQDT-1")), "n")));
    when(agencies.registered(any(), any()))
        .thenReturn(Set.of(new AgencyQuery.OnDay("CQDT-1", LocalDate.parse("2026-11-21"))));
    JsonNode page = JSON.readTree(get("supervisor", LEDGER + "/requests").getContentAsByteArray());
    assertThat(page.at("/requests/0/agencyRegistered").asBoolean(true)).isFalse();
    assertThat(page.at("/requests/1/agencyRegistered").asBoolean(false)).isTrue();
    assertThat(page.path("nextCursor").asString()).isEqualTo("n");
  }

  @Test
  void anExportTakesTheFiltersOfTheListAndNothingElse() throws Exception {
    for (String query : List.of("?limit=1", "?sort=due", "?cursor=x", "?state=NONE", "?x=1")) {
      MockHttpServletResponse response = get("legal", LEDGER + "/register.csv" + query);
      assertThat(response.getStatus()).as(query).isEqualTo(400);
      assertThat(response.getContentType()).isEqualTo("application/problem+json");
    }
  }

  @Test
  void turnaroundIsByDefaultOfTheCurrentHalfYearAsOfNow() throws Exception {
    Turnaround figures = JSON.readValue(example("getTurnaround.response.json"), Turnaround.class);
    when(turnaround.figures(any(), any(), any())).thenReturn(figures);
    MockHttpServletResponse response = get("supervisor", LEDGER + "/turnaround");

    assertThat(JSON.readValue(text(response), Turnaround.class)).isEqualTo(figures);
    verify(turnaround)
        .figures(
            HttpTestApplication.DEMO,
            new ReportingPeriod(
                Instant.parse("2026-06-30T17:00:00Z"), Instant.parse("2026-12-31T17:00:00Z")),
            HttpTestApplication.NOW);
  }

  @Test
  void whatMayBePublishedIsOfAHalfYearThatIsOver() throws Exception {
    Turnaround figures = JSON.readValue(example("getTurnaround.response.json"), Turnaround.class);
    when(turnaround.whenOver(any(), any(), any())).thenReturn(Optional.of(figures));
    MockHttpServletResponse response = get("auditor", LEDGER + "/turnaround/public");

    assertThat(JSON.readTree(text(response)).at("/received/open").asString()).isEqualTo("<5");
    ReportingPeriod over = ReportingPeriod.half(2026, 1);
    verify(turnaround, atLeastOnce()).whenOver(eq(HttpTestApplication.DEMO), eq(over), any());
    get("admin", LEDGER + "/turnaround/public?half=2025-H2");
    ReportingPeriod before = ReportingPeriod.half(2025, 2);
    verify(turnaround, atLeastOnce()).whenOver(eq(HttpTestApplication.DEMO), eq(before), any());
  }

  @Test
  void figuresThatLagBehindTheLedgerAreToBeAskedForAgain() throws Exception {
    when(turnaround.figures(any(), any(), any())).thenThrow(new FiguresBehind("behind 412"));
    when(turnaround.whenOver(any(), any(), any())).thenThrow(new FiguresBehind("behind 412"));
    for (String path : List.of("/turnaround", "/turnaround/public")) {
      MockHttpServletResponse response = get("legal", LEDGER + path);
      assertThat(response.getStatus()).as(path).isEqualTo(503);
      assertThat(response.getHeader("Retry-After")).isEqualTo("1");
      assertThat(text(response)).contains("/problems/figures-behind");
    }
  }

  @Test
  void aHalfYearThatLateEntriesMayStillChangeIsNotPublished() throws Exception {
    when(turnaround.whenOver(any(), any(), any())).thenReturn(Optional.empty());
    MockHttpServletResponse response = get("auditor", LEDGER + "/turnaround/public");
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(text(response)).contains("invalid-parameter", "half is not closed");
  }

  @Test
  void theExamplesOfAnswersAreOfTheirTypes() {
    assertThat(JSON.readValue(example("listRequests.response.json"), RegisterPage.class).requests())
        .hasSize(1);
    assertThat(JSON.readValue(example("getRequest.response.json"), RequestView.class).requestId())
        .isEqualTo(ID);
    assertThat(
            JSON.readValue(example("getPublicTurnaround.response.json"), PublicFigures.class)
                .received()
                .open())
        .isEqualTo("<5");
    assertThat(JSON.readValue(example("listEvents.response.json"), EventView[].class)).hasSize(2);
    assertThat(JSON.readValue(example("recordRequest.response.json"), AcceptedBody.class).receipt())
        .isEqualTo("/ledgers/demo/receipts/3");
  }

  private MockHttpServletResponse get(String user, String path) throws Exception {
    return mvc.perform(as(user, GET, path)).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
