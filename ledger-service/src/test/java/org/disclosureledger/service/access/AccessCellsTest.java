package org.disclosureledger.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.disclosureledger.service.access.AccessTest.Row;
import org.disclosureledger.service.intake.HttpTest;
import org.disclosureledger.service.intake.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every cell of {@code docs/access.md}: role × operation × own or another enterprise's ledger. The
 * roles are those of {@link AccessTest}'s table, written apart from {@link AccessPolicy}.
 */
class AccessCellsTest extends HttpTest {
  private static final List<String> USERS =
      List.of("legal", "approver", "supervisor", "auditor", "admin");
  private static final String OFFICERS = "legal approver";
  private static final String REQUEST =
      "/api/v1/ledgers/demo/requests/01990a3c-5b7e-7d21-9c44-0a1b2c3d4e5f/";
  private static final String AGENCY = "/api/v1/ledgers/demo/agencies/CA-01/";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @MockitoBean LedgerAccess access;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** {@link AccessTest}'s rows, and of each other command one. */
  static Stream<Row> rows() {
    Stream<Row> requests =
        Stream.of(
                "ask-clarification",
                "receive-clarification",
                "confirm-in-writing",
                "record-receipt",
                "reopen",
                "link",
                "record-error",
                "report-obstacle",
                "prepare-acceptance",
                "prepare-delivery",
                "prepare-emergency",
                "prepare-extension",
                "prepare-measure",
                "prepare-no-data",
                "prepare-refusal",
                "return-delivery")
            .map(command -> new Row(POST, REQUEST + command, OFFICERS));
    Stream<Row> agencies =
        Stream.of("succeed", "retire-contact", "retire-officer")
            .map(command -> new Row(POST, AGENCY + command, "admin"));
    return Stream.of(AccessTest.rows(), requests, agencies).flatMap(rows -> rows);
  }

  @Test
  void everyMappedOperationIsTried() {
    List<Row> rows = rows().toList();
    for (AccessOperations.Mapped mapped : AccessOperations.of(mappings)) {
      if (mapped.en().isEmpty()) {
        continue; // the API's description and the actuator, whose rows have a path for all
      }
      var pattern = PathPatternParser.defaultInstance.parse(mapped.path());
      var deeper = PathPatternParser.defaultInstance.parse(mapped.path() + "/**");
      assertThat(rows)
          .as("%s %s", mapped.method(), mapped.path())
          .anyMatch(row -> {
            PathContainer path = PathContainer.parsePath(URI.create(row.path()).getPath());
            boolean tile = mapped.path().endsWith("/{path}");
            return row.method().equals(mapped.method())
                && (pattern.matches(path) || (tile && deeper.matches(path)));
          });
    }
  }

