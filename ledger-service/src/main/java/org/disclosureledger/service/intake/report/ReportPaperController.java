package org.disclosureledger.service.intake.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.paper.ReportPaper;
import org.disclosureledger.service.paper.ReportPaper.Languages;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A report's documents: for those who supervise, and for anybody. */
@RestController
@RequestMapping("/api/v1/ledgers/{ledger}/reports/{report}")
public class ReportPaperController {
  /**
   * {@code lang}: vi, en or both; {@code version}: event id of what was frozen or amended; {@code
   * place} and {@code date}: what stands at the head of the PDF.
   */
  public static final Set<String> PARAMETERS = Set.of("lang", "version", "place", "date");

  public static final Set<String> PUBLIC_PARAMETERS = Set.of("lang");

  private final LedgerLookup ledgers;
  private final ReportPapers papers;
  private final FigureBudget budget;

  ReportPaperController(LedgerLookup ledgers, ReportPapers papers, FigureBudget budget) {
    this.ledgers = ledgers;
    this.papers = papers;
    this.budget = budget;
  }

  @GetMapping("/report.{format}")
  @Operation(
      operationId = "exportReport",
      summary =
          "Báo cáo dạng PDF, bảng tính, CSV hoặc JSON · The report as PDF, workbook, CSV or JSON")
  @Documents
  ResponseEntity<byte[]> full(
      @PathVariable String ledger,
      @PathVariable String report,
      @PathVariable @Schema(allowableValues = {"pdf", "xlsx", "csv", "json"}) String format,
      @RequestHeader(name = PaperHeading.NUMBER, required = false)
          @Parameter(
              description =
                  "Số/ký hiệu in trên PDF, không nằm trong URL · the number printed on the PDF,"
                      + " percent-encoded; no URL carries it")
          @Nullable List<String> number,
      @Parameter(hidden = true) HttpServletRequest request) {
    PaperFormat as = format(format);
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    ReportPaper.Heading heading =
        PaperHeading.of(query, Objects.requireNonNullElse(number, List.of()));
    UUID version = version(query);
    Languages languages = languages(query);
    return budget.made(() ->
        answer(
            StatisticsQuery.question(() -> papers.full(found, report, version, languages, heading)),
            as,
            found.name() + "-" + report));
  }

  @GetMapping("/public.{format}")
  @Operation(
      operationId = "exportPublicReport",
      summary =
          "Bản công bố dạng PDF, bảng tính, CSV hoặc JSON · The public variant as PDF, workbook,"
              + " CSV or JSON")
  @Documents
  ResponseEntity<byte[]> published(
      @PathVariable String ledger,
      @PathVariable String report,
      @PathVariable @Schema(allowableValues = {"pdf", "xlsx", "csv", "json"}) String format,
      @Parameter(hidden = true) HttpServletRequest request) {
    PaperFormat as = format(format);
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PUBLIC_PARAMETERS);
    Languages languages = languages(query);
    // Apart: who waits for figures keeps nobody from a document.
    ReportPaper paper = StatisticsQuery.question(() -> papers.published(found, report, languages));
    return budget.made(() -> answer(paper, as, found.name() + "-" + report + "-public"));
  }

  private static PaperFormat format(String extension) {
    return PaperFormat.of(extension)
        .orElseThrow(
            () -> new InputRefused(ProblemType.NOT_FOUND, "a report is pdf, xlsx, csv or json"));
  }

  private static ResponseEntity<byte[]> answer(ReportPaper paper, PaperFormat format, String name) {
    // Whole before the first byte goes out: a document that fails half-way is no document.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      format.write(paper, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String amendment = paper.version() == 0 ? "" : "-amendment-" + paper.version();
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + amendment + "." + format.extension() + "\"")
        .contentType(format.type())
        .body(bytes.toByteArray());
  }

  private static Languages languages(QueryParameters query) {
    String asked = query.text("lang");
    if (asked == null) {
      return Languages.VI;
    }
    return switch (asked.toLowerCase(Locale.ROOT)) {
      case "vi" -> Languages.VI;
      case "en" -> Languages.EN;
      case "both" -> Languages.BOTH;
      default -> throw QueryParameters.refused("lang", "is vi, en or both");
    };
  }

  private static @Nullable UUID version(QueryParameters query) {
    String asked = query.text("version");
    try {
      return asked == null ? null : UUID.fromString(asked);
    } catch (IllegalArgumentException e) {
      throw QueryParameters.refused("version", "is an event id");
    }
  }

  /** How the API's description shows them. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = "application/pdf",
            schema = @Schema(type = "string", format = "binary")),
        @Content(
            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
        @Content(mediaType = "application/json", schema = @Schema(type = "object"))
      })
  private @interface Documents {}
}
