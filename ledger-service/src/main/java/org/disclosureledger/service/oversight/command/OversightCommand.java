package org.disclosureledger.service.oversight.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;

/**
 * What a person asks the ledger to keep of inspections, drills and voluntary reports. Members are
 * checked on construction, which throws {@link
 * org.disclosureledger.service.envelope.CommandRefused}.
 */
public sealed interface OversightCommand extends LedgerCommand
    permits RecordInspection, RecordDrill, RecordNotice, ForwardNotice {

  /** Of the inspection, drill or report. */
  UUID id();

  @Override
  default StreamId stream() {
    String kind =
        switch (this) {
          case RecordInspection unused -> "inspection";
          case RecordDrill unused -> "drill";
          case RecordNotice unused -> "notice";
          case ForwardNotice unused -> "notice";
        };
    return new StreamId(kind + "/" + id());
  }
}
