package org.disclosureledger.verifier.conduct;

import java.util.UUID;
import org.disclosureledger.format.ActorRole;
import org.disclosureledger.verifier.report.Rule;

/** Looking at personal data (DOMAIN §1): of what there is, and by an auditor with a grant. */
final class AccessRules {
  private static final int SUBJECT = "access/".length();

  private AccessRules() {}

  static void seen(Event event, Context context) {
    UUID id = EventData.uuidOf(event.subject().substring(SUBJECT));
    if (!context.hasRequest(id) && !context.hasReconciliation(id)) {
      String expected = "a request or reconciliation of the ledger";
      context.breach(event, Rule.ACCESS_SUBJECT, expected, id.toString());
    }
    boolean auditor = event.payload().actorRole() == ActorRole.AUDITOR;
    if (auditor && event.data().optionalUuid("grant") == null) {
      context.breach(event, Rule.GRANT_MISSING, "a grant", "none");
    }
  }
}
