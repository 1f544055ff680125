package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest extends HttpTest {

  private JsonNode api() throws Exception {
    byte[] body =
        mvc.perform(as("legal", GET, "/v3/api-docs"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    return JsonMapper.builder().build().readTree(body);
  }

  @Test
  void whatCannotBeLeftOutIsMarkedRequired() throws Exception {
    Map<String, Set<String>> required = new HashMap<>();
    for (JsonNode path : api().path("paths")) {
      for (JsonNode operation : path) {
        for (JsonNode parameter : operation.path("parameters")) {
          if (parameter.path("in").asString().equals("query")
              && parameter.path("required").asBoolean()) {
            required
                .computeIfAbsent(
                    operation.path("operationId").asString(), unused -> new TreeSet<>())
                .add(parameter.path("name").asString());
          }
        }
      }
    }
    Set<String> list = Set.of("agency", "from", "to");
    assertThat(required)
        .isEqualTo(
            Map.of(
                "attachDocument",
                Set.of("purpose"),
                "recordReconciliation",
                list,
                "previewCalendar",
                Set.of("from", "to"),
                "importCalendar",
                Set.of("from", "to")));

    Map<String, String> given =
        Map.of("agency", "CA-VI-DU", "from", "2026-01-01", "to", "2026-01-31");
    for (String left : list) {
      var request =
          as("legal", POST, "/api/v1/ledgers/demo/reconciliations")
              .contentType("text/csv")
              .content("x");
      given.forEach((name, value) -> {
        if (!name.equals(left)) {
          request.queryParam(name, value);
        }
      });
      var answer = mvc.perform(request).andReturn().getResponse();
      assertThat(answer.getStatus()).as(left).isEqualTo(400);
      assertThat(answer.getContentAsString()).contains("invalid-parameter", left);
    }
  }

  @Test
  void everyOperationIsDescribedWithAnExample() throws Exception {
    JsonNode api = api();

    List<String> operations = new ArrayList<>();
    for (var path : api.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        String name = method.getKey() + " " + path.getKey();
        operations.add(name);
        assertThat(operation.path("summary").asString("")).as(name).contains(" · ");
        if (method.getKey().equals("post") && name.endsWith("/documents")) {
          assertThat(operation.at("/requestBody/content/application~1octet-stream").isMissingNode())
              .isFalse();
        } else if (method.getKey().equals("post")) {
          JsonNode content = operation.at("/requestBody/content");
          String type =
              name.endsWith("/reconciliations")
                  ? "text~1csv"
                  : name.contains("/calendar") ? "text~1calendar" : "application~1json";
          JsonNode sent = content.at("/" + type + "/examples/example/value");
          assertThat(type.startsWith("text") ? sent.isString() : sent.isObject()).as(name).isTrue();
          assertThat(operation.path("parameters").toString())
              .contains("Idempotency-Key")
              .contains("If-Match");
        }
        // One of each form of the answer, and one of a refusal.
        int forms = operation.at("/responses/200/content").size();
        assertThat(operation.path("responses").findValues("example"))
            .as(name)
            .hasSize(Math.max(1, forms) + 1);
      }
    }
    assertThat(operations).hasSize(96);
    assertThat(api.at("/components/schemas/Submission").isMissingNode()).isTrue();
    assertThat(api.at("/components/schemas/SignedInUser").isMissingNode()).isTrue();
    assertThat(api.at("/components/securitySchemes/basic/scheme").asString()).isEqualTo("basic");
  }
}
