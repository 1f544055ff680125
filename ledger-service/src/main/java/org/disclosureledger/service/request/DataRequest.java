package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.ApproveAcceptance;
import org.disclosureledger.service.request.command.ApproveDelivery;
import org.disclosureledger.service.request.command.ApproveRefusal;
import org.disclosureledger.service.request.command.CloseRequest;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.PrepareDelivery;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.RecordReceipt;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAcceptance;
import org.disclosureledger.service.request.command.ReturnDelivery;
import org.disclosureledger.service.request.command.ReturnRefusal;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.RequestClosed;
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
      RequestState state, RequestCommand command, CommandContext context, PolicyInForce policies) {
    checkRole(command, context.role());
    if (command instanceof RecordRequest record) {
      Gate.require(!state.exists(), RequestRule.REQUEST_EXISTS, "it has events");
      return Recording.decide(record, context, policies);
    }
    Gate.require(state.exists(), RequestRule.REQUEST_NOT_FOUND, "it has no events");
    Gate.require(!state.closed(), RequestRule.REQUEST_CLOSED, "it was closed");
    return List.of(one(state, command, context));
  }

  private static void checkRole(RequestCommand command, ActorRole role) {
    boolean allowed =
        switch (command) {
          case ApproveAcceptance unused -> role == ActorRole.APPROVER;
          case ReturnAcceptance unused -> role == ActorRole.APPROVER;
          case ApproveRefusal unused -> role == ActorRole.APPROVER;
          case ReturnRefusal unused -> role == ActorRole.APPROVER;
          case ApproveDelivery unused -> role == ActorRole.APPROVER;
          case ReturnDelivery unused -> role == ActorRole.APPROVER;
          // The approver is a second legal officer, who may also prepare what another approves.
          default -> role == ActorRole.LEGAL || role == ActorRole.APPROVER;
        };
    Gate.require(allowed, RequestRule.ROLE_NOT_ALLOWED, role.code());
  }

  private static ProposedEvent<RequestEvent> one(
      RequestState state, RequestCommand command, CommandContext context) {
    return switch (command) {
      case RecordRequest unused -> throw new IllegalStateException("decided before");
      case VerifyAuthority verify -> verify(state, verify, context);
      case PrepareAcceptance prepare -> Acceptance.prepare(state, prepare, context);
      case ApproveAcceptance approve -> Acceptance.approve(state, approve, context);
      case ReturnAcceptance giveBack -> Acceptance.giveBack(state, giveBack, context);
      case PrepareRefusal prepare -> Refusal.prepare(state, prepare, context);
      case ApproveRefusal approve -> Refusal.approve(state, approve, context);
      case ReturnRefusal giveBack -> Refusal.giveBack(state, giveBack, context);
      case PrepareDelivery prepare -> Delivery.prepare(state, prepare, context);
      case ApproveDelivery approve -> Delivery.approve(state, approve, context);
      case ReturnDelivery giveBack -> Delivery.giveBack(state, giveBack, context);
      case RecordReceipt receipt -> Delivery.receive(state, receipt, context);
      case CloseRequest close -> close(state, close, context);
    };
  }

  private static ProposedEvent<RequestEvent> verify(
      RequestState state, VerifyAuthority command, CommandContext context) {
    Gate.noContentAboveNormal(state.secrecy(), command.note());
    Instant time = Gate.time(context, command.happenedAt(), state.receivedAt());
    Committed<String> note = Committed.of(command.note());
    RequestEvent event =
        switch (command.outcome()) {
          case VERIFIED -> new AuthorityVerified(command.method(), command.contact(), note);
          case REFUTED -> new AuthorityRefuted(command.method(), command.contact(), note);
        };
    return new ProposedEvent<>(context.newId(), time, event);
  }

  private static ProposedEvent<RequestEvent> close(
      RequestState state, CloseRequest command, CommandContext context) {
    Gate.noneOpen(state);
    Gate.require(state.answered(), RequestRule.ITEMS_OPEN, "an item is not terminal");
    Gate.noContentAboveNormal(state.secrecy(), command.reason());
    Instant time =
        Gate.time(
            context, command.happenedAt(), state.receivedAt(), state.answeredAt().orElse(null));
    RequestEvent event = new RequestClosed(Committed.of(command.reason()));
    return new ProposedEvent<>(context.newId(), time, event);
  }
}
