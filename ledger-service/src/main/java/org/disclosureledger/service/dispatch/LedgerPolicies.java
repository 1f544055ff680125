package org.disclosureledger.service.dispatch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.service.deadline.CalendarImported;
import org.disclosureledger.service.deadline.PolicyAdopted;
import org.disclosureledger.service.deadline.PolicyInForce;
import org.disclosureledger.service.deadline.WorkingCalendar;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.StreamReads;

/**
 * The policy and the working calendar that a ledger has now. Of either stream its last event is
 * read alone; and as an event never changes, what was worked out of a calendar is kept by its id.
 */
final class LedgerPolicies {
  private static final StreamId CALENDAR = new StreamId("calendar");
  private static final StreamId POLICY = new StreamId("policy");
  private static final int KEPT = 64;

  private final Map<UUID, WorkingCalendar> calendars =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, WorkingCalendar> eldest) {
              return size() > KEPT;
            }
          });

  /** With the calendar if a row counts by it. */
  PolicyInForce needed(StreamReads reads) {
    PolicyInForce policy = policy(reads);
    return policy.needsCalendar() ? counting(policy, reads) : policy;
  }

  /** With the calendar whether a row counts by it or not. */
  PolicyInForce all(StreamReads reads) {
    return counting(policy(reads), reads);
  }

  private static PolicyInForce policy(StreamReads reads) {
    List<StoredEvent> last = reads.latest(POLICY);
    return !last.isEmpty() && last.getFirst().payload() instanceof PolicyAdopted adopted
        ? PolicyInForce.of(last.getFirst().header().id(), adopted)
        : PolicyInForce.NONE;
  }

  private PolicyInForce counting(PolicyInForce policy, StreamReads reads) {
    List<StoredEvent> last = reads.latest(CALENDAR);
    return !last.isEmpty() && last.getFirst().payload() instanceof CalendarImported calendar
        ? policy.with(
            calendars.computeIfAbsent(
                last.getFirst().header().id(), id -> new WorkingCalendar(id, calendar)))
        : policy;
  }
}
