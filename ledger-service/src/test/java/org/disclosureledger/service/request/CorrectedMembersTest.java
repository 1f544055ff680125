package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.PlainCommands.correct;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members whose correction could be a back door, and that it is none. */
class CorrectedMembersTest {
  /** Absent but for what a test sets. */
  private static final class Draft {
    @Nullable Channel channel;
    @Nullable AgencyName agency;
    @Nullable String receivingAgency;
    @Nullable Priority priority;
    @Nullable Boolean emergency;
    @Nullable Secrecy secrecy;
    java.time.@Nullable Instant dueStated;
    @Nullable String subject;
    List<CorrectedItem> items = List.of();

    Step prepared() {
      Changes changes =
          Changes.of(draft -> {
            draft.channel = channel;
            draft.requestingAgency = agency;
            draft.receivingAgency = receivingAgency;
            draft.subject = subject;
            draft.priority = priority;
            draft.emergency = emergency;
            draft.secrecy = secrecy;
            draft.dueStated = dueStated;
            draft.items = items;
          });
      // Nothing is said on the way to a higher secrecy.
      String reason = secrecy == null ? "Nhập nhầm" : null;
      return by(LINH, correct(id(0), ErrorSeverity.RECORDABLE, reason, null, changes));
    }

    Story of(Story story) {
      return LifeStories.approved(story.then(prepared()), ActKind.CORRECTION);
    }
  }

  private static Draft emergency(boolean claimed) {
    Draft draft = new Draft();
    draft.emergency = claimed;
    return draft;
  }

  private static Draft secrecy(Secrecy secrecy) {
    Draft draft = new Draft();
    draft.secrecy = secrecy;
    return draft;
  }

  @Test
  void anOralEmergencyOwesItsPaperThoughItIsCalledNone() {
    Draft draft = emergency(false);
    draft.channel = Channel.OFFICIAL_LETTER;
    Story corrected = draft.of(LifeStories.ORAL_VERIFIED);
    RequestState before = Playback.after(LifeStories.ORAL_VERIFIED);
    RequestState after = Playback.after(corrected);
    assertThat(after.emergency()).isFalse();
    assertThat(after.oral()).isTrue();
    assertThat(after.clock()).isEqualTo(before.clock());
    assertThat(after.confirmation()).isEqualTo(before.confirmation());
    assertThat(after.authority()).isEqualTo(Authority.VERIFIED);
    assertRefused(
        corrected,
        by(LINH, PlainCommands.emergency(LifeStories.all())),
        RequestRule.NOT_AN_EMERGENCY);
    Step accept = by(LINH, Story.accept(LifeStories.all()));
    assertRefused(corrected, accept, RequestRule.WRITING_NOT_CONFIRMED);
    Story confirmed = corrected.then(by(LINH, PlainCommands.confirm()));
    assertThat(Playback.after(confirmed.then(accept)).open()).isNotNull();
  }

  @Test
  void itsPaperIsStillNoticedAsMissed() {
    Story corrected = emergency(false).of(LifeStories.ORAL_OVERDUE);
    Story missed = corrected.then(by(Story.TIMER, PlainCommands.miss(LifeStories.confirmBy())));
    assertThat(Playback.after(missed).confirmation().missedAt()).isNotNull();
  }

  @Test
  void whatWasApprovedInAnEmergencyIsApprovedAnew() {
    Story corrected = emergency(false).of(LifeStories.EMERGENCY_APPROVED);
    assertThat(Playback.after(corrected).items())
        .allMatch(item -> item.state() == ItemState.RECEIVED && item.approved() == null);
    assertRefused(
        corrected,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.ITEM_NOT_APPROVED);
  }

  @Test
  void anOrdinaryDemandCalledAnEmergencyGetsNeitherAnotherDueTimeNorOwesAPaper() {
    Story ordinary =
        LifeStories.verified(
            LifeStories.recorded(draft -> {
              LifeStories.oral(draft);
              draft.emergency = false;
            }));
    RequestState before = Playback.after(ordinary);
    RequestState after = Playback.after(emergency(true).of(ordinary));
    assertThat(after.emergency()).isTrue();
    assertThat(after.oral()).isFalse();
    assertThat(after.clock()).isEqualTo(before.clock());
    assertThat(after.confirmation()).isEqualTo(before.confirmation());
  }

