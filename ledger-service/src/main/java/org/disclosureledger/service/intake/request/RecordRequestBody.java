package org.disclosureledger.service.intake.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.wire.CommandBody;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in. Absent: {@code priority} is ROUTINE, {@code emergency} false.
 *
 * @param documents SHA-256 of each file that came with it, 64 hexadecimal digits
 */
record RecordRequestBody(
    Instant receivedAt,
    Channel channel,
    @Nullable AgentBody agent,
    AgencyBody requestingAgency,
    @Nullable String receivingAgency,
    @Nullable String officer,
    @Nullable String documentNumber,
    @Nullable LocalDate documentDate,
    @Nullable String subject,
    @Nullable String legalBasis,
    CaseType caseType,
    @Nullable Priority priority,
    @Nullable Boolean emergency,
    Urgency urgency,
    Secrecy secrecy,
    @Nullable Instant dueStated,
    List<ItemBody> items,
    @Nullable List<String> documents)
    implements CommandBody {

  /** The agent (đại lý) whom the request reached before it came to the enterprise. */
  record AgentBody(@Nullable String name, Instant reachedAt) {
    @Override
    public String toString() {
      return "AgentBody";
    }
  }

  RecordRequest toCommand(UUID requestId) {
    return new RecordRequest(
        requestId,
        receivedAt,
        channel,
        agent == null ? null : new ReachedAgent(agent.name(), agent.reachedAt()),
        requestingAgency.code(),
        requestingAgency.kind(),
        requestingAgency.unit(),
        receivingAgency,
        officer,
        documentNumber,
        documentDate,
        subject,
        legalBasis,
        caseType,
        priority == null ? Priority.ROUTINE : priority,
        Boolean.TRUE.equals(emergency),
        urgency,
        secrecy,
        dueStated,
        items.stream().map(ItemBody::toItem).toList(),
        documents == null ? List.of() : documents);
  }

  @Override
  public String toString() {
    return "RecordRequestBody";
  }
}
