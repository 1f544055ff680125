package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.APPROVED;
import static org.disclosureledger.service.request.LifeStories.CLOSED_IN_FORCE;
import static org.disclosureledger.service.request.LifeStories.DISCLOSED;
import static org.disclosureledger.service.request.LifeStories.IN_FORCE;
import static org.disclosureledger.service.request.LifeStories.LIFTING;
import static org.disclosureledger.service.request.LifeStories.MEASURE_TAKEN;
import static org.disclosureledger.service.request.LifeStories.PARTIAL;
import static org.disclosureledger.service.request.LifeStories.SEARCHING;
import static org.disclosureledger.service.request.LifeStories.SUSPENDING;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.PlainCommands.measure;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.OCTOBER;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Instant;
import java.util.List;
import org.disclosureledger.service.form.FormRule;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.PrepareMeasure;
import org.disclosureledger.service.request.command.PrepareNoData;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.MeasureReturned;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.NoDataReturned;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/** Answers other than data: that there is none, and acts on services, with their end. */
final class MeasureCases {
  private static final Step REFUTE = by(LINH, PlainCommands.callBack(VerificationOutcome.REFUTED));

  private final CaseList cases = new CaseList();

  private MeasureCases() {}

  static List<Case> all() {
    MeasureCases all = new MeasureCases();
    all.noData();
    all.measures();
    all.restoring();
    return all.cases.all();
  }

