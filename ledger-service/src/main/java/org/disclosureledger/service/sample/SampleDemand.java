package org.disclosureledger.service.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.deadline.AnswerDue;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What an invented agency demands, and how fast the enterprise is about it.
 *
 * @param receivingAgency code of the agency that the answer goes to, if it is another
 * @param agentLag how long an agent kept it; absent when it came directly
 * @param paceHours about how long an answer takes from recording, in hours
 */
record SampleDemand(
    SampleAgency agency,
    @Nullable String receivingAgency,
    Instant receivedAt,
    Duration recordingLag,
    Channel channel,
    @Nullable Duration agentLag,
    boolean emergency,
    Secrecy secrecy,
    @Nullable Instant dueStated,
    double paceHours,
    List<SampleItem> items,
    Invented invented) {
  boolean secret() {
    return secrecy.aboveNormal();
  }

  /** What decides on its due times. */
  AnswerDue asked() {
    return new AnswerDue(
        receivedAt, emergency, items.stream().map(item -> item.asked().kind()).toList(), dueStated);
  }

  RecordRequest record(UUID id) {
    LocalDate received = LocalDate.ofInstant(receivedAt, LedgerZone.ID);
    boolean oral = emergency && (channel == Channel.TELEPHONE || channel == Channel.IN_PERSON);
    return new RecordRequest(
        id,
        receivedAt,
        channel,
        agent(),
        agency.code().value(),
        agency.kind(),
        secret() ? null : "Đội %d, %s".formatted(1 + items.size(), agency.nameVi()),
        receivingAgency,
        secret() ? null : invented.person(),
        oral ? null : invented.documentNumber(agency.code().value()),
        oral ? null : received.minusDays(emergency ? 0 : Math.min(items.size(), 9)),
        secret() ? null : "Đề nghị cung cấp: " + items.getFirst().asked().kind().vi(),
        emergency ? null : "116-2025-QH15/25.2.a",
        agency.caseType(),
        emergency ? Priority.HIGHEST : Priority.ROUTINE,
        emergency,
        emergency ? Urgency.EXPRESS : invented.percent(8) ? Urgency.URGENT : Urgency.NORMAL,
        secrecy,
        dueStated,
        items.stream().map(SampleItem::asked).toList(),
        secret() || oral ? List.of() : List.of(invented.digest()));
  }

  private @Nullable ReachedAgent agent() {
    return agentLag == null
        ? null
        : new ReachedAgent(
            secret() ? null : "Đại lý Ví Dụ số " + (1 + invented.random().nextInt(9)),
            receivedAt.minus(agentLag));
  }
}
