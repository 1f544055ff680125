package org.disclosureledger.service.intake;

import java.util.List;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.AgencyMessage;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.oversight.OversightMessage;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.request.DataRequestMessage;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each family's message to its aggregate, with what deciding needs to know besides the stream. */
@Component
class CommandMessages {
  private static final StreamId POLICY = new StreamId("policy");

  private final EntryStore store;

  CommandMessages(EntryStore store) {
    this.store = store;
  }

  /**
   * @param expectedSequence the stream's last sequence as the caller saw it, or {@code null}
   * @throws IllegalArgumentException for a command of no family known here
   */
  Object of(LedgerCommand command, CommandContext context, @Nullable Long expectedSequence) {
    return switch (command) {
      case RequestCommand request ->
          DataRequestMessage.of(
              request,
              context,
              request instanceof RecordRequest ? policyIn(context.ledger()) : PolicyInForce.NONE,
              expectedSequence);
      case AgencyCommand agency -> AgencyMessage.of(agency, context, expectedSequence);
      case OversightCommand oversight -> OversightMessage.of(oversight, context, expectedSequence);
      default -> throw new IllegalArgumentException("no aggregate takes " + command.getClass());
    };
  }

  private PolicyInForce policyIn(String ledger) {
    List<StoredEvent> policies = store.stream(ledger, POLICY);
    if (policies.isEmpty()) {
      return PolicyInForce.NONE;
    }
    StoredEvent last = policies.getLast();
    return last.payload() instanceof PolicyAdopted adopted
        ? PolicyInForce.of(last.header().id(), adopted)
        : PolicyInForce.NONE;
  }
}
