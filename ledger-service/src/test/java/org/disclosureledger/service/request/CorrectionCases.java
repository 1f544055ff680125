package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.APPROVED;
import static org.disclosureledger.service.request.LifeStories.CLOSED;
import static org.disclosureledger.service.request.LifeStories.CORRECTING;
import static org.disclosureledger.service.request.LifeStories.DISCLOSED;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.PlainCommands.changes;
import static org.disclosureledger.service.request.PlainCommands.correct;
import static org.disclosureledger.service.request.PlainCommands.correctItems;
import static org.disclosureledger.service.request.PlainCommands.corrected;
import static org.disclosureledger.service.request.RequestDraft.FIGURES;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.SUBSCRIBERS;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.HOA;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.AskClarification;
import org.disclosureledger.service.request.command.CancelRequest;
import org.disclosureledger.service.request.command.PrepareCorrection;
import org.disclosureledger.service.request.command.PrepareRefusal;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.AgencyName;
import org.disclosureledger.service.request.content.Changes;
import org.disclosureledger.service.request.content.CorrectedItem;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.RequestedItem;
import org.disclosureledger.service.request.content.RequestedTarget;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.CorrectionReturned;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.vocabulary.AgencyKind;
import org.disclosureledger.service.vocabulary.CaseType;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.ItemKind;
import org.disclosureledger.service.vocabulary.Priority;
import org.disclosureledger.service.vocabulary.RefusalGround;
import org.disclosureledger.service.vocabulary.Secrecy;
import org.disclosureledger.service.vocabulary.Urgency;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Corrections: by two people, and no way round a gate. */
final class CorrectionCases {
  private final CaseList cases = new CaseList();

  private CorrectionCases() {}

  static List<Case> all() {
    CorrectionCases all = new CorrectionCases();
    all.people();
    all.said();
    all.receipts();
    all.items();
    all.whenAnswered();
    return all.cases.all();
  }

