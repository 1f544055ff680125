package org.disclosureledger.service.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.disclosureledger.service.deadline.AnswerDue;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ForwardingAgent;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RecordedDocument;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RecordedTarget;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestingAgency;
import org.disclosureledger.service.vocabulary.RequestRoute;
import org.disclosureledger.service.vocabulary.Secrecy;

/** A new request, and the due time that follows from it. */
final class Recording {
  private Recording() {}

  static List<ProposedEvent<RequestEvent>> decide(
      RecordRequest command, CommandContext context, PolicyInForce policies) {
    Instant receivedAt = command.receivedAt();
    Gate.notAhead(context, receivedAt, RequestRule.RECEIVED_IN_FUTURE);
    Gate.notTomorrow(context, command.documentDate());
    ReachedAgent agent = command.agent();
    Gate.require(
        agent == null || !agent.reachedAt().isAfter(receivedAt),
        RequestRule.AGENT_AFTER_RECEIPT,
        "received " + receivedAt);
    checkContents(command);
    AnswerDue asked =
        new AnswerDue(
            receivedAt,
            command.emergency(),
            command.items().stream().map(RequestedItem::kind).toList(),
            command.dueStated());
    DeadlineSet deadline = DeadlineSet.atRecording(DeadlinePurpose.ANSWER, policies.resolve(asked));
    List<List<RecordedItem>> lists =
        ItemLists.of(
            IntStream.range(0, command.items().size())
                .mapToObj(i -> item(i + 1, command.items().get(i)))
                .toList());
    List<ProposedEvent<RequestEvent>> events = new ArrayList<>();
    RequestEvent recorded = recorded(command, lists.getFirst());
    events.add(new ProposedEvent<>(context.newId(), receivedAt, recorded));
    for (List<RecordedItem> more : lists.subList(1, lists.size())) {
      events.add(new ProposedEvent<>(context.newId(), receivedAt, new ItemsListed(more)));
    }
    events.add(new ProposedEvent<>(context.newId(), context.now(), deadline));
    boolean paper =
        Demand.paper(
            command.secrecy(), !command.documents().isEmpty(), command.documentDate() != null);
    if (Demand.oral(command.emergency(), command.channel(), paper)) {
      RequestEvent confirm =
          DeadlineSet.atRecording(
              DeadlinePurpose.CONFIRM_IN_WRITING, policies.confirmInWriting(asked));
      events.add(new ProposedEvent<>(context.newId(), context.now(), confirm));
    }
    return List.copyOf(events);
  }

  private static void checkContents(RecordRequest command) {
    boolean secret = command.secrecy().aboveNormal();
    Gate.noContentAboveNormal(
        command.secrecy(), command.unit(), command.officer(), command.subject());
    Gate.require(
        !secret || command.documents().isEmpty(), RequestRule.SECRECY_FORBIDS_CONTENT, "documents");
    ReachedAgent agent = command.agent();
    Gate.noContentAboveNormal(command.secrecy(), agent == null ? null : agent.name());
    command.items().forEach(item -> checkTargets(command.secrecy(), item));
  }

  static void checkTargets(Secrecy secrecy, RequestedItem item) {
    for (RequestedTarget target : item.targets()) {
      Gate.noContentAboveNormal(secrecy, target.identifier());
      Gate.require(
          secrecy.aboveNormal() || target.identifier() != null,
          RequestRule.TARGET_WITHOUT_IDENTIFIER,
          item.kind().name());
    }
  }

  private static RequestRecorded recorded(RecordRequest command, List<RecordedItem> items) {
    ReachedAgent agent = command.agent();
    return new RequestRecorded(
        command.receivedAt(),
        command.channel(),
        agent == null ? RequestRoute.DIRECT : RequestRoute.VIA_AGENT,
        agent == null ? null : new ForwardingAgent(Committed.of(agent.name()), agent.reachedAt()),
        new RequestingAgency(
            command.requestingAgency(),
            command.requestingAgencyKind(),
            Committed.of(command.unit())),
        command.receivingAgency(),
        Committed.of(command.officer()),
        Committed.of(command.documentNumber()),
        command.documentDate(),
        Committed.of(command.subject()),
        command.legalBasis(),
        command.caseType(),
        command.priority(),
        command.emergency(),
        command.urgency(),
        command.secrecy(),
        command.dueStated(),
        items,
        IntStream.range(0, command.documents().size())
            .mapToObj(i -> new RecordedDocument(i + 1, Committed.of(command.documents().get(i))))
            .toList());
  }

  static RecordedItem item(int ordinal, RequestedItem item) {
    return new RecordedItem(
        ordinal,
        item.kind(),
        IntStream.range(0, item.targets().size())
            .mapToObj(
                i -> new RecordedTarget(i + 1, Committed.of(item.targets().get(i).identifier())))
            .toList(),
        item.fields(),
        item.period(),
        item.maximumRecords());
  }
}
