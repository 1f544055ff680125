package org.disclosureledger.service.agency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.command.VerifyContact;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Commands in order, a minute apart; the event of step k has the id {@link #id}(k). */
public final class AgencyStory {
  /** 09:00 of 3 November in Ho Chi Minh City. */
  public static final Instant T0 = Instant.parse("2026-11-03T02:00:00Z");

  public static final String SECRET_PHONE = "0900000001";
  public static final String SECRET_NAME = "Nguyễn Văn Mẫu";
  public static final String SECRET_POSITION = "Điều tra viên Mẫu";
  static final String PROVINCE = "97";
  static final String NAME = "Công an tỉnh Ví Dụ";
  static final LocalDate FOUNDED = LocalDate.parse("2025-03-01");
  static final AgencyCode CODE = new AgencyCode("CA-VI-DU");
  static final AgencyCode NEXT = new AgencyCode("CA-VI-DU-MOI");

  private AgencyStory() {}

  public static UUID id(int step) {
    return new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_0000L + step);
  }

  public static CommandContext context(int step, ActorRole role) {
    return new CommandContext(
        "demo",
        Actor.of(new UUID(0x4000L, 0x8000_0000_0000_00A1L)),
        role,
        T0.plus(Duration.ofMinutes(step)),
        () -> id(step),
        null);
  }

  public static RegisterAgency register(AgencyCode code, @Nullable LocalDate until) {
    return new RegisterAgency(
        code,
        AgencyKind.PROVINCIAL_POLICE,
        PROVINCE,
        NAME,
        "Police of Vi Du province",
        FOUNDED,
        until);
  }

  static RegisterAgency register() {
    return register(CODE, null);
  }

  static AmendAgency amend(@Nullable LocalDate until) {
    return new AmendAgency(
        CODE,
        AgencyKind.COMMUNE_POLICE,
        null,
        "Công an xã Ví Dụ",
        "Police of Vi Du",
        FOUNDED,
        until);
  }

  static SucceedAgency succeed(String from) {
    return new SucceedAgency(CODE, NEXT, LocalDate.parse(from));
  }

  public static VerifyContact contact(AgencyCode code) {
    return new VerifyContact(
        code, Channel.TELEPHONE, VerificationMethod.CALL_BACK, SECRET_PHONE, true);
  }

  static VerifyContact contact() {
    return contact(CODE);
  }

  static RetireContact retireContact(int step) {
    return new RetireContact(CODE, id(step));
  }

  public static RegisterOfficer officer(AgencyCode code, String from) {
    return new RegisterOfficer(code, SECRET_NAME, SECRET_POSITION, LocalDate.parse(from), null);
  }

  static RegisterOfficer officer(String from) {
    return officer(CODE, from);
  }

  static RetireOfficer retireOfficer(int step, String from) {
    return new RetireOfficer(CODE, id(step), LocalDate.parse(from));
  }

  static AgencyState after(List<AgencyCommand> commands) {
    AgencyState state = AgencyState.EMPTY;
    for (AgencyCommand command : commands) {
      int step = (int) state.lastSequence() + 1;
      state = evolve(state, command, false);
      if (state.lastSequence() != step) {
        throw new AssertionError("a command is one event");
      }
    }
    return state;
  }

  static List<AgencyEvent> events(List<AgencyCommand> commands) {
    List<AgencyEvent> events = new ArrayList<>();
    AgencyState state = AgencyState.EMPTY;
    for (AgencyCommand command : commands) {
      events.add(decided(state, command).event());
      state = evolve(state, command, false);
    }
    return events;
  }

  /**
   * @param resourced whether the state sees the event as it is read back
   */
  static AgencyState evolve(AgencyState state, AgencyCommand command, boolean resourced) {
    ProposedEvent<AgencyEvent> event = decided(state, command);
    return state.evolve(
        resourced ? EventSchemas.resourced(event.event()) : event.event(),
        header(event, command.stream(), (int) state.lastSequence() + 1));
  }

  private static ProposedEvent<AgencyEvent> decided(AgencyState state, AgencyCommand command) {
    int step = (int) state.lastSequence() + 1;
    return Agency.decide(state, command, context(step, ActorRole.ADMIN)).getFirst();
  }

  private static EventHeader header(
      ProposedEvent<AgencyEvent> event, StreamId stream, int sequence) {
    String type =
        new AgencyEvents()
            .bindings().stream()
                .filter(binding -> binding.payload() == event.event().getClass())
                .map(EventBinding::type)
                .findFirst()
                .orElseThrow();
    CommandContext context = context(sequence, ActorRole.ADMIN);
    return new EventHeader(
        event.id(),
        context.ledger(),
        stream,
        type,
        event.time(),
        context.now(),
        context.actor(),
        context.role(),
        null,
        sequence,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }
}
