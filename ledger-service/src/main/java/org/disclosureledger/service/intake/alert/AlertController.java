package org.disclosureledger.service.intake.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.disclosureledger.service.alert.AlertKind;
import org.disclosureledger.service.alert.AlertPage;
import org.disclosureledger.service.alert.AlertQuery;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody has to look at. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/alerts",
    produces = MediaType.APPLICATION_JSON_VALUE)
public class AlertController {
  public static final Set<String> LIST_PARAMETERS = Set.of("kind", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;

  private final LedgerLookup ledgers;
  private final AlertQuery alerts;

  AlertController(LedgerLookup ledgers, AlertQuery alerts) {
    this.ledgers = ledgers;
    this.alerts = alerts;
  }

  @GetMapping
  @Operation(operationId = "listAlerts", summary = "Cảnh báo · Alerts")
  AlertPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    int limit = query.count("limit", DEFAULT_LIMIT, 1, AlertQuery.MAX_LIMIT);
    return alerts
        .page(found, query.code("kind", AlertKind.class), query.text("cursor"), limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }
}
