package org.disclosureledger.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.Figures;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.statistics.StatisticsAnswer;
import org.disclosureledger.service.statistics.StatisticsFilter;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.TransactionTimedOutException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatisticsHttpTest extends HttpTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String PATH = "/api/v1/ledgers/demo/statistics";
  private static final ReportingPeriod NOW = ReportingPeriod.half(2026, 2);

  @Autowired StatisticsQuery statistics;

  @AfterEach
  void forgetAnswers() {
    reset(statistics);
  }

  private void stated() {
    Figures figures =
        Figures.ofMembers(Map.of("received", 5L, "due", 3L, "onTime", 2L, "lagMax", 0L));
    when(statistics.of(any(), any(), any(), any(), any()))
        .thenReturn(
            new StatedFigures(
                NOW,
                HttpTestApplication.NOW,
                412,
                "+f3l",
                List.of(
                    new FigureRow(Slice.ALL, "", figures),
                    new FigureRow(Slice.AGENCY, "=CQ-1", Figures.NONE)),
                List.of()));
  }

  @Test
  void byDefaultAllRowsOfTheCurrentHalfYearAsOfNow() throws Exception {
    stated();
    MockHttpServletResponse response = get("supervisor", PATH);
    assertThat(response.getStatus()).isEqualTo(200);
    verify(statistics)
        .of(
            HttpTestApplication.DEMO,
            NOW,
            HttpTestApplication.NOW,
            EnumSet.allOf(Slice.class),
            StatisticsFilter.NONE);
    JsonNode answer = JSON.readTree(response.getContentAsByteArray());
    assertThat(answer.at("/head/size").asInt()).isEqualTo(412);
    assertThat(answer.at("/head/root").asString()).isEqualTo("+f3l");
    assertThat(answer.at("/asOf").asString()).isEqualTo(HttpTestApplication.NOW.toString());
    assertThat(answer.at("/rows/0/figures/received").asInt()).isEqualTo(5);
    assertThat(answer.at("/rows/0/shares/onTimeShare").asString()).isEqualTo("0.6667");
    assertThat(answer.at("/rows/0/figures/open").isMissingNode()).isTrue();
  }

  @Test
  void whatIsAskedForReachesTheQuery() throws Exception {
    stated();
    get(
        "legal",
        PATH
            + "?half=2025-H1&asOf=2026-01-01T00:00:00Z&slice=MONTH&agency=cq-1&agencyKind=COURT"
            + "&itemKind=FIGURES&province=01&emergency=true&refusalGround=OVERBROAD");
    verify(statistics)
        .of(
            HttpTestApplication.DEMO,
            ReportingPeriod.half(2025, 1),
            Instant.parse("2026-01-01T00:00:00Z"),
            EnumSet.of(Slice.ALL, Slice.MONTH),
            new StatisticsFilter(
                "CQ-1", AgencyKind.COURT, ItemKind.FIGURES, "01", true, RefusalGround.OVERBROAD));
  }

  @Test
  void theFileSaysInEachLineAsOfWhenAndUnderWhichHeadAndHoldsNoFormula() throws Exception {
    stated();
    MockHttpServletResponse response = get("approver", PATH + ".csv?year=2026");
    verify(statistics).of(any(), any(), any(), any(), any());
    assertThat(response.getContentType()).startsWith("text/csv");
    String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith("\uFEFFledger,asOf,headSize,headRoot,from,to,slice,slice_vi,key,received,");
    String begins = "demo," + HttpTestApplication.NOW + ",412,sha256:+f3l,";
    assertThat(lines.get(1)).startsWith(begins).contains(",ALL,Toàn bộ,,5,0,");
    assertThat(lines.get(2)).startsWith(begins).contains(",'=CQ-1,0,");
  }

  @ParameterizedTest
  @ValueSource(strings = {PATH, PATH + ".csv", "/api/v1/comparison", "/api/v1/comparison.csv"})
  void aQueryThatIsCutOffMayBeAskedAgainLater(String path) throws Exception {
    for (RuntimeException cut :
        List.of(
            new QueryTimeoutException("SELECT secret"), new TransactionTimedOutException("late"))) {
      doThrow(cut).when(statistics).of(any(), any(), any(), any(), any());
      MockHttpServletResponse response = get("supervisor", path);
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeader("Retry-After")).isEqualTo("30");
      assertThat(response.getContentType()).startsWith("application/problem+json");
      assertThat(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8))
          .contains("query-too-slow", "Truy vấn mất quá nhiều thời gian", "takes too long")
          .doesNotContain("secret");
    }
  }

  @Test
  void theExampleIsOfItsType() {
    assertThat(
            JSON.readValue(example("getStatistics.response.json"), StatisticsAnswer.class).rows())
        .hasSize(2);
  }

  private MockHttpServletResponse get(String user, String path) throws Exception {
    return mvc.perform(as(user, GET, path)).andReturn().getResponse();
  }
}
