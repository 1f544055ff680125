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
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;

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
    Instant time =
        Gate.time(context, command.happenedAt(), state.notBefore(), state.check().voidedAt());
    if (command.outcome() == VerificationOutcome.VERIFIED) {
      checkRegister(state, command, time, circumstances);
    }
    Committed<String> note = Committed.of(command.note());
    RequestEvent event =
        switch (command.outcome()) {
          case VERIFIED -> new AuthorityVerified(command.method(), command.contact(), note);
          case REFUTED -> new AuthorityRefuted(command.method(), command.contact(), note);
        };
    return new ProposedEvent<>(context.newId(), time, event);
  }

  private static void checkRegister(
      RequestState state, VerifyAuthority command, Instant time, Circumstances circumstances) {
    Demand demand = state.demand();
    if (demand == null) {
      throw new CommandRefused(RequestRule.REQUEST_NOT_FOUND, "it has no events");
    }
    AgencyStanding agency = circumstances.agency(demand.agency());
    LocalDate day = demand.dayOfReceipt();
    Gate.require(
        !agency.registered() || agency.validOn(day), RequestRule.AGENCY_NOT_VALID, "on " + day);
    boolean called = command.method() == VerificationMethod.CALL_BACK;
    UUID named = command.contact();
    Gate.require(!called || named != null, RequestRule.CONTACT_MISSING, "called back");
    if (named != null) {
      AgencyStanding.Contact contact =
          agency
              .contact(named)
              .orElseThrow(
                  () -> new CommandRefused(RequestRule.CONTACT_UNKNOWN, "contact " + named));
      Gate.require(
          !called || contact.channel() == Channel.TELEPHONE,
          RequestRule.CONTACT_NOT_A_NUMBER,
          "by " + contact.channel());
      Gate.require(
          contact.standsAt(time), RequestRule.CONTACT_UNKNOWN, "contact " + named + " at " + time);
    }
  }
}
