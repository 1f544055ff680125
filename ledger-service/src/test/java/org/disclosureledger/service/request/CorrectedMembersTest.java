package org.disclosureledger.service.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.disclosureledger.service.request.PlainCommands.correct;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.disclosureledger.service.deadline.ClockKind;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.PolicyRow;
import org.disclosureledger.service.envelope.CommandContext;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.ApproveAct;
import org.disclosureledger.service.request.command.ReturnAct;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
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
    @Nullable Instant dueStated;
    @Nullable Instant receivedAt;
    @Nullable LocalDate documentDate;
    @Nullable String subject;
    List<CorrectedItem> items = List.of();

    Step prepared() {
      Changes changes =
          Changes.of(draft -> {
            draft.receivedAt = receivedAt;
            draft.channel = channel;
            draft.documentDate = documentDate;
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
  void aDemandByLetterCalledAnEmergencyGetsNeitherAnotherDueTimeNorOwesAPaper() {
    Story ordinary = LifeStories.verified(LifeStories.recorded(draft -> draft.emergency = false));
    RequestState before = Playback.after(ordinary);
    RequestState after = Playback.after(emergency(true).of(ordinary));
    assertThat(after.emergency()).isTrue();
    assertThat(after.oral()).isFalse();
    assertThat(after.clock()).isEqualTo(before.clock());
    assertThat(after.confirmation()).isEqualTo(before.confirmation());
  }

  @Test
  void aDemandByTelephoneCalledAnEmergencyOwesItsPaperAsIfItHadBeenRecordedSo() {
    Story corrected = emergency(true).of(TELEPHONE);
    DeadlineSet recorded = lastDeadline(LifeStories.ORAL);
    DeadlineSet set = lastDeadline(corrected);
    assertThat(set.cause()).isEqualTo(DeadlineCause.RECOMPUTATION);
    assertThat(set.purpose()).isEqualTo(DeadlinePurpose.CONFIRM_IN_WRITING);
    assertThat(set).usingRecursiveComparison().ignoringFields("cause").isEqualTo(recorded);
    RequestState after = Playback.after(corrected);
    assertThat(after.oral()).isTrue();
    assertThat(after.confirmation().confirmBy()).isEqualTo(recorded.due());
    assertThat(after.clock())
        .as("when the answer is due stays")
        .isEqualTo(Playback.after(TELEPHONE).clock());
  }

  @Test
  void thePaperIsDueFromTheReceiptAsFirstRecordedWhateverTheCorrectionSaysOfIt() {
    Draft draft = emergency(true);
    draft.receivedAt = RequestDraft.T0.minusSeconds(3_600);
    assertThat(lastDeadline(draft.of(TELEPHONE)).startsAt()).isEqualTo(RequestDraft.T0);
  }

  @Test
  void theRowIsThatOfTheItemsAsTheCorrectionLeavesThem() {
    PolicyRow only =
        new PolicyRow(
            "mau-1",
            LocalDate.of(2026, 1, 1),
            null,
            "Chính sách mẫu",
            "Sample policy",
            true,
            List.of(ItemKind.REPORT),
            true,
            DeadlinePurpose.CONFIRM_IN_WRITING,
            ClockKind.STATUTORY,
            5,
            null);
    TestCircumstances circumstances =
        TestCircumstances.under(new PolicyInForce(id(99), List.of(only), null));
    Draft draft = emergency(true);
    RequestedItem report =
        new RequestedItem(ItemKind.REPORT, List.of(), List.of(DataField.OTHER), null, null);
    draft.items = List.of(PlainCommands.corrected(4, report));
    Story prepared = TELEPHONE.then(draft.prepared());
    CommandContext context = Story.context(prepared.steps().size(), MINH);
    ApproveAct approve = PlainCommands.approve(ActKind.CORRECTION, id(2));
    DeadlineSet set =
        (DeadlineSet)
            DataRequest.decide(Playback.after(prepared), approve, context, circumstances)
                .getLast()
                .event();
    assertThat(set.row()).isEqualTo("mau-1");
    assertThat(set.item()).isEqualTo(4);
    assertThat(set.due()).isEqualTo(RequestDraft.T0.plusSeconds(5 * 3_600));
  }

  @Test
  void whatIsFoundOralAfterItsPaperWasDueIsMissedAtOnce() {
    Story late =
        LifeStories.verified(
            LifeStories.recorded(draft -> {
              LifeStories.oral(draft);
              draft.emergency = false;
              draft.receivedAt = RequestDraft.T0.minusSeconds(25 * 3_600);
            }));
    Story corrected = emergency(true).of(late);
    UUID deadline = Objects.requireNonNull(Playback.after(corrected).confirmation().deadline());
    Story missed = corrected.then(by(Story.TIMER, PlainCommands.miss(deadline)));
    assertThat(Playback.after(missed).confirmation().missedAt()).isNotNull();
  }

  @Test
  void whatWasAcceptedAsWrittenStaysAcceptedThoughItTurnsOutToHaveBeenSaid() {
    Draft draft = new Draft();
    draft.channel = Channel.TELEPHONE;
    Story corrected = draft.of(LifeStories.APPROVED);
    RequestState after = Playback.after(corrected);
    assertThat(after.oral()).isTrue();
    assertThat(after.items()).isEqualTo(Playback.after(LifeStories.APPROVED).items());
    Step deliver = by(LINH, Story.deliver(Story.handover(1, 1, true)));
    assertThat(Playback.after(corrected.then(deliver)).open()).isNotNull();
  }

  @Test
  void toldInPersonItIsOralUnlessAPaperWasShown() {
    Draft inPerson = new Draft();
    inPerson.channel = Channel.IN_PERSON;
    assertThat(Playback.after(inPerson.of(LifeStories.VERIFIED)).oral()).as("a paper").isFalse();
    Story bare = LifeStories.verified(LifeStories.recorded(draft -> draft.documents = List.of()));
    assertThat(Playback.after(inPerson.of(bare)).oral()).as("none").isTrue();
  }

  @Test
  void aDateOrSecrecyWrittenLaterNeitherBringsAPaperNorTakesOneAway() {
    Draft secret = secrecy(Secrecy.SECRET);
    secret.channel = Channel.IN_PERSON;
    Story shown = LifeStories.verified(LifeStories.recorded(draft -> draft.documentDate = null));
    assertThat(Playback.after(secret.of(shown)).oral()).as("a paper, without a date").isFalse();
    Story bare =
        LifeStories.verified(
            LifeStories.recorded(draft -> {
              draft.documents = List.of();
              draft.documentDate = null;
            }));
    secret.documentDate = LocalDate.of(2026, 11, 2);
    assertThat(Playback.after(secret.of(bare)).oral()).as("a date, written later").isTrue();
  }

  private static final Story TELEPHONE =
      LifeStories.verified(
          LifeStories.recorded(draft -> {
            LifeStories.oral(draft);
            draft.emergency = false;
          }));

  /** Of the last step. */
  private static DeadlineSet lastDeadline(Story story) {
    int last = story.steps().size() - 1;
    Step step = story.steps().getLast();
    return (DeadlineSet)
        DataRequest.decide(
                Playback.after(new Story(story.steps().subList(0, last))),
                step.command(),
                Story.context(last, step.by()),
                TestCircumstances.WORLD)
            .getLast()
            .event();
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
