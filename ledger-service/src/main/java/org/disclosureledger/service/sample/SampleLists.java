package org.disclosureledger.service.sample;

import java.util.UUID;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.sealing.LedgerDescription;

/** Compares the sample's agencies' lists with its register. */
@FunctionalInterface
interface SampleLists {
  /** Waits until the register tells of all that is recorded. */
  RecordReconciliation compare(
      LedgerDescription ledger, UUID id, String agency, ReceiptPeriod period, byte[] csv);
}
