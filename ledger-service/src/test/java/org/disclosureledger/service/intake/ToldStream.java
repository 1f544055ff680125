package org.disclosureledger.service.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.projection.TestEntries;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.DataRequest;
import org.disclosureledger.service.request.EventJson;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.TestCircumstances;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.Channel;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A stream made by the domain's own decisions, a minute apart, with the entries and disclosures
 * that sealing would make of it.
 */
public final class ToldStream {
  private static final JsonMapper CLEAR =
      EventJson.MAPPER
          .rebuild()
          .addModule(new SimpleModule("clear").addSerializer(new ClearWriter()))
          .build();
  private static final UUID POLICY = new UUID(0x7000L, 0x8000_0000_0000_0000L);

  private final UUID request;
  private final Set<UUID> others;
  private Instant now;
  private int ids;
  public RequestState state = RequestState.EMPTY;
  public final List<StoredEvent> events = new ArrayList<>();
  public final Map<Long, Map<String, String>> disclosures = new HashMap<>();

  public ToldStream(UUID request, Instant start, Set<UUID> others) {
    this.request = request;
    this.now = start;
    this.others = others;
  }

  public Instant now() {
    return now;
  }

  public void wait(Duration time) {
    now = now.plus(time);
  }

  /** A contact that our register has of the requesting agency. */
  public static final UUID CONTACT = new UUID(0x4000L, 0x8000_0000_0000_00C1L);

  private static final AgencyStanding KNOWN =
      new AgencyStanding(
          true,
          null,
          null,
          List.of(
              new AgencyStanding.Contact(
                  CONTACT, Channel.TELEPHONE, Instant.EPOCH, LocalDate.MIN)));

  /** The id of the command's first event. */
  public UUID does(Actor actor, ActorRole role, RequestCommand command) {
    now = now.plus(Duration.ofMinutes(1));
    CommandContext context = new CommandContext("demo", actor, role, now, this::id, null);
    List<ProposedEvent<RequestEvent>> proposed =
        DataRequest.decide(
            state,
            command,
            context,
            new TestCircumstances(
                PolicyInForce.of(POLICY, StatutoryRows.read()),
                Map.of("CQDT-VI-DU-01", KNOWN),
                others));
    proposed.forEach(event -> put(event, context));
    return proposed.getFirst().id();
  }

  /** An entry that no decision made, as somebody with the keys could seal it. */
  void force(RequestEvent event) {
    long sequence = events.size();
    EventHeader header =
        new EventHeader(
            id(),
            "demo",
            RequestStream.of(request),
            "org.disclosureledger.told.v1",
            now,
            now,
            Actor.SYSTEM,
            ActorRole.SYSTEM,
            null,
            sequence,
            sequence,
            sequence);
    String data = EventJson.MAPPER.writeValueAsString(event);
    disclosures.put(sequence, Map.of());
    events.add(new StoredEvent(header, TestEntries.of(header, data), event));
  }

  private UUID id() {
    return new UUID(0x01990a3c_5b7e_7000L, 0x8000_0000_0000_0000L + ++ids);
  }

  private void put(ProposedEvent<RequestEvent> proposed, CommandContext context) {
    long sequence = state.lastSequence() + 1;
    EventHeader header =
        new EventHeader(
            proposed.id(),
            "demo",
            RequestStream.of(request),
            "org.disclosureledger.told.v1",
            proposed.time(),
            now,
            proposed.actor(context),
            proposed.role(context),
            null,
            sequence,
            sequence,
            sequence);
    String data = EventJson.MAPPER.writeValueAsString(proposed.event());
    Map<String, String> opened = new HashMap<>();
    collect(EventJson.MAPPER.readTree(data), CLEAR.valueToTree(proposed.event()), "", opened);
    disclosures.put(sequence, opened);
    events.add(new StoredEvent(header, TestEntries.of(header, data), proposed.event()));
    state = state.evolve(proposed.event(), header);
  }

  private static void collect(
      JsonNode sealed, JsonNode clear, String at, Map<String, String> into) {
    if (sealed.has("_sd")) {
      into.put(at, clear.toString());
    } else if (sealed.isObject()) {
      sealed
          .propertyNames()
          .forEach(name -> collect(sealed.path(name), clear.path(name), at + "/" + name, into));
    } else if (sealed.isArray()) {
      for (int i = 0; i < sealed.size(); i++) {
        collect(sealed.path(i), clear.path(i), at + "/" + i, into);
      }
    }
  }

  private static final class ClearWriter extends ValueSerializer<Committed<?>> {
    @Override
    public Class<Committed<?>> handledType() {
      @SuppressWarnings("unchecked")
      Class<Committed<?>> type = (Class<Committed<?>>) (Class<?>) Committed.class;
      return type;
    }

    @Override
    public void serialize(
        Committed<?> value, JsonGenerator generator, SerializationContext context) {
      generator.writePOJO(value instanceof Committed.Clear<?> clear ? clear.value() : null);
    }
  }
}
