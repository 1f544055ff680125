package org.disclosureledger.service.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.agency.AgencyStory.CODE;
import static org.disclosureledger.service.agency.AgencyStory.NEXT;
import static org.disclosureledger.service.agency.AgencyStory.SECRET_NAME;
import static org.disclosureledger.service.agency.AgencyStory.SECRET_PHONE;
import static org.disclosureledger.service.agency.AgencyStory.SECRET_POSITION;
import static org.disclosureledger.service.agency.AgencyStory.amend;
import static org.disclosureledger.service.agency.AgencyStory.contact;
import static org.disclosureledger.service.agency.AgencyStory.officer;
import static org.disclosureledger.service.agency.AgencyStory.register;
import static org.disclosureledger.service.agency.AgencyStory.retireContact;
import static org.disclosureledger.service.agency.AgencyStory.retireOfficer;
import static org.disclosureledger.service.agency.AgencyStory.succeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.service.agency.command.AgencyCommand;
import org.disclosureledger.service.agency.command.RegisterOfficer;
import org.disclosureledger.service.agency.command.SucceedAgency;
import org.disclosureledger.service.agency.event.AgencyAmended;
import org.disclosureledger.service.agency.event.AgencyEvent;
import org.disclosureledger.service.agency.event.AgencyEvents;
import org.disclosureledger.service.agency.event.AgencyRegistered;
import org.disclosureledger.service.agency.event.AgencySucceeded;
import org.disclosureledger.service.agency.event.ContactRetired;
import org.disclosureledger.service.agency.event.ContactVerified;
import org.disclosureledger.service.agency.event.OfficerRegistered;
import org.disclosureledger.service.agency.event.OfficerRetired;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventSchemas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgencyDecisionTest {
  private static final LocalDate PAST = LocalDate.parse("2026-11-02");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-03");

  record Case(
      String name,
      List<AgencyCommand> given,
      AgencyCommand when,
      @Nullable Class<? extends AgencyEvent> event,
      @Nullable AgencyRule refusal) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case does(
      String name, Class<? extends AgencyEvent> event, AgencyCommand when, AgencyCommand... given) {
    return new Case(name, List.of(given), when, event, null);
  }

  private static Case refused(
      String name, AgencyRule rule, AgencyCommand when, AgencyCommand... given) {
    return new Case(name, List.of(given), when, null, rule);
  }

  static List<Case> cases() {
    return List.of(
        does("a new code is registered", AgencyRegistered.class, register()),
        refused("a code twice", AgencyRule.AGENCY_EXISTS, register(), register()),
        refused("an unknown one amended", AgencyRule.AGENCY_NOT_FOUND, amend(null)),
        does("names are corrected", AgencyAmended.class, amend(null), register()),
        does("the same twice", AgencyAmended.class, amend(null), register(), amend(null)),
        does("an ended one is amended", AgencyAmended.class, amend(null), register(CODE, PAST)),
        does("a successor", AgencySucceeded.class, succeed("2027-01-01"), register()),
        does(
            "a successor corrected",
            AgencySucceeded.class,
            succeed("2027-02-01"),
            register(),
            succeed("2027-01-01")),
        refused(
            "its own successor",
            AgencyRule.SUCCESSOR_ITSELF,
            new SucceedAgency(CODE, new AgencyCode("ca-vi-du"), TODAY),
            register()),
        refused(
            "a successor from the first day on",
            AgencyRule.DATES_REVERSED,
            succeed("2025-03-01"),
            register()),
        does(
            "a successor from the second day on",
            AgencySucceeded.class,
            succeed("2025-03-02"),
            register()),
        refused(
            "an open end beside a successor",
            AgencyRule.SUCCESSOR_OVERLAPPED,
            amend(null),
            register(),
            succeed("2027-01-01")),
        refused(
            "valid on the successor's first day",
            AgencyRule.SUCCESSOR_OVERLAPPED,
            amend(LocalDate.parse("2027-01-01")),
            register(),
            succeed("2027-01-01")),
        does(
            "valid to the day before its successor",
            AgencyAmended.class,
            amend(LocalDate.parse("2026-12-31")),
            register(),
            succeed("2027-01-01")),
        does("a contact", ContactVerified.class, contact(), register()),
        does("a contact on the last day", ContactVerified.class, contact(), register(CODE, TODAY)),
        refused(
            "a contact of an ended one",
            AgencyRule.VALIDITY_ENDED,
            contact(),
            register(CODE, PAST)),
        refused(
            "a contact of a succeeded one",
            AgencyRule.VALIDITY_ENDED,
            contact(),
            register(),
            succeed("2026-11-03")),
        refused(
            "too many contacts",
            AgencyRule.TOO_MANY_CONTACTS,
            contact(),
            many(contact(), Agency.MAX_CURRENT_CONTACTS)),
        does("a contact retired", ContactRetired.class, retireContact(1), register(), contact()),
        does(
            "a contact of an ended one retired",
            ContactRetired.class,
            retireContact(1),
            register(),
            contact(),
            amend(PAST)),
        refused(
            "an unknown contact retired",
            AgencyRule.CONTACT_UNKNOWN,
            retireContact(2),
            register(),
            contact()),
        refused(
            "a contact retired twice",
            AgencyRule.CONTACT_RETIRED,
            retireContact(1),
            register(),
            contact(),
            retireContact(1)),
        does("an officer", OfficerRegistered.class, officer("2026-01-01"), register()),
        refused(
            "an officer of an ended one",
            AgencyRule.VALIDITY_ENDED,
            officer("2026-01-01"),
            register(CODE, PAST)),
        refused(
            "an officer who begins after its end",
            AgencyRule.VALIDITY_ENDED,
            officer("2026-11-04"),
            register(CODE, TODAY)),
        refused(
            "too many officers",
            AgencyRule.TOO_MANY_OFFICERS,
            officer("2026-01-01"),
            many(officer("2026-01-01"), Agency.MAX_CURRENT_OFFICERS)),
        does(
            "an officer retired from the first day on",
            OfficerRetired.class,
            retireOfficer(1, "2026-01-01"),
            register(),
            officer("2026-01-01")),
        refused(
            "an officer retired before the first day",
            AgencyRule.DATES_REVERSED,
            retireOfficer(1, "2025-12-31"),
            register(),
            officer("2026-01-01")),
        refused(
            "an unknown officer retired",
            AgencyRule.OFFICER_UNKNOWN,
            retireOfficer(1, "2026-12-01"),
            register(),
            contact()),
        refused(
            "an officer retired twice",
            AgencyRule.OFFICER_RETIRED,
            retireOfficer(1, "2026-12-02"),
            register(),
            officer("2026-01-01"),
            retireOfficer(1, "2026-12-01")));
  }

  private static AgencyCommand[] many(AgencyCommand command, int times) {
    List<AgencyCommand> all = new ArrayList<>(List.of(register()));
    all.addAll(Collections.nCopies(times, command));
    return all.toArray(AgencyCommand[]::new);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theCaseIsDecidedAsItsLineSays(Case theCase) {
    AgencyState state = AgencyStory.after(theCase.given());
    var context = AgencyStory.context(theCase.given().size(), ActorRole.ADMIN);
    if (theCase.refusal() == null) {
      var events = Agency.decide(state, theCase.when(), context);
      assertThat(events).hasSize(1);
      assertThat(events.getFirst().event()).isInstanceOf(theCase.event());
      assertThat(events.getFirst().time()).isEqualTo(context.now());
    } else {
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class, () -> Agency.decide(state, theCase.when(), context));
      assertThat(refused.rule()).isEqualTo(theCase.refusal());
      assertThat(refused.getMessage()).doesNotContain(SECRET_NAME, SECRET_PHONE);
    }
  }

  /** Without those that reach a limit: the fixture reads a stream anew for each command. */
  static Stream<Case> shortCases() {
    return cases().stream().filter(theCase -> theCase.given().size() < 10);
  }

  @ParameterizedTest
  @MethodSource("shortCases")
  void theAggregateAppliesWhatIsDecidedAndNothingElse(Case theCase) {
    var fixture = new AggregateTestFixture<>(AgencyAggregate.class);
    List<AgencyMessage> given = new ArrayList<>();
    theCase.given().forEach(command -> given.add(message(given.size(), command, null)));
    var when =
        (given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.givenCommands(given))
            .when(message(given.size(), theCase.when(), given.size() - 1L));
    if (theCase.refusal() == null) {
      when.expectSuccessfulHandlerExecution()
          .expectEventsMatching(
              Matchers.exactSequenceOf(
                  Matchers.messageWithPayload(org.hamcrest.Matchers.instanceOf(theCase.event()))));
    } else {
      when.expectNoEvents()
          .expectException(
              org.hamcrest.Matchers.hasProperty(
                  "message", org.hamcrest.Matchers.startsWith(theCase.refusal().code() + ":")));
    }
  }

  @Test
  void aStaleVersionIsRefused() {
    new AggregateTestFixture<>(AgencyAggregate.class)
        .givenCommands(message(0, register(), null), message(1, contact(), 0L))
        .when(message(2, contact(), 0L))
        .expectNoEvents()
        .expectException(
            org.hamcrest.Matchers.hasProperty(
                "message", org.hamcrest.Matchers.startsWith("stale-version:")));
  }

  private static AgencyMessage message(
      int step, AgencyCommand command, @Nullable Long expectedSequence) {
    return AgencyMessage.of(command, AgencyStory.context(step, ActorRole.ADMIN), expectedSequence);
  }

  @ParameterizedTest
  @EnumSource(value = ActorRole.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
  void nobodyButAnAdministratorDecides(ActorRole role) {
    for (Case theCase : cases()) {
      AgencyState state = AgencyStory.after(theCase.given());
      CommandRefused refused =
          catchThrowableOfType(
              CommandRefused.class,
              () -> Agency.decide(state, theCase.when(), AgencyStory.context(9, role)));
      assertThat(refused.rule()).isEqualTo(AgencyRule.ROLE_NOT_ALLOWED);
    }
  }

  @Test
  void everyRuleHasACase() {
    Set<AgencyRule> covered =
        EnumSet.of(AgencyRule.ROLE_NOT_ALLOWED, AgencyRule.STALE_VERSION); // own tests
    cases().stream().map(Case::refusal).filter(rule -> rule != null).forEach(covered::add);
    assertThat(covered).containsExactlyInAnyOrder(AgencyRule.values());
  }

  private static Stream<List<AgencyCommand>> lives() {
    RegisterOfficer unnamed =
        new RegisterOfficer(CODE, SECRET_NAME, null, TODAY, LocalDate.parse("2026-12-31"));
    return Stream.of(
        List.of(
            register(),
            contact(),
            officer("2026-01-01"),
            unnamed,
            retireContact(1),
            retireOfficer(2, "2026-12-01"),
            succeed("2027-01-01"),
            amend(LocalDate.parse("2026-12-30"))),
        List.of(register(CODE, TODAY), amend(null)));
  }

  @Test
  void everyEventFitsItsSchemaAndComesBack() {
    EventSchemas.check(
        new AgencyEvents(),
        lives().flatMap(life -> AgencyStory.events(life).stream()).toList(),
        SECRET_NAME,
        SECRET_PHONE,
        SECRET_POSITION);
  }

  @Test
  void theStateIsTheSameWhetherValuesAreKnownOrOnlyTheirDigests() {
    lives()
        .forEach(life -> {
          AgencyState clear = AgencyState.EMPTY;
          AgencyState sourced = AgencyState.EMPTY;
          for (AgencyCommand command : life) {
            clear = AgencyStory.evolve(clear, command, false);
            sourced = AgencyStory.evolve(sourced, command, true);
          }
          assertThat(sourced).isEqualTo(clear);
        });
  }

  @Test
  void aLifeLeavesWhatItsEventsSay() {
    AgencyState state = AgencyStory.after(lives().findFirst().orElseThrow());
    AgencyState.Profile profile = state.known();
    assertThat(profile.code()).isEqualTo("CA-VI-DU");
    assertThat(profile.nameVi()).isEqualTo("Công an xã Ví Dụ");
    assertThat(profile.province()).as("an amendment says all anew").isNull();
    assertThat(AgencyStory.after(List.of(register())).known().province())
        .isEqualTo(AgencyStory.PROVINCE);
    assertThat(profile.validUntil()).isEqualTo("2026-12-30");
    assertThat(state.successor())
        .isEqualTo(new AgencyState.Successor(NEXT.value(), LocalDate.parse("2027-01-01")));
    assertThat(state.contacts()).singleElement().matches(contact -> !contact.current());
    assertThat(state.officers())
        .extracting(AgencyOfficer::validUntil)
        .containsExactly(LocalDate.parse("2026-11-30"), LocalDate.parse("2026-12-31"));
  }

  @Test
  void commandsInLogsShowNoStarredValue() {
    for (AgencyCommand command : List.of(contact(), officer("2026-01-01"))) {
      assertThat(command.toString() + message(0, command, null))
          .doesNotContain(SECRET_NAME, SECRET_PHONE, SECRET_POSITION);
    }
  }

  @Test
  void aCodesStreamIsTheHashOfItsUpperCase() {
    assertThat(new AgencyCode("cqdt-vi-du-01")).isEqualTo(new AgencyCode("CQDT-VI-DU-01"));
    assertThat(new AgencyCode("cqdt-vi-du-01").stream().value())
        .isEqualTo("agency/2ad0613ab311f57459c8872ba7e30005");
  }
}
