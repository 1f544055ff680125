package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.ORAL;
import static org.disclosureledger.service.request.LifeStories.ORAL_CONFIRMED;
import static org.disclosureledger.service.request.LifeStories.ORAL_MISSED;
import static org.disclosureledger.service.request.LifeStories.ORAL_OVERDUE;
import static org.disclosureledger.service.request.LifeStories.ORAL_VERIFIED;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.LifeStories.confirmBy;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.TIMER;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.ConfirmInWriting;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.request.event.WritingMissed;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.jspecify.annotations.Nullable;

/** The paper that an oral emergency owes: confirmed, missed, noticed late, owed since corrected. */
final class WritingCases {
  private static final Step CONFIRM = by(LINH, PlainCommands.confirm());
  private static final Step MISS = by(TIMER, PlainCommands.miss(confirmBy()));
  private static final Step CANCEL = by(LINH, PlainCommands.cancel());

  /** Due two and a half minutes after the first step. */
  private static final Story SOON_DUE =
      LifeStories.verified(
          LifeStories.recorded(draft -> {
            LifeStories.oral(draft);
            draft.receivedAt = T0.minus(Duration.ofHours(24)).plusSeconds(150);
          }));

  private final CaseList cases = new CaseList();

  private WritingCases() {}

  static List<Case> all() {
    WritingCases all = new WritingCases();
    all.confirmation();
    all.missing();
    all.noticedLate();
    all.debtThatStays();
    all.corrected();
    return all.cases.all();
  }

  private void confirmation() {
    cases.accepted("confirmed in writing", ORAL, CONFIRM, WritingConfirmed.class);
    cases.accepted("confirmed late", ORAL_MISSED, CONFIRM, WritingConfirmed.class);
    cases.refused("confirmed twice", ORAL_CONFIRMED, CONFIRM, RequestRule.WRITING_CONFIRMED);
    cases.refused("confirming what was written", VERIFIED, CONFIRM, RequestRule.WRITING_NOT_NEEDED);
    Step tomorrow =
        by(
            LINH,
            new ConfirmInWriting(ID, "0002/CV-MAU", LocalDate.parse("2026-11-04"), null, null));
    cases.refused(
        "confirmed by a document of tomorrow", ORAL, tomorrow, RequestRule.DOCUMENT_DATE_IN_FUTURE);
    Story closed =
        LifeStories.approved(ORAL.then(by(LINH, Story.refuse())), ActKind.REFUSAL)
            .then(by(LINH, Story.close()));
    cases.accepted("confirmed when closed", closed, CONFIRM, WritingConfirmed.class);
  }

  private void missing() {
    cases.accepted("a confirmation missed", ORAL_OVERDUE, MISS, WritingMissed.class);
    cases.refused("missed twice", ORAL_MISSED, MISS, RequestRule.WRITING_MISSED);
    cases.refused("missed too early", ORAL_VERIFIED, MISS, RequestRule.WRITING_NOT_DUE);
    cases.refused(
        "missed by another deadline",
        ORAL_OVERDUE,
        by(TIMER, PlainCommands.miss(id(0))),
        RequestRule.WRITING_NOT_DUE);
    cases.refused(
        "missed by a person",
        ORAL_OVERDUE,
        by(LINH, PlainCommands.miss(confirmBy())),
        RequestRule.ROLE_NOT_ALLOWED);
    cases.refused(
        "missed though confirmed", ORAL_OVERDUE.then(CONFIRM), MISS, RequestRule.WRITING_CONFIRMED);
    cases.refused(
        "missed though taken back in time",
        SOON_DUE.then(CANCEL),
        MISS,
        RequestRule.WRITING_NOT_NEEDED);
    cases.refused(
        "missed though refused in time",
        LifeStories.approved(
            LifeStories.recorded(
                    draft -> {
                      LifeStories.oral(draft);
                      draft.receivedAt = T0.minus(Duration.ofHours(24)).plusSeconds(150);
                    })
                .then(by(LINH, Story.refuse())),
            ActKind.REFUSAL),
        MISS,
        RequestRule.WRITING_NOT_NEEDED);
    cases.refused("missed though written", VERIFIED, MISS, RequestRule.WRITING_NOT_NEEDED);
  }

