package org.disclosureledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agency.Agency;
import org.disclosureledger.service.agency.AgencyContact;
import org.disclosureledger.service.agency.AgencyState;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.oversight.command.ApproveOversightCorrection;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.reconciliation.AgencyListReader;
import org.disclosureledger.service.reconciliation.Comparison;
import org.disclosureledger.service.reconciliation.ListComparison;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.report.ReportDraft;
import org.disclosureledger.service.report.command.FreezeReport;
import org.disclosureledger.service.report.command.ReportCommand;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.DataRequest;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.TestCircumstances;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.jspecify.annotations.Nullable;

/** Plays a scenario through decide and evolve, as a ledger would. */
final class ScenarioRun implements SampleMemory {
  private static final PolicyInForce POLICY =
      PolicyInForce.of(new UUID(0x7000L, 1), StatutoryRows.read());

  private record Left(UUID first, UUID last) {}

  /** Of an inspection, a drill or a report: its recording, and the correction that is open. */
  private record Watched(UUID recorded, @Nullable UUID prepared, @Nullable Actor preparer) {}

  final Map<UUID, RequestState> states = new HashMap<>();
  final Set<Class<?>> commands = new HashSet<>();
  final Set<Class<?>> events = new HashSet<>();
  final Set<RequestStatus> statuses = EnumSet.noneOf(RequestStatus.class);
  final Set<ItemState> itemStates = EnumSet.noneOf(ItemState.class);
  final Set<ActKind> approved = EnumSet.noneOf(ActKind.class);
  final Set<ActKind> returned = EnumSet.noneOf(ActKind.class);
  final Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
  final Set<DeadlineBasis> bases = EnumSet.noneOf(DeadlineBasis.class);
  final Set<String> agencies = new HashSet<>();
  final Map<UUID, Instant> due = new HashMap<>();
  final List<Integer> listed = new ArrayList<>();
  int emergencies;
  int secrets;
  int viaAgent;
  private final Map<String, AgencyState> register = new HashMap<>();
  private final Map<StreamId, Watched> oversight = new HashMap<>();
  private final Set<StreamId> reports = new HashSet<>();
  private final Map<Mark, Left> left = new HashMap<>();
  private final Map<UUID, Actor> preparers = new HashMap<>();
  private Instant clock = Instant.MIN;
  private long ids;

  ScenarioRun all(SampleScenario scenario) {
    while (scenario.hasNext()) {
      play(scenario.next());
    }
    return this;
  }

  private void play(SampleStep step) {
    assertThat(step.at()).isAfterOrEqualTo(clock);
    clock = step.at();
    Actor actor = actor(step.person());
    CommandContext context =
        new CommandContext("sample", actor, step.person().role(), clock, this::id, null);
    var command = step.command().apply(this);
    commands.add(command.getClass());
    switch (command) {
      case RequestCommand request -> request(step, request, context);
      case AgencyCommand agency -> agency(step, agency, context);
      case OversightCommand other -> oversight(step, other, context);
      case RecordReconciliation list -> {
        assertThat(context.role()).isIn(ActorRole.LEGAL, ActorRole.APPROVER);
        assertThat(list.period().ends()).isBefore(clock);
        listed.add(list.comparison().listed());
      }
      case ReportCommand report -> {
        assertThat(context.role()).isEqualTo(ActorRole.SUPERVISOR);
        assertThat(reports.add(report.stream())).isEqualTo(report instanceof FreezeReport);
        left.put(step.mark(), new Left(id(), id()));
      }
      default -> throw new AssertionError("whose command is " + command.getClass());
    }
  }

  private void request(SampleStep step, RequestCommand command, CommandContext context) {
    RequestState state = states.getOrDefault(command.requestId(), RequestState.EMPTY);
    TestCircumstances circumstances =
        new TestCircumstances(POLICY, standings(), Set.copyOf(states.keySet()));
    fourEyes(command, context);
    List<ProposedEvent<RequestEvent>> decided =
        DataRequest.decide(state, command, context, circumstances);
    for (ProposedEvent<RequestEvent> event : decided) {
      state =
          state.evolve(
              event.event(),
              header(event.id(), event.time(), command.stream(), state.lastSequence(), context));
      note(command.requestId(), event.event());
      statuses.add(state.status());
      state.items().forEach(item -> itemStates.add(item.state()));
      preparers.put(event.id(), context.actor());
    }
    states.put(command.requestId(), state);
    left.put(step.mark(), new Left(decided.getFirst().id(), decided.getLast().id()));
  }

  /** Without asking the code under test, who also refuses it. */
  private void fourEyes(RequestCommand command, CommandContext context) {
    if (command instanceof ApproveAct act) {
      assertThat(preparers.get(act.prepared())).isNotNull().isNotEqualTo(context.actor());
      approved.add(act.act());
    } else if (command instanceof ReturnAct act) {
      assertThat(preparers.get(act.prepared())).isNotNull().isNotEqualTo(context.actor());
      returned.add(act.act());
    } else if (command instanceof RecordRequest recorded && recorded.agent() != null) {
      viaAgent++;
    }
  }

  private void note(UUID request, RequestEvent event) {
    events.add(event.getClass());
    if (event instanceof RequestRecorded recorded) {
      recorded.items().forEach(item -> kinds.add(item.kind()));
      agencies.add(recorded.requestingAgency().code());
      emergencies += recorded.emergency() ? 1 : 0;
      secrets += recorded.secrecy().aboveNormal() ? 1 : 0;
    } else if (event instanceof DeadlineSet deadline) {
      bases.add(deadline.basis());
      Instant by = states.getOrDefault(request, RequestState.EMPTY).clock().due();
      Instant now = deadline.due();
      if (now != null && by == null) {
        due.putIfAbsent(request, now);
      }
    }
  }

