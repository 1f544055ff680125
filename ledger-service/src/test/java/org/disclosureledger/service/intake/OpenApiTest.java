package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest extends HttpTest {

  @Test
  void everyOperationIsDescribedWithAnExample() throws Exception {
    byte[] body =
        mvc.perform(as("legal", GET, "/v3/api-docs"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    JsonNode api = JsonMapper.builder().build().readTree(body);

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
          boolean list = name.endsWith("/reconciliations");
          JsonNode sent =
              content.at((list ? "/text~1csv" : "/application~1json") + "/examples/example/value");
          assertThat(list ? sent.isString() : sent.isObject()).as(name).isTrue();
          assertThat(operation.path("parameters").toString())
              .contains("Idempotency-Key")
              .contains("If-Match");
        }
        assertThat(operation.path("responses").findValues("example")).as(name).hasSize(2);
      }
    }
    assertThat(operations).hasSize(60);
    assertThat(api.at("/components/schemas/Submission").isMissingNode()).isTrue();
    assertThat(api.at("/components/schemas/SignedInUser").isMissingNode()).isTrue();
    assertThat(api.at("/components/securitySchemes/basic/scheme").asString()).isEqualTo("basic");
  }
}
