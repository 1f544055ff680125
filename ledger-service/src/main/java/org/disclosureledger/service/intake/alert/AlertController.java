package org.disclosureledger.service.intake.alert;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.disclosureledger.service.alert.Alert;
import org.disclosureledger.service.alert.AlertKind;
import org.disclosureledger.service.alert.AlertMarks;
import org.disclosureledger.service.alert.AlertPage;
import org.disclosureledger.service.alert.AlertQuery;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.wire.InputRefused;
import org.disclosureledger.service.wire.LedgerLookup;
import org.disclosureledger.service.wire.ProblemType;
import org.disclosureledger.service.wire.QueryParameters;
import org.disclosureledger.service.wire.Submission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody has to look at. */
@RestController
@RequestMapping(
    path = "/api/v1/ledgers/{ledger}/alerts",
    produces = MediaType.APPLICATION_JSON_VALUE)
public class AlertController {
  public static final Set<String> LIST_PARAMETERS = Set.of("kind", "seen", "cursor", "limit");

  private static final int DEFAULT_LIMIT = 50;

  private final LedgerLookup ledgers;
  private final AlertQuery alerts;
  private final AlertMarks marks;

  AlertController(LedgerLookup ledgers, AlertQuery alerts, AlertMarks marks) {
    this.ledgers = ledgers;
    this.alerts = alerts;
    this.marks = marks;
  }

  /** Nothing is said but by the path. */
  record MarkBody() {}

  @GetMapping
  @Operation(operationId = "listAlerts", summary = "Cảnh báo · Alerts")
  AlertPage list(
      @PathVariable String ledger, @Parameter(hidden = true) HttpServletRequest request) {
    LedgerDescription found = ledgers.find(ledger);
    QueryParameters query = new QueryParameters(request.getParameterMap(), LIST_PARAMETERS);
    int limit = query.count("limit", DEFAULT_LIMIT, 1, AlertQuery.MAX_LIMIT);
    return alerts
        .page(
            found,
            query.code("kind", AlertKind.class),
            query.flag("seen"),
            query.text("cursor"),
            limit)
        .orElseThrow(() -> new InputRefused(ProblemType.INVALID_CURSOR, "take it from nextCursor"));
  }

  /** No entry of the ledger comes of it: a repetition changes nothing. */
  @PostMapping(path = "/{id}/seen", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "markAlertSeen",
      summary = "Đánh dấu cảnh báo đã xem · Mark an alert as seen")
  Alert seen(Submission submission, @PathVariable String id, @RequestBody MarkBody body) {
    return found(
        marks.see(ledgers.find(submission.ledger()), number(id), submission.caller().actor()));
  }

  @PostMapping(path = "/{id}/unseen", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "markAlertUnseen",
      summary = "Bỏ đánh dấu cảnh báo đã xem · Take back that an alert was seen")
  Alert unseen(Submission submission, @PathVariable String id, @RequestBody MarkBody body) {
    return found(marks.unsee(ledgers.find(submission.ledger()), number(id)));
  }

  private static long number(String id) {
    if (!id.matches("[0-9]{1,16}")) {
      throw unknown();
    }
    return Long.parseLong(id);
  }

  private static Alert found(Optional<Alert> alert) {
    return alert.orElseThrow(AlertController::unknown);
  }

  private static InputRefused unknown() {
    return new InputRefused(ProblemType.NOT_FOUND, "no alert of this id");
  }
}