  private void agency(SampleStep step, AgencyCommand command, CommandContext context) {
    String code = command.agency().value();
    AgencyState state = register.getOrDefault(code, AgencyState.EMPTY);
    List<ProposedEvent<AgencyEvent>> decided = Agency.decide(state, command, context);
    for (ProposedEvent<AgencyEvent> event : decided) {
      state =
          state.evolve(
              event.event(),
              header(event.id(), event.time(), command.stream(), state.lastSequence(), context));
    }
    register.put(code, state);
    left.put(step.mark(), new Left(decided.getFirst().id(), decided.getLast().id()));
  }

  /**
   * Its decisions belong to their own room; the order, the roles and who is the second person are
   * what can go wrong here.
   */
  private void oversight(SampleStep step, OversightCommand command, CommandContext context) {
    boolean officer = Set.of(ActorRole.LEGAL, ActorRole.APPROVER).contains(context.role());
    boolean may =
        switch (command.kind()) {
          case INSPECTION ->
              Set.of(ActorRole.SUPERVISOR, ActorRole.AUDITOR).contains(context.role());
          case DRILL -> context.role() == ActorRole.SUPERVISOR;
          case NOTICE -> officer;
        };
    assertThat(may).isTrue();
    UUID id = id();
    Watched seen = oversight.get(command.stream());
    switch (command) {
      case RecordInspection unused -> oversight.put(command.stream(), begun(seen, id));
      case RecordDrill unused -> oversight.put(command.stream(), begun(seen, id));
      case RecordNotice unused -> oversight.put(command.stream(), begun(seen, id));
      case ForwardNotice unused -> assertThat(seen).isNotNull();
      case PrepareOversightCorrection c -> {
        assertThat(seen).isEqualTo(new Watched(c.corrects(), null, null));
        oversight.put(command.stream(), new Watched(c.corrects(), id, context.actor()));
      }
      case ApproveOversightCorrection c -> decided(seen, c.prepared(), command, context);
      case ReturnOversightCorrection c -> decided(seen, c.prepared(), command, context);
    }
    left.put(step.mark(), new Left(id, id));
  }

  private static Watched begun(@Nullable Watched seen, UUID id) {
    assertThat(seen).isNull();
    return new Watched(id, null, null);
  }

  private void decided(
      @Nullable Watched seen, UUID prepared, OversightCommand command, CommandContext context) {
    Watched watched = Objects.requireNonNull(seen);
    assertThat(watched.prepared()).isEqualTo(prepared);
    assertThat(watched.preparer()).isNotEqualTo(context.actor());
    assertThat(context.role() == ActorRole.APPROVER || command.kind() != OversightKind.NOTICE)
        .isTrue();
    oversight.put(command.stream(), new Watched(watched.recorded(), null, null));
  }

  private Map<String, AgencyStanding> standings() {
    return register.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> standing(entry.getValue())));
  }

  private AgencyStanding standing(AgencyState state) {
    AgencyState.Profile profile = Objects.requireNonNull(state.profile());
    AgencyState.Successor successor = state.successor();
    Stream<AgencyContact> later =
        successor == null
            ? Stream.empty()
            : register.getOrDefault(successor.code(), AgencyState.EMPTY).contacts().stream();
    return new AgencyStanding(
        true,
        profile.validFrom(),
        state.validUntil(),
        Stream.concat(
                state.contacts().stream().map(contact -> standing(contact, LocalDate.MIN)),
                later.map(contact -> standing(contact, Objects.requireNonNull(successor).from())))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<AgencyStanding.Contact> standing(AgencyContact contact, LocalDate from) {
    return contact.current()
        ? Optional.of(
            new AgencyStanding.Contact(contact.contact(), contact.channel(), contact.since(), from))
        : Optional.empty();
  }

  private static EventHeader header(
      UUID id, Instant time, StreamId stream, long last, CommandContext context) {
    return new EventHeader(
        id,
        context.ledger(),
        stream,
        "of no concern here",
        time,
        context.now(),
        context.actor(),
        context.role(),
        null,
        last + 1,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }

  private static Actor actor(SamplePerson person) {
    return person == SamplePerson.SYSTEM
        ? Actor.SYSTEM
        : Actor.of(new UUID(0x4000L, (1L << 63) + person.ordinal()));
  }

  private UUID id() {
    return new UUID(0x7000L, (1L << 63) + ids++);
  }

  @Override
  public UUID first(Mark step) {
    return Objects.requireNonNull(left.get(step), "the step was not taken").first();
  }

  @Override
  public UUID last(Mark step) {
    return Objects.requireNonNull(left.get(step), "the step was not taken").last();
  }

  @Override
  public Received document(UUID requestId, UUID document, String text, String name) {
    assertThat(states).containsKey(requestId);
    String hash = "0".repeat(64);
    return new Received("text/plain", text.length(), hash, hash);
  }

  /** Nothing stands in the register here: all is theirs only. */
  @Override
  public RecordReconciliation compared(UUID id, String agency, ReceiptPeriod period, byte[] csv) {
    Comparison comparison =
        ListComparison.of(
            period, AgencyListReader.read(csv, period), List.of(), Function.identity());
    return new RecordReconciliation(
        id, agency, List.of(), period, comparison, "0".repeat(64), csv.length);
  }

  /** Nobody counts here. */
  @Override
  public StatedFigures stated(ReportingPeriod period, Instant asOf) {
    assertThat(asOf)
        .as("the ledger's clock shows whole milliseconds")
        .isBeforeOrEqualTo(clock.truncatedTo(ChronoUnit.MILLIS));
    return ReportDraft.figures(period, asOf);
  }
}
