package org.disclosureledger.service.request.command;

import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.request.DataRequest;

/**
 * What a person asks the ledger to do with one request. Members are checked on construction, which
 * throws {@link org.disclosureledger.service.envelope.CommandRefused}; everything that depends on
 * the request's state is checked by {@link DataRequest}.
 */
public sealed interface RequestCommand extends LedgerCommand
    permits RecordRequest,
        VerifyAuthority,
        AskClarification,
        ReceiveClarification,
        PrepareAcceptance,
        PrepareEmergency,
        ConfirmInWriting,
        MissWriting,
        PrepareRefusal,
        PrepareExtension,
        ReportObstacle,
        PrepareDelivery,
        RecordReceipt,
        PrepareNoData,
        PrepareMeasure,
        PrepareCorrection,
        ApproveAct,
        ReturnAct,
        CancelRequest,
        CloseRequest,
        ReopenRequest,
        LinkRequest,
        RecomputeDeadline,
        RecordError,
        IssueReminder,
        AttachDocument {

  /** The request's stream is {@code request/<this>}. */
  UUID requestId();

  @Override
  default StreamId stream() {
    return new StreamId("request/" + requestId());
  }
}
