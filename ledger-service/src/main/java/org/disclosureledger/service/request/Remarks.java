package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.AttachDocument;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.SignatureChecked;

/** What is said about a request without changing where it stands. */
final class Remarks {
  private static final int MAX_SIGNATURES = 10;

  /** Entries of a stream beyond which nothing is remarked on: what is left is for the answer. */
  static final int MAX_ENTRIES = 1_000;

  private Remarks() {}

  private static void room(RequestState state) {
    Gate.require(
        state.lastSequence() + 1 < MAX_ENTRIES,
        RequestRule.TOO_MANY_REMARKS,
        "it has " + MAX_ENTRIES + " entries");
  }

  static ProposedEvent<RequestEvent> obstacle(
      RequestState state, ReportObstacle command, CommandContext context) {
    room(state);
    List<Integer> items = command.items().isEmpty() ? state.openItems() : command.items();
    Gate.require(!items.isEmpty(), RequestRule.NO_OPEN_ITEM, "all are answered");
    for (int item : items) {
      Gate.require(
          !Gate.item(state, item).state().terminal(), RequestRule.ITEM_ANSWERED, "item " + item);
    }
    Gate.reason(state.secrecy(), command.reason());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event =
        new ObstacleReported(items, Committed.of(command.reason()), command.expectedAt());
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> link(
      RequestState state,
      LinkRequest command,
      CommandContext context,
      Circumstances circumstances) {
    room(state);
    Gate.require(
        !command.other().equals(command.requestId()), RequestRule.LINK_TO_ITSELF, "it is itself");
    Gate.require(
        circumstances.requestExists(command.other()),
        RequestRule.LINKED_REQUEST_UNKNOWN,
        "request " + command.other());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event = new RequestLinked(command.relation(), command.other());
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> error(
      RequestState state, RecordError command, CommandContext context) {
    room(state);
    Gate.require(
        state.entries().contains(command.event()),
        RequestRule.ENTRY_UNKNOWN,
        "entry " + command.event());
    command.items().forEach(item -> Gate.item(state, item));
    Gate.require(!command.items().isEmpty(), RequestRule.NO_ITEMS, "items");
    Gate.severity(state.severities(command.event(), command.items()), command.severity());
    Gate.reason(state.secrecy(), command.description());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event =
        new ErrorRecorded(
            command.event(),
            command.items(),
            command.cause(),
            command.severity(),
            Committed.of(command.description()));
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static ProposedEvent<RequestEvent> reminder(
      RequestState state, IssueReminder command, CommandContext context) {
    room(state);
    Gate.reason(state.secrecy(), command.text());
    Instant time = Gate.time(context, command.happenedAt(), state.notBefore());
    RequestEvent event = new ReminderIssued(Committed.of(command.text()), command.answerBy());
    return new ProposedEvent<>(context.newId(), time, event);
  }

  static List<ProposedEvent<RequestEvent>> document(
      RequestState state, AttachDocument command, CommandContext context) {
    room(state);
    Gate.require(!state.secrecy().aboveNormal(), RequestRule.SECRECY_FORBIDS_CONTENT, "documents");
    Gate.require(
        !state.documents().contains(command.document()),
        RequestRule.DOCUMENT_REPEATED,
        "document " + command.document());
    Gate.require(
        command.signatures().size() <= MAX_SIGNATURES,
        RequestRule.TOO_MANY_SIGNATURES,
        command.signatures().size() + " signatures");
    Gate.require(
        command.signs() == null || state.documents().contains(command.signs()),
        RequestRule.SIGNED_DOCUMENT_UNKNOWN,
        "document " + command.signs());
    Instant time = Gate.time(context, command.happenedAt());
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    RequestEvent attached =
        new DocumentAttached(
            command.document(),
            command.purpose(),
            command.mediaType(),
            command.object(),
            Committed.of(command.digest()),
            Committed.of(command.size()),
            Committed.of(command.name()));
    events.add(new ProposedEvent<>(context.newId(), time, attached));
    for (CheckedSignature signature : command.signatures()) {
      RequestEvent checked =
          new SignatureChecked(
              command.document(),
              command.signs(),
              signature.format(),
              signature.outcome(),
              signature.chain(),
              signature.signedAt(),
              signature.timestamped(),
              Committed.of(signature.signer()),
              Committed.of(signature.certificate()));
      events.add(new ProposedEvent<>(context.newId(), context.now(), checked));
    }
    return List.copyOf(events);
  }
}
