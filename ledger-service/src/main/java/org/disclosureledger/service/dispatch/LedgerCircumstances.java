package org.disclosureledger.service.dispatch;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.agencyregister.AgencyQuery;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.projection.RequestStream;
import org.disclosureledger.service.request.AgencyStanding;
import org.disclosureledger.service.request.Circumstances;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;

/**
 * What a decision asks of other streams of its ledger, read when it is asked; the append finds them
 * as they were, or refuses.
 */
final class LedgerCircumstances implements Circumstances {
  static final StreamId CALENDAR = new StreamId("calendar");
  private static final StreamId POLICY = new StreamId("policy");

  private final StreamReads reads;
  private final AgencyQuery agencies;
  private final Predicate<StreamId> erased;

  /**
   * @param erased whether the vault has lost a stream of this ledger
   */
  LedgerCircumstances(StreamReads reads, AgencyQuery agencies, Predicate<StreamId> erased) {
    this.reads = reads;
    this.agencies = agencies;
    this.erased = erased;
  }

  @Override
  public PolicyInForce policies() {
    List<StoredEvent> policies = reads.stream(POLICY);
    if (policies.isEmpty()) {
      return PolicyInForce.NONE;
    }
    StoredEvent last = policies.getLast();
    if (!(last.payload() instanceof PolicyAdopted adopted)) {
      return PolicyInForce.NONE;
    }
    PolicyInForce policy = PolicyInForce.of(last.header().id(), adopted);
    return policy.needsCalendar() ? counting(policy) : policy;
  }

  private PolicyInForce counting(PolicyInForce policy) {
    List<StoredEvent> calendars = reads.stream(CALENDAR);
    return !calendars.isEmpty()
            && calendars.getLast().payload() instanceof CalendarImported calendar
        ? policy.with(new WorkingCalendar(calendars.getLast().header().id(), calendar))
        : policy;
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
