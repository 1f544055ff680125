package org.disclosureledger.service.report.command;

import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.report.ReportName;

/**
 * What a person asks the ledger to keep of a report. Members are checked on construction, which
 * throws {@link org.disclosureledger.service.envelope.CommandRefused}.
 */
public sealed interface ReportCommand extends LedgerCommand
    permits FreezeReport, AmendReport, SubmitReport {

  ReportName report();

  @Override
  default StreamId stream() {
    return report().stream();
  }
}
