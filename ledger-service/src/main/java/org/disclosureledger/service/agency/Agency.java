package org.disclosureledger.service.agency;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.LedgerZone;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.command.VerifyContact;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.agency.event.AgencySucceeded;
import org.disclosureledger.service.agency.event.ContactRetired;
import org.disclosureledger.service.agency.event.ContactVerified;
import org.disclosureledger.service.agency.event.OfficerRegistered;
import org.disclosureledger.service.agency.event.OfficerRetired;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.ProposedEvent;

/**
 * Decides commands about one agency: pure, the same answer for the same arguments.
 *
 * <p>Once an agency has a successor, its validity ends before the successor's first day, always: an
 * amendment that would let the two overlap, or leave the end open, is refused. A successor said in
 * error is corrected by saying the right one, which also moves the end. Whether the successor is
 * itself registered, or succeeded by this agency in turn, is not known here; readers of the chain
 * stop at a code seen before.
 */
public final class Agency {
  static final int MAX_CURRENT_CONTACTS = 100;
  static final int MAX_CURRENT_OFFICERS = 500;

  private Agency() {}

  /**
   * The events that a command amounts to in this state.
   *
   * @throws CommandRefused with an {@link AgencyRule}; nothing happened then
   */
  public static List<ProposedEvent<AgencyEvent>> decide(
      AgencyState state, AgencyCommand command, CommandContext context) {
    require(context.role() == ActorRole.ADMIN, AgencyRule.ROLE_NOT_ALLOWED, context.role().code());
    require(
        state.exists() || command instanceof RegisterAgency,
        AgencyRule.AGENCY_NOT_FOUND,
        "it has no events");
    UUID id = context.newId();
    AgencyEvent event =
        switch (command) {
          case RegisterAgency register -> register(state, register);
          case AmendAgency amend -> amend(state, amend);
          case SucceedAgency succeed -> succeed(state, succeed);
          case VerifyContact verify -> verify(state, verify, id, context);
          case RetireContact retire -> retire(state, retire);
          case RegisterOfficer officer -> register(state, officer, id, context);
          case RetireOfficer officer -> retire(state, officer);
        };
    return List.of(new ProposedEvent<>(id, context.now(), event));
  }

  private static AgencyEvent register(AgencyState state, RegisterAgency command) {
    require(!state.exists(), AgencyRule.AGENCY_EXISTS, "it has events");
    return new AgencyRegistered(
        command.agency().value(),
        command.kind(),
        command.province(),
        command.nameVi(),
        command.nameEn(),
        command.validFrom(),
        command.validUntil());
  }

  private static AgencyEvent amend(AgencyState state, AmendAgency command) {
    AgencyState.Successor successor = state.successor();
    LocalDate last = command.validUntil();
    require(
        successor == null || (last != null && last.isBefore(successor.from())),
        AgencyRule.SUCCESSOR_OVERLAPPED,
        "validUntil lies before the successor's first day");
    return new AgencyAmended(
        command.kind(),
        command.province(),
        command.nameVi(),
        command.nameEn(),
        command.validFrom(),
        last);
  }

  private static AgencyEvent succeed(AgencyState state, SucceedAgency command) {
    require(
        !command.successor().equals(command.agency()),
        AgencyRule.SUCCESSOR_ITSELF,
        "another agency takes over");
    require(
        command.from().isAfter(state.known().validFrom()),
        AgencyRule.DATES_REVERSED,
        "the successor begins after this agency's first day");
    return new AgencySucceeded(command.successor().value(), command.from());
  }

  private static AgencyEvent verify(
      AgencyState state, VerifyContact command, UUID id, CommandContext context) {
    validOn(state, LocalDate.ofInstant(context.now(), LedgerZone.ID));
    long current = state.contacts().stream().filter(AgencyContact::current).count();
    require(
        current < MAX_CURRENT_CONTACTS,
        AgencyRule.TOO_MANY_CONTACTS,
        "at most " + MAX_CURRENT_CONTACTS + " at a time");
    // The event's id names the contact, so that a repeated command is answered with the same.
    return new ContactVerified(
        id,
        command.channel(),
        command.method(),
        Committed.of(command.value()),
        command.emergency());
  }

  private static AgencyEvent retire(AgencyState state, RetireContact command) {
    AgencyContact contact =
        state
            .contact(command.contact())
            .orElseThrow(() -> refused(AgencyRule.CONTACT_UNKNOWN, "contact"));
    require(contact.current(), AgencyRule.CONTACT_RETIRED, "contact");
    return new ContactRetired(command.contact());
  }

  private static AgencyEvent register(
      AgencyState state, RegisterOfficer command, UUID id, CommandContext context) {
    LocalDate today = LocalDate.ofInstant(context.now(), LedgerZone.ID);
    validOn(state, command.validFrom().isAfter(today) ? command.validFrom() : today);
    long current = state.officers().stream().filter(officer -> !officer.retired()).count();
    require(
        current < MAX_CURRENT_OFFICERS,
        AgencyRule.TOO_MANY_OFFICERS,
        "at most " + MAX_CURRENT_OFFICERS + " at a time");
    return new OfficerRegistered(
        id,
        Committed.of(command.name()),
        Committed.of(command.position()),
        command.validFrom(),
        command.validUntil());
  }

  private static AgencyEvent retire(AgencyState state, RetireOfficer command) {
    AgencyOfficer officer =
        state
            .officer(command.officer())
            .orElseThrow(() -> refused(AgencyRule.OFFICER_UNKNOWN, "officer"));
    require(!officer.retired(), AgencyRule.OFFICER_RETIRED, "officer");
    require(
        !command.from().isBefore(officer.validFrom()),
        AgencyRule.DATES_REVERSED,
        "an officer is not retired before the first day");
    return new OfficerRetired(command.officer(), command.from());
  }

  /** An agency that has ended gets no new contacts or officers; one that is to begin may. */
  private static void validOn(AgencyState state, LocalDate day) {
    LocalDate last = state.validUntil();
    require(
        last == null || !day.isAfter(last),
        AgencyRule.VALIDITY_ENDED,
        "its last day lies before " + day);
  }

  private static void require(boolean holds, AgencyRule rule, String detail) {
    if (!holds) {
      throw refused(rule, detail);
    }
  }

  private static CommandRefused refused(AgencyRule rule, String detail) {
    return new CommandRefused(rule, detail);
  }
}