  @Test
  void everyRowOfTheTableDecidesSomethingThatIsTried() {
    Set<Integer> decided =
        Set.copyOf(
            rows()
                .filter(row -> !row.method().equals(HEAD))
                .map(row -> AccessOperations.row(row.method(), URI.create(row.path()).getPath()))
                .distinct()
                .toList());
    for (int i = 0; i < AccessPolicy.ROWS.size(); i++) {
      if (!AccessPolicy.ROWS.get(i).path().equals("/v3/api-docs.yaml")) {
        assertThat(decided).as(AccessPolicy.ROWS.get(i).toString()).contains(i);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aCellIsAllowedOrForbiddenOnOnesOwnLedger(Row row) throws Exception {
    when(access.mayRead(any(), any())).thenReturn(true);
    for (String user : USERS) {
      MvcResult own = result(user, row, row.path());
      if (allowed(row, user)) {
        getsThrough(user, row, own);
      } else {
        assertThat(own.getResponse().getStatus()).as(user).isEqualTo(403);
        assertThat(own.getHandler()).as("%s, before any operation", user).isNull();
      }
      assertThat(own.getResponse().getContentAsString())
          .as(user)
          .doesNotContain("ledger-not-found");
    }
  }

  /** To the operation itself, with a body that it takes, and not turned away there either. */
  private static void getsThrough(String user, Row row, MvcResult result) throws Exception {
    String said = user + ": " + result.getResponse().getContentAsString();
    int status = result.getResponse().getStatus();
    if (row.path().startsWith("/ledgers/") || row.path().startsWith("/actuator/")) {
      // Mapped by the whole service; here they are let through to nothing.
      assertThat(status).as(said).isEqualTo(404);
      assertThat(said).contains("/problems/not-found");
      return;
    }
    assertThat(status).as(said).isNotIn(401, 403, 405, 406, 408, 413, 415).isLessThan(500);
    assertThat(result.getHandler()).as(said).isInstanceOf(HandlerMethod.class);
    boolean needsMore =
        row.path().contains("/documents")
            || row.path().endsWith("/reconciliations")
            // It is looked for first, and there is none.
            || row.path().endsWith("/amend");
    if (row.method().equals(POST) && !needsMore) {
      assertThat(status).as(said).isIn(200, 201);
    }
    if (status == 404) {
      // Behind the doubles there is nothing: that is the operation's own word, never the router's.
      assertThat(said)
          .containsAnyOf(
              "-not-found",
              "no retention rules are adopted",
              "no policy is adopted",
              "no calendar is imported");
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aCellOfAnotherEnterpriseIsForbiddenOrAsIfThereWereNone(Row row) throws Exception {
    when(access.mayRead(any(), any())).thenReturn(false);
    for (String user : USERS) {
      MockHttpServletResponse other = answer(user, row, row.path());
      MockHttpServletResponse none = answer(user, row, row.path().replace("/demo", "/none"));
      if (!row.path().contains("/demo")) {
        assertThat(other.getStatus() != 403).as(user).isEqualTo(allowed(row, user));
        continue;
      }
      assertThat(other.getStatus()).as(user).isEqualTo(allowed(row, user) ? 404 : 403);
      assertThat(other.getContentAsString().replace("demo", "none"))
          .as(user)
          .isEqualTo(none.getContentAsString());
      assertThat(headers(other)).as(user).isEqualTo(headers(none));
      assertThat(other.getStatus()).isEqualTo(none.getStatus());
    }
  }

  private MockHttpServletResponse answer(String user, Row row, String path) throws Exception {
    return result(user, row, path).getResponse();
  }

  private MvcResult result(String user, Row row, String path) throws Exception {
    MockHttpServletRequestBuilder request = as(user, row.method(), path);
    if (row.method().equals(POST)) {
      String type = contentType(row);
      String body = example(operation(row, type) + ".request.json");
      request
          .contentType(type)
          .header("Content-Disposition", "attachment; filename=\"a.txt\"")
          // Of what is no JSON the example is a text.
          .content(type.equals("application/json") ? body : JSON.readValue(body, String.class));
    }
    return mvc.perform(request).andReturn();
  }

  private static String contentType(Row row) {
    if (row.path().endsWith("/reconciliations")) {
      return "text/csv";
    }
    if (row.path().contains("/calendar")) {
      return "text/calendar";
    }
    return row.path().contains("/documents") ? "application/octet-stream" : "application/json";
  }

  /** The id of the operation that a row's path leads to. */
  private String operation(Row row, String type) throws Exception {
    MockHttpServletRequest request =
        new MockHttpServletRequest("POST", URI.create(row.path()).getPath());
    request.setContentType(type);
    ServletRequestPathUtils.parseAndCache(request);
    HandlerExecutionChain chain = Objects.requireNonNull(mappings.getHandler(request), row.path());
    HandlerMethod handler = (HandlerMethod) chain.getHandler();
    Operation operation = Objects.requireNonNull(handler.getMethodAnnotation(Operation.class));
    Subject subject = handler.getBeanType().getAnnotation(Subject.class);
    return subject == null
        ? operation.operationId()
        : operation.operationId().replace("{Subject}", subject.id());
  }

  private static Map<String, List<String>> headers(MockHttpServletResponse response) {
    Map<String, List<String>> headers = new HashMap<>();
    response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
    // Each call has its own, and nothing else is in it.
    headers.remove("Request-Id");
    return headers;
  }

  private static boolean allowed(Row row, String user) {
    return Set.of(row.allowed().split(" ")).contains(user);
  }
}
