package org.disclosureledger.service.intake.register;

import java.util.List;
import java.util.Set;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.agencyregister.AgencyQuery.OnDay;
import org.disclosureledger.service.register.RegisterRow;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.springframework.stereotype.Component;

/**
 * Marks requests whose agency our register does not have: such a one can be verified by document or
 * signature all the same, and whoever reads the register shall see it.
 */
@Component
class RegisteredAgencies {
  private final AgencyQuery agencies;

  RegisteredAgencies(AgencyQuery agencies) {
    this.agencies = agencies;
  }

  /** The same rows, each marked as of its day of receipt. */
  List<RegisterRow> marked(LedgerDescription ledger, List<RegisterRow> rows) {
    Set<OnDay> registered =
        agencies.registered(ledger, rows.stream().map(RegisteredAgencies::asked).toList());
    return rows.stream()
        .map(row -> row.withAgencyRegistered(registered.contains(asked(row))))
        .toList();
  }

  private static OnDay asked(RegisterRow row) {
    return new OnDay(row.agency(), row.received().atZone(LedgerZone.ID).toLocalDate());
  }
}
