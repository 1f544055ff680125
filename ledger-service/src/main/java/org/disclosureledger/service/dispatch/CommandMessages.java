package org.disclosureledger.service.dispatch;

import java.util.List;
import org.disclosureledger.service.agency.AgencyMessage;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.CalendarMessage;
import org.disclosureledger.service.deadline.PolicyMessage;
import org.disclosureledger.service.deadline.command.AdoptPolicy;
import org.disclosureledger.service.deadline.command.ImportCalendar;
import org.disclosureledger.service.disclosure.ErasedStreams;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.erasure.ErasureMessage;
import org.disclosureledger.service.erasure.RetentionMessage;
import org.disclosureledger.service.erasure.command.AdoptRetention;
import org.disclosureledger.service.erasure.command.ErasePersonalData;
import org.disclosureledger.service.grant.GrantFacts;
import org.disclosureledger.service.grant.GrantMessage;
import org.disclosureledger.service.grant.command.GrantCommand;
import org.disclosureledger.service.oversight.OversightMessage;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.reconciliation.ReconciliationMessage;
import org.disclosureledger.service.reconciliation.command.ReconciliationCommand;
import org.disclosureledger.service.report.ReportMessage;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.request.DataRequestMessage;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each family's message to its aggregate, with what deciding needs to know besides the stream. */
@Component
class CommandMessages {
  private final AgencyQuery agencies;
  private final ErasedStreams erased;
  private final LedgerPolicies policies = new LedgerPolicies();

  CommandMessages(AgencyQuery agencies, ErasedStreams erased) {
    this.agencies = agencies;
    this.erased = erased;
  }

  /**
   * @param expectedSequence the stream's last sequence as the caller saw it, or {@code null}
   * @param reads takes note of what deciding reads of other streams
   * @throws IllegalArgumentException for a command of no family known here
   */
  Object of(
      LedgerCommand command,
      CommandContext context,
      @Nullable Long expectedSequence,
      StreamReads reads) {
    return switch (command) {
      case RequestCommand request ->
          DataRequestMessage.of(
              request,
              context,
              new LedgerCircumstances(
                  reads, agencies, policies, stream -> erased.contains(context.ledger(), stream)),
              expectedSequence);
      case AgencyCommand agency -> AgencyMessage.of(agency, context, expectedSequence);
      case OversightCommand oversight -> OversightMessage.of(oversight, context, expectedSequence);
      case ReconciliationCommand reconciliation ->
          ReconciliationMessage.of(reconciliation, context, expectedSequence);
      case ErasePersonalData erasure ->
          ErasureMessage.of(
              erasure,
              context,
              ErasureCircumstances.of(erasure, context.ledger(), reads, erased),
              expectedSequence);
      case ReportCommand report ->
          ReportMessage.of(
              report, context, ReportCircumstances.previous(report, reads), expectedSequence);
      case AdoptRetention retention -> RetentionMessage.of(retention, context, expectedSequence);
      case AdoptPolicy policy ->
          PolicyMessage.of(policy, context, policies.all(reads), expectedSequence);
      case ImportCalendar calendar ->
          CalendarMessage.of(calendar, context, policies.all(reads), expectedSequence);
      case GrantCommand grant ->
          GrantMessage.of(grant, context, facts(grant, context, reads), expectedSequence);
      default -> throw new IllegalArgumentException("no aggregate takes " + command.getClass());
    };
  }

  private GrantFacts facts(GrantCommand command, CommandContext context, StreamReads reads) {
    List<StoredEvent> request = reads.stream(command.about());
    RequestState state = ErasureCircumstances.state(request);
    return new GrantFacts(
        request.isEmpty() ? -1 : request.getLast().header().sequence(),
        erased.contains(context.ledger(), command.about()),
        // Of what cannot be read no words are recorded either.
        !request.isEmpty() && (state == null || state.secrecy().aboveNormal()));
  }
}
