package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.ACCEPTING;
import static org.disclosureledger.service.request.LifeStories.APPROVED;
import static org.disclosureledger.service.request.LifeStories.ASKED;
import static org.disclosureledger.service.request.LifeStories.ASKED_MEANWHILE;
import static org.disclosureledger.service.request.LifeStories.DISCLOSED;
import static org.disclosureledger.service.request.LifeStories.DUE_PASSED;
import static org.disclosureledger.service.request.LifeStories.EXTENDED;
import static org.disclosureledger.service.request.LifeStories.EXTENDING;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Duration;
import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.ReceiveClarification;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.ClarificationAsked;
import org.disclosureledger.service.request.event.ClarificationReceived;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.ExtensionApproved;
import org.disclosureledger.service.request.event.ExtensionPrepared;
import org.disclosureledger.service.request.event.ExtensionReturned;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestClosed;
import org.disclosureledger.service.vocabulary.ClarificationOutcome;
import org.disclosureledger.service.vocabulary.Measure;

/** Questions, which stop the service clock, and extensions, which move the due time. */
final class ClockCases {
  /** Under the shipped policy an emergency about subscribers is due then. */
  private static final int DUE = 180;

  private final CaseList cases = new CaseList();

  private ClockCases() {}

  static List<Case> all() {
    ClockCases all = new ClockCases();
    all.questions();
    all.whileAsked();
    all.extension();
    return all.cases.all();
  }

  private void questions() {
    Step ask = by(LINH, PlainCommands.ask());
    Step answer = by(LINH, PlainCommands.answer(id(2)));
    cases.accepted("a question", VERIFIED, ask, ClarificationAsked.class);
    cases.accepted("an answer", ASKED, answer, ClarificationReceived.class);
    Step withdrawn =
        by(LINH, new ReceiveClarification(ID, id(2), ClarificationOutcome.WITHDRAWN, null, null));
    cases.accepted("a question withdrawn", ASKED, withdrawn, ClarificationReceived.class);
    cases.refused("a question beside another", ASKED, ask, RequestRule.CLARIFICATION_OPEN);
    cases.accepted("another question", ASKED.then(answer), ask, ClarificationAsked.class);
    cases.refused("answered twice", ASKED.then(answer), answer, RequestRule.CLARIFICATION_NOT_OPEN);
    cases.refused("an answer to nothing", VERIFIED, answer, RequestRule.CLARIFICATION_NOT_OPEN);
    cases.refused(
        "an answer to another question",
        ASKED,
        by(LINH, PlainCommands.answer(id(1))),
        RequestRule.CLARIFICATION_NOT_OPEN);
    cases.refused("a question when all is answered", DISCLOSED, ask, RequestRule.NO_OPEN_ITEM);
    cases.refused(
        "no question in it",
        VERIFIED,
        by(LINH, new AskClarification(ID, " ", null)),
        RequestRule.REASON_MISSING);
    Step before =
        by(
            LINH,
            new ReceiveClarification(ID, id(2), ClarificationOutcome.ANSWERED, null, Story.at(1)));
    cases.refused("answered before asked", ASKED, before, RequestRule.HAPPENED_TOO_EARLY);
    Step overlapping = by(LINH, new AskClarification(ID, "Số nào?", Story.at(2)));
    cases.refused(
        "a pause within a pause", ASKED.then(answer), overlapping, RequestRule.HAPPENED_TOO_EARLY);
  }

  private void whileAsked() {
    RequestRule rule = RequestRule.CLARIFICATION_OPEN;
    cases.refused("accepting meanwhile", ASKED, by(LINH, Story.accept(LifeStories.all())), rule);
    cases.refused(
        "an emergency meanwhile",
        ASKED,
        by(LINH, PlainCommands.emergency(LifeStories.all())),
        rule);
    Step approve = by(MINH, PlainCommands.approve(ActKind.ACCEPTANCE, id(2)));
    cases.refused("approving an acceptance meanwhile", ASKED_MEANWHILE, approve, rule);
    cases.accepted(
        "approving it after the answer",
        ASKED_MEANWHILE.then(by(LINH, PlainCommands.answer(id(3)))),
        approve,
        AcceptanceApproved.class);
    Story asked = APPROVED.then(by(LINH, PlainCommands.ask()));
    cases.refused(
        "delivering meanwhile", asked, by(LINH, Story.deliver(Story.handover(1, 1, true))), rule);
    cases.refused("no data meanwhile", asked, by(LINH, PlainCommands.noData(1)), rule);
    cases.refused(
        "a measure meanwhile",
        asked,
        by(LINH, PlainCommands.measure(Measure.SUSPEND, 3, 1, 2)),
        rule);
    cases.accepted("refusing meanwhile", asked, by(LINH, Story.refuse()), RefusalPrepared.class);
    cases.accepted(
        "extending meanwhile",
        asked,
        by(LINH, PlainCommands.extend(Story.at(600))),
        ExtensionPrepared.class);
    Story refused = LifeStories.approved(ASKED.then(by(LINH, Story.refuse())), ActKind.REFUSAL);
    cases.refused("closing with a question open", refused, by(LINH, Story.close()), rule);
    cases.accepted(
        "closing once it is withdrawn",
        refused.then(by(LINH, PlainCommands.answer(id(2)))),
        by(LINH, Story.close()),
        RequestClosed.class);
  }

  private void extension() {
    Step extend = by(LINH, PlainCommands.extend(Story.at(600)));
    cases.accepted("an extension prepared", VERIFIED, extend, ExtensionPrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.EXTENSION, id(2)));
    cases.accepted(
        "an extension approved", EXTENDING, approve, ExtensionApproved.class, DeadlineSet.class);
    Step giveBack = by(MINH, PlainCommands.giveBack(ActKind.EXTENSION, id(2)));
    cases.accepted("an extension returned", EXTENDING, giveBack, ExtensionReturned.class);
    cases.refused("an extension too late", DUE_PASSED, extend, RequestRule.DUE_PASSED);
    cases.refused(
        "an extension to the same time",
        VERIFIED,
        by(LINH, PlainCommands.extend(Story.at(DUE))),
        RequestRule.DUE_NOT_LATER);
    cases.accepted(
        "an extension by a millisecond",
        VERIFIED,
        by(LINH, PlainCommands.extend(Story.at(DUE).plusMillis(1))),
        ExtensionPrepared.class);
    cases.refused("a second extension no later", EXTENDED, extend, RequestRule.DUE_NOT_LATER);
    cases.accepted(
        "a second extension",
        EXTENDED,
        by(LINH, PlainCommands.extend(Story.at(601))),
        ExtensionPrepared.class);
    cases.refused("an extension when answered", DISCLOSED, extend, RequestRule.NO_OPEN_ITEM);
    Story undated =
        Story.of(by(LINH, RequestDraft.with(draft -> draft.items = List.of(RequestDraft.FIGURES))));
    cases.refused("an extension of no deadline", undated, extend, RequestRule.NO_DEADLINE);
    Story barely =
        LifeStories.recorded(draft ->
                draft.receivedAt = T0.minus(Duration.ofMinutes(DUE)).plus(Duration.ofMinutes(2)))
            .then(extend);
    cases.refused(
        "an extension approved on the due time",
        barely,
        by(MINH, PlainCommands.approve(ActKind.EXTENSION, id(1))),
        RequestRule.DUE_PASSED);
    cases.refused("an extension beside an act", ACCEPTING, extend, RequestRule.ACT_OPEN);
  }
}
