package org.disclosureledger.service.intake.report;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.figures.FigureSource;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.form.Form;
import org.disclosureledger.service.intake.CommandAnswers;
import org.disclosureledger.service.intake.EntryAccepted;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.report.Report;
import org.disclosureledger.service.report.ReportKind;
import org.disclosureledger.service.report.ReportName;
import org.disclosureledger.service.report.ReportRule;
import org.disclosureledger.service.report.command.AmendReport;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.reportregister.ReportPage;
import org.disclosureledger.service.reportregister.ReportQuery;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.RequestIds;
import org.disclosureledger.service.wire.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Frozen reports. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/reports",
    produces = MediaType.APPLICATION_JSON_VALUE)
public class ReportController {
  public static final Set<String> LIST_PARAMETERS = Set.of("kind", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;
  private static final String JSON = MediaType.APPLICATION_JSON_VALUE;

  private final CommandAnswers commands;
  private final RequestIds ids;
  private final LedgerLookup ledgers;
  private final LedgerClock clock;
  private final FigureSource figures;
  private final ReportReading reading;
  private final ReportQuery reports;
  private final FigureBudget budget;

  ReportController(
      CommandAnswers commands,
      RequestIds ids,
      LedgerLookup ledgers,
      LedgerClock clock,
      FigureSource figures,
      ReportReading reading,
      ReportQuery reports,
      FigureBudget budget) {
    this.budget = budget;
    this.commands = commands;
    this.ids = ids;
    this.ledgers = ledgers;
    this.clock = clock;
    this.figures = figures;
    this.reading = reading;
    this.reports = reports;
  }

  @PostMapping(consumes = JSON)
  @Operation(operationId = "freezeReport", summary = "Chốt báo cáo · Freeze a report")
  ResponseEntity<EntryAccepted> freeze(
      @Parameter(hidden = true) Submission submission, @RequestBody ReportBodies.FreezeBody body) {
    ReportName name = body.name(ids.next());
    ReportingPeriod period = body.period(name);
    LedgerDescription ledger = ledgers.find(submission.ledger());
    Instant dueBy = Form.optionalInstant("dueBy", body.dueBy());
    String difference = Form.text("difference", body.difference());
    return commands.created(
        submission,
        () ->
            StatisticsQuery.question(() -> {
              reading.requireNone(ledger, name, submission.expectedSequence());
              Instant asOf = asOf(ledger, body.asOf());
              Report.requireOver(name.kind(), period, asOf);
              return new FreezeReport(name, stated(ledger, period, asOf), difference, dueBy);
            }));
  }

  @PostMapping(path = "/{report}/amend", consumes = JSON)
  @Operation(operationId = "amendReport", summary = "Bổ sung báo cáo · Amend a report")
  ResponseEntity<EntryAccepted> amend(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String report,
      @RequestBody ReportBodies.AmendBody body) {
    ReportName name = name(report);
    LedgerDescription ledger = ledgers.find(submission.ledger());
    String reason = Form.required("reason", Form.text("reason", body.reason()));
    return commands.ok(
        submission,
        () ->
            StatisticsQuery.question(() -> {
              ReportDetails details = reading.one(ledger, report);
              ReportReading.requireSeen(details.sequence(), submission.expectedSequence());
              Instant asOf = asOf(ledger, body.asOf());
              Report.requireLater(asOf, details.versions().getLast().asOf());
              ReportingPeriod period = new ReportingPeriod(details.from(), details.to());
              return new AmendReport(name, stated(ledger, period, asOf), reason);
            }));
  }

  @PostMapping(path = "/{report}/submit", consumes = JSON)
  @Operation(operationId = "submitReport", summary = "Ghi việc gửi báo cáo · Submit a report")
  ResponseEntity<EntryAccepted> submit(
      @Parameter(hidden = true) Submission submission,
      @PathVariable String report,
      @RequestBody ReportBodies.SubmitBody body) {
    return commands.ok(submission, body.toCommand(name(report)));
  }

  @GetMapping
  @Operation(operationId = "listReports", summary = "Các báo cáo · Reports")
  ReportPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    int limit = query.count("limit", DEFAULT_LIMIT, 1, ReportQuery.MAX_LIMIT);
    return reports
        .page(found, query.code("kind", ReportKind.class), query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  @GetMapping("/{report}")
  @Operation(operationId = "getReport", summary = "Một báo cáo · One report")
  ResponseEntity<ReportDetails> one(
      @PathVariable String ledger,
      @PathVariable String report,
      @Parameter(hidden = true) Viewer viewer) {
    ReportDetails details = reading.opened(ledgers.find(ledger), report, viewer);
    return ResponseEntity.ok().eTag("\"" + details.sequence() + "\"").body(details);
  }

  private Instant asOf(LedgerDescription ledger, @Nullable Instant asked) {
    Instant now = clock.now(ledger.name());
    Instant asOf = Objects.requireNonNullElse(Form.optionalInstant("asOf", asked), now);
    if (asOf.isAfter(now)) {
      throw new CommandRefused(ReportRule.AS_OF_AHEAD, "now it is " + now);
    }
    return asOf;
  }

  private StatedFigures stated(LedgerDescription ledger, ReportingPeriod period, Instant asOf) {
    return budget.counted(() -> figures.stated(ledger.name(), period, asOf));
  }

  private static ReportName name(String report) {
    return ReportName.of(report).orElseThrow(ReportReading::unknown);
  }
}
