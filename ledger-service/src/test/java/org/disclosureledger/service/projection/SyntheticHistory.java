package org.disclosureledger.service.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.Entry;
import org.disclosureledger.format.Origin;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.Agency;
import org.disclosureledger.service.agency.AgencyCode;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.DataRequest;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.TestCircumstances;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.MissWriting;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;

/**
 * Random histories from a seed, made by the domain's own decisions, over several ledgers. Some
 * entries are of a type that this version does not know, some deadlines are set again.
 */
public final class SyntheticHistory {
  private final Random random;
  private final PolicyInForce policy;
  private final List<StoredEvent> events = new ArrayList<>();
  private final Map<String, Map<UUID, RequestState>> requests = new LinkedHashMap<>();
  private final Map<String, Map<AgencyCode, AgencyState>> agencies = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Actor one = Actor.of(new UUID(0x4000L, 0x8000000000000001L));
  private final Actor two = Actor.of(new UUID(0x4000L, 0x8000000000000002L));
  private final Actor above = Actor.of(new UUID(0x4000L, 0x8000000000000003L));
  private final Set<Class<?>> accepted = new HashSet<>();
  private Instant now;
  private @Nullable Entry entry;

  public SyntheticHistory(long seed, Instant start) {
    random = new Random(seed);
    now = start;
    policy = PolicyInForce.of(id(), StatutoryRows.read());
  }

  public static LedgerDescription ledger(String name) {
    return new LedgerDescription(
        new UUID(7, name.hashCode()), name, new Origin("ledger.example/" + name), false);
  }

  public List<StoredEvent> events() {
    return events;
  }

  /** The commands that at least once were not refused. */
  Set<Class<?>> accepted() {
    return accepted;
  }

  public Instant now() {
    return now;
  }

  /** Attempts so many steps in the ledger; refused commands leave nothing. */
  public SyntheticHistory run(String ledger, int steps) {
    for (int i = 0; i < steps; i++) {
      step(ledger);
    }
    return this;
  }

  public void step(String ledger) {
    now = now.plus(Duration.ofMillis(1 + random.nextLong(Duration.ofHours(5).toMillis())));
    Map<UUID, RequestState> known = requests.computeIfAbsent(ledger, l -> new LinkedHashMap<>());
    int kind = random.nextInt(19);
    if (kind == 0) {
      append(ledger, new StreamId("other/" + id()), 0, id(), now, one, null);
    } else if (kind == 3) {
      agency(ledger);
    } else if (known.isEmpty() || kind == 1) {
      RequestState none = RequestState.EMPTY;
      decide(ledger, none, new SyntheticCommands(random, now).record(id()));
    } else {
      UUID request = List.copyOf(known.keySet()).get(random.nextInt(known.size()));
      RequestState state = known.get(request);
      if (state != null && kind == 2) {
        again(ledger, request, state);
      } else if (state != null) {
        List<UUID> others = List.copyOf(known.keySet());
        decide(ledger, state, new SyntheticCommands(random, now).next(request, state, others));
      }
    }
  }

  /**
   * One command at its time, with no policy in force: only what the agency states is due.
   *
   * @throws CommandRefused as the domain has it
   */
  public void give(String ledger, Instant at, RequestCommand command) {
    now = at;
    RequestState none = RequestState.EMPTY;
    Map<UUID, RequestState> known = requests.getOrDefault(ledger, Map.of());
    append(ledger, known.getOrDefault(command.requestId(), none), command, PolicyInForce.NONE);
  }

  /**
   * An entry past every decision, as the sealing room takes it; only others follow it.
   *
   * @param event absent for one of a type that this version does not know
   */
  public void force(String ledger, Instant at, UUID request, @Nullable RequestEvent event) {
    force(ledger, at, at, request, event);
  }

  /**
   * @param claimed when it is said to have happened
   */
  public void force(
      String ledger, Instant at, Instant claimed, UUID request, @Nullable RequestEvent event) {
    force(ledger, at, claimed, RequestStream.of(request), event);
  }

  /** The same of any stream. */
  public void force(
      String ledger, Instant at, Instant claimed, StreamId stream, @Nullable Object event) {
    now = at;
    long sequence =
        events.stream()
            .filter(e -> e.header().ledger().equals(ledger) && e.header().subject().equals(stream))
            .count();
    append(ledger, stream, sequence, id(), claimed, one, event);
  }

