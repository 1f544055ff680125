package org.disclosureledger.service.reconciliation.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;

/** What a person asks the ledger to keep of a reconciliation. */
public sealed interface ReconciliationCommand extends LedgerCommand permits RecordReconciliation {

  /** Of the reconciliation. */
  UUID id();

  @Override
  default StreamId stream() {
    return new StreamId("reconciliation/" + id());
  }
}
