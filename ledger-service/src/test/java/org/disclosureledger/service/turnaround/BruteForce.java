package org.disclosureledger.service.turnaround;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.sealing.StoredEvent;
import org.jspecify.annotations.Nullable;

/** The same figures straight from the events, with no SQL and without the domain's own fold. */
final class BruteForce {
  private static final class Facts {
    Instant received = Instant.EPOCH;
    int items;
    boolean dueSet;
    @Nullable Instant originalDue;
    @Nullable Instant due;
    final Map<Integer, Instant> ended = new HashMap<>();
    final Map<Integer, Instant> endRecorded = new HashMap<>();
    final Set<Integer> refused = new HashSet<>();

    @Nullable Instant answered(Instant asOf) {
      Instant last = ended.values().stream().max(Instant::compareTo).orElse(Instant.MAX);
      return ended.size() == items && !last.isAfter(asOf) ? last : null;
    }

    @Nullable Instant answerRecorded(Instant asOf) {
      return answered(asOf) == null
          ? null
          : endRecorded.values().stream().max(Instant::compareTo).orElseThrow();
    }
  }

  private final Map<String, Facts> facts = new LinkedHashMap<>();
  private final Map<UUID, DeliveryPrepared> deliveries = new HashMap<>();
  private final Map<UUID, RefusalPrepared> refusals = new HashMap<>();
  private final Map<UUID, UUID> dispatches = new HashMap<>();
  private long size;

  static Turnaround of(
      List<StoredEvent> events, String ledger, TurnaroundPeriod period, Instant asOf) {
    BruteForce force = new BruteForce();
    for (StoredEvent event : events) {
      if (event.header().ledger().equals(ledger)) {
        force.size++;
        if (!event.header().recordedTime().isAfter(asOf)) {
          force.take(event);
        }
      }
    }
    return force.figures(ledger, period, asOf);
  }

  private void take(StoredEvent stored) {
    EventHeader header = stored.header();
    Facts fact = facts.get(header.subject().value());
    switch (stored.payload()) {
      case RequestRecorded recorded -> {
        Facts fresh = new Facts();
        fresh.received = recorded.receivedAt();
        fresh.items = recorded.items().size();
        facts.put(header.subject().value(), fresh);
      }
      case DeadlineSet deadline when fact != null -> {
        if (!fact.dueSet) {
          fact.originalDue = deadline.due();
          fact.dueSet = true;
        }
        fact.due = deadline.due();
      }
      case RefusalPrepared prepared -> refusals.put(header.id(), prepared);
      case DeliveryPrepared prepared -> deliveries.put(header.id(), prepared);
      case RefusalApproved approved when fact != null -> {
        for (int item : prepared(refusals, approved.prepared()).items()) {
          end(fact, item, header);
          fact.refused.add(item);
        }
      }
      case DeliveryDispatched dispatched when fact != null -> {
        dispatches.put(header.id(), dispatched.prepared());
        for (DeliveredItem item : prepared(deliveries, dispatched.prepared()).items()) {
          if (item.last()) {
            end(fact, item.item(), header);
          }
        }
      }
      case DeliveryFailed failed when fact != null -> {
        UUID prepared = dispatches.get(failed.delivery());
        for (DeliveredItem item : prepared(deliveries, prepared).items()) {
          if (!fact.refused.contains(item.item())) {
            fact.ended.remove(item.item());
            fact.endRecorded.remove(item.item());
          }
        }
      }
      case null, default -> {
        // Nothing else changes when a request was due or answered.
      }
    }
  }

  private static <T> T prepared(Map<UUID, T> map, @Nullable UUID id) {
    T found = id == null ? null : map.get(id);
    if (found == null) {
      throw new IllegalStateException("not prepared");
    }
    return found;
  }

  private static void end(Facts fact, int item, EventHeader header) {
    fact.ended.put(item, header.time());
    fact.endRecorded.put(item, header.recordedTime());
  }

  private Turnaround figures(String ledger, TurnaroundPeriod period, Instant asOf) {
    List<Long> millis = new ArrayList<>();
    long[] count = new long[8];
    for (Facts f : facts.values()) {
      Instant a = f.answered(asOf);
      if (within(f.received, period)) {
        count[0]++;
        count[1] += f.due == null ? 1 : 0;
        if (a != null) {
          millis.add(a.toEpochMilli() - f.received.toEpochMilli());
        }
      }
      count[2] += a == null ? 1 : 0;
      if (f.due != null && within(f.due, period) && !f.due.isAfter(asOf)) {
        count[3]++;
        count[4] += inTime(a, f.due);
        count[5] += inTime(f.answerRecorded(asOf), f.due);
      }
      if (f.originalDue != null && within(f.originalDue, period) && !f.originalDue.isAfter(asOf)) {
        count[6]++;
        count[7] += inTime(a, f.originalDue);
      }
    }
    millis.sort(null);
    // The unanswered are slower than any answered: with too many of them a rank says nothing.
    boolean withheld = !millis.isEmpty() && (count[0] - millis.size()) / (double) count[0] > 0.1;
    return new Turnaround(
        ledger,
        asOf,
        new Turnaround.Head(size, null),
        period.from(),
        period.to(),
        new Turnaround.Received(
            count[0],
            millis.size(),
            count[0] - millis.size(),
            count[1],
            withheld ? null : nearestRank(millis, 50),
            withheld ? null : nearestRank(millis, 90),
            withheld ? "more-than-10-percent-open" : null),
        count[2],
        Rate.of(count[4], count[3]),
        Rate.of(count[7], count[6]),
        Rate.of(count[5], count[3]));
  }

  private static boolean within(Instant instant, TurnaroundPeriod period) {
    return !instant.isBefore(period.from()) && instant.isBefore(period.to());
  }

  private static int inTime(@Nullable Instant answered, Instant due) {
    return answered != null && !answered.isAfter(due) ? 1 : 0;
  }

  private static @Nullable Long nearestRank(List<Long> sorted, int percent) {
    return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
