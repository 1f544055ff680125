package org.disclosureledger.service.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.database.LedgerReader;
import org.disclosureledger.service.database.LedgerReaders;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.intake.HttpTest;
import org.disclosureledger.service.intake.HttpTestApplication;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.TransactionTimedOutException;

/** Figures and reports that take too long may be asked for again later, and nothing is recorded. */
class SlowQuestionsHttpTest extends HttpTest {
  private static final String LEDGER = "/api/v1/ledgers/demo";
  private static final String REPORT = LEDGER + "/reports/2026-h1";

  @Autowired EntryStore store;
  @Autowired FigureSource figures;
  @Autowired TurnaroundQuery turnaround;

  @AfterEach
  void forgetAll() {
    reset(store, figures, turnaround);
  }

  private static List<RuntimeException> cuts() {
    return List.of(
        new QueryTimeoutException("SELECT secret"), new TransactionTimedOutException("late"));
  }

  private static MockHttpServletRequestBuilder post(String path, String example) {
    return as("supervisor", POST, path).contentType("application/json").content(example(example));
  }

  private void tooSlow(MockHttpServletRequestBuilder request) throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    assertThat(response.getStatus()).as(text).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(text).contains("query-too-slow", "nothing was recorded").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/turnaround", "/turnaround/public"})
  void turnaround(String path) throws Exception {
    for (RuntimeException cut : cuts()) {
      doThrow(cut).when(turnaround).figures(any(), any(), any());
      doThrow(cut).when(turnaround).whenOver(any(), any(), any());
      doThrow(cut).when(turnaround).headWhenOver(any(), any());
      tooSlow(as("supervisor", GET, LEDGER + path));
    }
  }

  @Test
  void aReportThatIsFrozen() throws Exception {
    for (RuntimeException cut : cuts()) {
      doThrow(cut).when(figures).stated(any(), any(), any());
      tooSlow(post(LEDGER + "/reports", "freezeReport.request.json"));
    }
  }

  /** Reading the report is a part of the question: it has what is left of the question's time. */
  @Test
  void aReportThatIsReadByItselfOrBeforeItIsAmendedOrPrinted() throws Exception {
    LedgerReader spent = LedgerReaders.spent();
    when(store.stream("demo", new StreamId("report/2026-h1")))
        .thenAnswer(_ -> spent.in(HttpTestApplication.DEMO.id(), _ -> List.of()));
    tooSlow(post(REPORT + "/amend", "amendReport.request.json"));
    for (String document : List.of("", "/report.pdf", "/report.json", "/public.json")) {
      tooSlow(as("supervisor", GET, REPORT + document));
    }
  }
}
