package org.disclosureledger.service.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.disclosure.DisclosureVault;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.FiguresBehind;
import org.disclosureledger.service.figures.FiguresUnderHead;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.intake.HttpTest;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.report.ReportDraft;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.event.ReportAmended;
import org.disclosureledger.service.report.event.ReportEvent;
import org.disclosureledger.service.report.event.ReportFrozen;
import org.disclosureledger.service.report.event.ReportHead;
import org.disclosureledger.service.report.event.ReportSubmitted;
import org.disclosureledger.service.report.event.StatedRow;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.turnaround.Turnaround;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One report's committed texts, its documents, and figures that are behind. */
class ReportHttpTest extends HttpTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPORT = "/api/v1/ledgers/demo/reports/2026-h1";
  private static final StreamId STREAM = new StreamId("report/2026-h1");
  private static final ReportingPeriod HALF = ReportingPeriod.half(2026, 1);
  private static final Instant AS_OF = Instant.parse("2026-07-08T03:00:00.100Z");
  private static final ReportHead HEAD = new ReportHead(42, "A".repeat(43) + "=");
  private static final String REASON = "Ghi sổ chậm (ví dụ)";
  private static final String NUMBER = "12/BC-VD";
  private static final String RECEIPT = "Đã nhận (ví dụ)";

  @Autowired EntryStore store;
  @Autowired DisclosureVault vault;
  @Autowired LedgerSealing sealing;
  @Autowired FigureSource figures;
  @Autowired FiguresUnderHead underHead;
  @Autowired TurnaroundQuery turnaround;
  private final List<StoredEvent> stream = new ArrayList<>();
  private static int heads = 100;
  private Turnaround.Head head = new Turnaround.Head(0, null);

  @BeforeEach
  void aReportThatWasAmendedAndSubmitted() throws Exception {
    List<StatedRow> rows =
        ReportDraft.figures(HALF, AS_OF).rows().stream().map(StatedRow::of).toList();
    add(
        new ReportFrozen(
            ReportKind.HALF_YEAR,
            HALF.from(),
            HALF.to(),
            AS_OF,
            HEAD,
            null,
            Committed.of(null),
            null,
            rows,
            0),
        "{\"difference\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"]}}",
        Map.of("/difference", "null"));
    add(
        new ReportAmended(AS_OF.plusSeconds(1), HEAD, Committed.of(REASON), rows, 0),
        "{\"reason\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE\"]}}",
        Map.of("/reason", "\"" + REASON + "\""));
    add(
        new ReportSubmitted(
            stream.getLast().header().id(),
            "TOA-VI-DU",
            Committed.of(NUMBER),
            Committed.of(RECEIPT)),
        "{\"number\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAI\"]},\"receipt\":{\"_sd\":[\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAM\"]}}",
        Map.of("/number", "\"" + NUMBER + "\"", "/receipt", "\"" + RECEIPT + "\""));
    when(store.stream("demo", STREAM)).thenReturn(stream);
    when(store.latest(eq("demo"), any(), anyInt())).thenReturn(List.of());
    when(store.latest("demo", STREAM, 1)).thenReturn(List.of(stream.getLast()));
    when(figures.stated(any(), any(), any()))
        .thenAnswer(call -> ReportDraft.figures(call.getArgument(1), call.getArgument(2)));
    // What is published under a head is counted once: each test has one of its own.
    head = new Turnaround.Head(++heads, "A".repeat(43) + "=");
    when(turnaround.headWhenOver(any(), any())).thenReturn(Optional.of(head));
    when(underHead.stated(any(), any(), any(), anyLong()))
        .thenAnswer(call -> ReportDraft.figures(call.getArgument(1), call.getArgument(2)));
  }

  @AfterEach
  void forgetAll() {
    reset(store, vault, sealing, figures, underHead, turnaround);
  }

  private void add(ReportEvent event, String data, Map<String, String> disclosures) {
    long place = stream.size();
    EventHeader header =
        new EventHeader(
            new UUID(0x0196_a5b0_0000_7000L, Long.MIN_VALUE + place),
            "demo",
            STREAM,
            "org.disclosureledger.report.test.v1",
            AS_OF,
            AS_OF,
            Actor.of(new UUID(0x4000L, Long.MIN_VALUE)),
            ActorRole.SUPERVISOR,
            null,
            place,
            place,
            place);
    stream.add(new StoredEvent(header, TestEntries.of(header, data), event));
    when(vault.open("demo", place)).thenReturn(disclosures);
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request).andReturn().getResponse();
  }

  private static String text(MockHttpServletResponse response) {
    return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"supervisor SUPERVISION", "auditor AUDIT", "legal COMPLAINT"})
  void whoReadsReportsOpensWhatIsCommittedForAPurposeAndLeavesATrace(String who) throws Exception {
    String user = who.split(" ")[0];
    MockHttpServletResponse response =
        answer(withoutPurpose(user, GET, REPORT).header("Purpose", who.split(" ")[1]));
    assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
    JsonNode report = JSON.readTree(text(response));
    assertThat(report.has("difference")).as("none was given").isFalse();
    assertThat(report.at("/versions/0").has("reason")).isFalse();
    assertThat(report.at("/versions/1/reason").asString()).isEqualTo(REASON);
    assertThat(report.at("/submissions/0/number").asString()).isEqualTo(NUMBER);
    assertThat(report.at("/submissions/0/receipt").asString()).isEqualTo(RECEIPT);
    verify(sealing, times(1)).append(any(), any(), any(), any());
  }

  @Test
  void whoSaysNoPurposeSeesThatSomethingIsWithheldAndAnOfficerIsAskedForOne() throws Exception {
    for (String user : List.of("supervisor", "auditor")) {
      MockHttpServletResponse response = answer(withoutPurpose(user, GET, REPORT));
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(text(response)).doesNotContain(REASON, NUMBER, RECEIPT);
      JsonNode report = JSON.readTree(text(response));
      for (String at : List.of("/difference", "/versions/1/reason", "/submissions/0/number")) {
        assertThat(report.at(at).asString()).as(at).isEqualTo("withheld");
      }
    }
    MockHttpServletResponse asked = answer(withoutPurpose("legal", GET, REPORT));
    assertThat(asked.getStatus()).isEqualTo(400);
    assertThat(text(asked)).contains("purpose-required").doesNotContain(REASON);
    verify(sealing, never()).append(any(), any(), any(), any());
    verify(vault, never()).open(any(), anyLong());
  }

  @Test
  void whereNothingStandsThatWasCommittedNoTraceIsLeft() throws Exception {
    when(store.stream("demo", STREAM)).thenReturn(stream.subList(0, 1));
    answer(withoutPurpose("auditor", GET, REPORT).header("Purpose", "AUDIT"));
    verify(sealing, never()).append(any(), any(), any(), any());
  }

  @Test
  void everyDocumentHasAnAddressAndNoOtherOneDoes() throws Exception {
    for (String variant : List.of("report", "public")) {
      for (String format : List.of("pdf", "xlsx", "csv", "json")) {
        String path = REPORT + "/" + variant + "." + format;
        MockHttpServletResponse response = answer(as("supervisor", GET, path));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(response.getContentType())
            .startsWith(PaperFormat.of(format).orElseThrow().type().toString());
        assertThat(response.getHeader("Content-Disposition"))
            .endsWith(
                (variant.equals("report") ? "h1-amendment-1." : "h1-public.") + format + "\"");
        assertThat(text(response)).doesNotContain(REASON, NUMBER, RECEIPT);
      }
      for (String format : List.of("PDF", "docx", "pdf.exe", "")) {
        MockHttpServletResponse response =
            answer(as("supervisor", GET, REPORT + "/" + variant + "." + format));
        assertThat(response.getStatus()).as(format).isIn(403, 404);
      }
    }
  }

  @Test
  void thePdfHasTheNumberPlaceAndDateThatAreGiven() throws Exception {
    MockHttpServletRequestBuilder request =
        as("supervisor", GET, REPORT + "/report.pdf")
            .queryParam("place", "Bà Rịa - Vũng Tàu")
            .queryParam("date", "2026-07-09")
            .header("Document-Number", "07%2FBC-%C4%90%C4%90");
    MockHttpServletResponse response = answer(request);
    assertThat(response.getStatus()).as(text(response)).isEqualTo(200);
    try (PDDocument pdf = Loader.loadPDF(response.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Số: 07/BC-ĐĐ", "Bà Rịa - Vũng Tàu, ngày 09 tháng 7 năm 2026");
    }
  }

  @Test
  void aHeadingOfAnotherFormIsRefused() throws Exception {
    List<String> places = List.of("", " ", "7 chỗ", "<b>Hà Nội</b>", "Hà\nNội", "a".repeat(61));
    for (String place : places) {
      refused(as("supervisor", GET, REPORT + "/report.pdf").queryParam("place", place), place);
    }
    refused(as("supervisor", GET, REPORT + "/report.pdf").queryParam("date", "09/07/2026"), "day");
    List<String> numbers =
        List.of(
            "%20", "BC-VD", "12/", "12/bc", "12%2", "%00", "1/A".repeat(200), "12/BC VD", "1/%FF");
    for (String number : numbers) {
      refused(
          as("supervisor", GET, REPORT + "/report.pdf").header("Document-Number", number), number);
    }
    refused(
        as("supervisor", GET, REPORT + "/report.pdf")
            .header("Document-Number", "1/A")
            .header("Document-Number", "2/A"),
        "two");
    refused(as("supervisor", GET, REPORT + "/public.pdf").queryParam("place", "Huế"), "public");
  }

  private void refused(MockHttpServletRequestBuilder request, String what) throws Exception {
    MockHttpServletResponse response = answer(request);
    assertThat(response.getStatus()).as(what).isEqualTo(400);
  }

  @Test
  void whereFiguresAreBehindTheAnswerIsTheSameEverywhere() throws Exception {
    FiguresBehind behind = new FiguresBehind("the facts do not rest on 42 entries yet");
    when(figures.stated(any(), any(), any())).thenThrow(behind);
    when(underHead.stated(any(), any(), any(), anyLong())).thenThrow(behind);
    List<MockHttpServletRequestBuilder> requests = new ArrayList<>();
    for (String format : List.of("pdf", "xlsx", "csv", "json")) {
      requests.add(as("supervisor", GET, REPORT + "/public." + format));
    }
    for (MockHttpServletRequestBuilder request : requests) {
      MockHttpServletResponse response = answer(request);
      assertThat(response.getStatus()).isEqualTo(503);
      assertThat(response.getHeader("Retry-After")).isEqualTo("1");
      JsonNode problem = JSON.readTree(text(response));
      assertThat(problem.path("type").asString()).endsWith("/figures-behind");
      assertThat(problem.path("titleEn").asString()).contains("caught up");
    }
  }

  @Test
  void whatIsPublishedIsCountedOnceUnderTheHeadOfTheHalfYearAlone() throws Exception {
    String first = text(answer(as("admin", GET, REPORT + "/public.json")));
    for (String user : List.of("admin", "supervisor", "legal")) {
      assertThat(text(answer(as(user, GET, REPORT + "/public.json")))).isEqualTo(first);
    }
    verify(underHead, times(1)).stated("demo", HALF, HALF.to(), head.size());
    verify(figures, never()).stated(any(), any(), any());
    verify(turnaround, never()).whenOver(any(), any(), any());
  }

  @Test
  void anAmendmentsDocumentsAreNamedAndNumberedApart() throws Exception {
    UUID frozen = stream.getFirst().header().id();
    String newest = REPORT + "/report.";
    for (String format : List.of("csv", "json", "pdf", "xlsx")) {
      MockHttpServletResponse amended = answer(as("supervisor", GET, newest + format));
      assertThat(amended.getHeader("Content-Disposition"))
          .endsWith("2026-h1-amendment-1." + format + "\"");
      MockHttpServletResponse first =
          answer(as("supervisor", GET, newest + format).queryParam("version", frozen.toString()));
      assertThat(first.getHeader("Content-Disposition")).endsWith("2026-h1." + format + "\"");
      assertThat(first.getContentAsByteArray()).isNotEqualTo(amended.getContentAsByteArray());
    }
  }

  /** Each would cost a count of the whole period. */
  @Test
  void nothingIsCountedForWhatIsRefusedAnyway() throws Exception {
    String half = "{\"kind\":\"HALF_YEAR\",\"year\":%d,\"half\":%d%s}";
    String frozen = half.formatted(2026, 1, "");
    String late = ",\"asOf\":\"2026-06-30T16:59:59.999Z\"";
    String why = "{\"reason\":\"" + REASON + "\"}";
    String reports = "/api/v1/ledgers/demo/reports";
    // The recording dispatcher takes it, so that it is for the report to say that it is at 2.
    String seen = "\"6\"";
    uncounted(post(reports, frozen), 409, "report-exists");
    uncounted(post(reports, frozen).header("If-Match", seen), 412, "stale-version");
    uncounted(post(reports, half.formatted(2026, 2, "")), 422, "period-not-over");
    uncounted(post(reports, half.formatted(2026, 2, late)), 422, "period-not-over");
    uncounted(
        post(reports, half.formatted(2025, 2, ",\"difference\":\"\\u0000\"")),
        400,
        "invalid-value");
    uncounted(post(REPORT + "/amend", why).header("If-Match", seen), 412, "stale-version");
    uncounted(post(reports + "/2025-h2/amend", why), 404, "report-not-found");
    uncounted(post(REPORT + "/amend", "{\"reason\":\" \"}"), 400, "member-missing");
    String before = "{\"asOf\":\"%s\",\"reason\":\"x\"}".formatted(AS_OF.plusSeconds(1));
    uncounted(post(REPORT + "/amend", before), 409, "nothing-later");
    verify(figures, never()).stated(any(), any(), any());

    answer(post(reports, half.formatted(2025, 2, "")));
    answer(post(REPORT + "/amend", why));
    verify(figures, times(2)).stated(any(), any(), any());
  }

  private static MockHttpServletRequestBuilder post(String path, String body) throws Exception {
    return as("supervisor", POST, path)
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .content(body);
  }

  private void uncounted(MockHttpServletRequestBuilder request, int status, String type)
      throws Exception {
    MockHttpServletResponse refused = answer(request);
    assertThat(refused.getStatus()).as(text(refused)).isEqualTo(status);
    JsonNode problem = JSON.readTree(text(refused));
    assertThat(problem.path("type").asString()).endsWith("/" + type);
    assertThat(problem.path("titleEn").asString()).doesNotContain("The request");
  }
}