  /** Where no timer ran when it was due, what ends the debt says first that it was missed. */
  private void noticedLate() {
    cases.accepted(
        "confirmed when overdue",
        ORAL_OVERDUE,
        CONFIRM,
        WritingMissed.class,
        WritingConfirmed.class);
    cases.accepted(
        "taken back when overdue",
        ORAL_OVERDUE,
        CANCEL,
        WritingMissed.class,
        RequestCancelled.class);
    Story refusing = ORAL_OVERDUE.then(by(LINH, Story.refuse()));
    Step refused = by(MINH, Story.approveRefusal(2));
    cases.accepted(
        "refused when overdue", refusing, refused, WritingMissed.class, RefusalApproved.class);
    cases.refused(
        "missed after it was noticed by a confirmation",
        ORAL_OVERDUE.then(CONFIRM),
        MISS,
        RequestRule.WRITING_CONFIRMED);
    cases.refused(
        "missed after it was noticed by taking back",
        ORAL_OVERDUE.then(CANCEL),
        MISS,
        RequestRule.WRITING_MISSED);
    cases.refused(
        "missed after it was noticed by a refusal",
        refusing.then(refused),
        MISS,
        RequestRule.WRITING_MISSED);
    cases.accepted("taken back when missed", ORAL_MISSED, CANCEL, RequestCancelled.class);
    Story hastened =
        LifeStories.approved(
            ORAL_OVERDUE.then(by(LINH, PlainCommands.emergency(LifeStories.all()))),
            ActKind.EMERGENCY);
    Story searched =
        LifeStories.approved(hastened.then(by(LINH, PlainCommands.noData(1, 2))), ActKind.NO_DATA);
    Story closed =
        LifeStories.approved(searched.then(by(LINH, Story.refuse())), ActKind.REFUSAL)
            .then(by(LINH, Story.close()));
    cases.accepted(
        "confirmed when closed and overdue",
        closed,
        CONFIRM,
        WritingMissed.class,
        WritingConfirmed.class);
    cases.accepted(
        "confirmed when taken back in time, and overdue since",
        SOON_DUE.then(CANCEL),
        CONFIRM,
        WritingConfirmed.class);
    cases.accepted(
        "confirmed when taken back in time, and owed again",
        SOON_DUE.then(CANCEL, by(LINH, PlainCommands.reopen(1))),
        CONFIRM,
        WritingMissed.class,
        WritingConfirmed.class);
  }

  /** What ends no debt leaves it to the timer. */
  private void debtThatStays() {
    Story hastening = ORAL_OVERDUE.then(by(LINH, PlainCommands.emergency(LifeStories.all())));
    Step approve = by(MINH, PlainCommands.approve(ActKind.EMERGENCY, id(2)));
    cases.accepted("accepted when overdue", hastening, approve, EmergencyApproved.class);
    Story handing = hastening.then(approve, by(LINH, Story.deliver(Story.handover(1, 1, true))));
    cases.accepted(
        "taken back when overdue, but for what went out",
        LifeStories.approved(handing, ActKind.DELIVERY),
        CANCEL,
        RequestCancelled.class);
    Step one =
        by(
            LINH,
            new PrepareRefusal(ID, List.of(2), List.of(RefusalGround.NOT_HELD), "Không giữ", null));
    cases.accepted(
        "an item refused when overdue",
        ORAL_OVERDUE.then(one),
        by(MINH, Story.approveRefusal(2)),
        RefusalApproved.class);
    cases.accepted("taken back in time", SOON_DUE, CANCEL, RequestCancelled.class);
  }

  /** What a correction finds to have been said owes its paper from then on. */
  private void corrected() {
    Story telephone =
        LifeStories.verified(
            LifeStories.recorded(draft -> {
              LifeStories.oral(draft);
              draft.emergency = false;
            }));
    Story hasty = correcting(telephone, null, true);
    Step approve = by(MINH, PlainCommands.approve(ActKind.CORRECTION, id(2)));
    cases.accepted(
        "a demand by telephone corrected to an emergency",
        hasty,
        approve,
        CorrectionApproved.class,
        DeadlineSet.class);
    cases.accepted(
        "an emergency corrected to one by telephone",
        correcting(VERIFIED, Channel.TELEPHONE, null),
        approve,
        CorrectionApproved.class,
        DeadlineSet.class);
    cases.accepted(
        "an emergency corrected to another letter",
        correcting(VERIFIED, Channel.FAX, true),
        approve,
        CorrectionApproved.class);
    cases.accepted(
        "a demand by letter corrected to one by telephone",
        correcting(
            LifeStories.verified(LifeStories.recorded(draft -> draft.emergency = false)),
            Channel.TELEPHONE,
            null),
        approve,
        CorrectionApproved.class);
    cases.accepted(
        "an oral emergency corrected to one in person",
        correcting(ORAL_VERIFIED, Channel.IN_PERSON, true),
        approve,
        CorrectionApproved.class);
    Story oral = hasty.then(approve);
    Step accept = by(LINH, Story.accept(LifeStories.all()));
    cases.refused(
        "oral since corrected, on the ordinary way",
        oral,
        accept,
        RequestRule.WRITING_NOT_CONFIRMED);
    cases.accepted(
        "oral since corrected, once in writing",
        oral.then(CONFIRM),
        accept,
        AcceptancePrepared.class);
    cases.accepted("oral since corrected, confirmed", oral, CONFIRM, WritingConfirmed.class);
  }

  private static Story correcting(
      Story story, @Nullable Channel channel, @Nullable Boolean emergency) {
    Changes changes =
        Changes.of(draft -> {
          draft.channel = channel;
          draft.emergency = emergency;
        });
    return story.then(by(LINH, PlainCommands.correct(id(0), changes, null)));
  }
}
