package org.disclosureledger.service.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/**
 * Whether who asks may ask: by a contact of our own register, never by one that the caller gave.
 */
final class Verification {
  private Verification() {}

  static ProposedEvent<RequestEvent> decide(
      RequestState state,
      VerifyAuthority command,
      CommandContext context,
      Circumstances circumstances) {
    Gate.noContentAboveNormal(state.secrecy(), command.note());
    if (command.outcome() == VerificationOutcome.VERIFIED) {
      checkRegister(state, command, circumstances);
    }
    Instant time = Gate.time(context, command.happenedAt(), state.receivedAt(), since(state));
    Committed<String> note = Committed.of(command.note());
    RequestEvent event =
        switch (command.outcome()) {
          case VERIFIED -> new AuthorityVerified(command.method(), command.contact(), note);
          case REFUTED -> new AuthorityRefuted(command.method(), command.contact(), note);
        };
    return new ProposedEvent<>(context.newId(), time, event);
  }

  /**
   * When an earlier check lost its force, or was refuted: to claim an older one would bring it
   * back.
   */
  private static @Nullable Instant since(RequestState state) {
    return state.authority() == Authority.VERIFIED ? null : state.check().at();
  }

  private static void checkRegister(
      RequestState state, VerifyAuthority command, Circumstances circumstances) {
    Demand demand = state.demand();
    if (demand == null) {
      throw new CommandRefused(RequestRule.REQUEST_NOT_FOUND, "it has no events");
    }
    AgencyStanding agency = circumstances.agency(demand.agency());
    LocalDate day = demand.dayOfReceipt();
    Gate.require(
        !agency.registered() || agency.validOn(day), RequestRule.AGENCY_NOT_VALID, "on " + day);
    if (command.method() == VerificationMethod.CALL_BACK) {
      UUID contact = command.contact();
      Gate.require(contact != null, RequestRule.CONTACT_MISSING, "called back");
      Gate.require(
          contact != null && agency.currentContacts().contains(contact),
          RequestRule.CONTACT_UNKNOWN,
          "contact " + contact);
    }
  }
}
