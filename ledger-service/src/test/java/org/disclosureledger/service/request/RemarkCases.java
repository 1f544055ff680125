package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.CLOSED;
import static org.disclosureledger.service.request.LifeStories.DISCLOSED;
import static org.disclosureledger.service.request.LifeStories.HANDING;
import static org.disclosureledger.service.request.LifeStories.PARTIAL;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.TUAN;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.Collections;
import java.util.List;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.IssueReminder;
import org.disclosureledger.service.request.command.LinkRequest;
import org.disclosureledger.service.request.command.RecordError;
import org.disclosureledger.service.request.command.ReportObstacle;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.ReceiptOutcome;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.event.DocumentAttached;
import org.disclosureledger.service.request.event.ErrorRecorded;
import org.disclosureledger.service.request.event.ObstacleReported;
import org.disclosureledger.service.request.event.ReminderIssued;
import org.disclosureledger.service.request.event.RequestLinked;
import org.disclosureledger.service.request.event.SignatureChecked;
import org.disclosureledger.service.vocabulary.ErrorCause;
import org.disclosureledger.service.vocabulary.ErrorSeverity;
import org.disclosureledger.service.vocabulary.LinkRelation;

/**
 * What is said about a request and changes nothing of where it stands; and what secrecy forbids.
 */
final class RemarkCases {
  private final CaseList cases = new CaseList();

  private RemarkCases() {}

  static List<Case> all() {
    RemarkCases all = new RemarkCases();
    all.obstacles();
    all.links();
    all.errors();
    all.reminders();
    all.documents();
    return all.cases.all();
  }

  private void obstacles() {
    Step report = by(LINH, PlainCommands.obstacle());
    cases.accepted("an obstacle", VERIFIED, report, ObstacleReported.class);
    cases.accepted(
        "an obstacle to an item",
        PARTIAL,
        by(LINH, PlainCommands.obstacle(1)),
        ObstacleReported.class);
    cases.refused("an obstacle to nothing", DISCLOSED, report, RequestRule.NO_OPEN_ITEM);
    cases.refused(
        "an obstacle to what is answered",
        DISCLOSED,
        by(LINH, PlainCommands.obstacle(1)),
        RequestRule.ITEM_ANSWERED);
    cases.refused(
        "an obstacle to no such item",
        VERIFIED,
        by(LINH, PlainCommands.obstacle(4)),
        RequestRule.ITEM_UNKNOWN);
    cases.refused(
        "an obstacle not said",
        VERIFIED,
        by(LINH, new ReportObstacle(ID, List.of(), null, null, null)),
        RequestRule.REASON_MISSING);
    cases.refused("an obstacle when closed", CLOSED, report, RequestRule.REQUEST_CLOSED);
  }

  private void links() {
    Step link = by(LINH, PlainCommands.link());
    cases.accepted("a duplicate", VERIFIED, link, RequestLinked.class);
    cases.accepted("a duplicate of a closed one", CLOSED, link, RequestLinked.class);
    cases.refused(
        "linked to itself",
        VERIFIED,
        by(LINH, new LinkRequest(ID, LinkRelation.RELATED, ID, null)),
        RequestRule.LINK_TO_ITSELF);
    cases.refused(
        "linked to nothing",
        VERIFIED,
        by(LINH, new LinkRequest(ID, LinkRelation.RELATED, id(50), null)),
        RequestRule.LINKED_REQUEST_UNKNOWN);
    cases.refused(
        "a duplicate skips no gate",
        LifeStories.NEW.then(link),
        by(LINH, Story.accept(LifeStories.all())),
        RequestRule.AUTHORITY_NOT_VERIFIED);
  }