  private void decide(String ledger, RequestState state, RequestCommand command) {
    try {
      append(ledger, state, command, random.nextInt(4) == 0 ? PolicyInForce.NONE : policy);
    } catch (CommandRefused refused) {
      // Random commands are refused now and then; then nothing happened, as in the service.
    }
  }

  private void append(
      String ledger, RequestState state, RequestCommand command, PolicyInForce inForce) {
    ActorRole role = role(command);
    Actor actor =
        switch (role) {
          case APPROVER -> two;
          case SUPERVISOR -> above;
          case SYSTEM -> Actor.SYSTEM;
          default -> one;
        };
    CommandContext context = new CommandContext(ledger, actor, role, now, this::id, null);
    Set<UUID> known = requests.getOrDefault(ledger, Map.of()).keySet();
    for (ProposedEvent<RequestEvent> proposed :
        DataRequest.decide(
            state, command, context, new TestCircumstances(inForce, Map.of(), known))) {
      state = put(ledger, command.requestId(), state, proposed, proposed.actor(context));
    }
    accepted.add(command.getClass());
  }

  private static ActorRole role(RequestCommand command) {
    return switch (command) {
      case ApproveAct unused -> ActorRole.APPROVER;
      case ReturnAct unused -> ActorRole.APPROVER;
      case IssueReminder unused -> ActorRole.SUPERVISOR;
      case MissWriting unused -> ActorRole.SYSTEM;
      case RecomputeDeadline unused -> ActorRole.SYSTEM;
      default -> ActorRole.LEGAL;
    };
  }

  private RequestState put(
      String ledger,
      UUID request,
      RequestState state,
      ProposedEvent<RequestEvent> proposed,
      Actor actor) {
    EventHeader header =
        append(
            ledger,
            RequestStream.of(request),
            state.lastSequence() + 1,
            proposed.id(),
            proposed.time(),
            actor,
            proposed.event());
    RequestState after = state.evolve(proposed.event(), header);
    requests.computeIfAbsent(ledger, l -> new LinkedHashMap<>()).put(request, after);
    return after;
  }

  /** One of those that requests name, or that none does, is registered or says anew where it is. */
  private void agency(String ledger) {
    Map<AgencyCode, AgencyState> known =
        agencies.computeIfAbsent(ledger, l -> new LinkedHashMap<>());
    AgencyCode code = new AgencyCode("CQ-" + (1 + random.nextInt(5)));
    AgencyState state = known.getOrDefault(code, AgencyState.EMPTY);
    CommandContext context = new CommandContext(ledger, one, ActorRole.ADMIN, now, this::id, null);
    AgencyCommand command = new SyntheticCommands(random, now).agency(code, state.exists());
    ProposedEvent<AgencyEvent> event = Agency.decide(state, command, context).getFirst();
    EventHeader header =
        append(
            ledger,
            command.stream(),
            state.lastSequence() + 1,
            event.id(),
            event.time(),
            one,
            event.event());
    known.put(code, state.evolve(event.event(), header));
  }

  /** A deadline set anew, as by another policy, or by an extension that may come too late. */
  private void again(String ledger, UUID request, RequestState state) {
    Instant due =
        random.nextInt(5) == 0 ? null : now.plus(Duration.ofHours(random.nextInt(72) - 10));
    DeadlineSet event =
        new DeadlineSet(
            DeadlinePurpose.ANSWER,
            random.nextBoolean() ? DeadlineCause.RECOMPUTATION : DeadlineCause.EXTENSION,
            DeadlineBasis.STATED,
            due,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    put(ledger, request, state, new ProposedEvent<>(id(), now, event), one);
  }

  private EventHeader append(
      String ledger,
      StreamId subject,
      long sequence,
      UUID id,
      Instant time,
      Actor actor,
      @Nullable Object event) {
    long leaf = sizes.merge(ledger, 1L, Long::sum) - 1;
    EventHeader header =
        new EventHeader(
            id,
            ledger,
            subject,
            "org.disclosureledger.test.v1",
            time,
            now,
            actor,
            ActorRole.LEGAL,
            null,
            sequence,
            leaf,
            events.size());
    Entry any = entry == null ? TestEntries.of(header, "{}") : entry;
    entry = any;
    events.add(new StoredEvent(header, any, event));
    return header;
  }

  /** Of UUIDv7 form. */
  private UUID id() {
    return new UUID(
        (now.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000),
        (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
  }
}
