package org.disclosureledger.service.request;

import java.util.UUID;
import org.disclosureledger.service.deadline.PolicyInForce;

/** What a decision has to know beside the request itself, asked only where a rule needs it. */
public interface Circumstances {
  /** The policy the ledger adopted last. */
  PolicyInForce policies();

  /** What our register says of the agency of this code. */
  AgencyStanding agency(String code);

  /** Whether this request's personal data was erased. */
  boolean personalDataErased(UUID requestId);

  /** Whether the ledger has a request of this id. */
  boolean requestExists(UUID requestId);
}