  private void errors() {
    Step reportable = by(LINH, PlainCommands.error(id(5), ErrorSeverity.REPORTABLE));
    Step recordable = by(LINH, PlainCommands.error(id(2), ErrorSeverity.RECORDABLE));
    cases.accepted("an error in a delivery", PARTIAL, reportable, ErrorRecorded.class);
    Step prepared = by(LINH, PlainCommands.error(id(4), ErrorSeverity.REPORTABLE));
    cases.accepted("an error in what prepared a delivery", PARTIAL, prepared, ErrorRecorded.class);
    cases.refused(
        "an error in what prepared a delivery, made small",
        PARTIAL,
        by(LINH, PlainCommands.error(id(4), ErrorSeverity.RECORDABLE)),
        RequestRule.SEVERITY_MISMATCH);
    cases.accepted(
        "an error in a delivery that waits for its second person",
        HANDING,
        by(LINH, PlainCommands.error(id(4), ErrorSeverity.RECORDABLE)),
        ErrorRecorded.class);
    cases.refused(
        "an error in a delivery that was sent back, made big",
        HANDING.then(by(MINH, PlainCommands.giveBack(ActKind.DELIVERY, id(4)))),
        prepared,
        RequestRule.SEVERITY_MISMATCH);
    cases.accepted("an error caught before", HANDING, recordable, ErrorRecorded.class);
    cases.accepted(
        "an error in what was handed over since",
        PARTIAL,
        by(LINH, PlainCommands.error(id(2), ErrorSeverity.REPORTABLE)),
        ErrorRecorded.class);
    cases.accepted(
        "an error put right before anything was handed over, noted after it",
        PARTIAL,
        recordable,
        ErrorRecorded.class);
    Story lost = PARTIAL.then(by(LINH, Story.receipt(5, ReceiptOutcome.FAILED)));
    cases.accepted("an error in what never arrived", lost, recordable, ErrorRecorded.class);
    cases.accepted(
        "an error in the receipt of a delivery",
        PARTIAL.then(by(LINH, Story.receipt(5, ReceiptOutcome.ACKNOWLEDGED))),
        by(LINH, PlainCommands.error(id(6), ErrorSeverity.REPORTABLE)),
        ErrorRecorded.class);
    cases.accepted("an error found when closed", CLOSED, reportable, ErrorRecorded.class);
    cases.refused(
        "an error made small",
        PARTIAL,
        by(LINH, PlainCommands.error(id(5), ErrorSeverity.RECORDABLE)),
        RequestRule.SEVERITY_MISMATCH);
    cases.refused(
        "an error made big",
        HANDING,
        by(LINH, PlainCommands.error(id(2), ErrorSeverity.REPORTABLE)),
        RequestRule.SEVERITY_MISMATCH);
    cases.refused(
        "an error in nothing",
        PARTIAL,
        by(LINH, PlainCommands.error(id(50), ErrorSeverity.RECORDABLE)),
        RequestRule.ENTRY_UNKNOWN);
    cases.refused(
        "an error about nothing",
        PARTIAL,
        by(
            LINH,
            new RecordError(
                ID, id(4), List.of(), ErrorCause.EXCESS, ErrorSeverity.RECORDABLE, "Thừa", null)),
        RequestRule.NO_ITEMS);
  }

  private void reminders() {
    Step remind = by(TUAN, PlainCommands.remind());
    cases.accepted("a reminder", VERIFIED, remind, ReminderIssued.class);
    cases.accepted("a reminder when closed", CLOSED, remind, ReminderIssued.class);
    cases.refused(
        "a reminder by who answers",
        VERIFIED,
        by(MINH, PlainCommands.remind()),
        RequestRule.ROLE_NOT_ALLOWED);
    cases.refused(
        "a reminder of nothing",
        VERIFIED,
        by(TUAN, new IssueReminder(ID, null, null, null)),
        RequestRule.REASON_MISSING);
    cases.refused(
        "an answer by a supervisor",
        VERIFIED,
        by(TUAN, Story.refuse()),
        RequestRule.ROLE_NOT_ALLOWED);
  }

  private void documents() {
    Step attach = by(LINH, PlainCommands.attach());
    cases.accepted("a document", VERIFIED, attach, DocumentAttached.class);
    cases.accepted("a document when closed", CLOSED, attach, DocumentAttached.class);
    Step signed =
        by(LINH, PlainCommands.attach(PlainCommands.signature(), PlainCommands.signature()));
    cases.accepted(
        "a document signed twice",
        VERIFIED,
        signed,
        DocumentAttached.class,
        SignatureChecked.class,
        SignatureChecked.class);
    cases.accepted(
        "a detached signature",
        VERIFIED.then(attach),
        by(LINH, PlainCommands.attachSigning(PlainCommands.attach().document())),
        DocumentAttached.class,
        SignatureChecked.class);
    cases.refused(
        "a detached signature on nothing",
        VERIFIED,
        by(LINH, PlainCommands.attachSigning(PlainCommands.attach().document())),
        RequestRule.SIGNED_DOCUMENT_UNKNOWN);
    cases.refused(
        "a detached signature on its own file",
        VERIFIED.then(attach),
        by(LINH, PlainCommands.attachSigning(id(97), id(97))),
        RequestRule.SIGNED_DOCUMENT_UNKNOWN);
    cases.refused(
        "a document attached twice", VERIFIED.then(attach), signed, RequestRule.DOCUMENT_REPEATED);
    Step crowded =
        by(
            LINH,
            PlainCommands.attach(
                Collections.nCopies(11, PlainCommands.signature())
                    .toArray(CheckedSignature[]::new)));
    cases.refused(
        "a document signed by a crowd", VERIFIED, crowded, RequestRule.TOO_MANY_SIGNATURES);
    cases.refused(
        "a signature verifies nothing by itself",
        LifeStories.NEW.then(signed),
        by(LINH, Story.accept(LifeStories.all())),
        RequestRule.AUTHORITY_NOT_VERIFIED);
  }
}
