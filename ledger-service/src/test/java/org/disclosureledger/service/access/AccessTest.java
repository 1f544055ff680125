package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.intake.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Roles × operations, written a second time: this table and {@link AccessPolicy} must agree. */
class AccessTest extends HttpTest {
  private static final List<String> USERS =
      List.of("legal", "approver", "supervisor", "auditor", "admin");
  private static final String READERS = "legal approver supervisor auditor";
  private static final String ID = "01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f";
  private static final String LEDGER = "/api/v1/ledgers/demo";

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  record Row(HttpMethod method, String path, String allowed) {}

  static Stream<Row> rows() {
    return Stream.of(
        new Row(POST, LEDGER + "/requests", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/verify-authority", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/approve-delivery", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/close", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/approve-no-data", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/prepare-correction", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/cancel", "legal approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/issue-reminder", "supervisor"),
        new Row(POST, LEDGER + "/requests/" + ID + "/erase-personal-data", "approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/grants", "approver"),
        new Row(POST, LEDGER + "/requests/" + ID + "/grants/" + ID + "/revoke", "approver"),
        new Row(GET, LEDGER + "/requests/" + ID + "/grants", READERS),
        new Row(GET, LEDGER + "/grants", "supervisor auditor"),
        new Row(POST, LEDGER + "/requests/" + ID + "/documents?purpose=ORDER", "legal approver"),
        new Row(GET, LEDGER + "/requests/" + ID + "/documents", READERS),
        new Row(GET, LEDGER + "/requests/" + ID + "/documents/" + ID, READERS),
        new Row(GET, LEDGER + "/requests", "legal approver supervisor"),
        new Row(HEAD, LEDGER + "/requests", "legal approver supervisor"),
        new Row(GET, LEDGER + "/requests/" + ID, READERS),
        new Row(GET, LEDGER + "/requests/" + ID + "/events", READERS),
        new Row(HEAD, LEDGER + "/requests/" + ID + "/events", READERS),
        new Row(GET, LEDGER + "/requests/" + ID + "/repeats", "legal approver"),
        new Row(POST, LEDGER + "/policy", "admin"),
        new Row(POST, LEDGER + "/policy/preview", "admin"),
        new Row(GET, LEDGER + "/policy", "legal approver supervisor auditor admin"),
        new Row(POST, LEDGER + "/calendar?from=2026-01-01&to=2026-12-31", "admin"),
        new Row(POST, LEDGER + "/calendar/preview?from=2026-01-01&to=2026-12-31", "admin"),
        new Row(GET, LEDGER + "/calendar", "legal approver supervisor auditor admin"),
        new Row(GET, LEDGER + "/recounts", "admin"),
        new Row(POST, LEDGER + "/retention", "admin"),
        new Row(GET, LEDGER + "/retention", "legal approver supervisor auditor admin"),
        new Row(GET, LEDGER + "/register.csv", "legal approver supervisor"),
        new Row(GET, LEDGER + "/turnaround", "legal approver supervisor"),
        new Row(GET, LEDGER + "/statistics", "legal approver supervisor"),
        new Row(GET, LEDGER + "/statistics.csv", "legal approver supervisor"),
        new Row(GET, LEDGER + "/turnaround/public", "legal approver supervisor auditor admin"),
        new Row(POST, LEDGER + "/agencies", "admin"),
        new Row(POST, LEDGER + "/agencies/CA-01/amend", "admin"),
        new Row(POST, LEDGER + "/agencies/CA-01/verify-contact", "admin"),
        new Row(POST, LEDGER + "/agencies/CA-01/register-officer", "admin"),
        new Row(GET, LEDGER + "/agencies", "legal approver supervisor auditor admin"),
        new Row(GET, LEDGER + "/agencies.csv", "legal approver supervisor auditor admin"),
        new Row(GET, LEDGER + "/agencies/CA-01", "legal approver supervisor auditor admin"),
        new Row(HEAD, LEDGER + "/agencies/CA-01", "legal approver supervisor auditor admin"),
        new Row(GET, LEDGER + "/agencies/CA-01/events", "legal approver auditor admin"),
        new Row(POST, LEDGER + "/inspections", "supervisor auditor"),
        new Row(POST, LEDGER + "/inspections/" + ID + "/prepare-correction", "supervisor auditor"),
        new Row(POST, LEDGER + "/inspections/" + ID + "/approve-correction", "supervisor auditor"),
        new Row(POST, LEDGER + "/inspections/" + ID + "/return-correction", "supervisor auditor"),
        new Row(GET, LEDGER + "/inspections", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/inspections/" + ID, "legal approver supervisor auditor"),
        new Row(POST, LEDGER + "/drills", "supervisor"),
        new Row(POST, LEDGER + "/drills/" + ID + "/prepare-correction", "supervisor"),
        new Row(POST, LEDGER + "/drills/" + ID + "/approve-correction", "supervisor"),
        new Row(POST, LEDGER + "/drills/" + ID + "/return-correction", "supervisor"),
        new Row(GET, LEDGER + "/drills", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/drills/" + ID, "legal approver supervisor auditor"),
        new Row(POST, LEDGER + "/notices", "legal approver"),
        new Row(POST, LEDGER + "/notices/" + ID + "/prepare-correction", "legal approver"),
        new Row(POST, LEDGER + "/notices/" + ID + "/approve-correction", "legal approver"),
        new Row(POST, LEDGER + "/notices/" + ID + "/return-correction", "legal approver"),
        new Row(POST, LEDGER + "/notices/" + ID + "/forward", "legal approver"),
        new Row(GET, LEDGER + "/notices", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/notices/" + ID, "legal approver supervisor auditor"),
        new Row(POST, LEDGER + "/reconciliations", "legal approver"),
        new Row(GET, LEDGER + "/reconciliations", "legal approver supervisor"),
        new Row(GET, LEDGER + "/reconciliations/" + ID, "legal approver supervisor"),
        new Row(GET, LEDGER + "/reconciliations/" + ID + "/differences.csv", "legal approver"),
        new Row(GET, LEDGER + "/alerts", "legal approver supervisor"),
        new Row(POST, LEDGER + "/alerts/12/seen", "legal approver supervisor"),
        new Row(POST, LEDGER + "/alerts/12/unseen", "legal approver supervisor"),
        new Row(POST, LEDGER + "/reports", "supervisor"),
        new Row(POST, LEDGER + "/reports/2026-h1/amend", "supervisor"),
        new Row(POST, LEDGER + "/reports/2026-h1/submit", "supervisor"),
        new Row(GET, LEDGER + "/reports", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/reports/2026-h1", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/reports/2026-h1/report.pdf", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/reports/2026-h1/report.xlsx", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/reports/2026-h1/report.csv", "legal approver supervisor auditor"),
        new Row(GET, LEDGER + "/reports/2026-h1/report.json", "legal approver supervisor auditor"),
        new Row(
            GET, LEDGER + "/reports/2026-h1/public.pdf", "legal approver supervisor auditor admin"),
        new Row(
            GET,
            LEDGER + "/reports/2026-h1/public.xlsx",
            "legal approver supervisor auditor admin"),
        new Row(
            GET, LEDGER + "/reports/2026-h1/public.csv", "legal approver supervisor auditor admin"),
        new Row(
            GET,
            LEDGER + "/reports/2026-h1/public.json",
            "legal approver supervisor auditor admin"),
        new Row(GET, "/ledgers/demo/checkpoint", "legal approver supervisor auditor admin"),
        new Row(GET, "/ledgers/demo/tile/0/000", "legal approver supervisor auditor admin"),
        new Row(
            GET, "/ledgers/demo/tile/1/x001/000.p/3", "legal approver supervisor auditor admin"),
        new Row(GET, "/ledgers/demo/tile/entries/000", "legal approver auditor"),
        new Row(GET, "/ledgers/demo/tile/entries/x001/000.p/3", "legal approver auditor"),
        new Row(GET, "/ledgers/demo/tile/%65ntries/000", "legal approver auditor"),
        new Row(GET, "/ledgers/demo/disclosures/x001/000.jsonl", "supervisor auditor"),
        new Row(GET, "/ledgers/demo/receipts/3", "legal approver auditor"),
        new Row(GET, "/api/v1/comparison", "supervisor"),
        new Row(GET, "/api/v1/comparison.csv", "supervisor"),
        new Row(GET, "/api/v1/me", "legal approver supervisor auditor admin"),
        new Row(GET, "/v3/api-docs", "legal approver supervisor auditor admin"),
        new Row(GET, "/actuator/env", "admin"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void onlyTheRolesOfTheTableGetThrough(Row row) throws Exception {
    Set<String> allowed = Set.of(row.allowed().split(" "));
    for (String user : USERS) {
      MockHttpServletResponse response =
          mvc.perform(as(user, row.method(), row.path())).andReturn().getResponse();
      assertThat(response.getStatus() != 403).as(user).isEqualTo(allowed.contains(user));
      if (!allowed.contains(user)) {
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("/problems/forbidden");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nobodyGetsThroughWithoutSigningIn(Row row) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(request(row.method(), URI.create(row.path()))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(401);
    assertThat(response.getHeader("WWW-Authenticate")).startsWith("Basic realm=");
    assertThat(response.getContentAsString()).contains("/problems/not-signed-in");
    assertThat(response.getCookies()).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedLikeAnUnknownName() throws Exception {
    for (String user : List.of("legal:wrong", "nobody:wrong", "legal:")) {
      String header =
          "Basic "
              + java.util.Base64.getEncoder()
                  .encodeToString(user.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      MockHttpServletResponse response =
          mvc.perform(
                  request(GET, URI.create(LEDGER + "/requests")).header("Authorization", header))
              .andReturn()
              .getResponse();
      assertThat(response.getStatus()).isEqualTo(401);
      assertThat(response.getContentAsString()).contains("/problems/not-signed-in");
    }
  }

  @Test
  void healthAloneIsOpen() throws Exception {
    assertThat(
            mvc.perform(request(GET, URI.create("/actuator/health")))
                .andReturn()
                .getResponse()
                .getStatus())
        .isNotIn(401, 403);
  }

  @Test
  void everyMappedOperationStandsInTheTable() {
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          for (String pattern : mapping.getPatternValues()) {
            if (pattern.equals("/error")) {
              continue;
            }
            assertThat(mapping.getMethodsCondition().getMethods())
                .as(pattern)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(stands(method, pattern)).as(pattern).isTrue());
          }
        });
  }

  private static boolean stands(RequestMethod method, String pattern) {
    return AccessOperations.row(HttpMethod.valueOf(method.name()), pattern) >= 0;
  }

  @Test
  void aDeeperPathThanTheTablesDoesNotStand() {
    assertThat(stands(RequestMethod.POST, LEDGER + "/requests/{id}/close")).isTrue();
    assertThat(stands(RequestMethod.POST, LEDGER + "/requests/{id}/close/again")).isFalse();
    assertThat(stands(RequestMethod.DELETE, LEDGER + "/requests/{id}/close")).isFalse();
  }
}
