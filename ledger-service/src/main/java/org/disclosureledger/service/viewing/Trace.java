package org.disclosureledger.service.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.disclosureledger.format.StreamId;
import org.disclosureledger.format.StreamLink;
import org.disclosureledger.service.dispatch.Caller;
import org.disclosureledger.service.envelope.CommandRefused;
import org.disclosureledger.service.envelope.EventBinding;
import org.disclosureledger.service.envelope.EventHeader;
import org.disclosureledger.service.envelope.EventIds;
import org.disclosureledger.service.envelope.RecordedWithin;
import org.disclosureledger.service.sealing.AppendRefused;
import org.disclosureledger.service.sealing.EntryStore;
import org.disclosureledger.service.sealing.LedgerClock;
import org.disclosureledger.service.sealing.LedgerDescription;
import org.disclosureledger.service.sealing.LedgerSealing;
import org.disclosureledger.service.sealing.StoredEvent;
import org.disclosureledger.service.sealing.UnsealedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Appends to the stream {@code access/<id>} that somebody opened the record of that id. It is no
 * command: who looks at the same moment as another is not refused, it is decided again
 * (ARCHITECTURE §2.3), and the record's own stream knows nothing of it.
 */
@Component
class Trace {
  /** How often it is decided before the reader is told to try again. */
  static final int DECISIONS = 5;

  /** The same look again within this time leaves no second entry. */
  static final Duration ONCE = Duration.ofMinutes(10);

  /** How many entries are looked through for that: a busy stream costs no more than this. */
  static final int RECALLED = 100;

  private static final String ACCESS = "access/";

  private final EntryStore store;
  private final LedgerSealing sealing;
  private final LedgerClock clock;
  private final EventIds ids;

  Trace(EntryStore store, LedgerSealing sealing, LedgerClock clock, EventIds ids) {
    this.store = store;
    this.sealing = sealing;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Whether what is to be recorded may be done. It is asked after the stream was read to whose end
   * the entry is appended: what changes it later stands in the same stream, and so refuses the
   * append, and it is asked again. That time goes on meanwhile is for the appender to see.
   */
  @FunctionalInterface
  interface Permission {
    /**
     * By when it has to be recorded, {@code null} for whenever.
     *
     * @throws CommandRefused when it may not be done
     */
    @Nullable RecordedWithin check(Instant now);
  }

  /**
   * When it returns, the trace is under a signed checkpoint.
   *
   * @throws CommandRefused when it cannot be left: then nothing is to be given out
   */
  void viewed(
      LedgerDescription ledger, Caller caller, UUID id, RecordViewed event, Permission permission) {
    leave(ledger, caller, beside(id), ViewingEvents.VIEWED, List.of(event), true, permission);
  }

  /**
   * The same of a record that no grant is given of.
   *
   * @param record its own stream
   * @param events of its parts, all of them in one append
   */
  void viewed(LedgerDescription ledger, Caller caller, StreamId record, List<RecordViewed> events) {
    String name = record.value();
    StreamId stream = new StreamId(ACCESS + name.substring(name.indexOf('/') + 1));
    leave(ledger, caller, stream, ViewingEvents.VIEWED, events, true, _ -> null);
  }

  /** The same of an export, each of which is recorded. */
  void exported(
      LedgerDescription ledger,
      Caller caller,
      UUID id,
      RecordExported event,
      Permission permission) {
    leave(ledger, caller, beside(id), ViewingEvents.EXPORTED, List.of(event), false, permission);
  }

  private static StreamId beside(UUID id) {
    return new StreamId(ACCESS + id);
  }

  private void leave(
      LedgerDescription ledger,
      Caller caller,
      StreamId stream,
      EventBinding binding,
      List<?> events,
      boolean onceEnough,
      Permission permission) {
    for (int decision = 1; ; decision++) {
      List<StoredEvent> latest = store.latest(ledger.name(), stream, RECALLED);
      Instant now = clock.now(ledger.name());
      RecordedWithin inTime = permission.check(now);
      List<UnsealedEvent> unsealed = new ArrayList<>();
      for (Object event : events) {
        boolean recorded =
            onceEnough && latest.stream().anyMatch(earlier -> same(earlier, caller, event, now));
        if (!recorded) {
          EventHeader header = header(ledger, stream, binding, caller, now);
          unsealed.add(new UnsealedEvent(header, event, inTime));
        }
      }
      if (unsealed.isEmpty()) {
        return;
      }
      try {
        sealing.append(
            ledger,
            unsealed,
            latest.isEmpty() ? null : StreamLink.of(latest.getLast().entry()),
            null);
        return;
      } catch (AppendRefused refused) {
        if (refused.rule() != AppendRefused.Rule.STREAM_CONFLICT) {
          throw refused;
        }
        if (decision == DECISIONS) {
          throw new CommandRefused(ViewingRule.TRACE_BUSY, "wait a moment, then repeat");
        }
      }
    }
  }

  private static boolean same(StoredEvent earlier, Caller caller, Object event, Instant now) {
    EventHeader header = earlier.header();
    return header.actor().equals(caller.actor())
        && header.role() == caller.role()
        && header.recordedTime().plus(ONCE).isAfter(now)
        && event.equals(earlier.payload());
  }

  private EventHeader header(
      LedgerDescription ledger, StreamId stream, EventBinding binding, Caller caller, Instant now) {
    return new EventHeader(
        ids.at(now),
        ledger.name(),
        stream,
        binding.type(),
        now,
        now,
        caller.actor(),
        caller.role(),
        null,
        0,
        EventHeader.UNSEALED,
        EventHeader.UNSEALED);
  }
}
