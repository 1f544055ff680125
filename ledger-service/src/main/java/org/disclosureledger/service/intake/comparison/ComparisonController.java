package org.disclosureledger.service.intake.comparison;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.disclosureledger.service.access.LedgerAccess;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.figures.FigureRow;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.Slice;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerDirectory;
import org.disclosureledger.service.statistics.StatisticsFilter;
import org.disclosureledger.service.statistics.StatisticsQuery;
import org.disclosureledger.service.wire.QueryParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a supervisor of several enterprises compares: only ledgers that the account may read. */
@RestController
public class ComparisonController {
  public static final Set<String> PARAMETERS = Set.of("from", "to", "asOf", "agency", "samples");

  /** More are to be asked for one by one. */
  static final int MOST_LEDGERS = 200;

  static final int MOST_AGENCIES = 5_000;

  private static final Set<Slice> SLICES = Set.of(Slice.ALL, Slice.AGENCY);

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
    Instant asked = query.moment("asOf");
    if (asked != null && asked.isAfter(now)) {
      throw QueryParameters.refused("asOf", "lies in the future");
    }
    ReportingPeriod period =
        period(query.moment("from"), query.moment("to"), asked == null ? now : asked);
    StatisticsFilter filter =
        new StatisticsFilter(query.agency("agency"), null, null, null, null, null);
    budget.require(period, SLICES.size(), Math.max(1, read.size()));
    return budget.counted(() -> compared(period, asked, read, all.size() - read.size(), filter));
  }

  private Comparison compared(
      ReportingPeriod period,
      @Nullable Instant asked,
      List<LedgerDescription> read,
      int leftOut,
      StatisticsFilter filter) {
    List<Comparison.Enterprise> enterprises = new ArrayList<>();
    Map<String, Map<String, Map<String, Long>>> agencies = new TreeMap<>();
    for (LedgerDescription ledger : read) {
      Instant now = clock.now(ledger.name());
      Instant asOf = asked == null || asked.isAfter(now) ? now : asked;
      StatedFigures stated = statistics.of(ledger, period, asOf, SLICES, filter);
      enterprises.add(Comparison.Enterprise.of(ledger.name(), ledger.sample(), stated));
      note(ledger.name(), stated, agencies);
    }
    return new Comparison(
        period.from(),
        period.to(),
        enterprises,
        leftOut,
        agencies.entrySet().stream()
            .limit(MOST_AGENCIES)
            .map(each -> new Comparison.Agency(each.getKey(), each.getValue()))
            .toList(),
        Math.max(0, agencies.size() - MOST_AGENCIES));
  }

  private static void note(
      String ledger, StatedFigures stated, Map<String, Map<String, Map<String, Long>>> agencies) {
    for (FigureRow row : stated.rows()) {
      if (row.slice() == Slice.AGENCY) {
        agencies
            .computeIfAbsent(row.key(), code -> new LinkedHashMap<>())
            .put(ledger, row.figures().members());
      }
    }
  }

  /** By default the half-year of now. */
  private static ReportingPeriod period(@Nullable Instant from, @Nullable Instant to, Instant now) {
    ReportingPeriod half = ReportingPeriod.halfYearOf(now);
    Instant begin = from == null ? half.from() : from;
    Instant end = to == null ? half.to() : to;
    if (!begin.isBefore(end)) {
      throw QueryParameters.refused("to", "is not after from");
    }
    if (!ReportingPeriod.mayBe(begin, end)) {
      throw QueryParameters.refused("to", "is too far from from");
    }
    return new ReportingPeriod(begin, end);
  }
}
