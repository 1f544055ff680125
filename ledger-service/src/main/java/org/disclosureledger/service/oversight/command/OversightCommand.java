package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.oversight.content.OversightKind;

/**
 * What a person asks the ledger to keep of inspections, drills and voluntary reports. Members are
 * checked on construction, which throws {@link
 * org.disclosureledger.service.envelope.CommandRefused}.
 */
public sealed interface OversightCommand extends LedgerCommand
    permits RecordInspection,
        RecordDrill,
        RecordNotice,
        ForwardNotice,
        PrepareOversightCorrection,
        ApproveOversightCorrection,
        ReturnOversightCorrection {

  OversightKind kind();

  /** Of the inspection, drill or report. */
  UUID id();

  @Override
  default StreamId stream() {
    return kind().stream(id());
  }
}
