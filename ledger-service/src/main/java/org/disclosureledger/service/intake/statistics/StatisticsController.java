package org.disclosureledger.service.intake.statistics;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every figure of a period. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}")
public class StatisticsController {
  public static final Set<String> PARAMETERS = StatisticsQuestion.PARAMETERS;
  private static final String CSV = "text/csv;charset=UTF-8";

  private final LedgerLookup ledgers;
  private final StatisticsQuery statistics;
  private final LedgerClock clock;
  private final FigureBudget budget;

  StatisticsController(
      LedgerLookup ledgers, StatisticsQuery statistics, LedgerClock clock, FigureBudget budget) {
    this.ledgers = ledgers;
    this.statistics = statistics;
    this.clock = clock;
    this.budget = budget;
  }

  @GetMapping(path = "/statistics", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "getStatistics", summary = "Số liệu thống kê · Statistics")
  StatisticsAnswer statistics(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    return StatisticsAnswer.of(found.name(), stated(found, request));
  }

  @GetMapping(path = "/statistics.csv", produces = CSV)
  @Operation(
      operationId = "exportStatistics",
      summary = "Số liệu thống kê, tệp CSV · Statistics as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> export(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    byte[] csv =
        StatisticsCsv.of(found.name(), stated(found, request)).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"statistics-" + found.name() + ".csv\"")
        .contentType(MediaType.parseMediaType(CSV))
        .body(csv);
  }

  private StatedFigures stated(LedgerDescription ledger, HttpServletRequest request) {
    StatisticsQuestion asked =
        StatisticsQuestion.of(
            new QueryParameters(request.getParameterMap(), PARAMETERS), clock.now(ledger.name()));
    Set<Slice> slices = asked.slicesOr(EnumSet.allOf(Slice.class));
    budget.require(asked.period(), slices.size());
    return budget.counted(
        () -> statistics.of(ledger, asked.period(), asked.asOf(), slices, asked.filter()));
  }
}
