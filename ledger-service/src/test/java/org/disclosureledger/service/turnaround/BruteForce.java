package org.disclosureledger.service.turnaround;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.disclosureledger.service.deadline.DeadlineCause;
import org.disclosureledger.service.deadline.DeadlinePurpose;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.figures.ReportingPeriod;
import org.disclosureledger.service.request.content.ItemScope;
import org.disclosureledger.service.request.event.AcceptanceApproved;
import org.disclosureledger.service.request.event.AcceptancePrepared;
import org.disclosureledger.service.request.event.CorrectionApproved;
import org.disclosureledger.service.request.event.CorrectionListed;
import org.disclosureledger.service.request.event.CorrectionPrepared;
import org.disclosureledger.service.request.event.DeadlineSet;
import org.disclosureledger.service.request.event.DeliveredItem;
import org.disclosureledger.service.request.event.DeliveryDispatched;
import org.disclosureledger.service.request.event.DeliveryFailed;
import org.disclosureledger.service.request.event.DeliveryListed;
import org.disclosureledger.service.request.event.DeliveryPrepared;
import org.disclosureledger.service.request.event.EmergencyApproved;
import org.disclosureledger.service.request.event.EmergencyPrepared;
import org.disclosureledger.service.request.event.MeasureApproved;
import org.disclosureledger.service.request.event.MeasurePrepared;
import org.disclosureledger.service.request.event.NoDataApproved;
import org.disclosureledger.service.request.event.NoDataPrepared;
import org.disclosureledger.service.request.event.RecordedChanges;
import org.disclosureledger.service.request.event.RecordedItem;
import org.disclosureledger.service.request.event.RefusalApproved;
import org.disclosureledger.service.request.event.RefusalPrepared;
import org.disclosureledger.service.request.event.RequestCancelled;
import org.disclosureledger.service.request.event.RequestEvent;
import org.disclosureledger.service.request.event.RequestRecorded;
import org.disclosureledger.service.request.event.RequestReopened;
import org.disclosureledger.service.request.event.ScopeListed;
import org.disclosureledger.service.request.event.WritingConfirmed;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.vocabulary.Channel;
import org.disclosureledger.service.vocabulary.Measure;
import org.jspecify.annotations.Nullable;

/** The same figures straight from the events, with no SQL and without the domain's own fold. */
final class BruteForce {
  /** One item's end; {@code delivered} tells one that a failed delivery takes back. */
  private record End(Instant time, Instant recorded, boolean delivered) {}

  private static final class Facts {
    Instant received = Instant.EPOCH;
    Instant corrected = Instant.EPOCH;
    int items;
    boolean dueSet;
    @Nullable Instant originalDue;
    @Nullable Instant due;
    @Nullable Instant cancelled;
    final Map<Integer, End> ended = new HashMap<>();

    boolean paper;
    Channel channel = Channel.OTHER_CONFIRMED;
    boolean emergency;
    boolean oral;
    boolean given;
    @Nullable Instant confirmBy;
    @Nullable Instant confirmedClaimed;
    @Nullable Instant confirmedRecorded;

    /** Items taken back or refused, and whether a paper was owed after each entry. */
    final Set<Integer> takenBack = new HashSet<>();

    final List<Map.Entry<Instant, Boolean>> owed = new ArrayList<>();

    boolean owedAt(Instant when) {
      boolean last = true;
      for (Map.Entry<Instant, Boolean> change : owed) {
        last = change.getKey().isAfter(when) ? last : change.getValue();
      }
      return last;
    }

    /** Sequence since which deliveries of an item are those of its present approval. */
    final Map<Integer, Long> since = new HashMap<>();

    @Nullable Instant answered(Instant asOf) {
      Instant last = ended.values().stream().map(End::time).max(Instant::compareTo).orElse(null);
      return ended.size() == items && last != null && !last.isAfter(asOf) ? last : null;
    }

    @Nullable Instant answerRecorded(Instant asOf) {
      return answered(asOf) == null
          ? null
          : ended.values().stream().map(End::recorded).max(Instant::compareTo).orElseThrow();
    }

    /** By the ledger's clock, not by what the entry claims. */
    boolean takenBackBefore(Instant when) {
      return cancelled != null && cancelled.isBefore(when);
    }
  }

  private final Map<String, Facts> facts = new LinkedHashMap<>();
  private final Map<UUID, RequestEvent> prepared = new HashMap<>();
  private final Map<UUID, List<RequestEvent>> listed = new HashMap<>();
  private final Map<UUID, UUID> dispatches = new HashMap<>();
  private final Map<UUID, Long> dispatchedAt = new HashMap<>();
  private long size;

