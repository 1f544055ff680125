package org.disclosureledger.service.dispatch;

import org.disclosureledger.service.deadline.AdoptionPreview;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StreamReads;
import org.springframework.stereotype.Component;

/** What would hold after an adoption, from the ledger as it is; nothing is written. */
@Component
public class AdoptionPreviews {
  private final EntryStore store;
  private final LedgerClock clock;
  private final EventIds ids;
  private final LedgerPolicies policies = new LedgerPolicies();

  AdoptionPreviews(EntryStore store, LedgerClock clock, EventIds ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * @throws org.disclosureledger.service.envelope.CommandRefused as the adoption itself would
   */
  public PolicyInForce after(LedgerDescription ledger, AdoptPolicy command, Caller caller) {
    return AdoptionPreview.of(command, inForce(ledger), context(ledger, caller));
  }

  /**
   * @throws org.disclosureledger.service.envelope.CommandRefused as the adoption itself would
   */
  public PolicyInForce after(LedgerDescription ledger, ImportCalendar command, Caller caller) {
    return AdoptionPreview.of(command, inForce(ledger), context(ledger, caller));
  }

  private PolicyInForce inForce(LedgerDescription ledger) {
    return policies.all(new StreamReads(store, ledger.name()));
  }

  private CommandContext context(LedgerDescription ledger, Caller caller) {
    return caller.context(ledger.name(), clock, ids);
  }
}
