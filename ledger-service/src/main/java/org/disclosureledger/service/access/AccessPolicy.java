package org.disclosureledger.service.access;

import static org.disclosureledger.format.ActorRole.ADMIN;
import static org.disclosureledger.format.ActorRole.APPROVER;
import static org.disclosureledger.format.ActorRole.AUDITOR;
import static org.disclosureledger.format.ActorRole.LEGAL;
import static org.disclosureledger.format.ActorRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.disclosureledger.format.ActorRole;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Roles × operations (DOMAIN §6) in one table, read from the top: the first row that matches
 * decides. Four eyes is not here: that the second person differs is a rule of the domain.
 */
final class AccessPolicy {

  /** A path pattern of Spring MVC; HEAD goes with GET. */
  record Row(HttpMethod method, String path, Set<ActorRole> roles) {}

  private static final Set<ActorRole> OFFICERS = Set.of(LEGAL, APPROVER);
  private static final Set<ActorRole> REGISTER_READERS = Set.of(LEGAL, APPROVER, SUPERVISOR);
  private static final Set<ActorRole> ENTRY_READERS = Set.of(LEGAL, APPROVER, AUDITOR);
  private static final Set<ActorRole> AGENCY_ENTRY_READERS =
      Set.of(LEGAL, APPROVER, AUDITOR, ADMIN);
  private static final Set<ActorRole> INSPECTORS = Set.of(SUPERVISOR, AUDITOR);

  /** Of these supervisors and auditors open what is starred of a request by a grant alone. */
  private static final Set<ActorRole> READERS = Set.of(LEGAL, APPROVER, SUPERVISOR, AUDITOR);

  private static final Set<ActorRole> ANY = Set.of(LEGAL, APPROVER, SUPERVISOR, AUDITOR, ADMIN);

  private static final String LEDGER = "/api/v1/ledgers/{ledger}";

