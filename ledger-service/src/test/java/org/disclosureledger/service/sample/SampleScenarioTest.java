package org.disclosureledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.StatutoryRows;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.DataRequest;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.TestCircumstances;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.ItemsListed;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleScenarioTest {
  private static final Instant END = Instant.parse("2026-12-31T17:00:00Z");
  private static final int REQUESTS = 300;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 42, -7})
  void everyStepIsAcceptedAndEveryKindAndOutcomeOccurs(long seed) {
    Run run = new Run();
    run.all(new SampleScenario(seed, REQUESTS, END));

    assertThat(run.states).hasSize(REQUESTS);
    assertThat(run.kinds).containsExactly(ItemKind.values());
    Set<Class<?>> catalogue = new HashSet<>();
    new RequestEvents().bindings().forEach(binding -> catalogue.add(binding.payload()));
    // Nobody in the sample asks for so much that it takes two entries.
    catalogue.remove(ItemsListed.class);
    assertThat(run.eventTypes).isEqualTo(catalogue);
    assertThat(run.bases).containsExactly(DeadlineBasis.values());
    assertThat(run.agencies).hasSizeGreaterThan(8);
    assertThat(run.late).as("answered late").isPositive();
    assertThat(run.onTime).as("answered on time").isGreaterThan(run.late);
    assertThat(run.overdue()).as("open and overdue at the end").isPositive();
    assertThat(run.emergencies).isPositive();
    assertThat(run.secrets).isPositive();
    Set<RequestStatus> endings = EnumSet.noneOf(RequestStatus.class);
    run.states.values().forEach(state -> endings.add(state.status()));
    assertThat(endings)
        .contains(RequestStatus.RECEIVED, RequestStatus.CLOSED, RequestStatus.REJECTED);
  }

  @Test
  void someRequestsAreOpenAndNotYetDueAtTheEnd() {
    Run run = new Run();
    run.all(new SampleScenario(3, 2_000, END));
    assertThat(run.openNotDue()).isPositive();
    assertThat(run.overdue()).isPositive();
  }

  @Test
  void theSameSeedGivesTheSameScenario() {
    assertThat(script(11)).isEqualTo(script(11)).isNotEqualTo(script(12));
  }

  @Test
  void aStepGivesTheSameCommandHoweverOftenItIsAsked() {
    SampleScenario scenario = new SampleScenario(5, 50, END);
    SampleMemory memory = new FixedMemory();
    while (scenario.hasNext()) {
      SampleStep step = scenario.next();
      assertThat(step.command().apply(memory)).isEqualTo(step.command().apply(memory));
    }
  }

  @Test
  void stepsLieWithinTheHalfYearInOrderOfTime() {
    SampleScenario scenario = new SampleScenario(8, REQUESTS, END);
    Instant last = END.minus(SampleScenario.HALF_YEAR);
    while (scenario.hasNext()) {
      Instant at = scenario.next().at();
      assertThat(at).isBetween(last, END);
      last = at;
    }
    assertThat(scenario.planned()).isEqualTo(REQUESTS);
  }

  @Test
  void identifiersBelongToNobody() {
    SampleScenario scenario = new SampleScenario(21, REQUESTS, END);
    while (scenario.hasNext()) {
      if (scenario.next().command().apply(new FixedMemory()) instanceof RecordRequest record) {
        identifiers(record)
            .forEach(identifier ->
                assertThat(identifier)
                    .matches(
                        "0900000\\d{3}|192\\.0\\.2\\.\\d+|198\\.51\\.100\\.\\d+"
                            + "|2001:db8::[0-9a-f]+|\\w+@example\\.com"
                            + "|https://video\\.example\\.com/\\d+"));
      }
    }
  }

  @Test
  void asFewAsOneRequestIsAScenario() {
    Run run = new Run();
    run.all(new SampleScenario(1, 1, END));
    assertThat(run.states).hasSize(1);
  }

  private static Stream<String> identifiers(RecordRequest record) {
    return record.items().stream()
        .map(RequestedItem::targets)
        .flatMap(List::stream)
        .map(RequestedTarget::identifier)
        .filter(identifier -> identifier != null);
  }

  private static List<Object> script(long seed) {
    SampleScenario scenario = new SampleScenario(seed, 100, END);
    List<Object> script = new ArrayList<>();
    while (scenario.hasNext()) {
      SampleStep step = scenario.next();
      script.add(step.at());
      script.add(step.role());
      script.add(step.command().apply(new FixedMemory()));
    }
    return script;
  }

  private record FixedMemory() implements SampleMemory {
    private static final UUID SOME = UUID.fromString("01980000-0000-7000-8000-0000000000ff");

    @Override
    public UUID lastPreparedId(UUID requestId) {
      return SOME;
    }

    @Override
    public UUID lastDispatchedId(UUID requestId) {
      return SOME;
    }
  }

  /** Plays a scenario through decide and evolve, as a ledger would. */
  private static final class Run implements SampleMemory {
    private static final PolicyInForce POLICY =
        PolicyInForce.of(new UUID(0x7000L, 1), StatutoryRows.read());
    private static final Map<ActorRole, Actor> PEOPLE =
        Map.of(
            ActorRole.LEGAL, Actor.of(new UUID(0x4000L, 1L << 63)),
            ActorRole.APPROVER, Actor.of(new UUID(0x4000L, (1L << 63) + 1)));

    final Map<UUID, RequestState> states = new HashMap<>();
    final Map<UUID, UUID> dispatched = new HashMap<>();
    final Map<UUID, Instant> due = new HashMap<>();
    final Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
    final Set<DeadlineBasis> bases = EnumSet.noneOf(DeadlineBasis.class);
    final Set<Class<?>> eventTypes = new HashSet<>();
    final Set<String> agencies = new HashSet<>();
    private Instant clock = Instant.MIN;
    private long ids;
    int late;
    int onTime;
    int emergencies;
    int secrets;

    void all(SampleScenario scenario) {
      while (scenario.hasNext()) {
        play(scenario.next());
      }
      for (Map.Entry<UUID, Instant> entry : due.entrySet()) {
        state(entry.getKey())
            .answeredAt()
            .ifPresent(answered -> {
              if (answered.isAfter(entry.getValue())) {
                late++;
              } else {
                onTime++;
              }
            });
      }
    }

    private void play(SampleStep step) {
      assertThat(step.at()).isAfterOrEqualTo(clock);
      clock = step.at();
      RequestState state = state(step.requestId());
      CommandContext context =
          new CommandContext(
              "sample",
              Objects.requireNonNull(PEOPLE.get(step.role())),
              step.role(),
              clock,
              () -> new UUID(0x7000L, (1L << 63) + ids++),
              null);
      RequestCommand command = step.command().apply(this);
      assertThat(command.requestId()).isEqualTo(step.requestId());
      for (ProposedEvent<RequestEvent> event :
          DataRequest.decide(state, command, context, TestCircumstances.under(POLICY))) {
        state = state.evolve(event.event(), header(state, event, step, context));
        note(step.requestId(), event);
      }
      states.put(step.requestId(), state);
    }

    private void note(UUID requestId, ProposedEvent<RequestEvent> event) {
      eventTypes.add(event.event().getClass());
      switch (event.event()) {
        case RequestRecorded recorded -> {
          recorded.items().forEach(item -> kinds.add(item.kind()));
          agencies.add(recorded.requestingAgency().code());
          emergencies += recorded.emergency() ? 1 : 0;
          secrets += recorded.secrecy().aboveNormal() ? 1 : 0;
        }
        case DeadlineSet deadline -> {
          bases.add(deadline.basis());
          if (deadline.due() != null) {
            due.put(requestId, deadline.due());
          }
        }
        case DeliveryDispatched unused -> dispatched.put(requestId, event.id());
        default -> {}
      }
    }

    private static EventHeader header(
        RequestState state,
        ProposedEvent<RequestEvent> event,
        SampleStep step,
        CommandContext context) {
      String type =
          new RequestEvents()
              .bindings().stream()
                  .filter(binding -> binding.payload() == event.event().getClass())
                  .map(EventBinding::type)
                  .findFirst()
                  .orElseThrow();
      return new EventHeader(
          event.id(),
          context.ledger(),
          new StreamId("request/" + step.requestId()),
          type,
          event.time(),
          context.now(),
          context.actor(),
          context.role(),
          null,
          state.lastSequence() + 1,
          EventHeader.UNSEALED,
          EventHeader.UNSEALED);
    }

    private RequestState state(UUID id) {
      return states.getOrDefault(id, RequestState.EMPTY);
    }

    long overdue() {
      return open().filter(id -> due.getOrDefault(id, END).isBefore(END)).count();
    }

    long openNotDue() {
      return open().filter(id -> due.getOrDefault(id, END).isAfter(END)).count();
    }

    private Stream<UUID> open() {
      return states.keySet().stream().filter(id -> !state(id).answered());
    }

    @Override
    public UUID lastPreparedId(UUID requestId) {
      return Objects.requireNonNull(state(requestId).open(), "nothing stands open").prepared();
    }

    @Override
    public UUID lastDispatchedId(UUID requestId) {
      return Objects.requireNonNull(dispatched.get(requestId), "nothing went out");
    }
  }
}