  static Turnaround of(
      List<StoredEvent> events, String ledger, ReportingPeriod period, Instant asOf) {
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
    if (stored.payload() instanceof RequestRecorded recorded) {
      Facts fresh = new Facts();
      fresh.received = recorded.receivedAt();
      fresh.corrected = recorded.receivedAt();
      fresh.items = recorded.items().size();
      // Nothing here corrects the secrecy, nor gives a document.
      fresh.paper =
          recorded.secrecy().aboveNormal()
              ? recorded.documentDate() != null
              : !recorded.documents().isEmpty();
      said(fresh, recorded.channel(), recorded.emergency());
      facts.put(header.subject().value(), fresh);
    } else if (stored.payload() instanceof RequestEvent event) {
      prepared.put(header.id(), event);
      Facts fact = Objects.requireNonNull(facts.get(header.subject().value()));
      take(header, event, fact);
      fact.owed.add(
          Map.entry(header.recordedTime(), fact.given || fact.takenBack.size() < fact.items));
    }
  }

  private void take(EventHeader header, RequestEvent event, Facts fact) {
    switch (event) {
      case DeadlineSet deadline -> take(header, deadline, fact);
      case AcceptanceApproved approved -> {
        anew(fact, prepared(approved.prepared(), AcceptancePrepared.class).items(), header);
        listed(approved.prepared(), ScopeListed.class)
            .forEach(more -> anew(fact, more.items(), header));
      }
      case EmergencyApproved approved -> {
        anew(fact, prepared(approved.prepared(), EmergencyPrepared.class).items(), header);
        listed(approved.prepared(), ScopeListed.class)
            .forEach(more -> anew(fact, more.items(), header));
      }
      case RefusalApproved approved ->
          prepared(approved.prepared(), RefusalPrepared.class)
              .items()
              .forEach(item -> {
                end(fact, item, header, false);
                fact.takenBack.add(item);
              });
      case NoDataApproved approved ->
          prepared(approved.prepared(), NoDataPrepared.class)
              .items()
              .forEach(item -> end(fact, item, header, false));
      case MeasureApproved approved -> {
        MeasurePrepared act = prepared(approved.prepared(), MeasurePrepared.class);
        fact.given = true;
        if (act.measure() != Measure.RESTORE) {
          end(fact, act.item(), header, false);
        }
      }
      case DeliveryDispatched dispatched -> {
        fact.given = true;
        dispatches.put(header.id(), dispatched.prepared());
        dispatchedAt.put(header.id(), header.sequence());
        for (DeliveredItem item : handed(dispatched.prepared())) {
          if (item.last()) {
            end(fact, item.item(), header, true);
          }
        }
      }
      case DeliveryFailed failed -> lost(fact, failed.delivery());
      case RequestCancelled cancelled -> {
        fact.cancelled = header.recordedTime();
        for (int item = 1; item <= fact.items; item++) {
          if (!fact.ended.containsKey(item)) {
            end(fact, item, header, false);
            fact.takenBack.add(item);
          }
        }
      }
      case WritingConfirmed unused -> {
        fact.confirmedClaimed = header.time();
        fact.confirmedRecorded = header.recordedTime();
      }
      case RequestReopened reopened -> {
        fact.cancelled = null;
        reopened.items().forEach(item -> open(fact, item, header));
      }
      case ScopeListed more -> list(more.prepared(), more);
      case DeliveryListed more -> list(more.prepared(), more);
      case CorrectionListed more -> list(more.prepared(), more);
      case CorrectionApproved approved -> {
        corrected(fact, prepared(approved.prepared(), CorrectionPrepared.class).changes(), header);
        listed(approved.prepared(), CorrectionListed.class)
            .forEach(more -> reopened(fact, more.items(), header));
      }
      default -> {
        // Nothing else changes when a request was due or answered.
      }
    }
  }

  private static void take(EventHeader header, DeadlineSet deadline, Facts fact) {
    if (deadline.purpose() == DeadlinePurpose.CONFIRM_IN_WRITING) {
      fact.confirmBy = deadline.due();
    }
    boolean late =
        deadline.cause() == DeadlineCause.EXTENSION
            && fact.due != null
            && !header.recordedTime().isBefore(fact.due);
    if (deadline.purpose() == DeadlinePurpose.ANSWER && !late) {
      fact.originalDue = fact.dueSet ? fact.originalDue : deadline.due();
      fact.dueSet = true;
      fact.due = deadline.due();
    }
  }

  private static void anew(Facts fact, List<ItemScope> scopes, EventHeader header) {
    scopes.forEach(scope -> fact.since.put(scope.item(), header.sequence()));
  }

  private static void open(Facts fact, int item, EventHeader header) {
    fact.ended.remove(item);
    fact.takenBack.remove(item);
    fact.since.put(item, header.sequence());
  }

  private void lost(Facts fact, UUID delivery) {
    UUID act = Objects.requireNonNull(dispatches.get(delivery));
    long sequence = Objects.requireNonNull(dispatchedAt.get(delivery));
    for (DeliveredItem item : handed(act)) {
      End end = fact.ended.get(item.item());
      if (end != null && end.delivered() && sequence > fact.since.getOrDefault(item.item(), -1L)) {
        fact.ended.remove(item.item());
      }
    }
  }