  private void people() {
    Step correct = by(LINH, correctItems(corrected(1, SUBSCRIBERS)));
    cases.accepted("a correction prepared", VERIFIED, correct, CorrectionPrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.CORRECTION, id(2)));
    cases.accepted("a correction approved", CORRECTING, approve, CorrectionApproved.class);
    cases.accepted(
        "a correction returned",
        CORRECTING,
        by(MINH, PlainCommands.giveBack(ActKind.CORRECTION, id(2))),
        CorrectionReturned.class);
    cases.refused(
        "a correction by one person",
        VERIFIED.then(by(MINH, correctItems(corrected(1, SUBSCRIBERS)))),
        approve,
        RequestRule.SAME_PERSON);
    cases.accepted(
        "a correction of two approvers",
        VERIFIED.then(by(MINH, correctItems(corrected(1, SUBSCRIBERS)))),
        by(HOA, PlainCommands.approve(ActKind.CORRECTION, id(2))),
        CorrectionApproved.class);
    cases.refused("a correction beside an act", CORRECTING, correct, RequestRule.ACT_OPEN);
  }

  private void said() {
    cases.accepted(
        "any entry, in words", VERIFIED, by(LINH, correct(id(1))), CorrectionPrepared.class);
    cases.refused(
        "an entry of another request",
        VERIFIED,
        by(LINH, correct(TestCircumstances.OTHER)),
        RequestRule.ENTRY_UNKNOWN);
    cases.refused(
        "nothing corrected",
        VERIFIED,
        by(LINH, correct(id(0), null, null)),
        RequestRule.CORRECTION_EMPTY);
    cases.refused(
        "empty changes",
        VERIFIED,
        by(LINH, correct(id(0), changes(null), " ")),
        RequestRule.CORRECTION_EMPTY);
    cases.refused(
        "changes of another entry",
        VERIFIED,
        by(LINH, correct(id(1), changes(T0), null)),
        RequestRule.CHANGES_NOT_OF_RECORDING);
    cases.refused(
        "corrected to the future",
        VERIFIED,
        by(LINH, correct(id(0), changes(T0.plusSeconds(100_000)), null)),
        RequestRule.RECEIVED_IN_FUTURE);
    cases.refused(
        "corrected to after what was done about it",
        VERIFIED,
        by(LINH, correct(id(0), changes(Story.at(1).plusMillis(1)), null)),
        RequestRule.RECEIVED_TOO_LATE);
    cases.accepted(
        "corrected to when it was done about",
        VERIFIED,
        by(LINH, correct(id(0), changes(Story.at(1)), null)),
        CorrectionPrepared.class);
    Story agent =
        LifeStories.recorded(
            draft -> draft.agent = new ReachedAgent("Đại lý Mẫu", T0.minusSeconds(60)));
    cases.refused(
        "corrected to before the agent had it",
        agent,
        by(LINH, correct(id(0), changes(T0.minusSeconds(61)), null)),
        RequestRule.AGENT_AFTER_RECEIPT);
    cases.refused(
        "what went out called caught before",
        LifeStories.DISCLOSED,
        by(LINH, correct(id(5))),
        RequestRule.SEVERITY_MISMATCH);
    cases.refused(
        "what prepared what went out called caught before",
        LifeStories.DISCLOSED,
        by(LINH, correct(id(4))),
        RequestRule.SEVERITY_MISMATCH);
    CorrectedItem first = corrected(1, SUBSCRIBERS);
    Step small = by(LINH, correctItems(first));
    Step big = by(LINH, PlainCommands.correctHanded(first));
    cases.refused(
        "an item corrected of which a part went out, called caught before",
        LifeStories.PARTIAL,
        small,
        RequestRule.SEVERITY_MISMATCH);
    cases.accepted(
        "an item corrected of which a part went out",
        LifeStories.PARTIAL,
        big,
        CorrectionPrepared.class);
    cases.accepted(
        "an item corrected though another went out, which may be by the same mistake",
        LifeStories.PARTIAL,
        by(LINH, PlainCommands.correctHanded(corrected(2, FIGURES))),
        CorrectionPrepared.class);
    cases.refused(
        "an item corrected once reopened, called caught before",
        LifeStories.REOPENED,
        small,
        RequestRule.SEVERITY_MISMATCH);
    Story lost = LifeStories.PARTIAL.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)));
    cases.accepted("an item corrected that got lost", lost, small, CorrectionPrepared.class);
    cases.refused(
        "an item corrected that got lost, called reportable",
        lost,
        big,
        RequestRule.SEVERITY_MISMATCH);
    cases.accepted("every member", VERIFIED, by(LINH, everyMember(T0)), CorrectionPrepared.class);
    cases.refused(
        "a correction without reason",
        VERIFIED,
        by(
            LINH,
            new PrepareCorrection(
                ID, id(0), null, ErrorSeverity.RECORDABLE, null, "Sai", null, null)),
        RequestRule.REASON_MISSING);
  }

  /** A minute later than recorded; what was done by then came before it. */
  private void receipts() {
    Step later = by(LINH, correct(id(0), changes(Story.at(1)), null));
    Step approve = by(MINH, PlainCommands.approve(ActKind.CORRECTION, id(1)));
    Instant between = T0.plusSeconds(5);
    Step asked = by(LINH, new AskClarification(ID, "Số nào?", between));
    Story correcting = LifeStories.NEW.then(later);
    cases.refused(
        "approved though something was done before it came in",
        correcting.then(asked),
        approve,
        RequestRule.RECEIVED_TOO_LATE);
    cases.accepted(
        "approved though something was done since it came in",
        correcting.then(by(LINH, PlainCommands.ask())),
        approve,
        CorrectionApproved.class);
    cases.refused(
        "corrected before it came in",
        LifeStories.NEW,
        by(
            LINH,
            new PrepareCorrection(
                ID,
                id(0),
                null,
                ErrorSeverity.RECORDABLE,
                "Nhầm",
                null,
                changes(Story.at(1)),
                between)),
        RequestRule.HAPPENED_TOO_EARLY);
    Story corrected = correcting.then(approve);
    cases.refused(
        "asked before it came in, as corrected", corrected, asked, RequestRule.HAPPENED_TOO_EARLY);
    Step refused =
        by(
            LINH,
            new PrepareRefusal(ID, List.of(), List.of(RefusalGround.OTHER), "Vì trùng", between));
    cases.refused(
        "refused before it came in, as corrected",
        corrected,
        refused,
        RequestRule.HAPPENED_TOO_EARLY);
    Step verified =
        by(
            LINH,
            new VerifyAuthority(
                ID,
                VerificationMethod.SEAL_OR_DOCUMENT,
                null,
                VerificationOutcome.VERIFIED,
                null,
                between));
    cases.refused(
        "verified before it came in, as corrected",
        corrected,
        verified,
        RequestRule.HAPPENED_TOO_EARLY);
    cases.refused(
        "cancelled before it came in, as corrected",
        corrected,
        by(LINH, new CancelRequest(ID, "Rút", null, between)),
        RequestRule.HAPPENED_TOO_EARLY);
    Step since =
        by(
            LINH,
            new PrepareRefusal(
                ID, List.of(), List.of(RefusalGround.OTHER), "Vì trùng", Story.at(1)));
    cases.accepted("refused as it came in, as corrected", corrected, since, RefusalPrepared.class);
  }

  private void items() {
    cases.accepted(
        "an item added",
        VERIFIED,
        by(LINH, correctItems(corrected(4, FIGURES))),
        CorrectionPrepared.class);
    cases.refused(
        "an item added out of order",
        VERIFIED,
        by(LINH, correctItems(corrected(5, FIGURES))),
        RequestRule.ITEM_OUT_OF_ORDER);
    cases.refused(
        "an item corrected twice",
        VERIFIED,
        by(LINH, correctItems(corrected(1, FIGURES), corrected(1, FIGURES))),
        RequestRule.ITEM_REPEATED);
    cases.refused(
        "a corrected target without identifier",
        VERIFIED,
        by(LINH, correctItems(corrected(1, targets(1, null)))),
        RequestRule.TARGET_WITHOUT_IDENTIFIER);
    // The request keeps two targets of its third item, beside those of the corrected first.
    cases.refused(
        "corrected to more targets than a request has",
        VERIFIED,
        by(LINH, correctItems(corrected(1, targets(999, "0900000001")))),
        RequestRule.TOO_MANY_TARGETS);
    cases.accepted(
        "corrected to as many as it may have",
        VERIFIED,
        by(LINH, correctItems(corrected(1, targets(998, "0900000001")))),
        CorrectionPrepared.class,
        CorrectionListed.class,
        CorrectionListed.class);
  }

  private void whenAnswered() {
    Step first = by(LINH, correctItems(corrected(1, SUBSCRIBERS)));
    cases.refused("an answered item corrected", DISCLOSED, first, RequestRule.ITEM_ANSWERED);
    cases.refused("an item of a closed request", CLOSED, first, RequestRule.REQUEST_CLOSED);
    CorrectedItem added = corrected(4, FIGURES);
    cases.refused(
        "an item added when closed",
        CLOSED,
        by(LINH, correctItems(added)),
        RequestRule.REQUEST_CLOSED);
    cases.refused(
        "an item added when answered",
        DISCLOSED,
        by(LINH, correctItems(added)),
        RequestRule.ITEM_ANSWERED);
    cases.accepted(
        "the received time when closed",
        CLOSED,
        by(LINH, correct(id(0), changes(T0), null)),
        CorrectionPrepared.class);
    cases.accepted("an approved item corrected", APPROVED, first, CorrectionPrepared.class);
    Story correcting = APPROVED.then(first);
    cases.refused(
        "delivering what was corrected since",
        LifeStories.approved(correcting, ActKind.CORRECTION),
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        RequestRule.ITEM_NOT_APPROVED);
    Story otherAgency =
        LifeStories.approved(APPROVED.then(by(LINH, everyMember(T0))), ActKind.CORRECTION);
    cases.refused(
        "delivering to an agency corrected since",
        otherAgency,
        by(LINH, Story.deliver(Story.handover(2, 1, true))),
        RequestRule.AUTHORITY_NOT_VERIFIED);
  }

  /** With each member that a correction can name, another agency among them. */
  static PrepareCorrection everyMember(Instant receivedAt) {
    Changes changes =
        new Changes(
            receivedAt,
            Channel.EMAIL,
            new AgencyName("CQDT-MAU-03", AgencyKind.COURT, "Phòng 2"),
            "CQDT-MAU-04",
            "Lê Thị Mẫu",
            "0009/CV-MAU",
            LocalDate.parse("2026-11-01"),
            "Đề nghị cung cấp",
            "116-2025-QH15/25.2.b",
            CaseType.CIVIL,
            Priority.HIGHEST,
            false,
            Urgency.EXPRESS,
            Secrecy.NORMAL,
            receivedAt.plusSeconds(7_200),
            List.of(corrected(1, SUBSCRIBERS)));
    return correct(id(0), changes, "Ghi nhầm cơ quan");
  }

  static PrepareCorrection agency(String code) {
    Changes changes =
        Changes.of(draft -> {
          draft.requestingAgency = new AgencyName(code, AgencyKind.COURT, null);
        });
    return correct(id(0), changes, "Ghi nhầm cơ quan");
  }

  private static RequestedItem targets(int count, @Nullable String identifier) {
    return new RequestedItem(
        ItemKind.SUBSCRIBER_DATA,
        Collections.nCopies(count, new RequestedTarget(identifier)),
        SUBSCRIBERS.fields(),
        null,
        null);
  }
}
