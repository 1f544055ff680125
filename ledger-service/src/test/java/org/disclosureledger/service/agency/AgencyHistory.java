package org.disclosureledger.service.agency;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.AmendAgency;
import org.disclosureledger.service.agency.command.RegisterAgency;
import org.disclosureledger.service.agency.command.RetireContact;
import org.disclosureledger.service.agency.command.RetireOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.jspecify.annotations.Nullable;

/**
 * Agencies of several ledgers, made by the domain's own decisions, at random from a seed or one
 * command at a time. Payloads keep their clear values, so that a projection could take them.
 */
public final class AgencyHistory {
  private final Random random;
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, Map<AgencyCode, AgencyState>> agencies = new LinkedHashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private Instant now = AgencyStory.T0;

  public AgencyHistory(long seed) {
    random = new Random(seed);
  }

  public List<StoredEvent> events() {
    return List.copyOf(events);
  }

  public Map<AgencyCode, AgencyState> agencies(String ledger) {
    return agencies.getOrDefault(ledger, Map.of());
  }

  /** A command at random; one that a rule refuses leaves nothing. */
  public void step(String ledger) {
    AgencyCode code = new AgencyCode("CA-VD-%02d".formatted(random.nextInt(30)));
    AgencyState state = agencies(ledger).getOrDefault(code, AgencyState.EMPTY);
    try {
      run(ledger, state.exists() ? change(code, state) : begin(code));
    } catch (CommandRefused refused) {
      now = now.plus(Duration.ofSeconds(1)); // as legal as the histories themselves
    }
  }

  private AgencyCommand begin(AgencyCode code) {
    return new RegisterAgency(code, kind(), province(), name(), "Example office", day(-600), null);
  }

  private AgencyCommand change(AgencyCode code, AgencyState state) {
    return switch (random.nextInt(7)) {
      case 0 ->
          new AmendAgency(code, kind(), province(), name(), "Example bureau", day(-600), day(300));
      case 1 ->
          new SucceedAgency(
              code, new AgencyCode("CA-VD-%02d".formatted(random.nextInt(30))), day(250));
      case 2, 3 -> AgencyStory.contact(code);
      case 4 ->
          new RetireContact(
              code,
              state.contacts().isEmpty()
                  ? new UUID(0, 0)
                  : state.contacts().get(random.nextInt(state.contacts().size())).contact());
      case 5 -> AgencyStory.officer(code, "2026-01-01");
      default ->
          new RetireOfficer(
              code,
              state.officers().isEmpty() ? new UUID(0, 0) : state.officers().getLast().officer(),
              day(30));
    };
  }

  private AgencyKind kind() {
    return AgencyKind.values()[random.nextInt(AgencyKind.values().length)];
  }

  private @Nullable String province() {
    return random.nextInt(4) == 0 ? null : "9" + (7 + random.nextInt(3));
  }

  private String name() {
    return List.of("Công an", "Viện kiểm sát", "Tòa án", "Đội 3").get(random.nextInt(4))
        + " Ví Dụ "
        + random.nextInt(100);
  }

  private LocalDate day(int within) {
    int days = 1 + random.nextInt(Math.abs(within));
    return LocalDate.parse("2026-11-03").plusDays(within < 0 ? -days : days);
  }

  /** Decides and records one command of an administrator. */
  public AgencyState run(String ledger, AgencyCommand command) {
    now = now.plus(Duration.ofMinutes(1));
    UUID id = new UUID(0x01980000_0000_7000L, (1L << 63) + events.size());
    CommandContext context =
        new CommandContext(
            ledger, Actor.of(new UUID(0x4000L, 1L << 63)), ActorRole.ADMIN, now, () -> id, null);
    Map<AgencyCode, AgencyState> known =
        agencies.computeIfAbsent(ledger, name -> new LinkedHashMap<>());
    AgencyState state = known.getOrDefault(command.agency(), AgencyState.EMPTY);
    ProposedEvent<AgencyEvent> event = Agency.decide(state, command, context).getFirst();
    long leaf = sizes.merge(ledger, 1L, Long::sum) - 1;
    EventHeader header =
        new EventHeader(
            event.id(),
            ledger,
            command.stream(),
            "org.disclosureledger.agency.anything.v1",
            event.time(),
            now,
            context.actor(),
            context.role(),
            null,
            state.lastSequence() + 1,
            leaf,
            events.size());
    events.add(new StoredEvent(header, TestEntries.of(header, "{}"), event.event()));
    AgencyState after = state.evolve(event.event(), header);
    known.put(command.agency(), after);
    return after;
  }
}
