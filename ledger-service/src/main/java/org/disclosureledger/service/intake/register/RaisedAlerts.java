package org.disclosureledger.service.intake.register;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.service.alert.AlertKind;
import org.disclosureledger.service.alert.AlertQuery;
import org.disclosureledger.service.register.RegisterRow;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.stereotype.Component;

/** Marks requests of which alerts were raised. */
@Component
class RaisedAlerts {
  private final AlertQuery alerts;

  RaisedAlerts(AlertQuery alerts) {
    this.alerts = alerts;
  }

  /** The same rows, each with what was raised of it. */
  List<RegisterRow> marked(LedgerDescription ledger, List<RegisterRow> rows) {
    Map<UUID, List<AlertKind>> raised =
        alerts.ofRequests(ledger, rows.stream().map(RegisterRow::requestId).toList());
    return rows.stream()
        .map(row ->
            row.withAlerts(
                raised.getOrDefault(row.requestId(), List.of()).stream()
                    .map(AlertKind::name)
                    .toList()))
        .toList();
  }
}
