package org.disclosureledger.service.dispatch;

import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.Circumstances;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.StoredEvent;

/** What a decision asks of other streams of its ledger, read when it is asked. */
final class LedgerCircumstances implements Circumstances {
  private static final StreamId POLICY = new StreamId("policy");

  private final EntryStore store;
  private final AgencyQuery agencies;
  private final String ledger;

  LedgerCircumstances(EntryStore store, AgencyQuery agencies, String ledger) {
    this.store = store;
    this.agencies = agencies;
    this.ledger = ledger;
  }

  @Override
  public PolicyInForce policies() {
    List<StoredEvent> policies = store.stream(ledger, POLICY);
    if (policies.isEmpty()) {
      return PolicyInForce.NONE;
    }
    StoredEvent last = policies.getLast();
    return last.payload() instanceof PolicyAdopted adopted
        ? PolicyInForce.of(last.header().id(), adopted)
        : PolicyInForce.NONE;
  }

  @Override
  public AgencyStanding agency(String code) {
    return agencies.standing(ledger, code);
  }

  @Override
  public boolean requestExists(UUID requestId) {
    return !store.stream(ledger, RequestStream.of(requestId)).isEmpty();
  }
}
