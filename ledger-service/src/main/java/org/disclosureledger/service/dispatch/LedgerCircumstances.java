package org.disclosureledger.service.dispatch;

import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.Circumstances;
import org.disclosureledger.service.sealing.StreamReads;

/**
 * What a decision asks of other streams of its ledger, read when it is asked; the append finds them
 * as they were, or refuses.
 */
final class LedgerCircumstances implements Circumstances {
  private final StreamReads reads;
  private final AgencyQuery agencies;
  private final LedgerPolicies policies;
  private final Predicate<StreamId> erased;

  /**
   * @param erased whether the vault has lost a stream of this ledger
   */
  LedgerCircumstances(
      StreamReads reads,
      AgencyQuery agencies,
      LedgerPolicies policies,
      Predicate<StreamId> erased) {
    this.reads = reads;
    this.agencies = agencies;
    this.policies = policies;
    this.erased = erased;
  }

  @Override
  public PolicyInForce policies() {
    return policies.needed(reads);
  }

  @Override
  public AgencyStanding agency(String code) {
    return agencies.standing(reads, code);
  }

  @Override
  public boolean personalDataErased(UUID requestId) {
    // The appender refuses what was decided before an erasure that came in between.
    return erased.test(RequestStream.of(requestId));
  }

  @Override
  public boolean requestExists(UUID requestId) {
    return reads.exists(RequestStream.of(requestId));
  }
}
