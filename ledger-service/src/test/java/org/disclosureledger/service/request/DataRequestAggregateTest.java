package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.messageWithPayload;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.disclosureledger.format.Actor;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.envelope.RefusalRule;
import org.disclosureledger.service.envelope.StreamAggregate;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.RequestEvent;
import org.hamcrest.Matcher;
import org.hamcrest.Matchers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DataRequestAggregateTest {
  static Stream<Case> cases() {
    return AllCases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAggregateAppliesWhatIsDecidedAndNothingElse(Case theCase) {
    var when =
        given(theCase.given()).when(message(theCase.given().steps().size(), theCase.when(), null));
    if (theCase.refusal() == null) {
      List<Matcher<? super EventMessage<?>>> expected = new ArrayList<>();
      theCase.events().forEach(type -> expected.add(messageWithPayload(Matchers.any(type))));
      when.expectSuccessfulHandlerExecution()
          .expectEventsMatching(exactSequenceOf(expected.toArray(Matcher[]::new)));
    } else {
      when.expectNoEvents().expectException(refusedBy(theCase.refusal()));
    }
  }

  @Test
  void aStaleVersionIsRefused() {
    given(DecisionStories.NEW)
        .when(message(1, Story.by(Story.LINH, Story.refuse()), 0L))
        .expectNoEvents()
        .expectException(refusedBy(RequestRule.STALE_VERSION));
  }

  @Test
  void theVersionSeenIsAccepted() {
    given(DecisionStories.NEW)
        .when(message(1, Story.by(Story.LINH, Story.refuse()), 1L))
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void eachEventCarriesAHeaderFromTheCommandsContextAlone() {
    List<EventHeader> headers = new ArrayList<>();
    given(DecisionStories.NONE)
        .when(message(0, DecisionStories.NEW.steps().getFirst(), null))
        .expectEventsMatching(
            predicate((List<? super EventMessage<?>> events) ->
                events.stream()
                    .allMatch(event ->
                        headers.add(EventHeader.from(((EventMessage<?>) event).getMetaData())))));
    assertThat(headers).extracting(EventHeader::sequence).containsExactly(0L, 1L);
    assertThat(headers)
        .extracting(EventHeader::type)
        .containsExactly(
            "org.disclosureledger.request.recorded.v2", "org.disclosureledger.deadline.set.v2");
    EventHeader first = headers.getFirst();
    assertThat(first.id()).isEqualTo(Story.id(0));
    assertThat(first.time()).isEqualTo(RequestDraft.T0);
    assertThat(first.recordedTime()).isEqualTo(Story.at(0));
    assertThat(first.actor()).isEqualTo(Story.LINH.actor());
    assertThat(first.subject().value()).isEqualTo("request/" + RequestDraft.ID);
    assertThat(first.leafIndex()).isEqualTo(EventHeader.UNSEALED);
  }

  @Test
  void anExtensionGoesOnItsWayWithTheDueTimeThatItHasToPrecede() {
    List<Object> limits = new ArrayList<>();
    int step = LifeStories.EXTENDING.steps().size();
    given(LifeStories.EXTENDING)
        .when(
            message(
                step,
                Story.by(
                    Story.MINH,
                    new ApproveAct(RequestDraft.ID, ActKind.EXTENSION, Story.id(step - 1), null)),
                null))
        .expectEventsMatching(
            predicate((List<? super EventMessage<?>> events) ->
                events.stream()
                    .allMatch(event ->
                        limits.add(
                            ((EventMessage<?>) event)
                                .getMetaData()
                                .get(StreamAggregate.RECORDED_WITHIN)))));
    Instant due =
        Objects.requireNonNull(Playback.after(LifeStories.EXTENDING).clock().due(), "due");
    assertThat(limits).hasSize(2).containsOnly(RecordedWithin.before(due, RequestRule.DUE_PASSED));
  }

  @Test
  void whatTheLedgerNotesBeforeAConfirmationIsItsOwnAndTheConfirmationThePersons() {
    List<EventHeader> headers = new ArrayList<>();
    int step = LifeStories.ORAL_OVERDUE.steps().size();
    given(LifeStories.ORAL_OVERDUE)
        .when(message(step, Story.by(Story.LINH, PlainCommands.confirm()), null))
        .expectEventsMatching(
            predicate((List<? super EventMessage<?>> events) ->
                events.stream()
                    .allMatch(event ->
                        headers.add(EventHeader.from(((EventMessage<?>) event).getMetaData())))));
    assertThat(headers)
        .extracting(EventHeader::type, EventHeader::actor, EventHeader::role)
        .containsExactly(
            tuple("org.disclosureledger.writing.missed.v1", Actor.SYSTEM, ActorRole.SYSTEM),
            tuple(
                "org.disclosureledger.writing.confirmed.v1",
                Story.LINH.actor(),
                Story.LINH.role()));
    assertThat(headers).extracting(EventHeader::sequence).containsExactly(4L, 5L);
    assertThat(headers.getFirst().time()).isEqualTo(Story.at(step));
  }

  @Test
  void aStreamWhoseEntriesContradictEachOtherTakesNoCommand() {
    RequestEvent recorded =
        DataRequest.decide(
                RequestState.EMPTY,
                RequestDraft.with(draft -> {}),
                Story.context(0, Story.LINH),
                TestCircumstances.WORLD)
            .getFirst()
            .event();
    AggregateTestFixture<DataRequestAggregate> fixture =
        new AggregateTestFixture<>(DataRequestAggregate.class);
    fixture
        .given(
            stored(0, recorded),
            stored(1, new AcceptanceApproved(Story.id(70))),
            stored(2, new AcceptanceApproved(Story.id(71))))
        .when(message(3, Story.by(Story.LINH, Story.refuse()), null))
        .expectNoEvents()
        .expectException(refusedBy(RequestRule.STREAM_UNREADABLE));
  }

  private static EventMessage<?> stored(int sequence, RequestEvent event) {
    EventHeader header =
        new EventHeader(
            Story.id(sequence),
            "demo",
            new StreamId("request/" + RequestDraft.ID),
            "org.disclosureledger.any.v1",
            Story.at(sequence),
            Story.at(sequence),
            Story.LINH.actor(),
            Story.LINH.role(),
            null,
            sequence,
            sequence,
            sequence);
    return new GenericEventMessage<>(event, header.toMetaData());
  }

  static TestExecutor<DataRequestAggregate> given(Story story) {
    AggregateTestFixture<DataRequestAggregate> fixture =
        new AggregateTestFixture<>(DataRequestAggregate.class);
    List<DataRequestMessage> messages = new ArrayList<>();
    for (int k = 0; k < story.steps().size(); k++) {
      messages.add(message(k, story.steps().get(k), null));
    }
    return messages.isEmpty() ? fixture.givenNoPriorActivity() : fixture.givenCommands(messages);
  }

  static DataRequestMessage message(int index, Step step, @Nullable Long expected) {
    return message(index, step, expected, TestCircumstances.WORLD);
  }

  static DataRequestMessage message(
      int index, Step step, @Nullable Long expected, TestCircumstances world) {
    return DataRequestMessage.of(step.command(), Story.context(index, step.by()), world, expected);
  }

  private static Matcher<CommandRefused> refusedBy(RefusalRule rule) {
    return Matchers.hasProperty("message", Matchers.startsWith(rule.code() + ":"));
  }
}
