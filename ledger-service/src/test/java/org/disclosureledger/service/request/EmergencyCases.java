package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.LifeStories.APPROVED;
import static org.disclosureledger.service.request.LifeStories.EMERGENCY_APPROVED;
import static org.disclosureledger.service.request.LifeStories.HASTENING;
import static org.disclosureledger.service.request.LifeStories.ORAL;
import static org.disclosureledger.service.request.LifeStories.ORAL_CONFIRMED;
import static org.disclosureledger.service.request.LifeStories.ORAL_VERIFIED;
import static org.disclosureledger.service.request.LifeStories.VERIFIED;
import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.RequestDraft.T0;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;
import static org.disclosureledger.service.request.Story.id;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.service.request.CaseList.Case;
import org.disclosureledger.service.request.Story.Step;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ActKind;
import org.disclosureledger.service.request.content.CheckedSignature;
import org.disclosureledger.service.request.content.ReachedAgent;
import org.disclosureledger.service.request.content.RequestRule;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.AuthorityRefuted;
import org.disclosureledger.service.request.event.AuthorityVerified;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.EmergencyReturned;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.DocumentPurpose;
import org.disclosureledger.service.vocabulary.SignatureChain;
import org.disclosureledger.service.vocabulary.SignatureFormat;
import org.disclosureledger.service.vocabulary.SignatureOutcome;
import org.disclosureledger.service.vocabulary.VerificationMethod;
import org.jspecify.annotations.Nullable;

/** Who may ask, by our own register, and what is said before it is written. */
final class EmergencyCases {
  private static final Story EMPTY = DecisionStories.NONE;

  private final CaseList cases = new CaseList();

  private EmergencyCases() {}

  static List<Case> all() {
    EmergencyCases all = new EmergencyCases();
    all.oral();
    all.register();
    all.acceptance();
    return all.cases.all();
  }

  private void oral() {
    cases.accepted(
        "an emergency by telephone",
        EMPTY,
        ORAL.steps().getFirst(),
        RequestRecorded.class,
        DeadlineSet.class,
        DeadlineSet.class);
    Story person =
        LifeStories.recorded(draft -> {
          LifeStories.oral(draft);
          draft.channel = Channel.IN_PERSON;
          draft.documents = List.of();
        });
    cases.accepted(
        "an emergency told in person",
        EMPTY,
        person.steps().getFirst(),
        RequestRecorded.class,
        DeadlineSet.class,
        DeadlineSet.class);
    Story papers = LifeStories.recorded(draft -> draft.channel = Channel.TELEPHONE);
    cases.accepted(
        "an emergency by telephone about a dated document",
        EMPTY,
        papers.steps().getFirst(),
        RequestRecorded.class,
        DeadlineSet.class,
        DeadlineSet.class);
    Step agent =
        by(LINH, RequestDraft.with(draft -> draft.agent = new ReachedAgent("Đại lý Mẫu", T0)));
    cases.accepted("by way of an agent", EMPTY, agent, RequestRecorded.class, DeadlineSet.class);
    Step late =
        by(
            LINH,
            RequestDraft.with(
                draft -> draft.agent = new ReachedAgent("Đại lý Mẫu", T0.plusMillis(1))));
    cases.refused("an agent after receipt", EMPTY, late, RequestRule.AGENT_AFTER_RECEIPT);
  }

