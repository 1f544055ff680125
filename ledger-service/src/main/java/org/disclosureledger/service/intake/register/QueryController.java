package org.disclosureledger.service.intake.register;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.access.SignedInUser;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.intake.FigureBudget;
import org.disclosureledger.service.register.RegisterPage;
import org.disclosureledger.service.register.RegisterQuery;
import org.disclosureledger.service.register.RegisterSort;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.story.EventPage;
import org.disclosureledger.service.story.EventView;
import org.disclosureledger.service.story.RequestReading;
import org.disclosureledger.service.story.RequestView;
import org.disclosureledger.service.turnaround.Turnaround;
import org.disclosureledger.service.turnaround.TurnaroundQuery;
import org.disclosureledger.service.viewing.Viewer;
import org.disclosureledger.service.viewing.Views;
import org.disclosureledger.service.vocabulary.ViewedPart;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads: the register, one request, its entries, the figures. */
@RestController
@RequestMapping(path = "/api/v1/ledgers/{ledger}", produces = MediaType.APPLICATION_JSON_VALUE)
public class QueryController {
  private static final int DEFAULT_LIMIT = 50;
  public static final Set<String> LIST_PARAMETERS =
      Stream.concat(RegisterFilters.PARAMETERS.stream(), Stream.of("sort", "cursor", "limit"))
          .collect(Collectors.toUnmodifiableSet());
  public static final Set<String> FIGURES_PARAMETERS = Set.of("from", "to", "asOf");

  private final LedgerLookup ledgers;
  private final RegisterQuery register;
  private final RegisteredAgencies registered;
  private final RaisedAlerts alerts;
  private final RequestReading reading;
  private final TurnaroundQuery turnaround;
  private final FigureBudget budget;
  private final Views views;
  private final LedgerClock clock;

  QueryController(
      LedgerLookup ledgers,
      RegisterQuery register,
      RegisteredAgencies registered,
      RaisedAlerts alerts,
      RequestReading reading,
      TurnaroundQuery turnaround,
      FigureBudget budget,
      Views views,
      LedgerClock clock) {
    this.ledgers = ledgers;
    this.register = register;
    this.registered = registered;
    this.alerts = alerts;
    this.reading = reading;
    this.turnaround = turnaround;
    this.budget = budget;
    this.views = views;
    this.clock = clock;
  }

  @GetMapping("/requests")
  @Operation(operationId = "listRequests", summary = "Sổ yêu cầu · The register of requests")
  RegisterPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    RegisterSort sort =
        switch (query.text("sort")) {
          case null -> RegisterSort.RECEIVED;
          case "received" -> RegisterSort.RECEIVED;
          case "due" -> RegisterSort.DUE;
          default -> throw QueryParameters.refused("sort", "is received or due");
        };
    int limit = query.count("limit", DEFAULT_LIMIT, 1, RegisterQuery.MAX_LIMIT);
    RegisterPage page =
        register
            .page(
                found,
                RegisterFilters.of(query, clock.now(found.name())),
                sort,
                query.text("cursor"),
                limit)
            .orElseThrow(() ->
                new InputRefused(
                    ProblemType.INVALID_CURSOR, "take it from nextCursor, with the same sort"));
    return new RegisterPage(
        alerts.marked(found, registered.marked(found, page.requests())), page.nextCursor());
  }

  @GetMapping("/requests/{id}")
  @Operation(operationId = "getRequest", summary = "Một yêu cầu · One request")
  ResponseEntity<RequestView> request(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @Parameter(hidden = true) Viewer viewer,
      @Parameter(hidden = true) @AuthenticationPrincipal SignedInUser user) {
    LedgerDescription found = ledgers.find(ledger);
    RequestView view =
        viewer.asksToOpen()
            ? views.open(
                found,
                viewer,
                new Views.Opened(ViewedPart.DETAIL, id),
                () -> reading.request(found, id, user, true))
            : reading.request(found, id, user, false);
    return ResponseEntity.ok().eTag("\"" + view.sequence() + "\"").body(view);
  }

  @GetMapping("/requests/{id}/events")
  @Operation(operationId = "listEvents", summary = "Các bản ghi của yêu cầu · Its entries")
  ResponseEntity<List<EventView>> events(
      @PathVariable String ledger,
      @PathVariable UUID id,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) Viewer viewer) {
    LedgerDescription found = ledgers.find(ledger);
    EventPage.Asked asked = EventPage.Asked.by(request);
    // An auditor has the entries from the log; a supervisor reads them under a grant alone.
    boolean withheld = viewer.caller().role() == ActorRole.AUDITOR && !viewer.asksToOpen();
    EventPage page =
        !withheld
            ? views.open(
                found,
                viewer,
                new Views.Opened(ViewedPart.EVENTS, id),
                () -> reading.events(found, id, true, asked),
                EventPage::opens)
            : reading.events(found, id, false, asked);
    return page.answer(request, asked);
  }

  @GetMapping("/turnaround")
  @Operation(operationId = "getTurnaround", summary = "Thời gian trả lời · Turnaround")
  Turnaround turnaround(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), FIGURES_PARAMETERS);
    Instant now = clock.now(found.name());
    Instant asked = query.moment("asOf");
    Instant asOf = asked == null ? now : asked;
    if (asOf.isAfter(now)) {
      throw QueryParameters.refused("asOf", "lies in the future");
    }
    ReportingPeriod half = ReportingPeriod.halfYearOf(asOf);
    Instant from = query.moment("from");
    Instant to = query.moment("to");
    ReportingPeriod period = period(from == null ? half.from() : from, to == null ? half.to() : to);
    return budget.counted(() -> turnaround.figures(found, period, asOf));
  }

  private static ReportingPeriod period(Instant from, Instant to) {
    if (!from.isBefore(to)) {
      throw QueryParameters.refused("to", "is not after from");
    }
    if (!ReportingPeriod.mayBe(from, to)) {
      throw QueryParameters.refused("to", "lies too many months after from");
    }
    return new ReportingPeriod(from, to);
  }
}
