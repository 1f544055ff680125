package org.disclosureledger.service.request;

import static org.disclosureledger.service.request.RequestDraft.ID;
import static org.disclosureledger.service.request.Story.LINH;
import static org.disclosureledger.service.request.Story.MINH;
import static org.disclosureledger.service.request.Story.by;

import java.util.List;
import org.disclosureledger.service.request.command.PrepareAcceptance;
import org.disclosureledger.service.request.command.VerifyAuthority;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.content.VerificationOutcome;
import org.disclosureledger.service.vocabulary.DataField;
import org.disclosureledger.service.vocabulary.VerificationMethod;

/** What can have happened before a case begins. */
final class DecisionStories {
  static final Story NONE = Story.of();
  static final Story NEW = Story.of(by(LINH, new RequestDraft().build()));
  static final Story VERIFIED = NEW.then(by(LINH, Story.verify(VerificationOutcome.VERIFIED)));
  static final Story REFUTED = NEW.then(by(LINH, Story.verify(VerificationOutcome.REFUTED)));
  static final Story PREPARED = VERIFIED.then(by(LINH, Story.acceptAll()));
  static final Story ACCEPTED = PREPARED.then(by(MINH, Story.approveAcceptance(2)));
  static final Story HANDING = ACCEPTED.then(by(LINH, Story.deliver(Story.handover(1, 6, false))));
  static final Story PARTIAL = HANDING.then(by(MINH, Story.approveDelivery(4)));
  static final Story DISCLOSED =
      PARTIAL.then(
          by(LINH, Story.deliver(Story.handover(1, 4, true), Story.handover(2, 1, true))),
          by(MINH, Story.approveDelivery(6)));
  static final Story REFUSING = NEW.then(by(LINH, Story.refuse()));
  static final Story REFUSED = REFUSING.then(by(MINH, Story.approveRefusal(1)));
  static final Story CLOSED = REFUSED.then(by(LINH, Story.close()));
  static final Story SECRET = Story.of(by(LINH, RequestDraft.with(RequestDraft::keepSecret)));
  static final Story SECRET_ACCEPTED =
      SECRET
          .then(by(LINH, quietly(VerificationOutcome.VERIFIED)), by(LINH, secretScope()))
          .then(by(MINH, Story.approveAcceptance(2)));

  private DecisionStories() {}

  static VerifyAuthority quietly(VerificationOutcome outcome) {
    return new VerifyAuthority(ID, VerificationMethod.SEAL_OR_DOCUMENT, null, outcome, null, null);
  }

  static PrepareAcceptance secretScope() {
    return Story.accept(new ItemScope(1, List.of(1), List.of(DataField.SUBSCRIBER_NAME), null, 1L));
  }
}