  private static void corrected(Facts fact, @Nullable RecordedChanges changes, EventHeader header) {
    if (changes == null) {
      return;
    }
    fact.corrected = changes.receivedAt() == null ? fact.corrected : changes.receivedAt();
    reopened(fact, changes.items(), header);
    said(
        fact,
        Objects.requireNonNullElse(changes.channel(), fact.channel),
        Objects.requireNonNullElse(changes.emergency(), fact.emergency));
  }

  /** Once oral, oral for good. */
  private static void said(Facts fact, Channel channel, boolean emergency) {
    fact.channel = channel;
    fact.emergency = emergency;
    fact.oral |=
        emergency
            && (channel == Channel.TELEPHONE || (channel == Channel.IN_PERSON && !fact.paper));
  }

  private static void reopened(Facts fact, List<RecordedItem> items, EventHeader header) {
    for (RecordedItem item : items) {
      open(fact, item.ordinal(), header);
      fact.items = Math.max(fact.items, item.ordinal());
    }
  }

  private void list(UUID act, RequestEvent more) {
    listed.computeIfAbsent(act, unused -> new ArrayList<>()).add(more);
  }

  private <T> Stream<T> listed(UUID act, Class<T> type) {
    return listed.getOrDefault(act, List.of()).stream().map(type::cast);
  }

  private List<DeliveredItem> handed(UUID act) {
    return Stream.concat(
            prepared(act, DeliveryPrepared.class).items().stream(),
            listed(act, DeliveryListed.class).flatMap(more -> more.items().stream()))
        .toList();
  }

  private <T> T prepared(UUID id, Class<T> type) {
    return type.cast(Objects.requireNonNull(prepared.get(id)));
  }

  private static void end(Facts fact, int item, EventHeader header, boolean delivered) {
    fact.ended.put(item, new End(header.time(), header.recordedTime(), delivered));
  }

  private Turnaround figures(String ledger, ReportingPeriod period, Instant asOf) {
    long[] count = new long[9];
    for (Facts f : facts.values()) {
      Instant a = f.answered(asOf);
      count[0] += a == null ? 1 : 0;
      if (inCohort(f, f.due, period, asOf)) {
        count[1]++;
        count[2] += inTime(a, f.due) * inTimeIfCancelled(f, f.due);
        count[3] += inTime(f.answerRecorded(asOf), f.due);
      }
      Instant by = f.confirmBy;
      if (f.oral && by != null && within(by, period) && !by.isAfter(asOf) && f.owedAt(by)) {
        count[6]++;
        count[7] += inTime(f.confirmedRecorded, by);
        count[8] += inTime(f.confirmedClaimed, by);
      }
      if (inCohort(f, f.originalDue, period, asOf)) {
        count[4]++;
        count[5] += inTime(a, f.originalDue) * inTimeIfCancelled(f, f.originalDue);
      }
    }
    return new Turnaround(
        ledger,
        asOf,
        new Turnaround.Head(size, null),
        period.from(),
        period.to(),
        received(f -> f.received, period, asOf),
        received(f -> f.corrected, period, asOf),
        count[0],
        0,
        Rate.of(count[2], count[1]),
        Rate.of(count[5], count[4]),
        Rate.of(count[3], count[1]),
        Rate.of(count[7], count[6]),
        Rate.of(count[8], count[6]));
  }

  private Turnaround.Received received(
      Function<Facts, Instant> receipt, ReportingPeriod period, Instant asOf) {
    List<Facts> received =
        facts.values().stream().filter(f -> within(receipt.apply(f), period)).toList();
    List<Facts> answered = received.stream().filter(f -> f.answered(asOf) != null).toList();
    List<Long> millis = new ArrayList<>();
    for (Facts f : answered) {
      Instant a = Objects.requireNonNull(f.answered(asOf));
      millis.add(a.toEpochMilli() - receipt.apply(f).toEpochMilli());
    }
    millis.sort(null);
    long open = received.size() - answered.size();
    // The unanswered are slower than any answered: with too many of them a rank says nothing.
    boolean withheld = !millis.isEmpty() && open / (double) received.size() > 0.1;
    return new Turnaround.Received(
        received.size(),
        answered.size(),
        answered.stream().filter(f -> f.cancelled != null).count(),
        open,
        received.stream().filter(f -> f.due == null).count(),
        withheld ? null : nearestRank(millis, 50),
        withheld ? null : nearestRank(millis, 90),
        withheld ? "more-than-10-percent-open" : null);
  }

  private static boolean inCohort(
      Facts f, @Nullable Instant due, ReportingPeriod period, Instant asOf) {
    return due != null && within(due, period) && !due.isAfter(asOf) && !f.takenBackBefore(due);
  }

  private static boolean within(Instant instant, ReportingPeriod period) {
    return !instant.isBefore(period.from()) && instant.isBefore(period.to());
  }

  private static int inTime(@Nullable Instant answered, @Nullable Instant due) {
    return answered != null && due != null && !answered.isAfter(due) ? 1 : 0;
  }

  private static int inTimeIfCancelled(Facts f, @Nullable Instant due) {
    return f.cancelled == null ? 1 : inTime(f.cancelled, due);
  }

  private static @Nullable Long nearestRank(List<Long> sorted, int percent) {
    return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
