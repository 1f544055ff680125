package org.disclosureledger.service.intake.comparison;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.access.LedgerAccess;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.intake.statistics.StatisticsQuestion;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor of several enterprises compares: only ledgers that the account may read. */
@RestController
public class ComparisonController {
  public static final Set<String> PARAMETERS =
      Stream.concat(StatisticsQuestion.PARAMETERS.stream(), Stream.of("samples"))
          .collect(Collectors.toUnmodifiableSet());

  private static final String CSV = "text/csv;charset=UTF-8";

  /** More are to be asked for one by one. */
  static final int MOST_LEDGERS = 200;

  /** Of the others one is named at a time: each is counted in every ledger. */
  private static final Set<Slice> UNNAMED = Set.of(Slice.ALL, Slice.AGENCY);

  private final LedgerDirectory ledgers;
  private final LedgerAccess access;
  private final StatisticsQuery statistics;
  private final LedgerClock clock;
  private final FigureBudget budget;

  ComparisonController(
      LedgerDirectory ledgers,
      LedgerAccess access,
      StatisticsQuery statistics,
      LedgerClock clock,
      FigureBudget budget) {
    this.ledgers = ledgers;
    this.access = access;
    this.statistics = statistics;
    this.clock = clock;
    this.budget = budget;
  }

  @GetMapping(path = "/api/v1/comparison", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "compareEnterprises",
      summary = "So sánh doanh nghiệp · Enterprises compared")
  Comparison compare(
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user,
      @Parameter(hidden = true) HttpServletRequest request) {
    return compared(user, request).answer();
  }

  @GetMapping(path = "/api/v1/comparison.csv", produces = CSV)
  @Operation(
      operationId = "exportComparison",
      summary = "So sánh doanh nghiệp, tệp CSV · Enterprises compared as CSV")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  ResponseEntity<byte[]> export(
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user,
      @Parameter(hidden = true) HttpServletRequest request) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparison.csv\"")
        .contentType(MediaType.parseMediaType(CSV))
        .body(compared(user, request).csv().getBytes(StandardCharsets.UTF_8));
  }

  private Compared compared(SignedInUser user, HttpServletRequest request) {
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    boolean samples = Boolean.TRUE.equals(query.flag("samples"));
    List<LedgerDescription> all =
        ledgers.all().stream()
            .filter(ledger -> access.mayRead(user, ledger.name()))
            .filter(ledger -> samples || !ledger.sample())
            .sorted(Comparator.comparing(LedgerDescription::name))
            .toList();
    List<LedgerDescription> read = all.subList(0, Math.min(all.size(), MOST_LEDGERS));
    // A sample's clock is simulated: it says what half-year it is only where there is no other.
    Instant now =
        read.stream()
            .min(Comparator.comparing(LedgerDescription::sample))
            .map(ledger -> clock.now(ledger.name()))
            .orElse(Instant.EPOCH);
    StatisticsQuestion question = StatisticsQuestion.of(query, now);
    Set<Slice> slices = question.slicesOr(UNNAMED);
    budget.require(question.period(), slices.size(), Math.max(1, read.size()));
    Instant latest = query.moment("asOf") == null ? Instant.MAX : question.asOf();
    return budget.counted(() ->
        StatisticsQuery.question(() ->
            new Compared(
                question.period(),
                read.stream().map(ledger -> said(ledger, question, slices, latest)).toList(),
                all.size() - read.size())));
  }

  /** Each by its own clock, where none asked for an earlier instant. */
  private Compared.Said said(
      LedgerDescription ledger, StatisticsQuestion question, Set<Slice> slices, Instant latest) {
    Instant now = clock.now(ledger.name());
    Instant asOf = latest.isAfter(now) ? now : latest;
    return new Compared.Said(
        ledger, statistics.of(ledger, question.period(), asOf, slices, question.filter()));
  }
}
