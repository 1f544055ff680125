package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.LongActs.MOST;
import static org.disclosureledger.service.request.LongActs.item;
import static org.disclosureledger.service.request.PlainCommands.approve;
import static org.disclosureledger.service.request.PlainCommands.giveBack;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disclosureledger.format.FormatLimits;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.vocabulary.DataField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Acts about more items than one entry has room for: still one command and one decision. */
class LongActTest {
  /** As in LongRequestTest: what stands around {@code data} in an entry. */
  private static final int AROUND = 300;

  private static final int ENVELOPE = 1_400;
  private static final int ALL_FIELDS = DataField.values().length;

  static Stream<List<RequestedItem>> demands() {
    return Stream.of(
        MOST,
        Collections.nCopies(500, item(2, ALL_FIELDS)),
        Collections.nCopies(500, item(0, 1)),
        List.of(item(1_000, ALL_FIELDS)),
        Collections.nCopies(2, item(500, ALL_FIELDS)),
        IntStream.range(0, 400).mapToObj(i -> item(i % 4, 1 + i % ALL_FIELDS)).toList());
  }

  @ParameterizedTest
  @MethodSource("demands")
  void anAcceptanceOfAllItemsIsOneCommandAndOneDecision(List<RequestedItem> items) {
    Walker walker = verified(items);
    List<ProposedEvent<RequestEvent>> events = walker.give(LINH, LongActs.accept(items));
    AcceptancePrepared first = (AcceptancePrepared) events.getFirst().event();
    assertThat(first.lists()).isEqualTo(events.size() - 1);
    assertThat(scopes(first.items(), events)).isEqualTo(LongActs.scopes(items));
    assertAccepted(walker, ActKind.ACCEPTANCE, items, ItemState.APPROVED);
  }

  @ParameterizedTest
  @MethodSource("demands")
  void anEmergencyOfAllItemsIsOneCommandAndOneDecision(List<RequestedItem> items) {
    Walker walker = verified(items);
    List<ProposedEvent<RequestEvent>> events = walker.give(LINH, LongActs.hasten(items));
    EmergencyPrepared first = (EmergencyPrepared) events.getFirst().event();
    assertThat(first.lists()).isEqualTo(events.size() - 1);
    assertThat(scopes(first.items(), events)).isEqualTo(LongActs.scopes(items));
    assertAccepted(walker, ActKind.EMERGENCY, items, ItemState.EMERGENCY_APPROVED);
  }

  @ParameterizedTest
  @MethodSource("demands")
  void aDeliveryOfAllItemsIsOneCommandAndOneDecision(List<RequestedItem> items) {
    Walker walker = verified(items);
    both(walker, ActKind.ACCEPTANCE, LongActs.accept(items));
    List<ProposedEvent<RequestEvent>> events = walker.give(LINH, LongActs.deliver(items));
    DeliveryPrepared first = (DeliveryPrepared) events.getFirst().event();
    assertThat(first.lists()).isEqualTo(events.size() - 1);
    List<DeliveredItem> handed = new ArrayList<>(first.items());
    for (int list = 1; list < events.size(); list++) {
      DeliveryListed more = (DeliveryListed) events.get(list).event();
      assertThat(more.prepared()).isEqualTo(events.getFirst().id());
      assertThat(more.list()).isEqualTo(list);
      handed.addAll(more.items());
    }
    assertThat(handed)
        .extracting(DeliveredItem::item)
        .isEqualTo(IntStream.rangeClosed(1, items.size()).boxed().toList());
    assertFits(events);
    assertThat(walker.state().dispatches()).as("nothing went out yet").isEmpty();

    walker.give(MINH, approve(ActKind.DELIVERY, events.getFirst().id()));
    assertThat(walker.state().items())
        .extracting(ItemProgress::state)
        .containsOnly(ItemState.DISCLOSED);
    Dispatch dispatch = walker.state().dispatches().getFirst();
    assertThat(dispatch.parts()).hasSameSizeAs(items);
    assertThat(dispatch.entries())
        .as("an error of any of these is one of what went out")
        .isEqualTo(events.stream().map(ProposedEvent::id).toList());
  }

  @Test
  void fiveHundredItemsTakeSeveralEntriesAndFewItemsOne() {
    Walker walker = verified(MOST);
    assertThat(walker.copy().give(LINH, LongActs.accept(MOST))).hasSizeBetween(2, 4);
    assertThat(walker.copy().give(LINH, LongActs.accept(MOST.subList(0, 200)))).hasSize(1);
    both(walker, ActKind.ACCEPTANCE, LongActs.accept(MOST));
    assertThat(walker.copy().give(LINH, LongActs.deliver(MOST))).hasSizeBetween(4, 6);
    assertThat(walker.copy().give(LINH, LongActs.deliver(MOST.subList(0, 100)))).hasSize(1);
  }