  @Test
  void whatWasApprovedForOneAgencyIsNotDeliveredToAnother() {
    Draft draft = new Draft();
    draft.receivingAgency = "CQDT-MAU-04";
    Story corrected = draft.of(LifeStories.PARTIAL);
    assertThat(Playback.after(corrected).items())
        .allMatch(item -> item.state() == ItemState.RECEIVED && item.approved() == null);
    assertRefused(
        corrected,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.ITEM_NOT_APPROVED);
    List<ItemProgress> answered = Playback.after(LifeStories.DISCLOSED).items();
    assertThat(Playback.after(draft.of(LifeStories.DISCLOSED)).items())
        .as("what was answered stays answered")
        .isEqualTo(answered);
  }

  @Test
  void anotherStatedDueTimeOrPriorityMovesNothing() {
    Draft draft = new Draft();
    draft.dueStated = RequestDraft.T0.plusSeconds(900_000);
    draft.priority = Priority.HIGHEST;
    RequestState before = Playback.after(LifeStories.APPROVED);
    RequestState after = Playback.after(draft.of(LifeStories.APPROVED));
    assertThat(after.clock()).isEqualTo(before.clock());
    assertThat(after.items()).isEqualTo(before.items());
    assertThat(after.demand()).isEqualTo(before.demand());
    assertThat(after.check()).isEqualTo(before.check());
  }

  @Test
  void nothingIsSaidOnTheWayToAHigherSecrecyOrALowerOne() {
    Draft up = secrecy(Secrecy.SECRET);
    up.subject = "Nội dung";
    assertRefused(LifeStories.VERIFIED, up.prepared(), RequestRule.SECRECY_FORBIDS_CONTENT);
    up.subject = null;
    up.items = List.of(PlainCommands.corrected(1, RequestDraft.SUBSCRIBERS));
    assertRefused(LifeStories.VERIFIED, up.prepared(), RequestRule.SECRECY_FORBIDS_CONTENT);
    Step words = secrecy(null, "Nội dung", Secrecy.SECRET);
    assertRefused(LifeStories.VERIFIED, words, RequestRule.SECRECY_FORBIDS_CONTENT);
    Step reason = secrecy("Vì sao", null, Secrecy.SECRET);
    assertRefused(LifeStories.VERIFIED, reason, RequestRule.SECRECY_FORBIDS_CONTENT);
    Story raising = LifeStories.VERIFIED.then(secrecy(null, null, Secrecy.SECRET));
    assertReturnedWithoutAWord(raising);
    Story raised = LifeStories.approved(raising, ActKind.CORRECTION);
    Step down = secrecy("Vì sao", null, Secrecy.NORMAL);
    assertRefused(raised, down, RequestRule.SECRECY_FORBIDS_CONTENT);
    assertReturnedWithoutAWord(raised.then(secrecy(null, null, Secrecy.NORMAL)));
  }

  private static void assertReturnedWithoutAWord(Story correcting) {
    UUID prepared = id(correcting.steps().size() - 1);
    Step told = by(MINH, PlainCommands.giveBack(ActKind.CORRECTION, prepared));
    assertRefused(correcting, told, RequestRule.SECRECY_FORBIDS_CONTENT);
    Step untold = by(MINH, new ReturnAct(ID, ActKind.CORRECTION, prepared, null, null));
    assertThat(Playback.after(correcting.then(untold)).open()).isNull();
  }

  private static Step secrecy(@Nullable String reason, @Nullable String statement, Secrecy next) {
    return by(
        LINH, correct(id(0), ErrorSeverity.RECORDABLE, reason, statement, secrecyChanges(next)));
  }

  @Test
  void aCorrectionThatLeavesTheSecrecyIsReturnedWithAReason() {
    Step untold = by(MINH, new ReturnAct(ID, ActKind.CORRECTION, id(2), null, null));
    assertRefused(LifeStories.CORRECTING, untold, RequestRule.REASON_MISSING);
  }

  private static Changes secrecyChanges(Secrecy secrecy) {
    return Changes.of(draft -> {
      draft.secrecy = secrecy;
    });
  }

  @Test
  void onceSecretNothingMoreIsSaid() {
    Story secret = secrecy(Secrecy.CONFIDENTIAL).of(LifeStories.VERIFIED);
    assertThat(Objects.requireNonNull(Playback.after(secret).demand()).secrecy())
        .isEqualTo(Secrecy.CONFIDENTIAL);
    assertRefused(secret, by(LINH, PlainCommands.ask()), RequestRule.SECRECY_FORBIDS_CONTENT);
    assertRefused(secret, by(LINH, PlainCommands.attach()), RequestRule.SECRECY_FORBIDS_CONTENT);
  }

  private static void assertRefused(Story given, Step step, RequestRule rule) {
    CommandRefused refused =
        catchThrowableOfType(CommandRefused.class, () -> Playback.after(given.then(step)));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.rule()).isEqualTo(rule);
  }
}
