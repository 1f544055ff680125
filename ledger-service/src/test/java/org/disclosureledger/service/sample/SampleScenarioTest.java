package org.disclosureledger.service.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disclosureledger.service.attachment.Received;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.LedgerCommand;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.figures.StatedFigures;
import org.disclosureledger.service.reconciliation.ReceiptPeriod;
import org.disclosureledger.service.reconciliation.command.RecordReconciliation;
import org.disclosureledger.service.report.ReportDraft;
import org.disclosureledger.service.request.ItemState;
import org.disclosureledger.service.request.RequestState;
import org.disclosureledger.service.request.RequestStatus;
import org.disclosureledger.service.request.command.RecomputeDeadline;
import org.disclosureledger.service.request.command.RecordRequest;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.RequestEvents;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleScenarioTest {
  private static final Instant END = Instant.parse("2026-12-31T17:00:00Z");

  /** As a service started in November has it: the policy begins within the half-year. */
  private static final Instant NOVEMBER = Instant.parse("2026-11-22T02:30:00.003Z");

  private static final int REQUESTS = 200;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 42, -7, 2026})
  void everyCommandIsTakenAndEveryStateReached(long seed) {
    for (Instant end : List.of(END, NOVEMBER)) {
      ScenarioRun run = new ScenarioRun().all(new SampleScenario(seed, REQUESTS, end));

      assertThat(run.states).hasSize(REQUESTS);
      assertThat(run.commands).isEqualTo(commands());
      assertThat(run.events).isEqualTo(events());
      assertThat(run.statuses).containsExactly(RequestStatus.values());
      assertThat(run.itemStates).containsExactly(ItemState.values());
      assertThat(run.approved).containsExactly(ActKind.values());
      assertThat(run.returned).containsExactly(ActKind.values());
      assertThat(run.kinds).containsExactly(ItemKind.values());
      // The default is for oral emergencies from before the policy, which END has none of.
      assertThat(run.bases).containsAll(EnumSet.complementOf(EnumSet.of(DeadlineBasis.DEFAULT)));
      assertThat(run.agencies).contains("CQDT-MAU-02", "CQDT-MAU-03").hasSizeGreaterThan(10);
      assertThat(run.emergencies).isPositive();
      assertThat(run.secrets).isPositive();
      assertThat(run.viaAgent).isPositive();
      assertThat(run.listed).hasSize(2).anyMatch(rows -> rows > 2);
    }
  }

  /** All that there are, of whatever family. */
  private static Set<Class<?>> commands() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.disclosureledger.service")
            .get(LedgerCommand.class)
            .getAllSubclasses()
            .stream()
            .filter(command -> !command.isInterface())
            .map(JavaClass::reflect)
            // The sample is younger than its data has to be kept, nobody looks into it, and the
            // shipped policy is the one that it is recorded under.
            .filter(command -> !Set.of("erasure", "grant", "deadline").contains(room(command)))
            .filter(command -> command != RecomputeDeadline.class)
            .collect(Collectors.toSet());
  }

  /** The room of which the class is, such as {@code request}. */
  private static String room(Class<?> type) {
    return type.getPackageName()
        .substring("org.disclosureledger.service.".length())
        .split("\\.")[0];
  }

  private static Set<Class<?>> events() {
    Set<Class<?>> all = new HashSet<>();
    new RequestEvents().bindings().stream().map(EventBinding::payload).forEach(all::add);
    // Nobody signs in the sample: a signature that was never checked is not to be recorded.
    all.remove(SignatureChecked.class);
    // Hundreds of items would outweigh all others in every figure about items.
    all.removeAll(Set.of(ScopeListed.class, DeliveryListed.class));
    return all;
  }

  @Test
  void someAreAnsweredLateAndSomeAreStillOpen() {
    ScenarioRun run = new ScenarioRun().all(new SampleScenario(3, 2_000, END));
    int late = 0;
    int onTime = 0;
    int overdue = 0;
    int open = 0;
    for (Map.Entry<UUID, Instant> due : run.due.entrySet()) {
      var state = run.states.getOrDefault(due.getKey(), RequestState.EMPTY);
      if (state.answered()) {
        boolean after = state.answeredAt().filter(at -> at.isAfter(due.getValue())).isPresent();
        late += after ? 1 : 0;
        onTime += after ? 0 : 1;
      } else {
        overdue += due.getValue().isBefore(END) ? 1 : 0;
        open += due.getValue().isAfter(END) ? 1 : 0;
      }
    }
    assertThat(late).as("answered late").isPositive();
    assertThat(onTime).as("answered on time").isGreaterThan(3 * late);
    assertThat(overdue).as("open and overdue").isPositive();
    assertThat(open).as("open and not due").isPositive();
  }

  @Test
  void theSameSeedGivesTheSameScenario() {
    assertThat(script(11)).isEqualTo(script(11)).isNotEqualTo(script(12));
  }

  @Test
  void aStepGivesTheSameCommandHoweverOftenItIsAsked() {
    SampleScenario scenario = new SampleScenario(5, 120, END);
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
    assertThat(new ScenarioRun().all(new SampleScenario(1, 1, END)).states).hasSize(1);
  }

  private static Stream<String> identifiers(RecordRequest record) {
    return record.items().stream()
        .map(RequestedItem::targets)
        .flatMap(List::stream)
        .map(RequestedTarget::identifier)
        .filter(identifier -> identifier != null);
  }

  private static List<Object> script(long seed) {
    SampleScenario scenario = new SampleScenario(seed, 150, END);
    List<Object> script = new ArrayList<>();
    while (scenario.hasNext()) {
      SampleStep step = scenario.next();
      script.add(step.at());
      script.add(step.person());
      script.add(step.command().apply(new FixedMemory()));
    }
    return script;
  }

  private record FixedMemory() implements SampleMemory {
    private static final UUID SOME = UUID.fromString("01980000-0000-7000-8000-0000000000ff");

    @Override
    public UUID first(Mark step) {
      return SOME;
    }

    @Override
    public UUID last(Mark step) {
      return SOME;
    }

    @Override
    public Received document(UUID requestId, UUID document, String text, String name) {
      String hash = "0".repeat(64);
      return new Received("text/plain", text.length(), hash, hash);
    }

    @Override
    public RecordReconciliation compared(UUID id, String agency, ReceiptPeriod period, byte[] csv) {
      return new ScenarioRun().compared(id, agency, period, csv);
    }

    @Override
    public StatedFigures stated(ReportingPeriod period, Instant asOf) {
      return ReportDraft.figures(period, asOf);
    }
  }
}
