package org.disclosureledger.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.oversight.OversightSteps.FINDINGS;
import static org.disclosureledger.service.oversight.OversightSteps.ID;
import static org.disclosureledger.service.oversight.OversightSteps.INFORMANT;
import static org.disclosureledger.service.oversight.OversightSteps.NOW;
import static org.disclosureledger.service.oversight.OversightSteps.REASON;
import static org.disclosureledger.service.oversight.OversightSteps.SUBJECT;
import static org.disclosureledger.service.oversight.OversightSteps.TODAY;
import static org.disclosureledger.service.oversight.OversightSteps.actor;
import static org.disclosureledger.service.oversight.OversightSteps.approve;
import static org.disclosureledger.service.oversight.OversightSteps.by;
import static org.disclosureledger.service.oversight.OversightSteps.command;
import static org.disclosureledger.service.oversight.OversightSteps.context;
import static org.disclosureledger.service.oversight.OversightSteps.correct;
import static org.disclosureledger.service.oversight.OversightSteps.drill;
import static org.disclosureledger.service.oversight.OversightSteps.drilled;
import static org.disclosureledger.service.oversight.OversightSteps.event;
import static org.disclosureledger.service.oversight.OversightSteps.forward;
import static org.disclosureledger.service.oversight.OversightSteps.giveBack;
import static org.disclosureledger.service.oversight.OversightSteps.header;
import static org.disclosureledger.service.oversight.OversightSteps.inspected;
import static org.disclosureledger.service.oversight.OversightSteps.inspection;
import static org.disclosureledger.service.oversight.OversightSteps.message;
import static org.disclosureledger.service.oversight.OversightSteps.notice;
import static org.disclosureledger.service.oversight.OversightSteps.noticed;
import static org.disclosureledger.service.oversight.OversightSteps.refusedBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.oversight.OversightSteps.Case;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.PrepareOversightCorrection;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.command.ReturnOversightCorrection;
import org.disclosureledger.service.oversight.content.DrillContent;
import org.disclosureledger.service.oversight.content.InspectionContent;
import org.disclosureledger.service.oversight.content.OversightContent;
import org.disclosureledger.service.oversight.content.OversightKind;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.oversight.event.OversightEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OversightDecisionTest {
  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    RecordInspection inspection = inspection(TODAY);
    RecordNotice notice = notice(NOW);
    for (ActorRole role : ActorRole.values()) {
      boolean officer = role == ActorRole.LEGAL || role == ActorRole.APPROVER;
      boolean supervisor = role == ActorRole.SUPERVISOR;
      boolean inspector = supervisor || role == ActorRole.AUDITOR;
      boolean approver = role == ActorRole.APPROVER;
      byRole(cases, role, inspector, List.of(), inspection, InspectionRecorded.class);
      byRole(cases, role, supervisor, List.of(), drill(TODAY), DrillRecorded.class);
      byRole(cases, role, officer, List.of(), notice, NoticeRecorded.class);
      byRole(cases, role, officer, List.of(notice), forward("ca-vi-du"), NoticeForwarded.class);
      corrections(cases, role, inspector, inspector, inspection, inspected(TODAY.minusDays(3)));
      corrections(cases, role, supervisor, supervisor, drill(TODAY), drilled(TODAY.minusDays(1)));
      corrections(cases, role, officer, approver, notice, noticed(NOW.minusSeconds(60)));
    }
    ActorRole s = ActorRole.SUPERVISOR;
    ActorRole l = ActorRole.LEGAL;
    OversightKind i = OversightKind.INSPECTION;
    LocalDate tomorrow = TODAY.plusDays(1);
    PrepareOversightCorrection correct = correct(inspected(TODAY));
    cases.add(refused(s, inspection(tomorrow), OversightRule.PERIOD_IN_FUTURE));
    cases.add(refused(s, drill(tomorrow), OversightRule.PERIOD_IN_FUTURE));
    cases.add(refused(l, notice(NOW.plusSeconds(61)), OversightRule.RECEIVED_IN_FUTURE));
    cases.add(refused(s, correct(inspected(tomorrow)), OversightRule.PERIOD_IN_FUTURE, inspection));
    cases.add(
        refused(
            l, correct(noticed(NOW.plusSeconds(61))), OversightRule.RECEIVED_IN_FUTURE, notice));
    UUID elsewhere = event(7);
    cases.add(
        refused(
            s,
            new PrepareOversightCorrection(ID, elsewhere, REASON, inspected(TODAY)),
            OversightRule.ENTRY_UNKNOWN,
            inspection));
    // An approved correction is not what a later one corrects: that is always the recording.
    cases.add(
        refused(
            s,
            new PrepareOversightCorrection(ID, event(1), REASON, inspected(TODAY)),
            OversightRule.ENTRY_UNKNOWN,
            inspection,
            correct,
            approve(i, 1)));
    cases.add(refused(s, approve(i, 0), OversightRule.CORRECTION_NOT_OPEN, inspection, correct));
    cases.add(
        refused(
            s,
            approve(i, 1),
            OversightRule.CORRECTION_NOT_OPEN,
            inspection,
            correct,
            giveBack(i, 1),
            correct));
    cases.add(
        new Case(
            "to another agency",
            l,
            List.of(notice, forward("CA")),
            forward("VKS"),
            NoticeForwarded.class,
            null));
    return cases;
  }

  private static void corrections(
      List<Case> cases,
      ActorRole role,
      boolean prepares,
      boolean decides,
      OversightCommand recorded,
      OversightContent content) {
    List<OversightCommand> given = List.of(recorded, correct(content));
    OversightKind kind = content.kind();
    byRole(
        cases,
        role,
        prepares,
        List.of(recorded),
        correct(content),
        OversightCorrectionPrepared.class);
    byRole(cases, role, decides, given, approve(kind, 1), OversightCorrectionApproved.class);
    byRole(cases, role, decides, given, giveBack(kind, 1), OversightCorrectionReturned.class);
  }

  private static void byRole(
      List<Case> cases,
      ActorRole role,
      boolean allowed,
      List<OversightCommand> given,
      OversightCommand when,
      Class<? extends OversightEvent> event) {
    String name = when.getClass().getSimpleName() + " after " + given.size();
    cases.add(
        allowed
            ? new Case(name, role, given, when, event, null)
            : new Case(name, role, given, when, null, OversightRule.ROLE_NOT_ALLOWED));
  }

  private static Case refused(
      ActorRole role, OversightCommand when, OversightRule rule, OversightCommand... given) {
    String name = rule.code() + " for " + when.getClass().getSimpleName();
    return new Case(name, role, List.of(given), when, null, rule);
  }

  @Test
  void aDecisionOnWhatIsNotOpenIsReadAndChangesNothing() {
    OversightCommand record = inspection(TODAY);
    OversightState state =
        OversightState.EMPTY
            .evolve(
                new OversightCorrectionPrepared(event(7), Committed.of(REASON), null, null, null),
                header(0, record))
            .evolve(new OversightCorrectionApproved(event(9)), header(1, record))
            .evolve(
                new OversightCorrectionReturned(event(9), Committed.of(REASON)), header(2, record));
    assertThat(state.open()).isEqualTo(new OversightState.Open(event(0), actor(1)));
    assertThat(state.evolve(new OversightCorrectionApproved(event(0)), header(3, record)).open())
        .isNull();
  }

  @Test
  void aStaleVersionIsRefused() {
    new AggregateTestFixture<>(OversightAggregate.class)
        .givenCommands(
            message(0, ActorRole.LEGAL, notice(NOW)), message(1, ActorRole.LEGAL, forward("CA")))
        .when(OversightMessage.of(forward("VKS"), context(2, ActorRole.LEGAL, 1), 0L))
        .expectNoEvents()
        .expectException(refusedBy(OversightRule.STALE_VERSION));
  }

  @Test
  void everyRuleHasACase() {
    // These have tests of their own.
    Set<OversightRule> covered = EnumSet.of(OversightRule.STALE_VERSION, OversightRule.SAME_PERSON);
    Stream.concat(cases().stream(), OversightCellsTest.cells().stream())
        .map(Case::refusal)
        .filter(rule -> rule != null)
        .forEach(covered::add);
    assertThat(covered).containsExactlyInAnyOrder(OversightRule.values());
  }

  @Test
  void everyEventFitsItsSchemaAndComesBack() {
    List<OversightCommand> commands =
        List.of(
            inspection(TODAY),
            new RecordInspection(ID, new InspectionContent(null, TODAY, TODAY, SUBJECT, null)),
            drill(TODAY),
            notice(NOW),
            forward("ca-vi-du"),
            correct(inspected(TODAY)),
            correct(drilled(TODAY)),
            correct(noticed(NOW)),
            approve(OversightKind.DRILL, 1),
            giveBack(OversightKind.DRILL, 1));
    List<OversightEvent> events = new ArrayList<>();
    for (OversightCommand command : commands) {
      Oversight.decide(stateFor(command), command, context(0, by(command), command))
          .forEach(proposed -> events.add(proposed.event()));
      assertThat(command.toString()).doesNotContain(SUBJECT, FINDINGS, INFORMANT, "abab", REASON);
    }
    EventSchemas.check(new OversightEvents(), events, SUBJECT, FINDINGS, INFORMANT, "abab", REASON);
  }

  private static OversightState stateFor(OversightCommand command) {
    return switch (command) {
      case RecordInspection unused -> OversightState.EMPTY;
      case RecordDrill unused -> OversightState.EMPTY;
      case RecordNotice unused -> OversightState.EMPTY;
      case ForwardNotice unused -> new OversightState(0, event(0), null, Set.of());
      case PrepareOversightCorrection unused -> new OversightState(0, event(0), null, Set.of());
      default ->
          new OversightState(1, event(0), new OversightState.Open(event(1), actor(1)), Set.of());
    };
  }

  @Test
  void aCorrectionOfTwoKindsOrOfNoneFitsNoSchema() {
    Committed<String> text = Committed.of(FINDINGS);
    DrillRecorded drill = new DrillRecorded(TODAY, TODAY, text, text);
    InspectionRecorded inspection = new InspectionRecorded(null, TODAY, TODAY, text, text);
    for (OversightEvent event :
        List.of(
            new OversightCorrectionPrepared(ID, text, null, null, null),
            new OversightCorrectionPrepared(ID, text, inspection, drill, null))) {
      assertThat(EventSchemas.errors(new OversightEvents(), event)).isNotEmpty();
    }
  }

  @Test
  void aCorrectionOrItsReturnWithoutAReasonIsNoCommand() {
    for (Supplier<OversightCommand> command :
        List.<Supplier<OversightCommand>>of(
            () -> new PrepareOversightCorrection(ID, event(0), " ", drilled(TODAY)),
            () -> new ReturnOversightCorrection(OversightKind.DRILL, ID, event(1), " "))) {
      CommandRefused refused = catchThrowableOfType(CommandRefused.class, command::get);
      assertThat(refused.rule().code()).isEqualTo("member-missing");
    }
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class, () -> new DrillContent(TODAY, TODAY.minusDays(1), SUBJECT, null));
    assertThat(refused.rule().code()).isEqualTo("period-reversed");
  }

  @Test
  void eachEventGoesToTheStreamOfItsKind() {
    assertThat(inspection(TODAY).stream().value()).isEqualTo("inspection/" + ID);
    assertThat(drill(TODAY).stream().value()).isEqualTo("drill/" + ID);
    assertThat(notice(NOW).stream().value()).isEqualTo("notice/" + ID);
    List<EventHeader> headers = new ArrayList<>();
    new AggregateTestFixture<>(OversightAggregate.class)
        .givenCommands(message(0, ActorRole.LEGAL, notice(NOW)))
        .when(message(1, ActorRole.LEGAL, forward("CA")))
        .expectEventsMatching(
            Matchers.predicate((List<? super EventMessage<?>> events) ->
                events.stream()
                    .allMatch(event ->
                        headers.add(EventHeader.from(((EventMessage<?>) event).getMetaData())))));
    assertThat(headers).hasSize(1);
    assertThat(headers.getFirst().sequence()).isEqualTo(1);
    assertThat(headers.getFirst().subject()).isEqualTo(forward("CA").stream());
    assertThat(headers.getFirst().type()).endsWith(".notice.forwarded.v1");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAggregateDecidesTheCaseAsItsLineSays(Case theCase) {
    OversightSteps.decide(theCase);
  }

  @ParameterizedTest
  @EnumSource(OversightKind.class)
  void nobodyIsBothOfTheTwoPeople(OversightKind kind) {
    for (OversightCommand decision : List.of(approve(kind, 1), giveBack(kind, 1))) {
      OversightCommand record = command(kind, "record");
      OversightCommand prepare = command(kind, "prepare");
      ActorRole role = by(decision);
      new AggregateTestFixture<>(OversightAggregate.class)
          .givenCommands(message(0, by(record), record), message(1, role, prepare))
          .when(OversightMessage.of(decision, context(2, role, 1), null))
          .expectNoEvents()
          .expectException(refusedBy(OversightRule.SAME_PERSON));
    }
  }

  @ParameterizedTest
  @EnumSource(OversightKind.class)
  void anOldStreamRecordedTwiceIsReadAndItsLastRecordingIsCorrected(OversightKind kind) {
    OversightEvent again =
        Oversight.decide(
                OversightState.EMPTY,
                command(kind, "record"),
                context(0, by(command(kind, "record")), 1))
            .getFirst()
            .event();
    OversightCommand record = command(kind, "record");
    OversightState state = OversightState.EMPTY;
    for (int step = 0; step < 2; step++) {
      state = state.evolve(again, header(step, record));
    }
    assertThat(state.recorded()).isEqualTo(event(1));
    assertThat(state.lastSequence()).isEqualTo(1);
    OversightContent content = ((PrepareOversightCorrection) command(kind, "prepare")).content();
    OversightCommand prepare = new PrepareOversightCorrection(ID, event(1), REASON, content);
    assertThat(Oversight.decide(state, prepare, context(2, by(prepare), 1))).hasSize(1);
  }
}
