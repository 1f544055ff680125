package org.disclosureledger.service.intake.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.turnaround.PublicFigures;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The figures that may be published. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}", produces = MediaType.APPLICATION_JSON_VALUE)
public class PublicFiguresController {
  public static final Set<String> PARAMETERS = Set.of("half");
  private static final String NOT_CLOSED =
      "is not closed: nothing recorded later than its end by more than %d s was counted yet"
          .formatted(FormatLimits.RECORDED_TIME_SLACK.toSeconds());
  private static final Pattern HALF = Pattern.compile("(20[0-9]{2})-H([12])");

  private final LedgerLookup ledgers;
  private final TurnaroundQuery turnaround;
  private final LedgerClock clock;
  private final FigureBudget budget;

  PublicFiguresController(
      LedgerLookup ledgers, TurnaroundQuery turnaround, LedgerClock clock, FigureBudget budget) {
    this.ledgers = ledgers;
    this.turnaround = turnaround;
    this.clock = clock;
    this.budget = budget;
  }

  @GetMapping("/turnaround/public")
  @Operation(
      operationId = "getPublicTurnaround",
      summary = "Thời gian trả lời, bản công bố · Turnaround, for publication")
  PublicFigures figures(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), PARAMETERS);
    Instant now = clock.now(found.name());
    String half = query.text("half");
    ReportingPeriod period = half == null ? lastOver(now) : named(half);
    if (now.isBefore(period.to())) {
      throw QueryParameters.refused("half", "is not over");
    }
    return turnaround
        .whenOver(found, period, budget::counted)
        .map(PublicFigures::of)
        .orElseThrow(() -> QueryParameters.refused("half", NOT_CLOSED));
  }

  private static ReportingPeriod lastOver(Instant now) {
    return ReportingPeriod.halfYearOf(ReportingPeriod.halfYearOf(now).from().minusMillis(1));
  }

  private static ReportingPeriod named(String half) {
    Matcher parts = HALF.matcher(half);
    if (!parts.matches()) {
      throw QueryParameters.refused("half", "is a half-year such as 2026-H1");
    }
    return ReportingPeriod.half(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
  }
}
