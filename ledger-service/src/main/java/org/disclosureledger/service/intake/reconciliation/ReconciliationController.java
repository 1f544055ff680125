package org.disclosureledger.service.intake.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.event.Difference;
import org.disclosureledger.service.reconciliationregister.ReconciliationPage;
import org.disclosureledger.service.reconciliationregister.ReconciliationQuery;
import org.disclosureledger.service.reconciliationregister.ReconciliationRow;
import org.disclosureledger.service.reconciliationregister.RegisterComparison;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agencies' own lists against the register. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}/reconciliations")
public class ReconciliationController {
  /** None may be left out. */
  public static final Set<String> RECORD_PARAMETERS = Set.of("agency", "from", "to");

  public static final Set<String> LIST_PARAMETERS = Set.of("agency", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  private static final String CSV = "text/csv;charset=UTF-8";

  private final CommandAnswers commands;
  private final RequestIds ids;
  private final LedgerLookup ledgers;
  private final RegisterComparison comparison;
  private final ReconciliationReading reading;
  private final ReconciliationQuery reconciliations;
  private final Views views;

  ReconciliationController(
      CommandAnswers commands,
      RequestIds ids,
      LedgerLookup ledgers,
      RegisterComparison comparison,
      ReconciliationReading reading,
      ReconciliationQuery reconciliations,
      Views views) {
    this.commands = commands;
    this.ids = ids;
    this.ledgers = ledgers;
    this.comparison = comparison;
    this.reading = reading;
    this.reconciliations = reconciliations;
    this.views = views;
  }

  @PostMapping(consumes = "text/csv", produces = JSON)
  @Operation(
      operationId = "recordReconciliation",
      summary = "Đối chiếu danh sách của cơ quan · Reconcile an agency's list")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<EntryAccepted> record(
      @Parameter(hidden = true) Submission submission,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody byte[] list) {
    Charset charset = type.getCharset();
    if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
      throw new InputRefused(ProblemType.UNSUPPORTED_MEDIA_TYPE, "a list is in UTF-8");
    }
    QueryParameters query = new QueryParameters(request.getParameterMap(), RECORD_PARAMETERS);
    String agency = needed("agency", query.agency("agency"));
    ReceiptPeriod period = new ReceiptPeriod(day(query, "from"), day(query, "to"));
    LedgerDescription ledger = ledgers.find(submission.ledger());
    return commands.created(
        submission, () -> comparison.of(ids.next(), ledger, agency, period, list));
  }

  @GetMapping(produces = JSON)
  @Operation(operationId = "listReconciliations", summary = "Các lần đối chiếu · Reconciliations")
  ReconciliationPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    int limit = query.count("limit", DEFAULT_LIMIT, 1, ReconciliationQuery.MAX_LIMIT);
    String agency = query.agency("agency");
    return reconciliations
        .page(found, agency, query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  @GetMapping(path = "/{id}", produces = JSON)
  @Operation(operationId = "getReconciliation", summary = "Một lần đối chiếu · One reconciliation")
  ResponseEntity<ReconciliationRow> one(@PathVariable String ledger, @PathVariable UUID id) {
    // Made once: it has one entry for ever.
    return ResponseEntity.ok().eTag("\"0\"").body(reading.one(ledgers.find(ledger), id));
  }

  @GetMapping(path = "/{id}/differences.csv", produces = CSV)
  @Operation(
      operationId = "exportDifferences",
      summary = "Danh sách khác biệt dạng CSV · The differences as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> differences(
      @PathVariable String ledger, @PathVariable UUID id, @Parameter(hidden = true) Viewer viewer) {
    LedgerDescription found = ledgers.find(ledger);
    List<Difference> differences =
        views.open(
            found,
            viewer,
            new Views.Opened(ViewedPart.DIFFERENCES, id),
            () -> reading.differences(found, id),
            opened -> !opened.isEmpty());
    byte[] csv = DifferencesCsv.of(differences).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"differences-" + id + ".csv\"")
        .contentType(MediaType.parseMediaType(CSV))
        .body(csv);
  }

  private static LocalDate day(QueryParameters query, String name) {
    return needed(name, query.day(name));
  }

  private static <T> T needed(String name, @Nullable T value) {
    if (value == null) {
      throw QueryParameters.refused(name, "must be given");
    }
    return value;
  }
}