  @Test
  void aReturnedActTakesItsListsAlong() {
    Walker walker = verified(MOST);
    UUID prepared = walker.give(LINH, LongActs.accept(MOST)).getFirst().id();
    walker.give(MINH, giveBack(ActKind.ACCEPTANCE, prepared));
    assertThat(walker.state().open()).isNull();
    assertThat(walker.state().items())
        .extracting(ItemProgress::state)
        .containsOnly(ItemState.RECEIVED);
  }

  @Test
  void theSecondPersonsCheckIsOfTheListsToo() {
    Walker walker = verified(MOST);
    RequestState before = walker.state();
    ItemScope wide = new ItemScope(2, List.of(3), List.of(DataField.OTHER), null, 1L);
    RequestEvent first = new AcceptancePrepared(LongActs.scopes(MOST).subList(0, 1), 1);
    RequestEvent second = new ScopeListed(Story.id(90), 1, List.of(wide));
    RequestState open =
        Playback.evolve(
            before,
            List.of(
                new ProposedEvent<>(Story.id(90), Story.at(3), first),
                new ProposedEvent<>(Story.id(91), Story.at(3), second)),
            LongActs.accept(MOST),
            Story.context(3, LINH));
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () ->
                DataRequest.decide(
                    open,
                    approve(ActKind.ACCEPTANCE, Story.id(90)),
                    Story.context(4, MINH),
                    TestCircumstances.WORLD));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(RequestRule.SCOPE_TARGET_EXCEEDED);
  }

  @Test
  void aListOfNothingThatStandsOpenCannotBeRead() {
    RequestState before = verified(MOST).state();
    RequestEvent stray = new ScopeListed(Story.id(90), 1, LongActs.scopes(MOST).subList(0, 1));
    assertThat(
            catchThrowableOfType(
                StreamUnreadable.class,
                () ->
                    Playback.evolve(
                        before,
                        List.of(new ProposedEvent<>(Story.id(91), Story.at(3), stray)),
                        LongActs.accept(MOST),
                        Story.context(3, LINH))))
        .isNotNull();
  }

  private static Walker verified(List<RequestedItem> items) {
    Walker walker = new Walker(false);
    walker.give(LINH, LongActs.record(items));
    walker.give(LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED));
    return walker;
  }

  private static void both(Walker walker, ActKind act, RequestCommand prepare) {
    walker.give(MINH, approve(act, walker.give(LINH, prepare).getFirst().id()));
  }

  private static List<ItemScope> scopes(
      List<ItemScope> first, List<ProposedEvent<RequestEvent>> events) {
    List<ItemScope> all = new ArrayList<>(first);
    for (int list = 1; list < events.size(); list++) {
      ScopeListed more = (ScopeListed) events.get(list).event();
      assertThat(more.prepared()).isEqualTo(events.getFirst().id());
      assertThat(more.list()).isEqualTo(list);
      all.addAll(more.items());
    }
    assertFits(events);
    return all;
  }

  private static void assertFits(List<ProposedEvent<RequestEvent>> events) {
    for (ProposedEvent<RequestEvent> event : events) {
      int data = EventJson.MAPPER.writeValueAsBytes(event.event()).length;
      assertThat((data + ENVELOPE) * 4 / 3 + AROUND)
          .as("bytes of the entry")
          .isLessThanOrEqualTo(FormatLimits.MAX_ENTRY_BYTES);
    }
  }

  private static void assertAccepted(
      Walker walker, ActKind act, List<RequestedItem> items, ItemState accepted) {
    OpenAct.Acceptance open =
        (OpenAct.Acceptance) Objects.requireNonNull(walker.state().open(), "open");
    assertThat(open.items()).isEqualTo(LongActs.scopes(items));
    assertThat(walker.state().items())
        .as("nothing holds before the second person")
        .extracting(ItemProgress::approved)
        .containsOnlyNulls();
    walker.give(MINH, approve(act, open.prepared()));
    assertThat(walker.state().items()).extracting(ItemProgress::state).containsOnly(accepted);
    assertThat(walker.state().items())
        .extracting(ItemProgress::approved)
        .isEqualTo(LongActs.scopes(items));
  }
}