  static final List<Row> ROWS =
      List.of(
          new Row(POST, LEDGER + "/requests", OFFICERS),
          new Row(POST, LEDGER + "/requests/{id}/issue-reminder", Set.of(SUPERVISOR)),
          new Row(POST, LEDGER + "/requests/{id}/erase-personal-data", Set.of(APPROVER)),
          new Row(POST, LEDGER + "/requests/{id}/grants", Set.of(APPROVER)),
          new Row(POST, LEDGER + "/requests/{id}/grants/{grant}/revoke", Set.of(APPROVER)),
          new Row(GET, LEDGER + "/requests/{id}/grants", READERS),
          new Row(GET, LEDGER + "/grants", INSPECTORS),
          new Row(POST, LEDGER + "/requests/{id}/{command}", OFFICERS),
          new Row(GET, LEDGER + "/requests", REGISTER_READERS),
          new Row(GET, LEDGER + "/requests/{id}", READERS),
          new Row(GET, LEDGER + "/requests/{id}/documents", READERS),
          new Row(GET, LEDGER + "/requests/{id}/documents/{documentId}", READERS),
          new Row(GET, LEDGER + "/requests/{id}/events", READERS),
          new Row(GET, LEDGER + "/requests/{id}/repeats", OFFICERS),
          new Row(POST, LEDGER + "/policy", Set.of(ADMIN)),
          new Row(POST, LEDGER + "/policy/preview", Set.of(ADMIN)),
          new Row(GET, LEDGER + "/policy", ANY),
          new Row(POST, LEDGER + "/calendar", Set.of(ADMIN)),
          new Row(POST, LEDGER + "/calendar/preview", Set.of(ADMIN)),
          new Row(GET, LEDGER + "/calendar", ANY),
          new Row(GET, LEDGER + "/recounts", Set.of(ADMIN)),
          new Row(POST, LEDGER + "/retention", Set.of(ADMIN)),
          new Row(GET, LEDGER + "/retention", ANY),
          new Row(GET, LEDGER + "/register.csv", REGISTER_READERS),
          new Row(GET, LEDGER + "/turnaround", REGISTER_READERS),
          new Row(GET, LEDGER + "/statistics", REGISTER_READERS),
          new Row(GET, LEDGER + "/statistics.csv", REGISTER_READERS),
          new Row(GET, LEDGER + "/turnaround/public", ANY),
          new Row(POST, LEDGER + "/agencies", Set.of(ADMIN)),
          new Row(POST, LEDGER + "/agencies/{agency}/{command}", Set.of(ADMIN)),
          new Row(GET, LEDGER + "/agencies", ANY),
          new Row(GET, LEDGER + "/agencies.csv", ANY),
          new Row(GET, LEDGER + "/agencies/{agency}", ANY),
          new Row(GET, LEDGER + "/agencies/{agency}/events", AGENCY_ENTRY_READERS),
          new Row(POST, LEDGER + "/inspections", INSPECTORS),
          new Row(POST, LEDGER + "/inspections/{id}/{command}", INSPECTORS),
          new Row(GET, LEDGER + "/inspections", READERS),
          new Row(GET, LEDGER + "/inspections/{id}", READERS),
          new Row(POST, LEDGER + "/drills", Set.of(SUPERVISOR)),
          new Row(POST, LEDGER + "/drills/{id}/{command}", Set.of(SUPERVISOR)),
          new Row(GET, LEDGER + "/drills", READERS),
          new Row(GET, LEDGER + "/drills/{id}", READERS),
          new Row(POST, LEDGER + "/notices", OFFICERS),
          new Row(POST, LEDGER + "/notices/{id}/{command}", OFFICERS),
          new Row(GET, LEDGER + "/notices", READERS),
          new Row(GET, LEDGER + "/notices/{id}", READERS),
          new Row(POST, LEDGER + "/reconciliations", OFFICERS),
          new Row(GET, LEDGER + "/reconciliations", REGISTER_READERS),
          new Row(GET, LEDGER + "/reconciliations/{id}", REGISTER_READERS),
          new Row(GET, LEDGER + "/reconciliations/{id}/differences.csv", OFFICERS),
          new Row(GET, LEDGER + "/alerts", REGISTER_READERS),
          new Row(POST, LEDGER + "/alerts/{id}/seen", REGISTER_READERS),
          new Row(POST, LEDGER + "/alerts/{id}/unseen", REGISTER_READERS),
          new Row(POST, LEDGER + "/reports", Set.of(SUPERVISOR)),
          new Row(POST, LEDGER + "/reports/{report}/{command}", Set.of(SUPERVISOR)),
          new Row(GET, LEDGER + "/reports", READERS),
          new Row(GET, LEDGER + "/reports/{report}", READERS),
          new Row(GET, LEDGER + "/reports/{report}/report.{format}", READERS),
          new Row(GET, LEDGER + "/reports/{report}/public.{format}", ANY),
          new Row(GET, "/ledgers/{ledger}/tile/entries/**", ENTRY_READERS),
          new Row(GET, "/ledgers/{ledger}/disclosures/**", INSPECTORS),
          new Row(GET, "/ledgers/{ledger}/receipts/{index}", ENTRY_READERS),
          new Row(GET, "/ledgers/{ledger}/checkpoint", ANY),
          new Row(GET, "/ledgers/{ledger}/tile/**", ANY),
          new Row(GET, "/api/v1/comparison", Set.of(SUPERVISOR)),
          new Row(GET, "/api/v1/comparison.csv", Set.of(SUPERVISOR)),
          new Row(GET, "/api/v1/me", ANY),
          new Row(GET, "/v3/api-docs/**", ANY),
          new Row(GET, "/v3/api-docs.yaml", ANY),
          new Row(GET, "/actuator/**", Set.of(ADMIN)));

  /** The landing page: it shows only what its reader may ask for. */
  private static final String[] PAGE = {"/", "/index.html", "/page.css", "/page.js"};

  /** Of these strangers learn UP or DOWN alone. */
  static final String[] HEALTH = {
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
  };

  private static final String PROMETHEUS = "/actuator/prometheus";

  private AccessPolicy() {}

  static void decide(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    // An error page repeats a decision already taken.
    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
    requests.requestMatchers(GET, HEALTH).permitAll();
    requests.requestMatchers(new OwnPort(PROMETHEUS)).permitAll();
    requests.requestMatchers(GET, PAGE).permitAll();
    requests.requestMatchers(HEAD, PAGE).permitAll();
    for (Row row : ROWS) {
      String[] roles = row.roles().stream().map(ActorRole::name).toArray(String[]::new);
      requests.requestMatchers(row.method(), row.path()).hasAnyRole(roles);
      if (row.method().equals(GET)) {
        requests.requestMatchers(HEAD, row.path()).hasAnyRole(roles);
      }
    }
    // Nothing is mapped beyond the table (a test holds that): left are 404 and 405.
    requests.anyRequest().authenticated();
  }
}
