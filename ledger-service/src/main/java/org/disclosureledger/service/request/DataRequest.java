package org.disclosureledger.service.request;

import java.util.List;
import java.util.stream.Stream;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareEmergency;
import org.disclosureledger.service.request.command.PrepareExtension;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.ReopenRequest;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.RequestEvent;

/** Decides commands about one request: pure, the same answer for the same arguments. */
public final class DataRequest {
  private DataRequest() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @throws CommandRefused with a {@link RequestRule} or a deadline rule; nothing happened then
   */
  public static List<ProposedEvent<RequestEvent>> decide(
      RequestState state,
      RequestCommand command,
      CommandContext context,
      Circumstances circumstances) {
    checkRole(command, context);
    if (command instanceof RecordRequest record) {
      Gate.require(!state.exists(), RequestRule.REQUEST_EXISTS, "it has events");
      return Recording.decide(record, context, circumstances.policies());
    }
    Gate.require(state.exists(), RequestRule.REQUEST_NOT_FOUND, "it has no events");
    Gate.require(
        !circumstances.personalDataErased(command.requestId()),
        RequestRule.PERSONAL_DATA_ERASED,
        "nothing can be added to it");
    if (!afterClosing(command)) {
      Gate.notClosed(state);
    }
    List<ProposedEvent<RequestEvent>> missed = Writing.missedBefore(state, command, context);
    List<ProposedEvent<RequestEvent>> decided = several(state, command, context, circumstances);
    return Stream.concat(missed.stream(), decided.stream()).toList();
  }

  private static List<ProposedEvent<RequestEvent>> several(
      RequestState state,
      RequestCommand command,
      CommandContext context,
      Circumstances circumstances) {
    return switch (command) {
      case ApproveAct approve -> Acts.approve(state, approve, context, circumstances);
      case PrepareAcceptance prepare -> Acceptance.prepare(state, prepare, context);
      case PrepareEmergency prepare -> Acceptance.prepareEmergency(state, prepare, context);
      case PrepareDelivery prepare -> Delivery.prepare(state, prepare, context);
      case PrepareCorrection prepare -> Correction.prepare(state, prepare, context);
      case AttachDocument attach -> Remarks.document(state, attach, context);
      case ReceiveClarification receive ->
          Clarification.receive(state, receive, context, circumstances);
      default -> List.of(one(state, command, context, circumstances));
    };
  }

  private static void checkRole(RequestCommand command, CommandContext context) {
    ActorRole role = context.role();
    boolean allowed =
        switch (command) {
          case ApproveAct unused -> role == ActorRole.APPROVER;
          case ReturnAct unused -> role == ActorRole.APPROVER;
          case IssueReminder unused -> role == ActorRole.SUPERVISOR;
          case MissWriting unused -> role == ActorRole.SYSTEM && context.actor().isSystem();
          case RecomputeDeadline unused -> role == ActorRole.SYSTEM && context.actor().isSystem();
          // The approver is a second legal officer, who may also prepare what another approves.
          default -> role == ActorRole.LEGAL || role == ActorRole.APPROVER;
        };
    Gate.require(allowed, RequestRule.ROLE_NOT_ALLOWED, role.code());
  }

  /** What may still be recorded of a closed request: what comes to light, and what gives back. */
  private static boolean afterClosing(RequestCommand command) {
    return switch (command) {
      case PrepareCorrection unused -> true;
      // Only the end of a measure, which is looked at where it is prepared.
      case PrepareMeasure unused -> true;
      case ApproveAct act -> act.act() == ActKind.CORRECTION || act.act() == ActKind.MEASURE;
      case ReturnAct act -> act.act() == ActKind.CORRECTION || act.act() == ActKind.MEASURE;
      case RecordReceipt unused -> true;
      case ReopenRequest unused -> true;
      case ConfirmInWriting unused -> true;
      case MissWriting unused -> true;
      case LinkRequest unused -> true;
      case RecordError unused -> true;
      case IssueReminder unused -> true;
      case AttachDocument unused -> true;
      default -> false;
    };
  }

  private static ProposedEvent<RequestEvent> one(
      RequestState state,
      RequestCommand command,
      CommandContext context,
      Circumstances circumstances) {
    return switch (command) {
      case VerifyAuthority verify -> Verification.decide(state, verify, context, circumstances);
      case AskClarification ask -> Clarification.ask(state, ask, context);
      case RecomputeDeadline unused ->
          Recomputation.decide(state, context, circumstances.policies());
      case ConfirmInWriting confirm -> Writing.confirm(state, confirm, context);
      case MissWriting miss -> Writing.miss(state, miss, context);
      case PrepareRefusal prepare -> Refusal.prepare(state, prepare, context);
      case PrepareExtension prepare -> Extension.prepare(state, prepare, context);
      case ReportObstacle report -> Remarks.obstacle(state, report, context);
      case RecordReceipt receipt -> Delivery.receive(state, receipt, context);
      case PrepareNoData prepare -> NoData.prepare(state, prepare, context);
      case PrepareMeasure prepare -> Measures.prepare(state, prepare, context);
      case ReturnAct giveBack -> Acts.giveBack(state, giveBack, context);
      case CancelRequest cancel -> Ending.cancel(state, cancel, context);
      case CloseRequest close -> Ending.close(state, close, context);
      case ReopenRequest reopen -> Ending.reopen(state, reopen, context);
      case LinkRequest link -> Remarks.link(state, link, context, circumstances);
      case RecordError error -> Remarks.error(state, error, context);
      case IssueReminder reminder -> Remarks.reminder(state, reminder, context);
      case RecordRequest _,
          ApproveAct _,
          PrepareAcceptance _,
          PrepareEmergency _,
          PrepareDelivery _,
          PrepareCorrection _,
          AttachDocument _,
          ReceiveClarification _ ->
          throw new IllegalStateException("decided before");
    };
  }
}
