package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.content.RequestRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each kind of bad input has its own problem type, reaches no command, and is never quoted back.
 */
class BadInputTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String SECRET = BadInputRows.SECRET;
  private static final String APPROVE = BadInputRows.APPROVE;

  @ParameterizedTest
  @MethodSource({
    "org.disclosureledger.service.intake.BadInputRows#rows",
    "org.disclosureledger.service.intake.BadBodyRows#rows"
  })
  void isRefusedWithItsOwnProblemType(BadInputRows.Row row) throws Exception {
    String user =
        row.path().contains("/events")
            ? "auditor"
            : row.path().endsWith("/issue-reminder") ? "supervisor" : "legal";
    var builder = as(user, row.method(), row.path());
    if (!row.body().isEmpty() || row.method().equals(POST)) {
      builder.contentType("application/json").content(row.body());
    }
    row.headers()
        .forEach((name, value) -> {
          if (name.equals("Content-Type")) {
            builder.contentType(value);
          } else {
            builder.header(name, value);
          }
        });

    MockHttpServletResponse response = mvc.perform(builder).andReturn().getResponse();

    String answer = response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(answer).isEqualTo(row.status());
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    JsonNode problem = JSON.readTree(answer);
    assertThat(problem.path("type").asString())
        .isEqualTo("https://disclosureledger.example/problems/" + row.type());
    assertThat(problem.path("status").asInt()).isEqualTo(row.status());
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("titleEn").asString()).isNotBlank();
    assertThat(problem.path("pointer").asString("")).isEqualTo(row.pointer());
    assertThat(answer).doesNotContain(SECRET);
    assertThat(dispatcher.commands).isEmpty();
  }

  @Test
  void aDocumentOfNoContentTypeIsRefused() throws Exception {
    String path = "/api/v1/ledgers/demo/requests/" + new UUID(1, 1) + "/documents?purpose=ORDER";
    MockHttpServletResponse response =
        mvc.perform(as("legal", POST, path).content(SECRET.getBytes(StandardCharsets.US_ASCII)))
            .andReturn()
            .getResponse();
    assertThat(response.getStatus()).isEqualTo(415);
    assertThat(response.getContentAsString())
        .contains("/problems/unsupported-media-type")
        .contains("send application/octet-stream");
  }

  @Test
  void aRefusalOfTheDomainKeepsItsRuleAndStatus() throws Exception {
    for (RequestRule rule : RequestRule.values()) {
      dispatcher.failure = new CommandRefused(rule, "why");
      MockHttpServletResponse response =
          mvc.perform(post(APPROVE, example("approveAct.request.json"))).andReturn().getResponse();
      JsonNode problem = JSON.readTree(response.getContentAsByteArray());
      assertThat(response.getStatus()).isEqualTo(rule.status());
      assertThat(problem.path("type").asString()).endsWith("/problems/" + rule.code());
      assertThat(problem.path("detail").asString()).isEqualTo("why");
      assertThat(problem.path("rule").asString()).isEqualTo(rule.code());
    }
  }

  @Test
  void aFailureOfOursTellsNothingOfTheInside() throws Exception {
    dispatcher.failure = new IllegalStateException("password " + SECRET + " in table x");
    MockHttpServletResponse response =
        mvc.perform(post(APPROVE, example("approveAct.request.json"))).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString())
        .contains("/problems/internal")
        .doesNotContain("table")
        .doesNotContain("IllegalState");
  }
}
