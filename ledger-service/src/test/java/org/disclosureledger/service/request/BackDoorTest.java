package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.PlainCommands.approve;
import static org.disclosureledger.service.request.PlainCommands.correct;
import static org.disclosureledger.service.request.PlainCommands.corrected;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.disclosureledger.service.deadline.DeadlineBasis;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.ProposedEvent;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.RequestCommand;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.vocabulary.Measure;
import org.junit.jupiter.api.Test;

/** Ways in which somebody could try to go round a gate, or hide that something was late. */
class BackDoorTest {
  @Test
  void aCorrectionShowsBothTimesOfReceiptAndLeavesTheDueTime() {
    Instant earlier = T0.minus(Duration.ofHours(2));
    RequestState before = Playback.after(LifeStories.VERIFIED);
    RequestState after =
        Playback.after(
            LifeStories.approved(
                LifeStories.VERIFIED.then(
                    by(LINH, correct(id(0), PlainCommands.changes(earlier), null))),
                ActKind.CORRECTION));
    Demand demand = Objects.requireNonNull(after.demand());
    assertThat(demand.receivedAt()).isEqualTo(T0);
    assertThat(demand.correctedReceivedAt()).isEqualTo(earlier);
    assertThat(after.clock()).isEqualTo(before.clock());
    assertThat(after.items()).isEqualTo(before.items());
    assertThat(after.authority()).isEqualTo(Authority.VERIFIED);
  }

  @Test
  void aCorrectionOfTheDayOfReceiptAsksForTheVerificationAnew() {
    // The agency may not have existed on that other day.
    for (Duration earlier : List.of(Duration.ofDays(1), Duration.ofDays(700))) {
      Story corrected =
          LifeStories.approved(
              LifeStories.VERIFIED.then(
                  by(LINH, correct(id(0), PlainCommands.changes(T0.minus(earlier)), null))),
              ActKind.CORRECTION);
      assertThat(Playback.after(corrected).authority()).isEqualTo(Authority.UNVERIFIED);
    }
  }