  private void register() {
    cases.accepted(
        "called back by our register",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.CONTACT),
        AuthorityVerified.class);
    cases.refused(
        "called back, no contact named",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, null),
        RequestRule.CONTACT_MISSING);
    cases.refused(
        "called back by a number that the caller gave",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.OTHER),
        RequestRule.CONTACT_UNKNOWN);
    cases.refused(
        "called back by mail",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.MAILBOX),
        RequestRule.CONTACT_NOT_A_NUMBER);
    cases.refused(
        "called back before the number was checked",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.LATER),
        RequestRule.CONTACT_UNKNOWN);
    cases.refused(
        "called back by a successor's number before its first day",
        LifeStories.NEW,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.SUCCESSORS),
        RequestRule.CONTACT_UNKNOWN);
    cases.refused(
        "verified by seal, with a contact that nobody registered",
        LifeStories.NEW,
        by(
            LINH,
            new VerifyAuthority(
                ID,
                VerificationMethod.SEAL_OR_DOCUMENT,
                TestCircumstances.OTHER,
                VerificationOutcome.VERIFIED,
                null,
                null)),
        RequestRule.CONTACT_UNKNOWN);
    cases.refused(
        "verified again before it was refuted",
        LifeStories.REFUTED.then(by(LINH, PlainCommands.callBack(VerificationOutcome.VERIFIED))),
        by(
            LINH,
            new VerifyAuthority(
                ID,
                VerificationMethod.CALL_BACK,
                TestCircumstances.CONTACT,
                VerificationOutcome.VERIFIED,
                null,
                Story.at(0))),
        RequestRule.HAPPENED_TOO_EARLY);
    cases.accepted(
        "refuted by whatever number",
        LifeStories.NEW,
        verify(VerificationOutcome.REFUTED, TestCircumstances.OTHER),
        AuthorityRefuted.class);
    Story ended = LifeStories.recorded(draft -> draft.agency = TestCircumstances.ENDED);
    cases.refused(
        "an agency that had ended",
        ended,
        by(LINH, Story.verify(VerificationOutcome.VERIFIED)),
        RequestRule.AGENCY_NOT_VALID);
    cases.accepted(
        "an ended agency refuted",
        ended,
        by(LINH, Story.verify(VerificationOutcome.REFUTED)),
        AuthorityRefuted.class);
    Story unknown = LifeStories.recorded(draft -> draft.agency = TestCircumstances.NOT_REGISTERED);
    cases.accepted(
        "an unregistered agency by its seal",
        unknown,
        by(LINH, Story.verify(VerificationOutcome.VERIFIED)),
        AuthorityVerified.class);
    cases.refused(
        "an unregistered agency called back",
        unknown,
        verify(VerificationOutcome.VERIFIED, TestCircumstances.CONTACT),
        RequestRule.CONTACT_UNKNOWN);
  }

  private void acceptance() {
    Step prepare = by(LINH, PlainCommands.emergency(LifeStories.all()));
    cases.accepted("an emergency prepared", VERIFIED, prepare, EmergencyPrepared.class);
    Step approve = by(MINH, PlainCommands.approve(ActKind.EMERGENCY, id(2)));
    cases.accepted("an emergency approved", HASTENING, approve, EmergencyApproved.class);
    Step giveBack = by(MINH, PlainCommands.giveBack(ActKind.EMERGENCY, id(2)));
    cases.accepted("an emergency returned", HASTENING, giveBack, EmergencyReturned.class);
    cases.refused(
        "an emergency approved as an acceptance",
        HASTENING,
        by(MINH, PlainCommands.approve(ActKind.ACCEPTANCE, id(2))),
        RequestRule.ACT_NOT_OPEN);
    cases.refused(
        "an emergency that is none",
        DecisionStories.VERIFIED,
        by(LINH, PlainCommands.emergency(Story.subscribers(List.of(1), 1L))),
        RequestRule.NOT_AN_EMERGENCY);
    cases.refused(
        "an emergency unverified", LifeStories.NEW, prepare, RequestRule.AUTHORITY_NOT_VERIFIED);
    cases.refused(
        "an emergency refuted", LifeStories.REFUTED, prepare, RequestRule.AUTHORITY_REFUTED);
    cases.refused(
        "an emergency by its seal",
        LifeStories.NEW.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED))),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    Step signed =
        by(
            LINH,
            new VerifyAuthority(
                ID,
                VerificationMethod.DIGITAL_SIGNATURE,
                null,
                VerificationOutcome.VERIFIED,
                null,
                null));
    cases.refused(
        "an emergency by a signature that nobody checked",
        LifeStories.NEW.then(signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    for (CheckedSignature found :
        List.of(
            signature(SignatureOutcome.VALID, SignatureChain.UNTRUSTED),
            signature(SignatureOutcome.VALID, SignatureChain.NOT_CHECKED),
            signature(SignatureOutcome.INVALID, SignatureChain.TRUSTED),
            signature(SignatureOutcome.INDETERMINATE, SignatureChain.TRUSTED))) {
      cases.refused(
          "an emergency by a signature " + found,
          LifeStories.NEW.then(by(LINH, PlainCommands.attach(found)), signed),
          prepare,
          RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    }
    Step attach = by(LINH, PlainCommands.attach(PlainCommands.signature()));
    cases.accepted(
        "an emergency by a signature found valid",
        LifeStories.NEW.then(attach, signed),
        prepare,
        EmergencyPrepared.class);
    cases.refused(
        "an emergency by a signature on our minutes",
        LifeStories.NEW.then(
            by(LINH, PlainCommands.attach(DocumentPurpose.MINUTES, PlainCommands.signature())),
            signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    cases.refused(
        "an emergency by the signature of the agency first named",
        LifeStories.approved(
                LifeStories.NEW.then(
                    attach, by(LINH, CorrectionCases.agency(TestCircumstances.NOT_REGISTERED))),
                ActKind.CORRECTION)
            .then(signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    detached(signed, prepare);
    cases.refused(
        "an oral emergency by a signature",
        ORAL.then(attach, signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    cases.refused(
        "an emergency accepted twice", EMERGENCY_APPROVED, prepare, RequestRule.ITEM_NOT_PENDING);
    cases.refused(
        "an emergency on the way of an acceptance",
        APPROVED,
        prepare,
        RequestRule.ITEM_NOT_PENDING);
    cases.accepted(
        "delivery in an emergency",
        EMERGENCY_APPROVED,
        by(LINH, Story.deliver(Story.handover(1, 1, true))),
        DeliveryPrepared.class);
    cases.accepted("an oral emergency", ORAL_VERIFIED, prepare, EmergencyPrepared.class);
    Step ordinary = by(LINH, Story.accept(LifeStories.all()));
    cases.refused(
        "an oral emergency on the ordinary way",
        ORAL_VERIFIED,
        ordinary,
        RequestRule.WRITING_NOT_CONFIRMED);
    cases.accepted(
        "an oral emergency once in writing", ORAL_CONFIRMED, ordinary, AcceptancePrepared.class);
  }

  /** In a file of its own, called a demand, a signature is worth what it signs. */
  private void detached(Step signed, Step prepare) {
    Step paper = by(LINH, PlainCommands.attach());
    Step minutes = by(LINH, PlainCommands.attach(DocumentPurpose.MINUTES));
    UUID first = PlainCommands.attach().document();
    Step detached = by(LINH, PlainCommands.attachSigning(first));
    Step ofDetached = by(LINH, PlainCommands.attachSigning(id(96), id(97)));
    cases.accepted(
        "an emergency by a detached signature",
        LifeStories.NEW.then(paper, detached, signed),
        prepare,
        EmergencyPrepared.class);
    cases.refused(
        "an emergency by a detached signature on our minutes",
        LifeStories.NEW.then(minutes, detached, signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    cases.refused(
        "an emergency by a detached signature on a signature on our minutes",
        LifeStories.NEW.then(minutes, detached, ofDetached, signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
    Story corrected =
        LifeStories.approved(
            LifeStories.NEW.then(
                paper, by(LINH, CorrectionCases.agency(TestCircumstances.NOT_REGISTERED))),
            ActKind.CORRECTION);
    cases.refused(
        "an emergency by a detached signature on the paper of the agency first named",
        corrected.then(detached, signed),
        prepare,
        RequestRule.EMERGENCY_NEEDS_CALL_BACK);
  }

  private static CheckedSignature signature(SignatureOutcome outcome, SignatureChain chain) {
    return new CheckedSignature(SignatureFormat.PADES, outcome, chain, null, false, null, null);
  }

  private static Step verify(VerificationOutcome outcome, @Nullable UUID contact) {
    return by(
        LINH, new VerifyAuthority(ID, VerificationMethod.CALL_BACK, contact, outcome, null, null));
  }
}
