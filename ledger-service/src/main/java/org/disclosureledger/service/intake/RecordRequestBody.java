package org.disclosureledger.service.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in. Absent: {@code priority} is ROUTINE, {@code emergency} false.
 *
 * @param documents SHA-256 of each file that came with it, 64 hexadecimal digits
 */
record RecordRequestBody(
    Instant receivedAt,
    Channel channel,
    @Nullable Agent agent,
    Agency requestingAgency,
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
    List<Item> items,
    @Nullable List<String> documents)
    implements CommandBody {

  /** The agency that asks, and the unit within it. */
  record Agency(String code, AgencyKind kind, @Nullable String unit) {
    @Override
    public String toString() {
      return "Agency";
    }
  }

  /** The agent (đại lý) whom the request reached before it came to the enterprise. */
  record Agent(@Nullable String name, Instant reachedAt) {
    @Override
    public String toString() {
      return "Agent";
    }
  }

  /** One thing asked for. */
  record Item(
      ItemKind kind,
      @Nullable List<Target> targets,
      List<DataField> fields,
      @Nullable PeriodBody period,
      @Nullable Long maximumRecords) {

    RequestedItem toItem() {
      List<RequestedTarget> whom =
          targets == null
              ? List.of()
              : targets.stream().map(target -> new RequestedTarget(target.identifier())).toList();
      return new RequestedItem(kind, whom, fields, PeriodBody.toPeriod(period), maximumRecords);
    }

    @Override
    public String toString() {
      return "Item";
    }
  }

  /** Whom or what an item is about. */
  record Target(@Nullable String identifier) {
    @Override
    public String toString() {
      return "Target";
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
        items.stream().map(Item::toItem).toList(),
        documents == null ? List.of() : documents);
  }

  @Override
  public String toString() {
    return "RecordRequestBody";
  }
}