  @Test
  void aCorrectedItemLosesItsApprovalAndKeepsTheNumbersOfItsParts() {
    Story corrected =
        LifeStories.approved(
            LifeStories.PARTIAL.then(
                by(LINH, PlainCommands.correctHanded(corrected(1, RequestDraft.SUBSCRIBERS)))),
            ActKind.CORRECTION);
    ItemProgress item = Playback.after(corrected).items().getFirst();
    assertThat(item.state()).isEqualTo(ItemState.RECEIVED);
    assertThat(item.approved()).isNull();
    assertThat(item.handed().parts()).isEqualTo(1);
    assertThat(Playback.after(corrected).items().get(1).state()).isEqualTo(ItemState.APPROVED);
    Story again =
        LifeStories.approved(
            corrected.then(by(LINH, Story.accept(Story.subscribers(List.of(1), 3L)))),
            ActKind.ACCEPTANCE);
    // What failed of the earlier approval gives no room under the new one.
    ItemProgress lost =
        Playback.after(again.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED))))
            .items()
            .getFirst();
    assertThat(lost.state()).isEqualTo(ItemState.APPROVED);
    assertThat(lost.handed().records()).isZero();
  }

  @Test
  void anAddedItemTakesTheWholeWay() {
    Story added =
        LifeStories.approved(
            LifeStories.PARTIAL.then(
                by(LINH, PlainCommands.correctItems(corrected(4, RequestDraft.FIGURES)))),
            ActKind.CORRECTION);
    RequestState state = Playback.after(added);
    assertThat(state.items().get(3).state()).isEqualTo(ItemState.RECEIVED);
    assertThat(state.answered()).isFalse();
    assertRefused(added, Story.deliver(Story.handover(4, 1, true)), RequestRule.ITEM_NOT_APPROVED);
    assertRefused(added, Story.close(), RequestRule.ITEMS_OPEN);
  }

  @Test
  void anAcceptanceIsNotClaimedToBeOlderThanTheCorrectionItFollows() {
    Story corrected =
        LifeStories.approved(
            LifeStories.APPROVED.then(
                by(LINH, PlainCommands.correctItems(corrected(1, RequestDraft.SUBSCRIBERS)))),
            ActKind.CORRECTION);
    assertRefused(
        corrected,
        new PrepareAcceptance(ID, List.of(Story.subscribers(List.of(1), 1L)), Story.at(4)),
        RequestRule.HAPPENED_TOO_EARLY);
  }

  @Test
  void aRefusalIsNotApprovedAsOfBeforeTheFailureThatReopenedItsItem() {
    Story refusing =
        LifeStories.PARTIAL.then(
            by(LINH, Story.refuse()), by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)));
    RequestState state = Playback.after(refusing);
    assertThat(state.items().getFirst().changedAt()).isEqualTo(Story.at(7));
    assertRefused(
        refusing,
        MINH,
        new ApproveAct(ID, ActKind.REFUSAL, id(6), Story.at(6)),
        RequestRule.HAPPENED_TOO_EARLY);
  }

  @Test
  void cancellingTakesAwayTheActAndTheQuestionButNothingThatIsInForce() {
    Story cancelled =
        LifeStories.IN_FORCE.then(
            by(LINH, PlainCommands.ask()),
            by(LINH, Story.refuse()),
            by(LINH, PlainCommands.cancel()));
    RequestState state = Playback.after(cancelled);
    assertThat(state.open()).isNull();
    assertThat(state.clock().paused()).isFalse();
    assertThat(state.clock().pauses()).hasSize(1);
    assertThat(state.items())
        .extracting(ItemProgress::state)
        .containsExactly(ItemState.CANCELLED, ItemState.CANCELLED, ItemState.IN_FORCE);
    assertThat(decide(cancelled, LINH, PlainCommands.measure(Measure.RESTORE, 3, 1, 2)))
        .isNotEmpty();
  }

  @Test
  void whatIsLiftedKeepsTheTimeOfItsAnswer() {
    Story lifted = LifeStories.approved(LifeStories.LIFTING, ActKind.MEASURE);
    ItemProgress item = Playback.after(lifted).items().get(2);
    assertThat(item.state()).isEqualTo(ItemState.LIFTED);
    assertThat(item.terminalAt()).isEqualTo(Story.at(5));
    assertThat(item.changedAt()).isEqualTo(Story.at(10));
  }

  @Test
  void theValidityOfAnAgencyIsLookedAtOnTheCorrectedDay() {
    Story wrong =
        LifeStories.recorded(draft -> {
          draft.agency = TestCircumstances.ENDED;
          draft.receivedAt = Instant.parse("2025-02-28T16:00:00Z");
          draft.documentDate = null;
        });
    assertThat(decide(wrong, LINH, Story.verify(VerificationOutcome.VERIFIED))).isNotEmpty();
    // An hour later it is March in Vietnam, though not in Greenwich.
    Instant march = Instant.parse("2025-02-28T17:00:00Z");
    assertThat(march.atOffset(ZoneOffset.UTC).getMonthValue()).isEqualTo(2);
    assertRefused(
        LifeStories.approved(
            wrong.then(by(LINH, correct(id(0), PlainCommands.changes(march), null))),
            ActKind.CORRECTION),
        Story.verify(VerificationOutcome.VERIFIED),
        RequestRule.AGENCY_NOT_VALID);
  }

  @Test
  void aRecomputedDueTimeLeavesTheOriginalAndAnExtensionRecordedTooLateCountsForNothing() {
    RequestState state = Playback.after(LifeStories.VERIFIED);
    Instant original = state.clock().originalDue();
    Instant later = T0.plus(Duration.ofHours(10));
    RequestState recomputed =
        evolve(state, deadline(DeadlineCause.RECOMPUTATION, later), Story.at(5));
    assertThat(recomputed.clock().due()).isEqualTo(later);
    assertThat(recomputed.clock().originalDue()).isEqualTo(original);
    RequestState late =
        evolve(recomputed, deadline(DeadlineCause.EXTENSION, later.plusSeconds(3_600)), later);
    assertThat(late.clock().due()).isEqualTo(later);
    RequestState inTime =
        evolve(
            recomputed,
            deadline(DeadlineCause.EXTENSION, later.plusSeconds(3_600)),
            later.minusMillis(1));
    assertThat(inTime.clock().due()).isEqualTo(later.plusSeconds(3_600));
    assertThat(inTime.clock().originalDue()).isEqualTo(original);
  }

  @Test
  void everyItemOfALongRequestCanBeAcceptedRefusedAndCancelled() {
    Story many =
        LifeStories.recorded(
            draft -> draft.items = Collections.nCopies(500, RequestDraft.SERVICES));
    Story verified = LifeStories.verified(many);
    ItemScope[] all =
        IntStream.rangeClosed(1, 500)
            .mapToObj(item -> PlainCommands.services(item, 1, 2))
            .toArray(ItemScope[]::new);
    Story accepted =
        LifeStories.approved(verified.then(by(LINH, Story.accept(all))), ActKind.ACCEPTANCE);
    assertThat(Playback.after(accepted).items())
        .hasSize(500)
        .allMatch(item -> item.state() == ItemState.APPROVED);
    RefusalPrepared refusal =
        (RefusalPrepared) decide(accepted, LINH, Story.refuse()).getFirst().event();
    assertThat(refusal.items()).hasSize(500);
    assertThat(Playback.after(accepted.then(by(LINH, PlainCommands.cancel()))).answered()).isTrue();
    assertRefused(
        accepted,
        PlainCommands.correctItems(corrected(501, RequestDraft.FIGURES)),
        RequestRule.TOO_MANY_ITEMS);
  }

  @Test
  void tenThousandVietnameseLettersFitHoweverTheyAreComposed() {
    String composed = "ễ".repeat(10_000);
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
    assertThat(decomposed).hasSize(30_000);
    assertThat(RequestDraft.with(draft -> draft.subject = decomposed).subject())
        .isEqualTo(composed);
    assertThat(new AskClarification(ID, decomposed, null).question()).isEqualTo(composed);
    CommandRefused refused =
        catchThrowableOfType(
            CommandRefused.class,
            () -> RequestDraft.with(draft -> draft.subject = decomposed + "e\u0302\u0303"));
    assertThat(refused.rule()).isEqualTo(FormRule.TEXT_TOO_LONG);
  }

  private static DeadlineSet deadline(DeadlineCause cause, Instant due) {
    return new DeadlineSet(
        DeadlinePurpose.ANSWER,
        cause,
        cause == DeadlineCause.EXTENSION ? DeadlineBasis.EXTENSION : DeadlineBasis.STATED,
        due,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static RequestState evolve(RequestState state, DeadlineSet event, Instant now) {
    CommandContext context =
        new CommandContext("demo", LINH.actor(), LINH.role(), now, () -> id(70), null);
    return Playback.evolve(
        state,
        List.of(new ProposedEvent<>(id(70), now, event)),
        approve(ActKind.EXTENSION, id(70)),
        context);
  }

  private static List<ProposedEvent<RequestEvent>> decide(
      Story given, Story.Person by, RequestCommand command) {
    return DataRequest.decide(
        Playback.after(given),
        command,
        Story.context(given.steps().size(), by),
        TestCircumstances.WORLD);
  }

  private static void assertRefused(Story given, RequestCommand command, RequestRule rule) {
    assertRefused(given, LINH, command, rule);
  }

  private static void assertRefused(
      Story given, Story.Person by, RequestCommand command, RequestRule rule) {
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> decide(given, by, command));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }
}
