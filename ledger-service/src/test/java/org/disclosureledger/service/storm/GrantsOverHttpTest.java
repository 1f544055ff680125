package org.disclosureledger.service.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.disclosureledger.service.storm.GrantedService.AUDIT;
import static org.disclosureledger.service.storm.GrantedService.DOCUMENT;
import static org.disclosureledger.service.storm.GrantedService.NUMBER;
import static org.disclosureledger.service.storm.GrantedService.body;
import static org.disclosureledger.service.storm.GrantedService.path;
import static org.disclosureledger.service.storm.GrantedService.refused;
import static org.disclosureledger.service.storm.GrantedService.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Supervisors and auditors let in by a grant, through the whole service. */
class GrantsOverHttpTest {
  @TempDir static Path folder;
  private static GrantedService service;

  @BeforeAll
  static void start() {
    service = new GrantedService(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void anAuditorOpensWhatTheGrantSaysAndEachLookRestsOnIt() throws IOException {
    UUID request = service.record();
    Reply before = service.as("auditor").get(path(request), Map.of());
    assertThat(before.text()).contains("withheld").doesNotContain(NUMBER);
    for (String part : List.of("", "/events", "/documents")) {
      refused(service.as("auditor").get(path(request) + part, AUDIT));
    }
    assertThat(service.as("auditor").get(path(request) + "/documents", Map.of()).problem())
        .isEqualTo("purpose-required");

    UUID grant = service.grant(request, "auditor", "", "AUDIT");
    Reply detail = service.as("auditor").get(path(request), AUDIT);
    assertThat(detail.text()).contains(NUMBER);
    assertThat(detail.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(service.as("auditor").get(path(request) + "/events", AUDIT).text()).contains(NUMBER);
    JsonNode documents = service.as("auditor").get(path(request) + "/documents", AUDIT).json();
    String document = documents.get(0).path("document").asString();
    assertThat(service.as("auditor").get(path(request) + "/documents/" + document, AUDIT).text())
        .isEqualTo(DOCUMENT);
    assertThat(service.as("auditor").get(path(request) + "/repeats", AUDIT).status())
        .isEqualTo(403);
    assertThat(service.access(request))
        .containsExactly(
            view("auditor", "AUDIT", "DETAIL", grant),
            view("auditor", "AUDIT", "EVENTS", grant),
            view("auditor", "AUDIT", "DOCUMENT", grant),
            view("auditor", "AUDIT", "DOCUMENT", grant)
                .replace(",\"grant\"", ",\"document\":\"" + document + "\",\"grant\""));

    // Without a purpose they see what they saw before.
    assertThat(service.as("auditor").get(path(request), Map.of()).text()).isEqualTo(before.text());
    assertThat(service.as("auditor").get(path(request) + "/events", Map.of()).text())
        .doesNotContain(NUMBER);

    service.revoke(request, grant);
    refused(service.as("auditor").get(path(request), AUDIT));
    assertThat(service.access(request)).hasSize(4);
  }

  @Test
  void aGrantIsForOneRolePersonRequestPurposeAndLedger() throws IOException {
    UUID request = service.record();
    UUID grant = service.grant(request, "auditor", "", "INSPECTION");
    Map<String, String> inspection = Map.of("Purpose", "INSPECTION");
    refused(service.as("supervisor").get(path(request), inspection));
    refused(service.as("auditor").get(path(request), AUDIT));
    refused(service.as("auditor").get(path(service.record()), inspection));
    assertThat(service.as("auditor").get(path(request), inspection).text()).contains(NUMBER);

    String bundle = "/disclosures/000.jsonl?grant=" + grant;
    refused(service.as("supervisor").get("/ledgers/demo" + bundle, inspection));
    refused(service.as("auditor").get("/ledgers/demo" + bundle, AUDIT));
    refused(service.as("auditor").get("/ledgers/other" + bundle, inspection));
    assertThat(service.as("auditor").get("/ledgers/none" + bundle, inspection).status())
        .isEqualTo(404);
    String elsewhere = path(request).replace("/demo/", "/other/");
    refused(service.as("auditor").get(elsewhere, inspection));
    assertThat(service.as("auditor").get(elsewhere, Map.of()).status()).isEqualTo(404);

    UUID stranger = UUID.randomUUID();
    UUID second = service.record();
    service.grant(second, "supervisor", "\"actor\":\"" + stranger + "\",", "SUPERVISION");
    Map<String, String> supervision = Map.of("Purpose", "SUPERVISION");
    refused(service.as("supervisor").get(path(second), supervision));
    String own =
        service
            .as("supervisor")
            .get("/api/v1/ledgers/demo/grants", Map.of())
            .json()
            .path("actor")
            .asString();
    UUID mine = service.grant(second, "supervisor", "\"actor\":\"" + own + "\",", "SUPERVISION");
    assertThat(service.as("supervisor").get(path(second), supervision).text()).contains(NUMBER);
    assertThat(service.as("supervisor").get(path(second) + "/events", supervision).text())
        .contains(NUMBER);
    assertThat(service.as("supervisor").get(path(second) + "/events", Map.of()).problem())
        .isEqualTo("purpose-required");
    assertThat(service.access(second))
        .containsExactly(
            view("supervisor", "SUPERVISION", "DETAIL", mine),
            view("supervisor", "SUPERVISION", "EVENTS", mine));
  }

  @Test
  void officersSeeAllGrantsOthersTheirOwnAndFindThemAcrossTheLedger() throws IOException {
    UUID request = service.record();
    UUID audit = service.grant(request, "auditor", "", "AUDIT");
    UUID other =
        service.grant(request, "auditor", "\"actor\":\"" + UUID.randomUUID() + "\",", "INSPECTION");
    UUID supervision = service.grant(request, "supervisor", "", "SUPERVISION");
    assertThat(service.grants("legal", request)).containsExactly(audit, other, supervision);
    assertThat(service.grants("auditor", request)).containsExactly(audit);
    assertThat(service.grants("supervisor", request)).containsExactly(supervision);
    assertThat(service.as("admin").get(path(request) + "/grants", Map.of()).status())
        .isEqualTo(403);
    assertThat(service.as("auditor").get(path(UUID.randomUUID()) + "/grants", Map.of()).problem())
        .isEqualTo("request-not-found");

    service.awaitMine("auditor", audit, true);
    assertThat(service.mine("auditor")).contains(audit).doesNotContain(other, supervision);
    assertThat(service.mine("supervisor")).doesNotContain(audit);
    service.revoke(request, audit);
    JsonNode listed = service.as("legal").get(path(request) + "/grants", Map.of()).json().get(0);
    assertThat(listed.path("stands").asBoolean()).isFalse();
    assertThat(listed.path("revokedAt").asString()).isNotEmpty();
    service.awaitMine("auditor", audit, false);
    assertThat(
            service.as("auditor").get("/api/v1/ledgers/demo/grants?cursor=x", Map.of()).problem())
        .isEqualTo("invalid-cursor");
  }

  @Test
  void aGrantIsAnApproversAndIsGivenOnceHoweverOftenItIsSent() throws IOException {
    UUID request = service.record();
    String grants = path(request) + "/grants";
    String body = body("auditor", "", "AUDIT");
    for (String user : List.of("legal", "supervisor", "auditor", "admin")) {
      assertThat(service.as(user).post(grants, body).status()).as(user).isEqualTo(403);
    }
    Map<String, String> once = Map.of("Idempotency-Key", "cap-" + request);
    Reply first = service.as("approver").post(grants, body, once);
    Reply again = service.as("approver").post(grants, body, once);
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(service.grants("legal", request)).hasSize(1);

    assertThat(service.as("approver").post(grants, body("legal", "", "AUDIT")).problem())
        .isEqualTo("unknown-code");
    assertThat(service.as("approver").post(grants, body("auditor", "", "SUPERVISION")).problem())
        .isEqualTo("grant-purpose-not-of-role");
    for (String role : List.of("auditor", "supervisor")) {
      // A purpose of administrators, of which no grant is given.
      Reply register = service.as("approver").post(grants, body(role, "", "REGISTER"));
      assertThat(register.problem()).isEqualTo("grant-purpose-not-of-role");
    }
    assertThat(service.as("approver").post(grants, body, Map.of("If-Match", "\"99\"")).problem())
        .isEqualTo("stale-version");
    assertThat(service.as("approver").post(path(UUID.randomUUID()) + "/grants", body).problem())
        .isEqualTo("request-not-found");
    Reply unknown =
        service
            .as("approver")
            .post(grants + "/" + UUID.randomUUID() + "/revoke", "{\"reason\":\"x\"}");
    assertThat(unknown.problem()).isEqualTo("grant-not-found");
  }
}
