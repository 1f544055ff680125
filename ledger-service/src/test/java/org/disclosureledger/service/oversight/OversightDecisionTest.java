package org.disclosureledger.service.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.Committed;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventSchemas;
import org.disclosureledger.service.oversight.command.ForwardNotice;
import org.disclosureledger.service.oversight.command.OversightCommand;
import org.disclosureledger.service.oversight.command.RecordDrill;
import org.disclosureledger.service.oversight.command.RecordInspection;
import org.disclosureledger.service.oversight.command.RecordNotice;
import org.disclosureledger.service.oversight.event.DrillRecorded;
import org.disclosureledger.service.oversight.event.InspectionRecorded;
import org.disclosureledger.service.oversight.event.NoticeForwarded;
import org.disclosureledger.service.oversight.event.NoticeRecorded;
import org.disclosureledger.service.oversight.event.OversightCorrectionApproved;
import org.disclosureledger.service.oversight.event.OversightCorrectionPrepared;
import org.disclosureledger.service.oversight.event.OversightCorrectionReturned;
import org.disclosureledger.service.oversight.event.OversightEvent;
import org.disclosureledger.service.oversight.event.OversightEvents;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.InformantKind;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OversightDecisionTest {
  /** 00:30 of 4 November in Ho Chi Minh City. */
  static final Instant NOW = Instant.parse("2026-11-03T17:30:00Z");

  static final LocalDate TODAY = LocalDate.parse("2026-11-04");
  private static final UUID ID = new UUID(0x01980000_0000_7000L, 0x8000_0000_0000_00EEL);
  private static final String SUBJECT = "Lưu trữ thông tin thuê bao";
  private static final String FINDINGS = "Thiếu biên bản";
  private static final String INFORMANT = "Trần Thị Mẫu";

  static RecordInspection inspection(boolean correction, LocalDate to) {
    return new RecordInspection(
        ID, correction, "ttra-vi-du", to.minusDays(1), to, SUBJECT, FINDINGS);
  }

  static RecordDrill drill(boolean correction, LocalDate to) {
    return new RecordDrill(ID, correction, to, to, SUBJECT, null);
  }

  static RecordNotice notice(boolean correction, Instant receivedAt) {
    return new RecordNotice(
        ID, correction, receivedAt, Channel.EMAIL, InformantKind.CITIZEN, SUBJECT, INFORMANT);
  }

  static ForwardNotice forward(String agency) {
    return new ForwardNotice(ID, agency, "ab".repeat(32));
  }

  record Case(
      String name,
      ActorRole role,
      List<OversightCommand> given,
      OversightCommand when,
      @Nullable Class<? extends OversightEvent> event,
      @Nullable OversightRule refusal) {
    @Override
    public String toString() {
      return name + " (" + role + ")";
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    RecordInspection inspection = inspection(false, TODAY);
    RecordNotice notice = notice(false, NOW);
    for (ActorRole role : ActorRole.values()) {
      boolean officer = role == ActorRole.LEGAL || role == ActorRole.APPROVER;
      boolean supervisor = role == ActorRole.SUPERVISOR;
      boolean inspector = supervisor || role == ActorRole.AUDITOR;
      byRole(cases, role, inspector, List.of(), inspection, InspectionRecorded.class);
      byRole(
          cases,
          role,
          inspector,
          List.of(inspection),
          inspection(true, TODAY.minusDays(3)),
          InspectionRecorded.class);
      byRole(cases, role, supervisor, List.of(), drill(false, TODAY), DrillRecorded.class);
      byRole(cases, role, officer, List.of(), notice, NoticeRecorded.class);
      byRole(cases, role, officer, List.of(notice), forward("ca-vi-du"), NoticeForwarded.class);
    }
    ActorRole s = ActorRole.SUPERVISOR;
    ActorRole l = ActorRole.LEGAL;
    cases.add(refused(s, inspection, OversightRule.OVERSIGHT_EXISTS, inspection));
    cases.add(refused(s, inspection(true, TODAY), OversightRule.OVERSIGHT_NOT_FOUND));
    cases.add(refused(s, drill(true, TODAY), OversightRule.OVERSIGHT_NOT_FOUND));
    cases.add(refused(l, notice(true, NOW), OversightRule.OVERSIGHT_NOT_FOUND));
    cases.add(refused(l, forward("CA"), OversightRule.OVERSIGHT_NOT_FOUND));
    cases.add(refused(s, inspection(false, TODAY.plusDays(1)), OversightRule.PERIOD_IN_FUTURE));
    cases.add(refused(s, drill(false, TODAY.plusDays(1)), OversightRule.PERIOD_IN_FUTURE));
    cases.add(refused(l, notice(false, NOW.plusSeconds(61)), OversightRule.RECEIVED_IN_FUTURE));
    cases.add(refused(l, forward("ca"), OversightRule.ALREADY_FORWARDED, notice, forward("CA")));
    cases.add(
        new Case(
            "to another agency",
            l,
            List.of(notice, forward("CA")),
            forward("VKS"),
            NoticeForwarded.class,
            null));
    cases.add(
        new Case(
            "corrected after it was forwarded",
            l,
            List.of(notice, forward("CA")),
            notice(true, NOW.minusSeconds(60)),
            NoticeRecorded.class,
            null));
    return cases;
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

  @ParameterizedTest
  @MethodSource("cases")
  void theAggregateDecidesTheCaseAsItsLineSays(Case theCase) {
    var fixture = new AggregateTestFixture<>(OversightAggregate.class);
    List<OversightMessage> given = new ArrayList<>();
    theCase.given().forEach(command -> given.add(message(given.size(), by(command), command)));
    var when =
        (given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.givenCommands(given))
            .when(message(given.size(), theCase.role(), theCase.when()));
    if (theCase.refusal() == null) {
      when.expectSuccessfulHandlerExecution()
          .expectEventsMatching(
              Matchers.exactSequenceOf(
                  Matchers.messageWithPayload(org.hamcrest.Matchers.instanceOf(theCase.event()))));
    } else {
      when.expectNoEvents().expectException(refusedBy(theCase.refusal()));
    }
  }

  private static Matcher<CommandRefused> refusedBy(OversightRule rule) {
    return org.hamcrest.Matchers.hasProperty(
        "message", org.hamcrest.Matchers.startsWith(rule.code() + ":"));
  }

  static ActorRole by(OversightCommand command) {
    return switch (command) {
      case RecordInspection unused -> ActorRole.AUDITOR;
      case RecordDrill unused -> ActorRole.SUPERVISOR;
      case RecordNotice unused -> ActorRole.LEGAL;
      case ForwardNotice unused -> ActorRole.APPROVER;
    };
  }

  private static OversightMessage message(int step, ActorRole role, OversightCommand command) {
    return OversightMessage.of(command, context(step, role), null);
  }

  static CommandContext context(int step, ActorRole role) {
    return new CommandContext(
        "demo",
        role == ActorRole.SYSTEM ? Actor.SYSTEM : Actor.of(new UUID(0x4000L, 1L << 63)),
        role,
        NOW,
        () -> new UUID(0x01980000_0000_7000L, (1L << 63) + step),
        null);
  }

  @Test
  void aStaleVersionIsRefused() {
    new AggregateTestFixture<>(OversightAggregate.class)
        .givenCommands(
            message(0, ActorRole.LEGAL, notice(false, NOW)),
            message(1, ActorRole.LEGAL, forward("CA")))
        .when(OversightMessage.of(forward("VKS"), context(2, ActorRole.LEGAL), 0L))
        .expectNoEvents()
        .expectException(refusedBy(OversightRule.STALE_VERSION));
  }

  @Test
  void everyRuleHasACase() {
    Set<OversightRule> covered = EnumSet.of(OversightRule.STALE_VERSION); // has its own test
    cases().stream().map(Case::refusal).filter(rule -> rule != null).forEach(covered::add);
    assertThat(covered).containsExactlyInAnyOrder(OversightRule.values());
  }

  @Test
  void everyEventFitsItsSchemaAndComesBack() {
    List<OversightCommand> commands =
        List.of(
            inspection(false, TODAY),
            new RecordInspection(ID, false, null, TODAY, TODAY, SUBJECT, null),
            drill(false, TODAY),
            notice(false, NOW),
            forward("ca-vi-du"));
    List<OversightEvent> events = new ArrayList<>();
    for (OversightCommand command : commands) {
      OversightState state =
          new OversightState(command instanceof ForwardNotice ? 0 : -1, Set.of());
      Oversight.decide(state, command, context(0, by(command)))
          .forEach(proposed -> events.add(proposed.event()));
      assertThat(command.toString()).doesNotContain(SUBJECT, FINDINGS, INFORMANT, "abab");
    }
    events.addAll(corrections());
    EventSchemas.check(new OversightEvents(), events, SUBJECT, FINDINGS, INFORMANT, "abab");
  }

  private static List<OversightEvent> corrections() {
    Committed<String> text = Committed.of(FINDINGS);
    InspectionRecorded inspection = new InspectionRecorded("TTRA", TODAY, TODAY, text, text);
    DrillRecorded drill = new DrillRecorded(TODAY, TODAY, text, text);
    NoticeRecorded notice =
        new NoticeRecorded(NOW, Channel.EMAIL, InformantKind.CITIZEN, text, text);
    return List.of(
        new OversightCorrectionPrepared(ID, text, inspection, null, null),
        new OversightCorrectionPrepared(ID, text, null, drill, null),
        new OversightCorrectionPrepared(ID, text, null, null, notice),
        new OversightCorrectionApproved(ID),
        new OversightCorrectionReturned(ID, text));
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsRefused() {
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> new RecordDrill(ID, false, TODAY, TODAY.minusDays(1), SUBJECT, null));
    assertThat(refused.rule().code()).isEqualTo("period-reversed");
  }

  @Test
  void eachEventGoesToTheStreamOfItsKind() {
    assertThat(inspection(false, TODAY).stream().value()).isEqualTo("inspection/" + ID);
    assertThat(drill(false, TODAY).stream().value()).isEqualTo("drill/" + ID);
    assertThat(notice(false, NOW).stream().value()).isEqualTo("notice/" + ID);
    List<EventHeader> headers = new ArrayList<>();
    new AggregateTestFixture<>(OversightAggregate.class)
        .givenCommands(message(0, ActorRole.LEGAL, notice(false, NOW)))
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
}