  private void noData() {
    Step none = by(LINH, PlainCommands.noData(1, 2));
    cases.accepted("no data prepared", APPROVED, none, NoDataPrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.NO_DATA, id(4)));
    cases.accepted("no data approved", SEARCHING, approve, NoDataApproved.class);
    Step giveBack = by(MINH, PlainCommands.giveBack(ActKind.NO_DATA, id(4)));
    cases.accepted("no data returned", SEARCHING, giveBack, NoDataReturned.class);
    cases.refused("no data unaccepted", VERIFIED, none, RequestRule.ITEM_NOT_APPROVED);
    cases.refused(
        "no data after a part",
        PARTIAL,
        by(LINH, PlainCommands.noData(1)),
        RequestRule.ITEM_NOT_APPROVED);
    cases.refused("no data refuted", APPROVED.then(REFUTE), none, RequestRule.AUTHORITY_REFUTED);
    cases.refused(
        "no data refuted in between",
        SEARCHING.then(REFUTE),
        approve,
        RequestRule.AUTHORITY_REFUTED);
    cases.refused(
        "no data and no search",
        APPROVED,
        by(LINH, new PrepareNoData(ID, List.of(1), null, null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "no data of nothing", APPROVED, by(LINH, PlainCommands.noData()), RequestRule.NO_ITEMS);
  }

  private void measures() {
    Step suspend = by(LINH, measure(Measure.SUSPEND, 3, 1, 2));
    cases.accepted("a suspension prepared", APPROVED, suspend, MeasurePrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.MEASURE, id(4)));
    cases.accepted("a suspension approved", SUSPENDING, approve, MeasureApproved.class);
    Step giveBack = by(MINH, PlainCommands.giveBack(ActKind.MEASURE, id(4)));
    cases.accepted("a suspension returned", SUSPENDING, giveBack, MeasureReturned.class);
    cases.refused("a suspension unaccepted", VERIFIED, suspend, RequestRule.ITEM_NOT_APPROVED);
    cases.refused("suspended twice", IN_FORCE, suspend, RequestRule.ITEM_NOT_APPROVED);
    cases.refused(
        "a suspension refuted", APPROVED.then(REFUTE), suspend, RequestRule.AUTHORITY_REFUTED);
    cases.refused(
        "a suspension refuted in between",
        SUSPENDING.then(REFUTE),
        approve,
        RequestRule.AUTHORITY_REFUTED);
    cases.refused(
        "another measure than asked",
        APPROVED,
        by(LINH, measure(Measure.TAKE_DOWN, 3, 1, 2)),
        RequestRule.MEASURE_NOT_ASKED);
    cases.refused(
        "a measure where data is asked",
        APPROVED,
        by(LINH, measure(Measure.SUSPEND, 1, 1)),
        RequestRule.MEASURE_NOT_ASKED);
    cases.refused(
        "data where a measure is asked",
        APPROVED,
        by(LINH, Story.deliver(Story.handover(3, 1, true))),
        RequestRule.ITEM_NEEDS_MEASURE);
    cases.refused(
        "a measure on another target",
        APPROVED,
        by(LINH, measure(Measure.SUSPEND, 3, 1, 3)),
        RequestRule.MEASURE_TARGET_EXCEEDED);
    cases.refused(
        "a measure on no target named",
        APPROVED,
        by(LINH, measure(Measure.SUSPEND, 3)),
        RequestRule.MEASURE_TARGET_EXCEEDED);
    cases.refused(
        "a measure without order",
        APPROVED,
        by(
            LINH,
            new PrepareMeasure(
                ID, Measure.SUSPEND, 3, List.of(1), null, null, Story.at(9), null, null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "a measure that ends before it begins",
        APPROVED,
        by(
            LINH,
            new PrepareMeasure(
                ID,
                Measure.SUSPEND,
                3,
                List.of(1),
                "Quyết định",
                null,
                Story.at(9),
                Story.at(9),
                null)),
        FormRule.PERIOD_REVERSED);
    period();
  }

  private void period() {
    Instant from = OCTOBER.from();
    Instant to = OCTOBER.to();
    suspend("of the approved period", from, to, null);
    suspend("from earlier", from.minusMillis(1), to, RequestRule.MEASURE_PERIOD_EXCEEDED);
    suspend("until later", from, to.plusMillis(1), RequestRule.MEASURE_PERIOD_EXCEEDED);
    suspend("without an end", from, null, RequestRule.MEASURE_PERIOD_EXCEEDED);
  }

  private void suspend(
      String label, Instant from, @Nullable Instant until, @Nullable RequestRule rule) {
    RequestedItem services =
        new RequestedItem(
            ItemKind.SUSPENSION,
            List.of(new RequestedTarget("0900000001")),
            List.of(DataField.CONFIRMATION),
            OCTOBER,
            null);
    ItemScope scope = new ItemScope(1, List.of(1), List.of(DataField.CONFIRMATION), OCTOBER, 1L);
    Story accepted =
        LifeStories.approved(
            LifeStories.recorded(draft -> draft.items = List.of(services))
                .then(
                    by(LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED)),
                    by(LINH, Story.accept(scope))),
            ActKind.ACCEPTANCE);
    Step measure =
        by(
            LINH,
            new PrepareMeasure(
                ID, Measure.SUSPEND, 1, List.of(1), "Quyết định", null, from, until, null));
    if (rule == null) {
      cases.accepted("a suspension " + label, accepted, measure, MeasurePrepared.class);
    } else {
      cases.refused("a suspension " + label, accepted, measure, rule);
    }
  }

  private void restoring() {
    Step restore = by(LINH, measure(Measure.RESTORE, 3, 1, 2));
    cases.accepted("restoring", MEASURE_TAKEN, restore, MeasurePrepared.class);
    cases.accepted("restoring when closed", CLOSED_IN_FORCE, restore, MeasurePrepared.class);
    cases.accepted(
        "restoring though refuted", MEASURE_TAKEN.then(REFUTE), restore, MeasurePrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.MEASURE, id(9)));
    cases.accepted("restored when closed", LIFTING, approve, MeasureApproved.class);
    cases.accepted(
        "restoring returned when closed",
        LIFTING,
        by(MINH, PlainCommands.giveBack(ActKind.MEASURE, id(9))),
        MeasureReturned.class);
    cases.refused(
        "restored twice", LIFTING.then(approve), restore, RequestRule.MEASURE_NOT_IN_FORCE);
    cases.refused(
        "restoring what was never taken", APPROVED, restore, RequestRule.MEASURE_NOT_IN_FORCE);
    cases.refused(
        "restoring what was refused", DISCLOSED, restore, RequestRule.MEASURE_NOT_IN_FORCE);
    cases.refused(
        "a new measure when closed",
        CLOSED_IN_FORCE,
        by(LINH, measure(Measure.SUSPEND, 3, 1, 2)),
        RequestRule.REQUEST_CLOSED);
    cases.refused(
        "restoring some",
        MEASURE_TAKEN,
        by(LINH, measure(Measure.RESTORE, 3, 1)),
        RequestRule.MEASURE_TARGET_LEFT);
    cases.refused(
        "reopening what is in force",
        MEASURE_TAKEN,
        by(LINH, PlainCommands.reopen(3)),
        RequestRule.MEASURE_IN_FORCE);
  }
}
