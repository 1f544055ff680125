package org.disclosureledger.service.intake.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.paper.Papers;
import org.disclosureledger.service.paper.ReportPaper;
import org.disclosureledger.service.paper.ReportPaper.Languages;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A report's documents: for those who supervise, and for anybody. */
@RestController
@RequestMapping("/api/v1/ledgers/{ledger}/reports/{report}")
public class ReportPaperController {
  /** {@code lang}: vi, en or both; {@code version}: event id of what was frozen or amended. */
  public static final Set<String> PARAMETERS = Set.of("lang", "version");

  public static final Set<String> PUBLIC_PARAMETERS = Set.of("lang");

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CSV = "text/csv;charset=UTF-8";

  private final LedgerLookup ledgers;
  private final ReportPapers papers;

  ReportPaperController(LedgerLookup ledgers, ReportPapers papers) {
    this.ledgers = ledgers;
    this.papers = papers;
  }

  @FunctionalInterface
  private interface Form {
    void write(ReportPaper paper, OutputStream out) throws IOException;
  }

  @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(operationId = "exportReportPdf", summary = "Báo cáo dạng PDF · The report as PDF")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> pdf(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return full(ledger, report, request, Papers::pdf, "pdf", MediaType.APPLICATION_PDF_VALUE);
  }

  @GetMapping(path = "/report.xlsx", produces = XLSX)
  @Operation(
      operationId = "exportReportXlsx",
      summary = "Báo cáo dạng bảng tính · The report as a workbook")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = XLSX, schema = @Schema(type = "string")))
  ResponseEntity<byte[]> xlsx(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return full(ledger, report, request, Papers::xlsx, "xlsx", XLSX);
  }

  @GetMapping(path = "/report.csv", produces = CSV)
  @Operation(operationId = "exportReportCsv", summary = "Báo cáo dạng CSV · The report as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> csv(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return full(ledger, report, request, Papers::csv, "csv", CSV);
  }

  @GetMapping(path = "/report.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "exportReportJson", summary = "Báo cáo dạng JSON · The report as JSON")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  ResponseEntity<byte[]> json(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return full(ledger, report, request, Papers::json, "json", MediaType.APPLICATION_JSON_VALUE);
  }

  @GetMapping(path = "/public.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  @Operation(
      operationId = "exportPublicReportPdf",
      summary = "Bản công bố dạng PDF · The public variant as PDF")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> publicPdf(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return published(ledger, report, request, Papers::pdf, "pdf", MediaType.APPLICATION_PDF_VALUE);
  }

  @GetMapping(path = "/public.csv", produces = CSV)
  @Operation(
      operationId = "exportPublicReportCsv",
      summary = "Bản công bố dạng CSV · The public variant as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> publicCsv(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) HttpServletRequest request) {
    return published(ledger, report, request, Papers::csv, "csv", CSV);
  }

  private ResponseEntity<byte[]> full(
      String ledger,
      String report,
      HttpServletRequest request,
      Form form,
      String extension,
      String type) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    ReportPaper paper = papers.full(found, report, version(query), languages(query));
    return answer(paper, form, found.name() + "-" + report + "." + extension, type);
  }

  private ResponseEntity<byte[]> published(
      String ledger,
      String report,
      HttpServletRequest request,
      Form form,
      String extension,
      String type) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PUBLIC_PARAMETERS);
    ReportPaper paper = papers.published(found, report, languages(query));
    return answer(paper, form, found.name() + "-" + report + "-public." + extension, type);
  }

  private static ResponseEntity<byte[]> answer(
      ReportPaper paper, Form form, String name, String type) {
    // Whole before the first byte goes out: a document that fails half-way is no document.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      form.write(paper, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .contentType(MediaType.parseMediaType(type))
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
}
